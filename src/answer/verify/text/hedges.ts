/** How numbers are hedged. */
import type { Word } from './words.ts';

/** How a number is hedged: "more than 30", "at least 110", "nearly", "up to" … */
export type Hedge = 'none' | 'more' | 'least' | 'less' | 'most' | 'nearly' | 'about' | 'exactly' | 'only';

const HEDGES: readonly (readonly [Hedge, RegExp])[] = [
  ['least', /\b(?:at (?:the very )?least|(?:no|not) (?:fewer|less) than|minimum of)$/],
  ['most', /\b(?:(?:no|not) more than|at (?:the )?most|up to|as (?:many|much|long|far) as|maximum of)$/],
  ['nearly', /\b(?:nearly|almost|close to|just under|just below|approaching|not quite)$/],
  [
    'more',
    /\b(?:(?:more|greater|longer|higher|larger|better|older) than|(?:just |well )?over|above|exceeding|exceeds?|exceeded|upwards? of|in excess of|north of|beyond|surpass(?:ing|ed)?)$/,
  ],
  ['less', /\b(?:(?:less|fewer|shorter|lower|smaller|younger) than|under|below)$/],
  ['about', /\b(?:about|around|roughly|approximately|some|circa|an? estimated|estimated|in the region of)$/],
  ['exactly', /\b(?:exactly|precisely)$/],
  ['only', /\b(?:only|just|merely|barely)$/],
];

type Found = { readonly hedge: Hedge; readonly from?: number; readonly to?: number };
const LONGEST_HEDGE = 4;

/** "warned the museum about three cameras": no hedge. */
const isTopic = (words: readonly Word[], at: number) =>
  /^(?:NOUN|PROPN|PRON)$/.test(words[at - 2]?.pos ?? '') &&
  words
    .slice(0, at)
    .some(
      ({ pos, lemma }) =>
        pos === 'VERB' && /^(?:warn|talk|speak|ask|complain|tell|inform|write|know)$/.test(lemma),
    );

/** The hedge right before a number, and where it starts. */
export function hedgeBefore(words: readonly Word[], at: number): Found | undefined {
  const before = words
    .slice(Math.max(0, at - LONGEST_HEDGE), at)
    .filter(({ folded }) => folded !== 'the' && folded !== 'a');
  const text = before.map(({ folded }) => folded).join(' ');
  for (const [hedge, form] of HEDGES) {
    const match = form.exec(text);
    if (match && match[0] === 'about' && isTopic(words, at)) continue;
    if (match) return { hedge, from: at - Math.max(1, match[0].split(' ').length) };
  }
  return undefined;
}

/** The hedge right behind a number, and where it ends. */
export function hedgeAfter(words: readonly Word[], at: number): Found | undefined {
  const text = words
    .slice(at, at + 2)
    .map(({ folded }) => folded)
    .join(' ');
  if (/^or (?:more|longer|over)/.test(text)) return { hedge: 'least', to: at + 2 };
  if (/^or (?:less|fewer)/.test(text)) return { hedge: 'most', to: at + 2 };
  if (/^or so/.test(text)) return { hedge: 'about', to: at + 2 };
  return undefined;
}
