/** What the re-ranking knows of an entry: a few numbers, most of them within 0..1, each with a plain meaning. */
import { findSlot, type Slot } from './answer-slot.ts';
import { holdsAnswerType, tellsMeans } from './answer-type.ts';
import type { Look } from './look.ts';
import { isNamed, type ReadEntry } from './read-entry.ts';
import { ofSurroundings } from './surroundings.ts';
import { brokenNames, isBrokenOff, longestRun, turnsKept } from './wording.ts';

/**
 * The features. Shares are of the question's terms, weighted by rarity in scope.
 *
 * Of the text: `exact`: met by the very word; `standIns`: met otherwise than by a form of it; `met`: met surely or
 * less so, and `partlyMet` its root, for which a little counts much; `exactTelling`: as `exact`, weighted by rarity in
 * the language; `least`: how surely the term is met that is met worst; `focus`: how surely the noun asked for is met;
 * `run`, `brokenNames`, `turns`: wording; `early`: how soon the first term comes; `length`: in content words,
 * logarithm; `subject`: whether words of like company make up both texts; `brokenOff`: whether the text ends in the
 * middle, at an abbreviation, as sentences cut by machine do.
 *
 * Of what stands around: `before`, `after`: how much more surely a term is met there than here; `betterAfter`: how much
 * more surely all of them together are; `around`: met here or there; `namesBefore`, `namesAround`: names that are met only there; `pronounBefore`, `definiteBefore`: met before,
 * where it begins with a pronoun or a "the"; `last`, `depth`: its place in the
 * paragraph; `paragraph`: length of that; `bm25`, `group`, `besideGroup`: of the entry, its paragraph and those beside
 * that, relative to the best entry and paragraph.
 *
 * Of what may answer: `focusKind`, `placeKind`: something of the kind asked for is there; `date`, `reason`: a thing of
 * the type asked for is there; `means`: by what something is done, for "how"; `fullName`: somebody's name, for "who"; `slot`, `near`: something of the type is there,
 * and near the terms; `nearDate`, `nearNumber`: the same for two types; `newNumber`, `newRarity`: a number,
 * and the rarest of the words, that the question does not have.
 */
export const FEATURES = [
  'exact',
  'standIns',
  'met',
  'partlyMet',
  'exactTelling',
  'least',
  'focus',
  'run',
  'brokenNames',
  'turns',
  'early',
  'length',
  'subject',
  'brokenOff',
  'before',
  'after',
  'betterAfter',
  'around',
  'namesBefore',
  'namesAround',
  'pronounBefore',
  'definiteBefore',
  'last',
  'depth',
  'paragraph',
  'bm25',
  'group',
  'besideGroup',
  'focusKind',
  'placeKind',
  'date',
  'reason',
  'means',
  'fullName',
  'slot',
  'near',
  'nearDate',
  'nearNumber',
  'newNumber',
  'newRarity',
] as const;
export type FeatureName = (typeof FEATURES)[number];
export type Features = Readonly<Record<FeatureName, number>>;

/** The features of a candidate. */
export function featuresOf(look: Look): Features {
  return {
    ...ofText(look),
    ...ofSurroundings(look),
    ...ofAnswer(look),
  };
}

function ofText({ asked, context }: Look) {
  const { matching, strengths, read } = context.sentence;
  const { terms, telling } = asked;
  const { tokens } = asked.question;
  const sums = { idf: 0, telling: 0, exact: 0, standIns: 0, met: 0, exactTelling: 0 };
  let least = 1;
  // Index loops here and below, for the shares of a question are added up for each of its candidates.
  for (let n = 0; n < terms.length; n += 1) {
    const { idf = 0 } = terms[n] ?? {};
    const tells = telling[n] ?? 0;
    const strength = strengths[n] ?? 0;
    const match = matching.matches[n];
    sums.idf += idf;
    sums.telling += tells;
    sums.met += idf * strength;
    if (match?.how === 'exact') {
      sums.exact += idf;
      sums.exactTelling += tells;
    } else if (match && match.how !== 'stem') sums.standIns += idf * match.weight;
    if (tells > TELLING && strength < least) least = strength;
  }
  const all = sums.idf || 1;
  const met = sums.met / all;
  const first = matching.termAt.findIndex((term) => term >= 0);
  return {
    exact: sums.exact / all,
    standIns: sums.standIns / all,
    met,
    partlyMet: Math.sqrt(Math.max(0, met)),
    exactTelling: sums.exactTelling / (sums.telling || 1),
    least,
    focus: strengths[terms.findIndex(({ term }) => term.stem === asked.question.focus?.stem)] ?? 0,
    run: longestRun(read.words, tokens, asked.places) / Math.max(3, tokens.length),
    brokenNames: brokenNames(matching, terms) / all,
    turns: turnsKept(read.words, asked.turns),
    early: first < 0 ? 0 : 1 / (1 + first / EARLY),
    length: Math.log(1 + read.words.filter(({ isContent }) => isContent).length),
    subject: asked.subjectOf(context.sentence),
    brokenOff: Number(isBrokenOff(read.entry.text)),
  };
}

/** Commoner words need not be met. */
const TELLING = 0.3;
/** Words after which the beginning of a sentence is half over. */
const EARLY = 5;

function ofAnswer({ asked, context, kinds }: Look) {
  const { question } = asked;
  const { read } = context.sentence;
  const slot: Slot = findSlot(context.sentence, asked);
  const fresh = read.words.filter(({ isContent, stem }) => isContent && !asked.asked.has(stem));
  const type = question.answerType;
  const isThere = holdsAnswerType(read, asked);
  return {
    focusKind: Number(kinds.asked),
    placeKind: Number(kinds.place),
    date: Number(type === 'date' && isThere),
    reason: Number(type === 'reason' && isThere),
    means: Number(question.kind === 'how' && tellsMeans(read.words)),
    fullName: Number(type === 'person' && hasFullName(read, asked.asked)),
    slot: slot.fits,
    near: slot.near,
    nearDate: type === 'date' ? slot.near : 0,
    nearNumber: type === 'number' ? slot.near : 0,
    newNumber: Number(fresh.some(({ isNumber }) => isNumber)),
    newRarity: Math.max(0, ...fresh.map(({ rarity }) => rarity)),
  };
}

/** Two words with a capital next to each other that the question does not have: "Janet Gray". */
function hasFullName(read: ReadEntry, asked: ReadonlySet<string>): boolean {
  const isFreshName = (at: number) => isNamed(read, at) && !asked.has(read.words[at]?.stem ?? '');
  return read.words.some((_, at) => at > 0 && read.isJoined(at) && isFreshName(at) && isFreshName(at - 1));
}
