/** The rule about what ties two happenings together. */
import { TIED_ALIKE, type Tie } from '../lexicon/connectives.ts';
import { isContent, linked, type Match } from '../match.ts';
import type { Clause } from '../text/clauses.ts';
import { type Tied, tiesOf } from '../text/ties.ts';
import type { Word } from '../text/words.ts';
import { countedDates } from './relative-dates.ts';
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
    for (const { from, to } of countedDates(match)) for (let at = from; at < to; at += 1) counted.add(at);
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
        // "the following year": it ties nothing.
        !(words[tie.at]?.folded === 'following' && words[tie.at - 1]?.folded === 'the') &&
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

/**
 * "was arrested and later freed": what a fact tells in a row with "and" or "where" happened in that order, where the
 * claim keeps it.
 */
function isInOrder(own: Tied, { unit, links }: Match): boolean {
  if (own.tie === 'while') return isInOneClause(own, { unit, links });
  if (own.tie !== 'after' && own.tie !== 'before') return false;
  const { clauses } = unit.reading;
  // "after 16 days in hospital": a side without a verb is told by its nouns.
  const clausesOf = (words: readonly Word[]) =>
    words
      .filter(({ pos }) => pos === (words.some((word) => word.pos === 'VERB') ? 'VERB' : 'NOUN'))
      .flatMap((word) => linked({ links }, word))
      .flatMap((word) => clauses.find(({ words: within }) => within.includes(word)) ?? []);
  const earlier = clausesOf(own.earlier);
  const later = clausesOf(own.later);
  return (
    earlier.length > 0 &&
    later.length > 0 &&
    !earlier.some(opensTied) &&
    earlier.every(({ index }) => later.every((other) => other.index > index && runsOn(other)))
  );
}

/**
 * "was going at 118 kilometres an hour when it entered the bend" for "entered it at 118 kilometres an hour", "were killed
 * when the train derailed" for "in the derailment".
 */
function isInOneClause(own: Tied, { unit, links }: Pick<Match, 'unit' | 'links'>): boolean {
  const { clauses } = unit.reading;
  const verbs = [own.earlier, own.later].map((side) => side.filter(({ pos }) => pos === 'VERB'));
  const isTold = (verb: Word, { words }: Clause) =>
    linked({ links }, verb).some((word) => words.includes(word));
  return (
    verbs.every((side) => side.length > 0) &&
    clauses.some((clause) => verbs.flat().every((verb) => isTold(verb, clause)))
  );
}

/** "Days before he announced it, …": its order is told, whatever stands first. */
const opensTied = ({ words }: Clause) =>
  words
    .slice(0, 3)
    .some(({ folded, quoted }) => !quoted && /^(?:before|after|until|since|once)$/.test(folded));

const runsOn = ({ link, words }: Clause) =>
  link === 'and' || (link === 'relative' && words[0]?.folded === 'where');

function isBorneOut(own: Tied, other: Tied, match: Match): boolean {
  // "was raised after the ground had risen" for "because it had risen": what is the cause came first.
  if (own.tie === 'after' && other.tie === 'cause')
    return (
      shares('cause', own.earlier, other.later, match) && shares('cause', own.later, other.earlier, match)
    );
  if (!TIED_ALIKE[own.tie].includes(other.tie)) return false;
  // "after it had opened" for "when it opened": what is told with "when" was no later.
  if (own.tie === 'after' && other.tie === 'while')
    return (
      shares('after', own.earlier, other.later, match) && shares('after', own.later, other.earlier, match)
    );
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
  if (verbs.length > 0 && verbs.every(isThere) && tie !== 'cause') return true;
  if (verbs.some(isThere) && isCovered(own, other, match)) return true;
  return checked.length === 0 ? own.some(isThere) : found.length * 2 >= checked.length;
}

/** Whether the side of the claim tells all that the side of the fact tells, whatever else it tells. */
function isCovered(own: readonly Word[], other: readonly Word[], match: Match): boolean {
  const told = new Set(own.flatMap((word) => linked(match, word)));
  return other.every((word) => !/^(?:VERB|NOUN)$/.test(word.pos) || !isContent(word) || told.has(word));
}
