/** Whether a number counts in the fact what it counts in the claim. */
import { bearsOut } from '../lexicon/meaning.ts';
import { linked, type Match } from '../match.ts';
import { clauseOf } from '../text/clauses.ts';
import { ageOf, type Figure, findFigures } from '../text/figures.ts';
import { isPossessiveMark, type Word } from '../text/words.ts';
import { isOfAPart } from './part-numbers.ts';
import { isOtherFacts } from './two-facts.ts';

/** Whether a number of the claim is a number of the fact, and counts there what it counts here. */
export function isSameNumber(figure: Figure, other: Figure, match: Match): boolean {
  const age = ageOf(figure, match.statement.reading.words);
  if (age !== undefined && age === ageOf(other, match.unit.reading.words)) return true;
  if (figure.value !== other.value || !isOneUnit(figure, other, match)) return false;
  if (isTallied(figure, other, match)) return true;
  if (isOtherFacts(figure, other, match)) return false;
  const own = match.statement.reading.words;
  const theirs = match.unit.reading.words;
  const ways = [sideOf(figure, own), sideOf(other, theirs)];
  const [way, otherWay] = ways;
  // "rose by 5 per cent" for "rose to 5 per cent"
  if (
    way !== undefined &&
    otherWay !== undefined &&
    way !== otherWay &&
    (figure.unit !== '' || !ways.includes('by'))
  )
    return false;
  if (isShare(figure, own) && isDistance(other, theirs)) return false;
  if (isBase(other, theirs) && !isBase(figure, own)) return false;
  const part = partOf(figure, own);
  if (part !== undefined && partOf(other, theirs) !== undefined) return true;
  const owned = ownedBehind(figure, own);
  const told = other.counted.at(-1);
  const ofOwner = told && theirs[told.index + 1]?.folded === 'of';
  if (owned && ofOwner && bearsOut(told, owned)) return true;
  if (part !== undefined && DEFINITE.test(part)) return false;
  return figure.unit === '' ? countsSame(figure, other, match) : inSameClause(figure, other, match);
}

/** "voted five to two" for "five votes for it and two against". */
function isTallied(figure: Figure, other: Figure, { statement, unit, figures }: Match): boolean {
  const words = [statement.reading.words, unit.reading.words];
  const first = figures.find(({ span }) => Math.max(...span) === figure.at - 2);
  return (
    first !== undefined &&
    words[0]?.[figure.at - 1]?.folded === 'to' &&
    words.every((all) => all.some(({ lemma }) => lemma === 'vote')) &&
    findFigures(unit.reading.words).some(({ value, at }) => value === first.value && at < other.at)
  );
}

const DEFINITE = /^(?:the|these|those|its|their)$/;

/** "two of the ship's officers" for "two officers of the ship": what is counted stands behind its owner. */
function ownedBehind({ span }: Figure, words: readonly Word[]): Word | undefined {
  const end = Math.max(...span) + 1;
  const mark = words.slice(end, end + 5).find((word) => isPossessiveMark(word));
  return words[end]?.folded === 'of' && mark
    ? words.slice(mark.index + 1, mark.index + 4).find(({ pos }) => pos === 'NOUN')
    : undefined;
}

/** "31 of the librarians", "Of the librarians, 31": of how many things it is a part. */
const partOf = ({ at, span, unit }: Figure, words: readonly Word[]) => {
  const next = Math.max(...span) + 1;
  const start = words.findIndex(({ sentence }) => sentence === words[at]?.sentence);
  const comma = words.slice(0, at).findLast(({ pos }) => pos !== 'ADV')?.folded === ',';
  if (comma && words[start]?.folded === 'of') return words[start + 1]?.folded;
  const of = words[next]?.folded === 'out' ? next + 1 : next;
  return unit === '' && words[of]?.folded === 'of' ? (words[of + 1]?.folded ?? '') : undefined;
};

/** "one case for every 9,000 people": of so many, and not so many. */
const isBase = ({ span }: Figure, words: readonly Word[]) => words[Math.min(...span) - 1]?.folded === 'every';

