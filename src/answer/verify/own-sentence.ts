/** Sentences that are the file's own: the desk may always say them. */
import { normaliseWording } from '../../knowledge/quotation.ts';
import { quoteSentence } from '../claims.ts';
import type { CitedClaim } from './evidence.ts';

/** Whether the sentence is the file's own, word for word: a cited fact, or a cited quote as the desk tells it. */
export function isFilesOwn(
  sentence: string,
  { facts, quotes, topic }: Pick<CitedClaim, 'facts' | 'quotes' | 'topic'>,
): boolean {
  return (
    facts.some(({ text }) => sameWording(text, sentence)) ||
    quotes.some((quote) => sameWording(quoteSentence(quote, topic), sentence))
  );
}

const sameWording = (one: string, other: string) => normaliseWording(one) === normaliseWording(other);
