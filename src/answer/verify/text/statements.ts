/** Clauses → statements: what a claim asserts piece by piece, each with whose word it says it is. */
import { connectiveAt } from '../lexicon/connectives.ts';
import { SPEECH_NOUNS, TAKES_CLAUSE } from '../lexicon/speech.ts';
import type { Clause } from './clauses.ts';
import { clauseFrames, type Frame } from './frames.ts';
import { inheritFrames, startsAfresh } from './inheriting.ts';
import type { Mention } from './names.ts';
import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

/** A part of a claim that one fact has to bear out by itself. */
export type Statement = {
  readonly reading: Reading;
  readonly clauses: readonly Clause[];
  readonly words: readonly Word[];
  readonly frames: readonly Frame[];
  /** Its own frames alone, where it has others over a mark: "X said A; B" can be read in both ways. */
  readonly alone?: readonly Frame[];
};

/** The names that begin in a statement. */
export function mentionsIn({ reading, words }: Statement): readonly Mention[] {
  const own = new Set(words.map(({ index }) => index));
  return reading.mentions.filter(({ from }) => own.has(from));
}

/** The statements of a reading, in order. */
export function readStatements(reading: Reading): readonly Statement[] {
  const framesOf = new Map(reading.clauses.map((clause) => [clause.index, clauseFrames(reading, clause)]));
  const groups: Clause[][] = [];
  for (const clause of reading.clauses) {
    const group = groups.at(-1);
    const opened = group !== undefined && group.length === 2 && opensWithAnswer(group[0]);
    if (group && group[0]?.sentence === clause.sentence && (opened || belongs(clause, { reading, framesOf })))
      group.push(clause);
    else groups.push([clause]);
  }
  const statements = groups.map((clauses) => ({
    reading,
    clauses,
    words: clauses.flatMap(({ words }) => words),
    frames: clauses.flatMap(({ index }) => framesOf.get(index) ?? []),
  }));
  const inherited: Statement[] = [];
  for (const [at, statement] of statements.entries())
    inherited.push(inheritFrames([...inherited, ...statements.slice(at)], statement, at));
  return inherited;
}

type Grouping = {
  readonly reading: Reading;
  readonly framesOf: ReadonlyMap<number, readonly Frame[]>;
};

function belongs(clause: Clause, { reading, framesOf }: Grouping): boolean {
  if (clause.inserted) return true;
  const before = reading.clauses[clause.index - 1];
  // "After the election it took 71 days, and a mission …": what "and" joins to it is no half of it.
  const apart = clause.words[0]?.pos === 'CCONJ' || clause.words[0]?.folded === 'while';
  if (opensWithTie(before) && !apart) return true;
  // "has been sold | or published"
  if (clause.words[0]?.folded === 'or' && clause.words[1]?.pos === 'VERB') return true;
  // "is not known who they were | or from where they came", "whether, | or when, | it will end"
  if (/^(?:and|or)$/.test(clause.words[0]?.folded ?? '') && clause.words.slice(1, 3).some(asks)) return true;
  // "advises people to wear gloves | and wash their clothes"
  if (goesOnBare(clause, before)) return true;
  // "it was Petro who called", "the strikes that killed": without a comma it says which one is meant.
  if (clause.link === 'relative' && before?.words.at(-1)?.folded !== ',') return true;
  if (startsAfresh(clause, before)) return false;
  if (clause.link === 'content' || clause.link === 'tied') return true;
  if (reading.clauses[clause.index + 1]?.link === 'content') return false;
  return (
    /^[,”"»’']$/.test(before?.words.at(-1)?.text ?? '') &&
    !resumes(clause, before) &&
    isTrailingFrame(clause, framesOf.get(clause.index) ?? [])
  );
}

/** "Petro, who called it false, | denied having links": no ", said Petro". */
const resumes = ({ words: [verb, next] }: Clause, before: Clause | undefined) =>
  before?.link === 'relative' && verb?.pos === 'VERB' && !/^(?:PROPN|DET|PRON)$/.test(next?.pos ?? '');

/** A bare verb behind "and" that shares the "to" of a verb with an object before it. */
function goesOnBare({ words: [joint, verb] }: Clause, before: Clause | undefined): boolean {
  const to = before?.words.findLastIndex(({ folded, pos }) => folded === 'to' && pos === 'PART') ?? -1;
  return (
    /^(?:and|or)$/.test(joint?.folded ?? '') &&
    verb?.pos === 'VERB' &&
    verb.folded === verb.lemma &&
    /^(?:NOUN|PROPN|PRON)$/.test(before?.words[to - 1]?.pos ?? '') &&
    before?.words[to + 1]?.pos === 'VERB'
  );
}

const asks = ({ folded }: Word) => /^(?:who|what|where|when|whether|why|how)$/.test(folded);

/** "If the strike goes on, …": half of a statement. */
function opensWithTie(before: Clause | undefined): boolean {
  const folded = before?.words.map((word) => word.folded) ?? [];
  return (
    before !== undefined &&
    before.link === 'start' &&
    // "Who they were, and from where they came, is not known"
    (/^(?:should|who|what|where|whether|why|how)$/.test(folded[0] ?? '') ||
      folded.slice(0, 2).some((_, at) => connectiveAt(folded, at)) ||
      opensWithTime(before, folded))
  );
}

/** "About ten seconds before the floor gave way, …" */
function opensWithTime({ words }: Clause, folded: readonly string[]): boolean {
  const number = words.findIndex(({ pos }) => pos === 'NUM');
  return (
    number >= 0 &&
    number <= 2 &&
    words.slice(0, number).every(({ pos }) => /^(?:ADP|ADV|ADJ|DET)$/.test(pos)) &&
    words[number + 1]?.pos === 'NOUN' &&
    connectiveAt(folded, number + 2) !== undefined
  );
}

/** "Asked whether …, Trump said": the question that a statement answers. */
function opensWithAnswer(before: Clause | undefined): boolean {
  const start = before?.link === 'tied' ? undefined : before;
  const sentence = start?.words.find(({ pos }) => pos !== 'PUNCT');
  return (
    start?.link === 'start' &&
    sentence?.pos === 'VERB' &&
    /^(?:ask|speak|answer|reply|respond|address)$/.test(sentence.lemma)
  );
}

/** ", Petro told supporters at a rally": a clause of saying with nothing said in it. */
function isTrailingFrame(clause: Clause, frames: readonly Frame[]): boolean {
  const verb = frames.find((frame) => frame.verb)?.verb;
  // ", an allegation he denies"
  if (clause.words[0]?.pos === 'DET' && SPEECH_NOUNS.has(clause.words[1]?.lemma ?? '')) return false;
  if (
    !verb ||
    !TAKES_CLAUSE.has(verb.lemma) ||
    /^(?:and|but|while|though|although|whereas|which|who)$/.test(clause.words[0]?.folded ?? '')
  )
    return false;
  const after = clause.words.filter((word) => word.index > verb.index);
  return !after.some(({ quoted }) => quoted) || after.every(({ quoted, pos }) => quoted || pos === 'PUNCT');
}
