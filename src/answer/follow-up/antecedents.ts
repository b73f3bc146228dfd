/** Who was spoken of in a turn, and whom a title means: "the minister", "its director". */
import type { Person } from '../../knowledge/schema.ts';
import { analyseQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions } from '../extract/mentions.ts';
import type { Turn } from '../thread.ts';
import type { FollowUpText } from './lead.ts';

/** Those who are named in a text, in its order. */
export function namedIn(text: string, dossier: Dossier): readonly Person[] {
  const ids = findMentions(analyseQuestion(text).tokens, dossier).flatMap((mention) => mention.ids);
  return [...new Set(ids)].flatMap((id) => dossier.people.get(id) ?? []);
}

/** Those whom the last question named, then those whose word its answer was, then whom it was about; no places. */
export function spokenOf({ question, citations }: Turn, dossier: Dossier): readonly Person[] {
  const facts = citations.flatMap((id) => dossier.facts.get(id) ?? []);
  const voices = facts.flatMap(({ attributedTo }) => attributedTo ?? []);
  const told = [...voices, ...facts.flatMap(({ about }) => about)].flatMap(
    (id) => dossier.people.get(id) ?? [],
  );
  return [...new Set([...namedIn(question, dossier), ...told])].filter(({ kind }) => kind !== 'place');
}

/** "There" is the place that the question named, or where the answer was. */
export function placeOf({ question, citations }: Turn, dossier: Dossier): string | undefined {
  const asked = namedIn(question, dossier).find(({ kind }) => kind === 'place');
  return asked?.name ?? citations.flatMap((id) => dossier.facts.get(id)?.place ?? [])[0];
}

/** "The minister", "its director". */
const TITLE = /\b(the|its|their) (\p{Ll}[\p{L}-]+)(?!\p{L}| of\b| \p{Ll}+ (?:of|for)\b)/giu;

/** A follow-up with names for titles: "the minister" of the one minister who was spoken of. */
export function inTurn(followUp: FollowUpText, turns: readonly Turn[], dossier: Dossier): FollowUpText {
  const last = turns.at(-1);
  return last ? { ...followUp, bare: withBearers(followUp.bare, last, dossier) } : followUp;
}

/** The text with names for titles that the file does not hold as names and that one alone of those spoken of bears. */
function withBearers(text: string, last: Turn, dossier: Dossier): string {
  const known = spokenOf(last, dossier);
  const bodies = known.filter(({ kind }) => kind === 'organisation');
  return text.replace(TITLE, (whole: string, article: string, title: string) => {
    if (namedIn(whole, dossier).length > 0) return whole;
    const bearers =
      article.toLowerCase() === 'the'
        ? known.filter((person) => isTitled(person, title))
        : [...dossier.people.values()].filter(
            (person) => isTitled(person, title) && bodies.some((body) => isOf(person, body)),
          );
    const [bearer, ...others] = bearers;
    return bearer && others.length === 0 ? bearer.name : whole;
  });
}

/** Whether a word is what somebody is: "minister" of a finance minister. */
function isTitled({ role = '' }: Person, title: string): boolean {
  const [head = ''] = role.split(/,| (?:of|in|for|at|to|and)\b/u);
  return head.split(' ').at(-1)?.toLowerCase() === title.toLowerCase();
}

function isOf({ kind, role = '' }: Person, { name }: Person): boolean {
  return kind === 'person' && role.toLowerCase().includes(name.toLowerCase().replace(/^the /, ''));
}
