/** Rules about numbers and how they are hedged. */
import { MINUTES_IN } from '../lexicon/calendar.ts';
import { linked, type Match } from '../match.ts';
import { type Figure, findFigures } from '../text/figures.ts';
import { sameName } from '../text/names.ts';
import type { Word } from '../text/words.ts';
import { countedDates } from './relative-dates.ts';
import { statementRule } from './rule.ts';
import { isSameNumber, phraseOf } from './same-number.ts';

export const numbersStand = statementRule({
  name: 'numbers-stand',
  sentence: 'Every number in a claim is in the fact, and counts there what it counts here.',
  check: (match) => {
    const known = findFigures(match.unit.reading.words);
    const odd = match.figures.find(
      (figure, at) =>
        (!isImplied(figure, match) && !known.some((other) => isSameNumber(figure, other, match))) ||
        isTurned(figure, match.figures[at + 1], match),
    );
    if (odd) return match.statement.reading.words[odd.at]?.text;
    return match.statement.words.find((word) => isOneForMore(word, match) || isForEach(word, match))?.text;
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

/** "worth 130 million euros each" where the fact says what they are worth together. */
const isForEach = ({ folded, index, quoted }: Word, { figures, unit }: Match) =>
  /^(?:each|apiece)$/.test(folded) &&
  !quoted &&
  figures.some(({ span }) => span.has(index - 1) || span.has(index - 2)) &&
  !unit.reading.words.some((word) => /^(?:each|apiece|every|per|an?)$/.test(word.folded));

export const hedgesSurvive = statementRule({
  name: 'hedges-survive',
  sentence: '"More than 30" stays more than 30: no hedge of a number is dropped, added or changed.',
  check: (match) => {
    const known = findFigures(match.unit.reading.words);
    const odd = match.figures.find((figure) => {
      const same = known.filter((other) => isSameNumber(figure, other, match));
      // "were only applied four seconds before"
      const only =
        figure.hedge === 'none' && match.statement.words.some(({ folded }) => /^(?:only|just)$/.test(folded));
      // "only 16 millimetres instead of 24": the fact says that it ought to be more.
      const less =
        figure.hedge === 'only' && match.unit.reading.words.some(({ folded }) => folded === 'instead');
      // "saved in forty years" for "over forty years"
      const during =
        figure.unit === 'time' &&
        /^(?:in|during|within|across)$/.test(match.statement.reading.words[figure.at - 1]?.folded ?? '');
      return (
        same.length > 0 &&
        !same.some(
          ({ hedge, at }) =>
            hedge === figure.hedge ||
            (during && match.unit.reading.words[at - 1]?.folded === 'over') ||
            (only && hedge === 'only') ||
            (less && hedge === 'none'),
        )
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
  // "voted 1 to 10" for "ten to one"
  const own = statement.reading.words;
  const tally =
    own[two.at - 1]?.folded === 'to' &&
    two.at - 2 === Math.max(...one.span) &&
    own[one.at - 1]?.folded !== 'from';
  // "16 millimetres instead of 24"
  const instead = own.slice(one.at, two.at).some(({ folded }) => folded === 'instead');
  const bare =
    tally ||
    instead ||
    phraseOf(statement.words, one.at).length + phraseOf(statement.words, two.at).length === 0;
  return bare && first?.length === 1 && second?.length === 1 && (first[0]?.at ?? 0) > (second[0]?.at ?? 0);
}

/** "the two leaders" of a fact that names two, "one docker" for "a docker". */
const TIMES: Readonly<Record<number, string>> = { 1: 'once', 2: 'twice', 3: 'thrice' };

function isImplied(figure: Figure, match: Match): boolean {
  const { words } = match.statement.reading;
  if (isListed(figure, match)) return true;
  if (countedDates(match).some(({ from, to }) => figure.at >= from && figure.at < to)) return true;
  // "two times" for "twice"
  const times = figure.counted.at(-1)?.lemma === 'time' && TIMES[figure.value];
  if (times && match.unit.reading.words.some(({ folded }) => folded === times)) return true;
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

/** "three parties, A, B and C": so many are named behind it, up to the next verb. */
function isListed(
  { value, unit, span, counted }: Figure,
  { statement: { reading }, unit: { people, reading: fact } }: Match,
): boolean {
  const head = counted.at(-1)?.lemma;
  const countsThem = findFigures(fact.words).some((other) => other.counted.at(-1)?.lemma === head);
  if (unit !== '' || value < 2 || (head !== undefined && countsThem)) return false;
  const from = Math.max(...span) + 1;
  const verb = reading.words.find(({ index, pos }) => index > from && /^(?:VERB|AUX)$/.test(pos));
  const sentence = reading.words[from]?.sentence;
  const named = reading.mentions.filter(
    (mention) =>
      mention.from >= from &&
      mention.from < (verb?.index ?? reading.words.length) &&
      reading.words[mention.from]?.sentence === sentence &&
      people.some(({ id }) => mention.ids.has(id)),
  );
  const different = named.filter((one, at) => !named.slice(0, at).some((other) => sameName(one, other)));
  return [different, different.filter(({ person }) => person)].some(({ length }) => length === value);
}

/** "one day before" for "on the day before". */
function isTheDay({ unit, at, value }: Figure, { statement, unit: { reading } }: Match): boolean {
  const word = statement.reading.words[at + 1];
  if (unit !== 'time' || word === undefined || ![...MINUTES_IN.values()].includes(value)) return false;
  return reading.words.some(
    ({ lemma, index }) => lemma === word.lemma && reading.words[index - 1]?.folded === 'the',
  );
}

const isSingular = (word: Word, { unit }: Match) =>
  unit.reading.words
    .slice(Math.max(0, word.index - 2), word.index)
    .some(({ folded }) => /^an?$/.test(folded));

const namesInText = ({ unit }: Match) => new Set(unit.people.map(({ id }) => id)).size;
