/** The rule about the little words that turn a statement round: from and to, before and after. */
import { isWay } from '../lexicon/particles.ts';
import { linked, type Match } from '../match.ts';
import type { Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

/** Prepositions that contradict each other, by a sign that the two sides share. */
const SIDES: ReadonlyMap<string, readonly [axis: string, side: number]> = new Map(
  Object.entries<readonly [axis: string, side: number]>({
    from: ['way', 0],
    to: ['way', 1],
    into: ['way', 1],
    onto: ['way', 1],
    towards: ['way', 1],
    before: ['order', 0],
    after: ['order', 1],
    following: ['order', 1],
    until: ['order', 0],
    since: ['order', 1],
    above: ['height', 1],
    over: ['height', 1],
    below: ['height', 0],
    under: ['height', 0],
    beneath: ['height', 0],
    inside: ['inside', 1],
    within: ['inside', 1],
    outside: ['inside', 0],
    with: ['with', 1],
    without: ['with', 0],
    for: ['favour', 1],
    against: ['favour', 0],
  }),
);
/** Words for not being there: of what is in, on or with something they say the opposite. */
const APART = new Set(['outside', 'off', 'without']);
/** Words that place a thing in time: they do not go lost either. */
const KEPT = /^(?:before|after|until)$/;
const NONE = /^$/;

export const directionsKept = statementRule({
  name: 'directions-kept',
  sentence:
    '"From" is not told as "to", nor "before" as "after" or as "on", nor "in" as "outside", "up" as "down".',
  check: (match) => {
    const verb = match.statement.words.find(
      (word) => word.pos === 'VERB' && !word.quoted && turnsVerb(word, match),
    );
    const turned = verb ?? turnsAside(match) ?? turnsPrice(match);
    if (turned) return turned.text;
    const odd = match.statement.words.find(
      (word) => (isHeld(word) || word.pos === 'PROPN') && !word.quoted && turns(word, match),
    );
    return odd && `${prepositionOf(odd, match.statement.reading.words)} ${odd.text}`;
  },
});

/** Little words behind a verb that make it its opposite: "go on" and "go off", "put up" and "put down". */
const TURNING: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    up: /^down$/,
    down: /^up$/,
    on: /^off$/,
    off: /^on$/,
    in: /^outside$/,
    outside: /^in$/,
    for: /^against$/,
    against: /^for$/,
  }),
);

/** "stepped up" for "stepped down". */
function turnsVerb(word: Word, match: Match): boolean {
  const own = match.statement.reading.words[word.index + 1]?.folded ?? '';
  const theirs = match.unit.reading.words
    .filter(({ lemma, pos, quoted }) => pos === 'VERB' && lemma === word.lemma && !quoted)
    .map(({ index }) => match.unit.reading.words[index + 1]?.folded ?? '');
  if (theirs.length > 0 && theirs.every((other) => TURNING.get(own)?.test(other))) return true;
  const others = linked(match, word).filter(({ lemma }) => lemma === word.lemma);
  const phrased = word.phrase !== undefined && others.every(({ phrase }) => phrase !== undefined);
  return (
    isWay(own) &&
    others.length > 0 &&
    phrased &&
    others
      .map(({ index }) => match.unit.reading.words[index + 1]?.folded ?? '')
      .every((other) => isWay(other) && other !== own)
  );
}

/** Pairs of little words of which a statement has the one where the fact has only the other: "down by 8 per cent". */
const ASIDE: readonly (readonly [string, string])[] = [
  ['up', 'down'],
  ['above', 'below'],
  ['inside', 'outside'],
];

function turnsAside({ statement, unit }: Match): Word | undefined {
  const isAlone = ({ index, quoted }: Word, words: readonly Word[]) =>
    !quoted && words[index - 1]?.pos !== 'VERB';
  const has = (words: readonly Word[], folded: string, all: readonly Word[]) =>
    words.find((word) => word.folded === folded && isAlone(word, all));
  for (const [one, two] of ASIDE)
    for (const [own, other] of [
      [one, two],
      [two, one],
    ] as const) {
      const word = has(statement.words, own, statement.reading.words);
      const { words } = unit.reading;
      if (
        word &&
        has(words, other, words) &&
        !words.some(({ folded }) => folded === own) &&
        !statement.words.some(({ folded }) => folded === other)
      )
        return word;
    }
  return undefined;
}

