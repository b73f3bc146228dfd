/** Rules about words in quote marks. */
import type { CitedClaim } from '../evidence.ts';
import { NEGATORS } from '../lexicon/operators.ts';
import type { Match } from '../match.ts';
import { normaliseQuotation, quotations } from '../text/quotations.ts';
import { isSafelyCut, partsOfQuotation } from '../text/shortening.ts';
import type { Statement } from '../text/statements.ts';
import { fold } from '../text/words.ts';
import { claimRule, statementRule } from './rule.ts';

export const quotesVerbatim = claimRule({
  name: 'quotes-verbatim',
  sentence:
    'Words in quote marks stand in a cited quote exactly so; where an ellipsis says so, what nothing else hangs on is left out.',
  check: (cited) => quotations(cited.original).find((words) => sourcesOf(words, cited).length === 0),
});

type Source = { readonly text: string; readonly speaker?: string | undefined };

/** The cited quotes, and the quoted words inside cited facts, that hold the words. */
export function sourcesOf(
  words: string,
  { facts, quotes }: Pick<CitedClaim, 'facts' | 'quotes'>,
): readonly Source[] {
  const inFacts = facts.flatMap(({ text, attributedTo }) =>
    quotations(text).map((quoted) => ({ text: quoted, speaker: attributedTo })),
  );
  const all: readonly Source[] = [...quotes.map(({ text, speaker }) => ({ text, speaker })), ...inFacts];
  return all.filter(({ text }) => holds(text, words));
}

/**
 * Whether the words stand in the text, whole words, in this order; the mark that ends a sentence may be left out, and
 * what can be spared where an ellipsis says so.
 */
export function holds(text: string, words: string): boolean {
  const whole = normaliseQuotation(text);
  const found: (readonly [from: number, to: number])[] = [];
  for (const part of partsOfQuotation(normaliseQuotation(words))) {
    const at = placeOf(whole, trimEnd(part), found.at(-1)?.[1] ?? 0);
    if (at === undefined) return false;
    found.push(at);
  }
  const cuts = found.slice(1).map(([from], before) => [found[before]?.[1] ?? from, from] as const);
  return found.length > 0 && (cuts.length === 0 || isSafelyCut(whole, cuts));
}

/** Where the words stand in the text as whole words, from a place on. */
function placeOf(whole: string, wanted: string, from: number): readonly [number, number] | undefined {
  if (wanted === '') return undefined;
  for (let at = indexOf(whole, wanted, from); at >= 0; at = indexOf(whole, wanted, at + 1))
    if (isBorder(whole, at - 1) && isBorder(whole, at + wanted.length)) return [at, at + wanted.length];
  return undefined;
}

const trimEnd = (text: string) => text.replace(/[\s.,;:!?…]+$/u, '');

/** A quotation may begin with a capital in the middle of the source's sentence, and the other way round. */
function indexOf(whole: string, wanted: string, from: number): number {
  const [first = ''] = wanted;
  const rest = wanted.slice(first.length);
  const found = [first.toLowerCase(), first.toUpperCase()]
    .map((start) => whole.indexOf(start + rest, from))
    .filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}

const isBorder = (text: string, at: number) => !/[\p{L}\p{N}]/u.test(text[at] ?? ' ');

export const quotesWhole = claimRule({
  name: 'quotes-not-cut',
  sentence: 'A quotation is not cut so that a "not" before it is lost.',
  check: (cited) =>
    quotations(cited.original).find(
      (words) =>
        sourcesOf(words, cited).every(({ text }) => losesNegation(text, words)) &&
        sourcesOf(words, cited).length > 0,
    ),
});

const REACH = 4;

function losesNegation(text: string, words: string): boolean {
  const whole = normaliseQuotation(text);
  const [first = ''] = partsOfQuotation(normaliseQuotation(words));
  const at = indexOf(whole, trimEnd(first), 0);
  const clause =
    whole
      .slice(0, Math.max(0, at))
      .split(/[,.;:!?]/)
      .at(-1) ?? '';
  const before = fold(clause)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(-REACH);
  return before.some((word) => NEGATORS.has(word) || /n't$/.test(word));
}

export const quotesSpeaker = statementRule({
  name: 'quotes-speaker',
  sentence: 'A quotation is given to the one who said it, and to nobody else.',
  check: ({ statement, unit }: Match) => {
    const words = quotedIn(statement).find((quoted) => !saidBy(quoted, { statement, unit }));
    return words === undefined ? undefined : `“${words}” is not given to its speaker`;
  },
});

function saidBy(words: string, { statement, unit }: Pick<Match, 'statement' | 'unit'>): boolean {
  const sources = sourcesOf(words, unit);
  if (sources.length === 0) return false;
  const named = statement.frames.flatMap(({ speakers }) => speakers);
  return sources.some(({ speaker }) => !speaker || named.some(({ ids }) => ids.has(speaker)));
}

/** The quotations that begin in a statement. */
function quotedIn({ reading, words }: Statement): readonly string[] {
  const starts = new Set(words.map(({ start }) => start));
  return quotations(reading.text).filter((quoted) => {
    const at = reading.text.indexOf(quoted);
    return [...starts].some((start) => start >= at && start < at + quoted.length);
  });
}
