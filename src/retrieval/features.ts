/** What the re-ranking knows of an entry: a few numbers, most of them within 0..1, each with a plain meaning. */
import { holdsAnswerType, type KindsPresent } from './answer-type.ts';
import type { Candidate } from './candidates.ts';
import type { Context } from './context.ts';
import type { Matching } from './matching.ts';
import type { PlannedTerm } from './plan.ts';
import type { AnalysedQuestion, QuestionTerm } from './question.ts';
import { isFunctionWord } from './stop-words.ts';
import { brokenNames, longestRun, pairs } from './wording.ts';

/**
 * The features. Shares are of the question's terms, weighted by rarity. `coverage`: met by the text's own words;
 * `standIns`: met otherwise; `exact`: met by the very word; `names`, `verbs`: met terms of that role; `previous`, `next`:
 * unmet here but met by that neighbour; `bm25`: relative to the best entry; `group`: BM25 of the paragraph relative to
 * the best one, `besideGroup`: of the paragraphs beside it; `pairs`, `run`, `brokenNames`: wording; `focus`: the noun
 * asked for is met; `focusKind`: something of its kind is there; `personKind` … `reason`: a thing of the type asked for
 * is there; `numberNear`: a number stands right before the noun that is counted; `pronoun`, `first`: how it begins;
 * `density`: share met for the length of the text.
 */
export const FEATURES = [
  'coverage',
  'standIns',
  'exact',
  'names',
  'verbs',
  'previous',
  'next',
  'bm25',
  'group',
  'besideGroup',
  'pairs',
  'run',
  'brokenNames',
  'focus',
  'focusKind',
  'personKind',
  'placeKind',
  'place',
  'date',
  'number',
  'numberNear',
  'duration',
  'reason',
  'pronoun',
  'first',
  'density',
] as const;
export type FeatureName = (typeof FEATURES)[number];
export type Features = Readonly<Record<FeatureName, number>>;

/** What the features of a candidate are made from; `best` are the highest scores among the candidates. */
export interface Look {
  readonly question: AnalysedQuestion;
  readonly terms: readonly PlannedTerm[];
  readonly candidate: Candidate;
  readonly matching: Matching;
  readonly context: Context;
  readonly kinds: KindsPresent;
  readonly best: { readonly bm25: number; readonly group: number };
}

/** The features of a candidate. */
export function featuresOf(look: Look): Features {
  const { question, terms, candidate, context, matching, best } = look;
  const total = terms.reduce((sum, { idf }) => sum + idf, 0) || 1;
  return {
    ...shares(look, total),
    ...typesPresent(look),
    bm25: candidate.bm25 / (best.bm25 || 1),
    group: context.group / (best.group || 1),
    besideGroup: context.besideGroup / total,
    pairs: pairs(matching, terms) / total,
    run: longestRun(matching.tokens, question.tokens) / Math.max(3, question.tokens.length),
    brokenNames: brokenNames(matching, terms) / total,
    pronoun: Number(PRONOUN.test(matching.tokens[0]?.folded ?? '')),
    first: Number(context.first),
  };
}

const PRONOUN = /^(?:he|she|it|they|this|these|his|her|its|their)$/;

type ShareName =
  | 'coverage'
  | 'standIns'
  | 'exact'
  | 'names'
  | 'verbs'
  | 'previous'
  | 'next'
  | 'focus'
  | 'density';

function shares({ question, terms, matching, context }: Look, total: number): Record<ShareName, number> {
  const share = (value: (n: number) => number) =>
    terms.reduce((sum, { idf }, n) => sum + idf * value(n), 0) / total;
  const howOf = (n: number) => matching.matches[n]?.how;
  const isDirect = (n: number) => howOf(n) === 'exact' || howOf(n) === 'stem';
  const ofRole = (role: QuestionTerm['role']) =>
    share((n) => Number(terms[n]?.term.role === role && matching.matches[n] !== undefined));
  const gained = (mask: number) => share((n) => Number(!matching.matches[n] && (mask & (1 << n)) !== 0));
  const words = matching.tokens.filter(({ folded }) => !isFunctionWord(folded)).length;
  return {
    coverage: share((n) => Number(isDirect(n))),
    standIns: share((n) => (isDirect(n) ? 0 : (matching.matches[n]?.weight ?? 0))),
    exact: share((n) => Number(howOf(n) === 'exact')),
    names: ofRole('name'),
    verbs: ofRole('verb'),
    previous: gained(context.previous),
    next: gained(context.next),
    focus: Number(terms.some(({ term }, n) => term.stem === question.focus?.stem && matching.matches[n])),
    density:
      (share((n) => Number(matching.matches[n] !== undefined)) * 3) / (3 + Math.max(0, words - terms.length)),
  };
}

type TypeName =
  | 'focusKind'
  | 'personKind'
  | 'placeKind'
  | 'place'
  | 'date'
  | 'number'
  | 'numberNear'
  | 'duration'
  | 'reason';

function typesPresent({ question, matching, kinds }: Look): Record<TypeName, number> {
  const isPresent = holdsAnswerType(matching.tokens, question, matching.entry);
  const typed = (type: AnalysedQuestion['answerType']) => Number(isPresent && question.answerType === type);
  return {
    focusKind: Number(kinds.asked),
    personKind: Number(kinds.person),
    placeKind: Number(kinds.place),
    place: typed('place'),
    date: typed('date'),
    number: typed('number'),
    numberNear: Number(countsFocus(matching, question)),
    duration: typed('duration'),
    reason: typed('reason'),
  };
}

/** Words between a number and what it counts: "30 small wooden boats". */
const COUNT_REACH = 4;

function countsFocus({ tokens }: Matching, { kind, focus }: AnalysedQuestion): boolean {
  if (kind !== 'how-many' || !focus) return false;
  const at = tokens.findIndex(({ stem }) => stem === focus.stem);
  return tokens.slice(Math.max(0, at - COUNT_REACH), Math.max(0, at)).some(({ stem }) => /^\d/.test(stem));
}
