/** Words that add nothing where a claim tells all that its fact tells: what the file is about, and words that carry little. */
import { bearsOut } from '../lexicon/meaning.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { isContent, type Match } from '../match.ts';
import type { Word } from '../text/words.ts';

/** Verbs that say little of their own: "players used boards to carry them" for "carried them on boards". */
const LIGHT_VERBS =
  wordSet(`use belong involve concern affect consist comprise include contain total measure number
  remain stay exist need require serve manage appear occur represent mean impose issue publish face form cover count
  deal work live feature mark`);

/** Nouns that only head what hangs on them: "parts of the debris", "the venue of the summit". */
const LIGHT_NOUNS =
  wordSet(`part member number venue site scene location area region zone side use form kind sort type
  group set series range role task act step move case event incident person people victim waters sea coast`);

/** "the rocket's debris" for "debris", where the file is about a rocket. */
export const isSpared = (word: Word, match: Match): boolean =>
  (isLightVerb(word) && tellsAll(match, isContentOrVerb)) ||
  (isLightNoun(word, match) && !addsThing(word, match) && tellsAll(match, isHead));

const isLightVerb = ({ pos, lemma, phrase }: Word) =>
  pos === 'VERB' && LIGHT_VERBS.has(lemma) && (phrase === undefined || / (?:to|of|in|with)$/.test(phrase));

const isLightNoun = ({ pos, lemma, text }: Word, { unit }: Match) =>
  pos === 'NOUN' && (LIGHT_NOUNS.has(lemma) || (/^\p{Ll}/u.test(text) && unit.matters.has(lemma)));

/** "two satellites and a camera", "sanctions over trafficking", "talks at the museum": one thing more, a reason or a place. */
function addsThing({ index, lemma }: Word, { figures, statement: { reading } }: Match): boolean {
  // Who does something is somebody: "the guards got in" for "they got in".
  const acts = reading.predicates.some(
    ({ word, passive, agents }) => word.pos === 'VERB' && !passive && agents.at(-1)?.word.index === index,
  );
  if (acts && !LIGHT_NOUNS.has(lemma)) return true;
  if (figures.some(({ counted }) => counted.some((word) => word.index === index))) return true;
  const before = reading.words
    .slice(0, index)
    .findLast(({ pos }) => !/^(?:DET|ADJ|NUM|NOUN|PRON)$/.test(pos));
  const after = reading.words[index + 1];
  return (
    /^(?:and|or|,)$/.test(before?.folded ?? '') ||
    /^(?:and|or)$/.test(after?.folded ?? '') ||
    (before?.pos === 'ADP' && !/^(?:of|without|aboard)$/.test(before.folded))
  );
}

const isContentOrVerb = (word: Word) => isContent(word) || word.pos === 'VERB';
const isHead = (word: Word) => word.pos === 'NOUN' && isContent(word) && !LIGHT_NOUNS.has(word.lemma);

/**
 * Whether the claim has every such word of the clauses of the fact that it draws upon, names and numbers aside: where it
 * has every noun, nothing that the fact tells of is told of another thing.
 */
function tellsAll(match: Match, counts: (word: Word) => boolean): boolean {
  const told = new Set([...match.links.values()].flat());
  // "The ban on bathing, which covers 23 kilometres": a relative clause tells of what stands before it.
  const { clauses, reading } = match.statement;
  const before = clauses[0]?.link === 'relative' ? reading.words.slice(0, clauses[0].words[0]?.index) : [];
  const isBefore = (word: Word) => before.some((other) => bearsOut(word, other));
  return match.unit.reading.clauses
    .filter(({ words }) => words.some((word) => told.has(word) && isContent(word)))
    .flatMap(({ words }) => words)
    .every((word) => !counts(word) || /^(?:PROPN|NUM)$/.test(word.pos) || told.has(word) || isBefore(word));
}