/** "Prices have gone down" for "has become dearer". */
function turnsPrice({ statement, unit }: Match): Word | undefined {
  const way = ({ pos, lemma, folded, phrase = '', quoted }: Word) => {
    if (quoted) return undefined;
    if (DEARER.test(folded)) return 'up';
    return CHEAPER.test(folded) || (pos === 'VERB' && FALLING.test(phrase || lemma)) ? 'down' : undefined;
  };
  const told = unit.reading.words
    .filter(({ folded }) => DEARER.test(folded) || CHEAPER.test(folded))
    .map(way);
  return told.length === 1
    ? statement.words.find((word) => way(word) !== undefined && way(word) !== told[0])
    : undefined;
}

const DEARER = /^(?:dearer|costlier|pricier)$/;
const CHEAPER = /^cheaper$/;
const FALLING = /^(?:fall|drop|decrease|decline|go down|come down)$/;

/** What a preposition can stand before. */
const isHeld = ({ pos, folded }: Word) =>
  pos === 'NOUN' || pos === 'ADJ' || /ing$/.test(folded) || /^(?:any|every|some)(?:one|body)$/.test(folded);

function turns(word: Word, match: Match): boolean {
  const own = prepositionOf(word, match.statement.reading.words);
  if (own === undefined) return false;
  const others = linked(match, word)
    .filter((other) => other.lemma === word.lemma && (isHeld(other) || other.pos === word.pos))
    .map((other) => prepositionOf(other, match.unit.reading.words));
  // "the end of May" for "until the end of May": what is lost there is for the rule about dates.
  const kept = word.pos === 'PROPN' ? NONE : KEPT;
  return others.length > 0 && others.every((other) => other !== undefined && contradicts(own, other, kept));
}

function contradicts(own: string, other: string, kept: RegExp): boolean {
  const one = SIDES.get(own);
  const two = SIDES.get(other);
  if (one && two && one[0] === two[0]) return one[1] !== two[1];
  if ([own, other].some((side) => APART.has(side)) && own !== other)
    return [own, other].some((side) => /^(?:in|on|at|with|within|inside)$/.test(side));
  return kept.test(other) && own !== other && /^(?:on|of|in|at|during)$/.test(own);
}

const PARTS = /^(?:end|start|beginning|close|completion|conclusion|\p{Ll}+ing|in)$/u;

/** The preposition that a noun stands behind, over its article and adjectives. */
function prepositionOf(noun: Word, words: readonly Word[]): string | undefined {
  let at = noun.index - 1;
  while (at >= 0 && /^(?:DET|ADJ|ADV|NOUN|NUM|PROPN|PRON)$/.test(words[at]?.pos ?? '')) at -= 1;
  const found = words[at];
  if (/^(?:of|to)$/.test(found?.folded ?? '') && /^(?:ahead|prior)$/.test(words[at - 1]?.folded ?? ''))
    return 'before';
  if (found?.folded === 'of' && words[at - 1]?.folded.startsWith('favo')) return 'for';
  // "with no agreement"
  if (found?.folded === 'with' && words[at + 1]?.folded === 'no') return 'without';
  // "within 24 hours of the finding"
  if (found?.folded === 'of' && words[at - 3]?.folded === 'within' && words[at - 2]?.pos === 'NUM')
    return 'after';
  // "until the end of the inquiry": what holds for its end holds for it.
  const part = words[at - 1];
  if (found?.folded === 'of' && part && PARTS.test(part.folded)) return prepositionOf(part, words);
  // "from 61 to 47 seats": both ways.
  if (found?.folded === 'to' && part?.pos === 'NUM' && words[at - 2]?.folded === 'from') return undefined;
  return found && (found.pos === 'ADP' || found.pos === 'SCONJ' || SIDES.has(found.folded))
    ? found.folded
    : undefined;
}
