/** A statement laid beside the facts that may bear it out, word by word. */
import { oncePer } from '../../once-per.ts';
import { FUNCTION_WORDS, SUPPORT_VERBS } from './lexicon/function-words.ts';
import { bearsOut, sameWord } from './lexicon/meaning.ts';
import { isSpeechVerb } from './lexicon/speech.ts';
import { isContrary, opposed } from './opposition.ts';
import { onSameScale } from './scales.ts';
import { type DateMention, findDates } from './text/dates.ts';
import { type Figure, findFigures } from './text/figures.ts';
import { type FoundIdiom, findIdioms } from './text/idioms.ts';
import type { Statement } from './text/statements.ts';
import { findTimes, type TimeMention } from './text/times.ts';
import type { Word } from './text/words.ts';
import type { Unit } from './unit.ts';

/** Which words of the unit bear out each word of the statement. */
export type Match = {
  readonly statement: Statement;
  readonly unit: Unit;
  /** By index of the claim's word: the words of the unit's text that say as much. */
  readonly links: ReadonlyMap<number, readonly Word[]>;
  /** Indexes of the claim's words that only the background says: names, roles, place. */
  readonly background: ReadonlySet<number>;
  /** Those of the claim's words that are borne out by their opposite: "did not affect" by "spared". */
  readonly turned: ReadonlySet<number>;
  /** Those of which the unit has the opposite: "a fall" where it has "a rise". */
  readonly contrary: ReadonlySet<number>;
  readonly dates: readonly DateMention[];
  readonly times: readonly TimeMention[];
  readonly figures: readonly Figure[];
};

/** Lays a statement beside a unit. */
export function matchStatement(statement: Statement, unit: Unit): Match {
  const links = new Map<number, readonly Word[]>();
  const background = new Set<number>();
  for (const word of statement.words) {
    if (word.pos === 'PUNCT' || word.pos === 'SYM') continue;
    const { said, around } = support(word, unit);
    if (said.length > 0) links.set(word.index, said);
    else if (around) background.add(word.index);
  }
  const own = new Set(statement.words.map(({ index }) => index));
  for (const idiom of findIdioms(statement.reading.words))
    if (idiom.words.every(({ index }) => own.has(index))) linkIdiom(idiom, unit, links);
  for (const word of statement.words) {
    const same = links.has(word.index) ? undefined : onSameScale(word, statement.reading, unit.reading);
    if (same) links.set(word.index, [same]);
  }
  const turned = new Set<number>();
  for (const word of statement.words) {
    const same = links.get(word.index)?.some((other) => sameWord(other, word));
    const others = same ? [] : opposed(word, statement, unit);
    if (others.length === 0) continue;
    links.set(word.index, others);
    turned.add(word.index);
  }
  for (const word of statement.words) if (isTaken(word, statement, links)) links.delete(word.index);
  const { words } = statement.reading;
  return {
    statement,
    unit,
    links,
    background,
    turned,
    contrary: new Set(
      statement.words
        .filter((word) => !turned.has(word.index))
        .filter((word) => isContrary(word, statement, { unit, isLinked: links.has(word.index) }))
        .map(({ index }) => index),
    ),
    dates: findDates(words).filter(({ from }) => own.has(from)),
    times: findTimes(words).filter(({ from }) => own.has(from)),
    figures: findFigures(words).filter(({ at }) => own.has(at)),
  };
}

/** "lost their lives" for "died", or for "were killed": what no word of it says, all of them say. */
function linkIdiom({ words, meanings }: FoundIdiom, unit: Unit, links: Map<number, readonly Word[]>): void {
  const known = unit.reading.words.filter((word) => !word.quoted && isOneOf(word, meanings));
  const alike = findIdioms(unit.reading.words).filter(
    (other) => other.meanings.intersection(meanings).size > 0,
  );
  const said = [...known, ...alike.flatMap(({ words: [first] }) => first ?? [])];
  if (said.length === 0) return;
  for (const word of words) if (isContent(word) && !links.has(word.index)) links.set(word.index, said);
}