/** "from 26 to 31" */
function sideOf({ span }: Figure, words: readonly Word[]): string | undefined {
  const before = words[Math.min(...span) - 1]?.folded;
  return before === 'from' || before === 'to' || before === 'by' ? before : undefined;
}

/** "28 per cent of the value" is not "28 per cent above the value". */
const isShare = ({ span, unit }: Figure, words: readonly Word[]) =>
  unit === 'percent' && words[Math.max(...span) + 1]?.folded === 'of';
const isDistance = ({ span, unit }: Figure, words: readonly Word[]) =>
  unit === 'percent' &&
  /^(?:above|below|over|under|more|less|higher|lower|dearer|cheaper)$/.test(
    words[Math.max(...span) + 1]?.folded ?? '',
  );

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
  if (other.counted.some((word) => bearsOut(word, head)))
    return !isAnotherClauses(figure, other, match) && !isOfAPart(figure, other, match);
  return (
    !isOfAPart(figure, other, match) &&
    (links.every(({ pos }) => pos === 'VERB') ||
      links.some((word) => isNear(word, other, match) || isMemberOf(word, other, match)))
  );
}

/** "six employees" for "six members of the staff" */
const isMemberOf = ({ index }: Word, { counted }: Figure, { unit: { reading } }: Match) => {
  const member = counted.at(-1);
  const between = member ? reading.words.slice(member.index + 1, index) : [];
  return member?.lemma === 'member' && between[0]?.folded === 'of' && between.length <= 4;
};

/** "set fire to eleven houses" for "emptied eleven houses and set fire to four": the verb has another number. */
function isAnotherClauses(figure: Figure, other: Figure, match: Match): boolean {
  const { statement, unit, figures } = match;
  const home = (index: number) => clauseOf(unit.reading, index);
  const own = clauseOf(statement, figure.at);
  const verbs = own?.words.filter(({ pos, quoted }) => pos === 'VERB' && !quoted) ?? [];
  const told = verbs.flatMap((verb) => linked(match, verb).filter(({ lemma }) => lemma === verb.lemma));
  const rivals = findFigures(unit.reading.words).filter(
    ({ unit: kind, value }) => kind === other.unit && !figures.some((one) => one.value === value),
  );
  return (
    told.length > 0 &&
    told.every(
      ({ index }) => home(index) !== home(other.at) && rivals.some(({ at }) => home(at) === home(index)),
    )
  );
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
  if (isAnotherClauses(figure, other, match)) return false;
  const home = (index: number) => clauseOf(unit.reading, index);
  const own = clauseOf(statement, figure.at);
  // Of two numbers in one clause, each has the words that stand nearer to it.
  const isNearest = ({ index }: Word) =>
    match.figures.every(({ at }) => Math.abs(at - index) >= Math.abs(figure.at - index));
  const verbs = own?.words.filter((word) => /^(?:VERB|NOUN|PROPN)$/.test(word.pos) && isNearest(word)) ?? [];
  const tied = verbs.flatMap((verb) => linked(match, verb).map(({ index }) => home(index)));
  const votes = (at: number) => tied.filter((clause) => clause === home(at)).length;
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
        (home(rival.at) !== home(other.at) || nearer(rival.at) <= nearer(other.at))),
  );
}

/** The nouns and names around a number, between the next marks and conjunctions. */
export function phraseOf(words: readonly Word[], at: number): readonly Word[] {
  const place = words.findIndex(({ index }) => index === at);
  const ends = ({ pos, folded, quoted }: Word) => !quoted && (pos === 'CCONJ' || /^[,;:.]$/.test(folded));
  const start = words.slice(0, place).findLastIndex(ends) + 1;
  const end = words.findIndex((word, index) => index > place && ends(word));
  return words
    .slice(start, end < 0 ? words.length : end)
    .filter(({ pos }) => /^(?:NOUN|PROPN|ADJ)$/.test(pos));
}
