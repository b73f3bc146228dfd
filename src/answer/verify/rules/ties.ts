/** The rule about what ties two happenings together. */
import { connectiveAt, TIED_ALIKE, type Tie } from '../lexicon/connectives.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { isContent, linked, type Match } from '../match.ts';
import type { Clause } from '../text/clauses.ts';
import type { Reading } from '../text/reading.ts';
import type { Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

export const tiesStand = statementRule({
  name: 'ties-stand',
  sentence: 'A claim says "because", "after" or "so" only where one fact says so of the same two things.',
  check: (match) => {
    const known = tiesOf(match.unit.reading, true);
    const dated = new Set(match.dates.map(({ from }) => from));
    const ends = new Set(match.dates.map(({ to }) => to));
    const { words } = match.statement.reading;
    const counted = new Set(match.figures.flatMap(({ span }) => [...span]));
    const own = new Set(match.statement.words.map(({ index }) => index));
    const odd = tiesOf(match.statement.reading, false).find(
      (tie) =>
        own.has(tie.at) &&
        !(match.unit.unknown && /^(?:while|condition|cause)$/.test(tie.tie)) &&
        !dated.has(tie.at + tie.length) &&
        !opensTime(words.slice(tie.at + tie.length), dated) &&
        // "in 2011, when": what the year was, which the rule about dates compares.
        !(words[tie.at]?.folded === 'when' && words[tie.at - 1]?.folded === ',' && ends.has(tie.at - 1)) &&
        !counted.has(tie.at) &&
        !known.some((other) => waysOf(tie, words).some((way) => isBorneOut(way, other, match))) &&
        !isInOrder(tie, match),
    );
    return odd && match.statement.reading.words[odd.at]?.text;
  },
});

/** "until at least 2028", "since midnight on 13 September": a time, and nothing that happened. */
function opensTime(after: readonly Word[], dated: ReadonlySet<number>): boolean {
  const first = after.findIndex((word) => !BEFORE_TIMES.test(word.folded));
  const word = after[first];
  return first > 0 && word !== undefined && (dated.has(word.index) || /^(?:19|20)\d\d$/.test(word.folded));
}

const BEFORE_TIMES =
  /^(?:at|least|about|around|midnight|noon|midday|dawn|early|late|the|end|beginning|start|middle|of|on|in)$/;

/** "since his doctors do not allow it" can tell why. */
const waysOf = (tie: Tied, words: readonly Word[]): readonly Tied[] =>
  words[tie.at]?.folded === 'since'
    ? [tie, { ...tie, tie: 'cause', earlier: tie.later, later: tie.earlier }]
    : [tie];

type Tied = {
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
    const found = connectiveAt(folded, at) ?? (inFact ? looseTie(reading, at) : undefined);
    if (
      !found ||
      word.quoted ||
      isDueTo(reading, at) ||
      // "days before,", "before this": nothing is tied.
      /^(?:[,.;]|this|that|then)$/.test(reading.words[at + found.length]?.text ?? '.') ||
      isAskedIf(reading, at) ||
      (folded[at] === 'so' && folded[at - 1] !== ',')
    )
      return [];
    return [{ ...found, at, ...sidesOf(reading, at, { ...found, inFact }) }];
  });
}

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
  if (word.pos === 'VERB' && (CAUSING.has(word.lemma) || makes) && leads && !helped) {
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
  if (folded === 'as' && words[at - 1]?.folded === ',') return { tie: 'cause', length: 1 };
  return /^(?:while|as)$/.test(folded) ? { tie: 'while', length: 1 } : undefined;
}

/** "is due to decide" names no cause. */
const isDueTo = ({ words }: Reading, at: number) =>
  words[at]?.folded === 'due' && /^(?:VERB|AUX)$/.test(words[at + 2]?.pos ?? '');

/** "asked if" asks; "when asked" opens an answer. */
const isAskedIf = ({ words }: Reading, at: number) =>
  (/^(?:ask|wonder|say|know|announce)$/.test(
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

/**
 * "was arrested and later freed": what a fact tells in a row with "and" or "where" happened in that order, where the
 * claim keeps it.
 */
function isInOrder(own: Tied, { unit, links, statement }: Match): boolean {
  if (own.tie === 'while') return isInOneClause(own, { unit, links });
  if (own.tie !== 'after' && own.tie !== 'before') return false;
  if (unit.facts.length !== 1 || statement.reading.words[own.at]?.folded === 'since') return false;
  const { clauses } = unit.reading;
  const clausesOf = (words: readonly Word[]) =>
    words
      .filter(({ pos }) => pos === 'VERB')
      .flatMap(({ index }) => links.get(index) ?? [])
      .flatMap((word) => clauses.find(({ words: within }) => within.includes(word)) ?? []);
  const earlier = clausesOf(own.earlier);
  const later = clausesOf(own.later);
  return (
    earlier.length > 0 &&
    later.length > 0 &&
    earlier.every(({ index }) => later.every((other) => other.index > index && runsOn(other)))
  );
}

/** "was going at 118 kilometres an hour when it entered the bend" for "entered it at 118 kilometres an hour". */
function isInOneClause(own: Tied, { unit, links }: Pick<Match, 'unit' | 'links'>): boolean {
  const told = [...own.earlier, ...own.later]
    .filter((word) => isContent(word) && word.pos !== 'PROPN')
    .flatMap(({ index }) => links.get(index) ?? []);
  return (
    unit.facts.length === 1 &&
    unit.reading.clauses.some(({ words }) => told.length > 0 && told.every((word) => words.includes(word)))
  );
}

const runsOn = ({ link, words }: Clause) =>
  link === 'and' || (link === 'relative' && words[0]?.folded === 'where');

function isBorneOut(own: Tied, other: Tied, match: Match): boolean {
  if (!TIED_ALIKE[own.tie].includes(other.tie)) return false;
  const straight =
    shares(own.tie, own.earlier, other.earlier, match) && shares(own.tie, own.later, other.later, match);
  return (
    straight ||
    (own.tie === 'while' &&
      shares(own.tie, own.earlier, other.later, match) &&
      shares(own.tie, own.later, other.earlier, match))
  );
}

/** Most of the verbs and nouns of a side are those of the same side in the fact. */
function shares(tie: Tie, own: readonly Word[], other: readonly Word[], match: Match): boolean {
  const side = new Set(other.map(({ index }) => index));
  const checked = own.filter(
    (word) =>
      (word.pos === 'VERB' || word.pos === 'NOUN') && isContent(word) && linked(match, word).length > 0,
  );
  const isThere = (word: Word) => linked(match, word).some(({ index }) => side.has(index));
  const found = checked.filter(isThere);
  const verbs = checked.filter(({ pos }) => pos === 'VERB');
  if (tie !== 'cause' && verbs.length > 0 && verbs.every(isThere)) return true;
  return checked.length === 0 ? own.some(isThere) : found.length * 2 >= checked.length;
}
