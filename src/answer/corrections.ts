/** The corrections of a topic with what its facts say now. */

import type { Topic } from '../knowledge/schema.ts';
import type { ToldCorrection } from './answer.ts';

/** Newest first; of any of these facts, or all. */
export function composeCorrections(topic: Topic, among?: ReadonlySet<string>): readonly ToldCorrection[] {
  const told = topic.corrections.filter(({ fact }) => !among || among.has(fact));
  if (told.length === 0) return [];
  const texts = new Map(topic.facts.map(({ id, text }) => [id, text]));
  return told
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .map(({ fact, date, was, why }) => ({ fact, date, was, now: texts.get(fact) ?? '', why }));
}
