/** What ties two happenings together in a text: what is told as earlier or as the cause, and what as later. */
import { connectiveAt, type Tie } from '../lexicon/connectives.ts';
import { TAKES_QUESTION } from '../lexicon/speech.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { findDates } from './dates.ts';
import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

/** A connective with what stands on either side of it, and where it stands. */
export type Tied = {
  readonly tie: Tie;
  readonly at: number;
  readonly length: number;
  readonly earlier: readonly Word[];
  readonly later: readonly Word[];
};

/** The connectives of a text with what stands on either side; a fact's "while" and "as" count, a claim's only contrast. */
export function tiesOf(reading: Reading, inFact: boolean): readonly Tied[] {
  const folded = reading.words.map((word) => (word.quoted ? '' : word.folded));
  return reading.words.flatMap((word, at): Tied[] => {
    const causing = causeBy(reading, at, inFact);
    if (causing) return [causing];
    if (!inFact && /^(?:al)?though$/.test(folded[at] ?? '')) return [];
    const known = connectiveAt(folded, at) ?? (inFact ? looseTie(reading, at) : undefined);
    const found = known && inFact && isDated(reading, at) ? { ...known, tie: 'before' as const } : known;
    if (
      !found ||
      word.quoted ||
      isDueTo(reading, at) ||
      // "days before,", "before this": nothing is tied.
      /^(?:[,.;]|this|that|then)$/.test(reading.words[at + found.length]?.text ?? '.') ||
      isAskedIf(reading, at) ||
      // "once because of strong wind": one time.
      (folded[at] === 'once' && /^(?:because|for|in|at|by|on|more|again)$/.test(folded[at + 1] ?? '')) ||
      (folded[at] === 'so' && folded[at - 1] !== ',') ||
      // "has since recovered": no more than "by now".
      (folded[at] === 'since' &&
        reading.words[at - 1]?.lemma === 'have' &&
        /^(?:VERB|AUX)$/.test(reading.words[at + 1]?.pos ?? ''))
    )
      return [];
    return [{ ...found, at, ...sidesOf(reading, at, { ...found, inFact }) }];
  });
}

/** "until 16 March, when he stepped down": until then. */
const isDated = ({ words }: Reading, at: number) =>
  words[at]?.folded === 'when' &&
  findDates(words).some(({ to, bound }) => to === at - 1 && bound === 'until');

/** Verbs with which their subject is the cause of what they say. */
export const CAUSING = wordSet('cause force compel oblige prompt trigger lead');

/** "Gas forced the suspension of …", "The reason for the strike is that …". */
function causeBy({ words }: Reading, at: number, inFact: boolean): Tied | undefined {
  const word = words[at];
  const near = words.filter(({ sentence, quoted }) => sentence === word?.sentence && !quoted);
  if (!word || word.quoted) return undefined;
  const helped = /^(?:be|get)$/.test(words.slice(0, at).findLast(({ pos }) => pos !== 'ADV')?.lemma ?? '');
  const leads = word.lemma !== 'lead' || words[at + 1]?.folded === 'to';
  // "The loss would make forecasts less reliable"
  const makes =
    inFact && word.lemma === 'make' && words.slice(at + 1, at + 6).some(({ pos }) => pos === 'ADJ');
  // "Energy accounts for half of the inflation"
  const accounts = inFact && word.lemma === 'account' && words[at + 1]?.folded === 'for';
  if (word.pos === 'VERB' && (CAUSING.has(word.lemma) || makes || accounts) && leads && !helped) {
    const comma = near.findLast(({ folded, index }) => folded === ',' && index < at)?.index ?? -1;
    return {
      tie: 'cause',
      at,
      length: 1,
      earlier: near.filter(({ index }) => index > at),
      later: near.filter(({ index }) => index > comma && index < at),
    };
  }
  const is = near.find(({ lemma, index }) => index > at && lemma === 'be')?.index;
  if (!/^(?:reason|cause)$/.test(word.lemma) || word.pos !== 'NOUN' || is === undefined) return undefined;
  if (!/^(?:for|of)$/.test(words[at + 1]?.folded ?? '')) return undefined;
  return {
    tie: 'cause',
    at,
    length: 1,
    earlier: near.filter(({ index }) => index > at && index < is),
    later: near.filter(({ index }) => index > is),
  };
}

/** Words that tie in a fact, where a claim may have a plainer one: "as his doctors do not allow it", "for having copied". */
function looseTie({ words }: Reading, at: number): { tie: Tie; length: number } | undefined {
  const folded = words[at]?.folded ?? '';
  const next = words[at + 1];
  if (folded === 'for' && next?.pos === 'VERB' && /ing$/.test(next.folded))
    return { tie: 'cause', length: 1 };
  // "was removed with two rounds left to play": what then was so.
  if (folded === 'with' && words.slice(at + 2, at + 5).some(({ pos }) => pos === 'VERB'))
    return { tie: 'while', length: 1 };
  // "on the arrival of the statues"
  if (
    /^(?:on|upon)$/.test(folded) &&
    next?.pos === 'DET' &&
    words[at + 2]?.pos === 'NOUN' &&
    words[at + 3]?.folded === 'of'
  )
    return { tie: 'while', length: 1 };
  if (folded === 'as' && words[at - 1]?.folded === ',') return { tie: 'cause', length: 1 };
  return /^(?:while|as)$/.test(folded) ? { tie: 'while', length: 1 } : undefined;
}

/** "is due to decide" names no cause. */
const isDueTo = ({ words }: Reading, at: number) =>
  words[at]?.folded === 'due' && /^(?:VERB|AUX)$/.test(words[at + 2]?.pos ?? '');

/** "asked if" asks; "when asked" opens an answer. */
const isAskedIf = ({ words }: Reading, at: number) =>
  (TAKES_QUESTION.has(
    words.slice(Math.max(0, at - 6), at).findLast(({ pos }) => pos === 'VERB')?.lemma ?? '',
  ) &&
    /^(?:if|when|whether)$/.test(words[at]?.folded ?? '')) ||
  (words[at]?.folded === 'when' && words.slice(at + 1, at + 5).some(({ lemma }) => lemma === 'ask'));

function sidesOf(
  { words }: Reading,
  at: number,
  { tie, length, inFact }: { tie: Tie; length: number; inFact: boolean },
): { earlier: readonly Word[]; later: readonly Word[] } {
  const sentence = words[at]?.sentence;
  const before = words.slice(0, at).filter((word) => word.sentence === sentence);
  const after = words.slice(at + length).filter((word) => word.sentence === sentence);
  const opens = !before.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const comma = after.findIndex(({ folded, quoted }) => folded === ',' && !quoted);
  const own = comma < 0 ? after : after.slice(0, comma);
  // "After the election it took …": without a comma the two sides are told in one.
  const rest = comma >= 0 ? after.slice(comma + 1) : opens ? after : [];
  const host = opens ? rest : [...before, ...(inFact ? rest : [])];
  const turned = words[at + length]?.folded === 'which';
  return (tie === 'after') !== turned ? { earlier: own, later: host } : { earlier: host, later: own };
}
