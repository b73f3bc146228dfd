/** "What's going on?": a question about the topic as a whole, answered by what its summary stands on. */
import type { Claim } from '../answer.ts';
import { claimOf } from '../claims.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';

/** Sentences of an overview. */
const MAX_CLAIMS = 3;
const WHOLE =
  /\b(?:summar\w*|overview|latest|news|update\w*|story|happen\w*|going on|up|new|about|main points?|key points?|tl;?dr|brief\w*|catch me up)\b/iu;

/** Whether nothing in particular is asked: no word tells, and no name but the topic's own. */
export function asksForOverview({ question, slot, terms, mentions }: Asked, dossier: Dossier): boolean {
  if (!/^(?:what|about)$/.test(slot) || terms.some(({ part }) => part !== 'generic' && part !== 'type'))
    return false;
  if (!WHOLE.test(question.text)) return false;
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
