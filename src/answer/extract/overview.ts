/** "What's going on?": a question about the topic as a whole, answered by what its summary stands on. */
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import type { Claim } from '../answer.ts';
import { claimOf } from '../claims.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import { GENERIC } from './vocabulary.ts';

/** Sentences of an overview. */
const MAX_CLAIMS = 3;
const NEWS =
  'summar\\w*|overview|latest|news|update\\w*|new|main points?|key points?|tl;?dr|brief\\w*|catch me up';
const WHOLE = new RegExp(`\\b(?:${NEWS}|story|happen\\w*|going on|up|about)\\b`, 'iu');
/** "The latest on the bridge" is about it as a whole, "the latest bridge" is not. */
const WHOLE_OF = new RegExp(
  `\\b(?:${NEWS}|going on|happening) (?:on|about|of|with|in|for|at|around|regarding)\\b`,
  'iu',
);

/** Whether a question asks for all there is and says of what by no word: "what's the latest?" */
export function asksForAll({ text, kind, terms }: AnalysedQuestion): boolean {
  return /^(?:what|topic)$/.test(kind) && WHOLE.test(text) && terms.every(({ stem }) => GENERIC.has(stem));
}

/** Whether nothing in particular is asked: no word tells, and no name but the topic's own. */
export function asksForOverview({ question, slot, terms, mentions }: Asked, dossier: Dossier): boolean {
  const telling = terms.filter(({ part }) => part !== 'generic' && part !== 'type');
  if (!/^(?:what|about)$/.test(slot) || !telling.every(({ folded }) => dossier.subject.has(folded)))
    return false;
  if (!(telling.length > 0 ? WHOLE_OF : WHOLE).test(question.text)) return false;
  return mentions.every(({ from, to }) =>
    question.tokens.slice(from, to).every(({ folded }) => dossier.subject.has(folded)),
  );
}

/** The first fact of each sentence of the summary; of a topic without one, its first facts. */
export function overviewClaims(dossier: Dossier): readonly Claim[] {
  const { topic, facts } = dossier;
  const led = topic.summary.flatMap(({ facts: [first = ''] }) => facts.get(first) ?? []);
  const told = led.length > 0 ? led : topic.facts;
  return told
    .filter(({ kind }) => kind !== 'allegation')
    .slice(0, MAX_CLAIMS)
    .map((fact) => claimOf(topic, fact));
}
