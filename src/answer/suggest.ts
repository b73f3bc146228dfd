/** Questions that the file can answer, for those whose own it cannot. */

import { newestFirst } from '../knowledge/newest-first.ts';
import type { Fact, Topic } from '../knowledge/schema.ts';
import { midSentence } from '../knowledge/title.ts';
import { oncePer } from '../once-per.ts';
import { type Dossier, dossierOf } from './dossier.ts';
import { extractFrom, type Found, type Sources } from './find.ts';

/** Questions that are offered at most. */
const OFFERED = 3;
/** Questions that are tried at most for one abstention. */
const TRIED = 8;

/** Facts that questions are made of, the near ones first: a file may have thousands. */
const LOOKED_AT = 40;

type Idea = { readonly question: string; readonly id: string };

/** Up to three questions near the one that was asked, each of which the desk has just answered for itself. */
export function suggestQuestions({ topic, near: ids }: Found, sources: Sources): readonly string[] {
  const dossier = dossierOf(topic);
  const near = ids.flatMap((id) => [id, ...(dossier.quotes.get(id)?.facts ?? [])]);
  const first = topic.facts.slice(0, LOOKED_AT).map(({ id }) => id);
  const facts = [...new Set([...near, ...first])]
    .slice(0, LOOKED_AT)
    .flatMap((id) => dossier.facts.get(id) ?? []);
  const ideas = ideasFrom(facts, dossier);
  const offered: Idea[] = [];
  for (const idea of [...ideas.slice(0, TRIED), overviewOf(topic)]) {
    if (offered.length === OFFERED) break;
    if (offered.some(({ id }) => id === idea.id) || !answers(idea, topic, sources)) continue;
    offered.push(idea);
  }
  return offered.map(({ question }) => question);
}

/** For a question that is about no topic in particular: what is new on each, the newest topics first. */
export function suggestTopics(sources: Sources): readonly string[] {
  return newestFirst(sources.index.topics())
    .slice(0, OFFERED)
    .filter((topic) => answers(overviewOf(topic), topic, sources))
    .map((topic) => overviewOf(topic).question);
}

/** Tries what may be suggested, one question for each step: an abstention need not. */
export function* trySuggestions(topic: Topic, sources: Sources): Generator<void> {
  const facts = topic.facts.slice(0, LOOKED_AT);
  for (const idea of [...ideasFrom(facts, dossierOf(topic)), overviewOf(topic)]) {
    answers(idea, topic, sources);
    yield;
  }
}

/** Questions about the facts in their order; each question once. */
function ideasFrom(facts: readonly Fact[], dossier: Dossier): readonly Idea[] {
  const ideas = facts.flatMap((fact) => ideasOf(fact, dossier));
  return [...new Map(ideas.map((idea) => [idea.question, idea])).values()];
}

const overviewOf = ({ title }: Topic): Idea => ({
  question: `What is the latest on ${midSentence(title)}?`,
  id: '',
});

/** "what he asked for in the call" does not go behind "say about". */
const CLAUSE = /^(?:what|who|how|why|when|where|whether|(?:his|her|its|their) (?:answer|reply|response))\b/iu;

function ideasOf(fact: Fact, dossier: Dossier): readonly Idea[] {
  const name = (id: string) => dossier.people.get(id)?.name ?? id;
  const { id } = fact;
  const titles = dossier.topic.disputes
    .filter(({ allegations, denials }) => allegations.includes(id) || denials.includes(id))
    .flatMap(({ title }) => (title?.endsWith('?') ? [title] : []));
  const spoken = (dossier.quotesOf.get(id) ?? []).flatMap(({ speaker, context }) =>
    context && !CLAUSE.test(context) ? [`What did ${name(speaker)} say about ${context}?`] : [],
  );
  const introduced = fact.about.filter((person) => isIntroducedBy(fact, person, dossier)).map(name);
  return [...titles, ...spoken, ...introduced.map((person) => `Who is ${person}?`)].map((question) => ({
    question,
    id,
  }));
}

/** "Secretary of State Marco Rubio": a sentence with a person's full name says who they are. */
function isIntroducedBy({ text }: Fact, id: string, { people }: Dossier): boolean {
  const person = people.get(id);
  return person?.kind === 'person' && person.name.includes(' ') && text.includes(person.name);
}

const triedOf = oncePer((_topic: Topic) => new Map<string, boolean>());

/** Whether the desk answers its own suggestion with what it was made from. */
function answers({ question, id }: Idea, topic: Topic, sources: Sources): boolean {
  const known = triedOf(topic);
  const key = `${id} ${question}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { claims } = extractFrom({ text: question }, topic, sources);
  const cited = claims.flatMap(({ citations }) => citations);
  const answered = claims.length > 0 && (id === '' || cited.includes(id));
  known.set(key, answered);
  return answered;
}
