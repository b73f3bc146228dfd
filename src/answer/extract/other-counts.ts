/** Whether a candidate counts others than those who are asked about. */
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { AskedTerm } from './asked-terms.ts';
import type { Candidate } from './candidate.ts';
import type { Coverage } from './coverage.ts';
import type { Mention } from './mentions.ts';
import { isName } from './times.ts';

type Measures = {
  readonly coverage: Coverage;
  /** The terms that the candidate does not meet. */
  readonly unmet: readonly AskedTerm[];
  readonly dossier: Dossier;
};

/** Whether all are counted where only some are asked for. */
export function countsOthers(asked: Asked, candidate: Candidate, measures: Measures): boolean {
  if (asked.question.kind !== 'how-many') return false;
  return (
    isOfAnotherNation(asked, measures) ||
    (asksForPart(asked) && measures.unmet.some(({ part }) => part === 'content')) ||
    ((asksForPart(asked) || isAlone(asked)) && isOfSeveralPlaces(asked, candidate))
  );
}

/** "How many Colombians were killed?" of a count of all the dead. */
function isOfAnotherNation({ question, mentions }: Asked, { coverage, dossier }: Measures): boolean {
  const isNation = ({ ids, words, from }: Mention) =>
    question.tokens[from - 1]?.folded === 'many' ||
    (dossier.people.get(ids[0] ?? '')?.kind === 'place' &&
      /^(?:are|was|were)$/.test(question.tokens[from - 1]?.folded ?? '') &&
      /(?:an|ese|ish)s?$/.test(words.at(-1) ?? ''));
  const counted = mentions.findIndex(isNation);
  return counted >= 0 && (coverage.named[counted] ?? 0) < 1;
}

/** "How many of the dead were children?" */
function asksForPart({ question: { tokens } }: Asked): boolean {
  const many = tokens.findIndex(({ folded }) => folded === 'many');
  return many >= 0 && tokens[many + 1]?.folded === 'of';
}

function isAlone({ question: { tokens } }: Asked): boolean {
  return tokens.some(({ folded }) => /^(?:alone|only|just)$/.test(folded));
}

const IN = /^(?:in|at|on|near|off|from)$/;
/** Tokens from the preposition or the "and" to a place among several: "in the Caribbean and the eastern Pacific". */
const LISTED = 4;

/** Whether it tells what was at several places together, of which the question has one or asks for each. */
function isOfSeveralPlaces({ question }: Asked, { reading: { tokens } }: Candidate): boolean {
  const isPlaced = (all: typeof tokens, at: number) =>
    all.slice(Math.max(0, at - LISTED), at).some(({ folded }) => IN.test(folded));
  const asked = new Set(
    question.tokens.filter((_, at) => isPlaced(question.tokens, at)).map(({ stem }) => stem),
  );
  return tokens.some(
    ({ folded }, and) =>
      folded === 'and' &&
      isPlaced(tokens, and) &&
      tokens
        .slice(Math.max(0, and - LISTED), and + 1 + LISTED)
        .some((token) => isName(token) && asked.has(token.stem)),
  );
}