/** "killed" is not borne out by the "fell" of shells where the claim has that "fell" as well: one doing, one verb. */
function isTaken(word: Word, { words }: Statement, links: ReadonlyMap<number, readonly Word[]>): boolean {
  const others = links.get(word.index) ?? [];
  if (word.pos !== 'VERB' || others.length === 0) return false;
  // "loses money when shares lose value" for "makes money when they lose value"
  const alike = words.filter(({ pos, lemma, quoted }) => pos === 'VERB' && lemma === word.lemma && !quoted);
  if (alike.length > others.length && !SUPPORT_VERBS.has(word.lemma) && !isSpeechVerb(word.lemma))
    return true;
  if (others.some((other) => sameWord(other, word))) return false;
  const rivals = words.filter((rival) => rival !== word && rival.pos === 'VERB');
  return others.every((other) =>
    rivals.some((rival) => rival.lemma === other.lemma && links.get(rival.index)?.includes(other)),
  );
}

/** What a unit says for a word: in its text, and whether around it. */
type Support = { readonly said: readonly Word[]; readonly around: boolean };

const KEPT_WORDS = 2000;
const supportsOf = oncePer((_unit: Unit) => new Map<string, Support>());

/** Kept for each unit: most claims use the same words of it. */
function support(word: Word, unit: Unit): Support {
  const kept = supportsOf(unit);
  const key = `${word.folded} ${word.lemma} ${word.pos} ${word.phrase ?? ''}`;
  const known = kept.get(key);
  if (known) return known;
  const found = findSupport(word, unit);
  if (kept.size >= KEPT_WORDS) kept.clear();
  kept.set(key, found);
  return found;
}

function findSupport(word: Word, unit: Unit): Support {
  const others = unit.reading.words.filter((other) => other.pos !== 'PUNCT');
  const same = others.filter((other) => sameWord(other, word));
  const found = same.length > 0 ? same : others.filter((other) => bearsOut(other, word));
  const said =
    found.length > 0 ? found : [...compound(word, unit), ...repeated(word, unit), ...told(word, unit)];
  // What the file says around a fact tells who and where: what was done is the fact's own to say.
  const says = word.pos === 'VERB' ? sameWord : bearsOut;
  const around = said.length === 0 && unit.background.some((other) => says(other, word));
  return { said, around };
}

const isOneOf = ({ lemma, folded, phrase = '' }: Word, meanings: ReadonlySet<string>) =>
  [lemma, folded, phrase].some((form) => meanings.has(form));

/** "voted" for "went to the polls". */
const told = (word: Word, { reading: { words } }: Unit): readonly Word[] =>
  findIdioms(words)
    .filter(({ meanings }) => isOneOf(word, meanings))
    .flatMap(({ words: [first] }) => first ?? []);

/** "counted again" for "a recount", and the other way round. */
function repeated(word: Word, { reading: { words } }: Unit): readonly Word[] {
  const again = words.some(({ folded }) => /^(?:again|second|another|new)$/.test(folded));
  return words.filter(
    ({ lemma, pos }) =>
      /^(?:NOUN|VERB)$/.test(pos) && (lemma === `re${word.lemma}` || (again && word.lemma === `re${lemma}`)),
  );
}

/** "takeover" for "take over", and the other way round: a noun made of a verb and its little word. */
function compound(word: Word, { reading: { words } }: Unit): readonly Word[] {
  const joined = word.phrase?.replace(' ', '');
  return words.filter(({ pos, lemma, phrase }) =>
    pos === 'VERB' ? word.pos === 'NOUN' && phrase?.replace(' ', '') === word.lemma : lemma === joined,
  );
}

/** Whether a word says something of its own: not grammar, not a mark, not inside a quotation. */
export function isContent(word: Word): boolean {
  if (word.quoted || /^(?:PUNCT|SYM|SPACE|PART)$/.test(word.pos)) return false;
  return !FUNCTION_WORDS.has(word.folded) && !(word.pos === 'VERB' && SUPPORT_VERBS.has(word.lemma));
}

/** The words of the unit that bear out a word of the claim; none where it has no link. */
export const linked = ({ links }: Pick<Match, 'links'>, { index }: Pick<Word, 'index'>): readonly Word[] =>
  links.get(index) ?? [];

/** Whether the claim tells a word of the unit. */
export const isTold = ({ links }: Pick<Match, 'links'>, word: Word) =>
  [...links.values()].some((others) => others.includes(word));
