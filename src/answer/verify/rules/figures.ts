/** Rules about numbers and how they are hedged. */
import { bearsOut } from '../lexicon/meaning.ts';
import { linked, type Match } from '../match.ts';
import { type Figure, findFigures } from '../text/figures.ts';
import type { Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

export const numbersStand = statementRule({
  name: 'numbers-stand',
  sentence: 'Every number in a claim is in the fact, and counts there what it counts here.',
  check: (match) => {
    const known = findFigures(match.unit.reading.words);
    const odd = match.figures.find(
      (figure, at) =>
        (!isImplied(figure, match) && !known.some((other) => counts(figure, other, match))) ||
        isTurned(figure, match.figures[at + 1], match),
    );
    if (odd) return match.statement.reading.words[odd.at]?.text;
    return match.statement.words.find((word) => isOneForMore(word, match))?.text;
  },
});

/** "one of them" where the fact has "two of them": a "one" that counts nothing by itself. */
function isOneForMore({ folded, index, quoted }: Word, match: Match): boolean {
  const { statement, figures, unit } = match;
  const { reading } = unit;
  const next = statement.reading.words[index + 1];
  if (figures.some(({ span }) => span.has(index))) return false;
  if (folded !== 'one' || quoted || !next || next.pos === 'PUNCT') return false;
  const before = reading.words
    .filter((word) => word.folded === next.folded && !word.quoted)
    .map((word) => reading.words[word.index - 1]);
  return before.some((word) => word?.pos === 'NUM') && !before.some((word) => word?.folded === 'one');
}

export const hedgesSurvive = statementRule({
  name: 'hedges-survive',
  sentence: '"More than 30" stays more than 30: no hedge of a number is dropped, added or changed.',
  check: (match) => {
    const known = findFigures(match.unit.reading.words);
    const odd = match.figures.find((figure) => {
      const same = known.filter((other) => counts(figure, other, match));
      // "were only applied four seconds before"
      const only =
        figure.hedge === 'none' && match.statement.words.some(({ folded }) => /^(?:only|just)$/.test(folded));
      return (
        same.length > 0 && !same.some(({ hedge }) => hedge === figure.hedge || (only && hedge === 'only'))
      );
    });
    return odd && `${match.statement.reading.words[odd.at]?.text}: ${odd.hedge}`;
  },
});

/** "aged 38 and 41" for "aged 41 and 38": bare numbers in a row keep their order. */
function isTurned(one: Figure, two: Figure | undefined, { statement, unit }: Match): boolean {
  if (!two || one.unit !== two.unit) return false;
  const words = unit.reading.words;
  const [first, second] = [one, two].map(({ value }) =>
    findFigures(words).filter((other) => other.value === value),
  );
  const bare = phraseOf(statement.words, one.at).length + phraseOf(statement.words, two.at).length === 0;
  return bare && first?.length === 1 && second?.length === 1 && (first[0]?.at ?? 0) > (second[0]?.at ?? 0);
}

function counts(figure: Figure, other: Figure, match: Match): boolean {
  if (figure.value !== other.value || !isOneUnit(figure, other, match)) return false;
  const ways = [sideOf(figure, match.statement.reading.words), sideOf(other, match.unit.reading.words)];
  if (ways.includes('from') && ways.includes('to')) return false;
  const part = partOf(figure, match.statement.reading.words);
  const whole = partOf(other, match.unit.reading.words);
  if (part !== undefined && whole !== undefined) return true;
  if (part !== undefined && DEFINITE.test(part)) return false;
  return figure.unit === '' ? countsSame(figure, other, match) : inSameClause(figure, other, match);
}

const DEFINITE = /^(?:the|these|those|its|their)$/;

/** "31 of the librarians", "Of the librarians, 31": of how many things it is a part. */
const partOf = ({ at, span, unit }: Figure, words: readonly Word[]) => {
  const next = Math.max(...span) + 1;
  const start = words.findIndex(({ sentence }) => sentence === words[at]?.sentence);
  const comma = words.slice(0, at).findLast(({ pos }) => pos !== 'ADV')?.folded === ',';
  if (comma && words[start]?.folded === 'of') return words[start + 1]?.folded;
  const of = words[next]?.folded === 'out' ? next + 1 : next;
  return unit === '' && words[of]?.folded === 'of' ? (words[of + 1]?.folded ?? '') : undefined;
};

/** "from 26 to 31" */
function sideOf({ span }: Figure, words: readonly Word[]): string | undefined {
  const before = words[Math.min(...span) - 1]?.folded;
  return before === 'from' || before === 'to' ? before : undefined;
}

/** "2.5 per cent a year" is not "2.5 per cent for one year". */
function isOneUnit(figure: Figure, other: Figure, { statement, unit }: Match): boolean {
  if (figure.unit === other.unit) return true;
  const lasts = ({ at }: Figure, words: readonly Word[]) =>
    /^(?:for|over)$/.test(words[at - 1]?.folded ?? '');
  const units = new Set([figure.unit, other.unit]);
  return (
    units.has('rate') &&
    units.has('time') &&
    !lasts(figure, statement.reading.words) &&
    !lasts(other, unit.reading.words)
  );
}

/** The thing counted is the one that the fact counts, and not another that it also names. */
function countsSame(figure: Figure, other: Figure, match: Match): boolean {
  const head = figure.counted.at(-1);
  if (!head) return inSameClause(figure, other, match);
  const links = linked(match, head);
  if (other.counted.some((word) => bearsOut(word, head))) return true;
  return links.every(({ pos }) => pos === 'VERB') || links.some((word) => isNear(word, other, match));
}

/** "At least 110 dead" counts the people killed: a word beside the number, before any other number. */
const isNear = (word: Word, { at, counted }: Figure, { unit }: Match) =>
  counted.length === 0 && unit.reading.words.slice(at, at + 4).includes(word);

/** Of two numbers of one kind, each goes with the verb of its own clause. */
function inSameClause(figure: Figure, other: Figure, match: Match): boolean {
  const { statement, unit } = match;
  const rivals = findFigures(unit.reading.words).filter(
    ({ unit: kind, value }) => kind === other.unit && value !== other.value,
  );
  if (rivals.length === 0) return true;
  const clauseOf = (index: number) =>
    unit.reading.clauses.find(({ words }) => words.some((word) => word.index === index))?.index;
  const own = statement.clauses.find(({ words }) => words.some(({ index }) => index === figure.at));
  // Of two numbers in one clause, each has the words that stand nearer to it.
  const isNearest = ({ index }: Word) =>
    match.figures.every(({ at }) => Math.abs(at - index) >= Math.abs(figure.at - index));
  const verbs = own?.words.filter((word) => /^(?:VERB|NOUN|PROPN)$/.test(word.pos) && isNearest(word)) ?? [];
  const tied = verbs.flatMap((verb) => linked(match, verb).map(({ index }) => clauseOf(index)));
  const votes = (at: number) => tied.filter((clause) => clause === clauseOf(at)).length;
  // In one clause, the words of its own phrase go with a number.
  const told = phraseOf(statement.words, figure.at).flatMap((word) => linked(match, word));
  const nearer = (at: number) => {
    const phrase = phraseOf(unit.reading.words, at);
    return told.filter((word) => phrase.includes(word)).length;
  };
  return rivals.every(
    (rival) =>
      votes(rival.at) < votes(other.at) ||
      (votes(rival.at) === votes(other.at) &&
        (clauseOf(rival.at) !== clauseOf(other.at) || nearer(rival.at) <= nearer(other.at))),
  );
}

/** The nouns and names around a number, between the next marks and conjunctions. */
function phraseOf(words: readonly Word[], at: number): readonly Word[] {
  const place = words.findIndex(({ index }) => index === at);
  const ends = ({ pos, folded, quoted }: Word) => !quoted && (pos === 'CCONJ' || /^[,;:.]$/.test(folded));
  const start = words.slice(0, place).findLastIndex(ends) + 1;
  const end = words.findIndex((word, index) => index > place && ends(word));
  return words
    .slice(start, end < 0 ? words.length : end)
    .filter(({ pos }) => /^(?:NOUN|PROPN|ADJ)$/.test(pos));
}

/** "the two leaders" of a fact that names two, "one docker" for "a docker". */
function isImplied(figure: Figure, match: Match): boolean {
  const { words } = match.statement.reading;
  if (figure.value === 2 && figure.unit === '')
    return (
      match.unit.reading.words.some(({ folded }) => folded === 'both') ||
      (/^(?:the|their|between|these|both)$/.test(words[figure.at - 1]?.folded ?? '') &&
        namesInText(match) >= 2)
    );
  if (isTheDay(figure, match)) return true;
  const head = figure.counted.at(-1);
  return (
    figure.value === 1 &&
    figure.unit === '' &&
    head !== undefined &&
    linked(match, head).some((word) => isSingular(word, match))
  );
}

/** "one day before" for "on the day before". */
function isTheDay({ unit, at, value }: Figure, { statement, unit: { reading } }: Match): boolean {
  const word = statement.reading.words[at + 1];
  if (unit !== 'time' || word === undefined || ![1, 60, 1440, 10_080, 43_800, 525_600].includes(value))
    return false;
  return reading.words.some(
    ({ lemma, index }) => lemma === word.lemma && reading.words[index - 1]?.folded === 'the',
  );
}

const isSingular = (word: Word, { unit }: Match) =>
  unit.reading.words
    .slice(Math.max(0, word.index - 2), word.index)
    .some(({ folded }) => /^an?$/.test(folded));

const namesInText = ({ unit }: Match) => new Set(unit.people.map(({ id }) => id)).size;
