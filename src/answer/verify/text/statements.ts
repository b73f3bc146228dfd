/** Clauses → statements: what a claim asserts piece by piece, each with whose word it says it is. */
import { connectiveAt } from '../lexicon/connectives.ts';
import { DENIALS } from '../lexicon/operators.ts';
import { TAKES_CLAUSE } from '../lexicon/speech.ts';
import type { Clause } from './clauses.ts';
import { clauseFrames, type Frame } from './frames.ts';
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
  if (opensWithTie(before) || opensWithAnswer(before)) return true;
  // "it was Petro who called", "the strikes that killed": without a comma it says which one is meant.
  // "has been sold | or published"
  if (clause.words[0]?.folded === 'or' && clause.words[1]?.pos === 'VERB') return true;
  // "is not known who they were | or from where they came", "whether, | or when, | it will end"
  if (/^(?:and|or)$/.test(clause.words[0]?.folded ?? '') && clause.words.slice(1, 3).some(asks)) return true;
  if (before?.link === 'content' && before.words.slice(0, 1).some(asks) && before.words.length <= 3)
    return true;
  if (clause.link === 'relative' && before?.words.at(-1)?.folded !== ',') return true;
  if (startsAfresh(clause, before)) return false;
  if (clause.link === 'content' || clause.link === 'tied') return true;
  if (reading.clauses[clause.index + 1]?.link === 'content') return false;
  return (
    /^[,”"»’']$/.test(before?.words.at(-1)?.text ?? '') &&
    isTrailingFrame(clause, framesOf.get(clause.index) ?? [])
  );
}

const asks = ({ folded }: Word) => /^(?:who|what|where|when|whether|why|how)$/.test(folded);

/** "said that A and | that B": two things said. */
const startsAfresh = (clause: Clause | undefined, before: Clause | undefined) =>
  clause?.link === 'content' && clause.words[0]?.folded === 'that' && before?.words.at(-1)?.pos === 'CCONJ';

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
  if (
    !verb ||
    !TAKES_CLAUSE.has(verb.lemma) ||
    /^(?:and|but|while|though|although|whereas|which|who)$/.test(clause.words[0]?.folded ?? '')
  )
    return false;
  const after = clause.words.filter((word) => word.index > verb.index);
  return !after.some(({ quoted }) => quoted) || after.every(({ quoted, pos }) => quoted || pos === 'PUNCT');
}

/** "Trump said A and B": B is his word too, unless it starts afresh with a subject of its own. */
function inheritFrames(statements: readonly Statement[], statement: Statement, at: number): Statement {
  const attached = statement.clauses[0]?.link === 'relative';
  const named = statement.frames.some(
    ({ verb, speakers }) => verb && DENIALS.has(verb.lemma) && speakers.length > 0,
  );
  const spoken = statement.frames.some(({ speakers }) => speakers.length > 0);
  if (spoken && (!attached || named) && !opensAfresh(statement)) return statement;
  const near = (other: Statement) => isNear(other, statement);
  const later = statements
    .slice(at + 1)
    .find((other) => near(other) && other.frames.some((frame) => isOuter(other, frame)));
  // "X said A, and the police searched, and took": who starts a subject of his own breaks what was said.
  const before = statements.slice(0, at).findLast((other) => near(other) && !startsRelative(other));
  const earlier = before && before.frames.length > 0 ? before : undefined;
  const carried =
    earlier && (carriesOn(earlier, statement) || startsAfresh(statement.clauses[0], earlier.clauses.at(-1)));
  const frames = later
    ? later.frames.filter((frame) => isOuter(later, frame))
    : carried
      ? earlier.frames.filter(
          (frame) => carriesOn(earlier, statement) || frame.clause === earlier.frames[0]?.clause,
        )
      : [];
  const { frames: alone } = statement;
  const over = later && later.clauses[0]?.sentence !== statement.clauses[0]?.sentence;
  if (frames.length === 0) return statement;
  const open = over || (!later && earlier !== undefined && /^[,;]$/.test(earlier.words.at(-1)?.folded ?? ''));
  return { ...statement, frames: [...alone, ...frames], ...(open ? { alone } : {}) };
}

const startsRelative = ({ clauses: [first] }: Statement) => first?.link === 'relative';

/** In one sentence, or on the two sides of a semicolon. */
function isNear(one: Statement, other: Statement): boolean {
  const [first = 0, second = 0] = [one, other].map(({ clauses }) => clauses[0]?.sentence ?? 0);
  const earlier = first < second ? one : other;
  return first === second || (Math.abs(first - second) === 1 && earlier.words.at(-1)?.folded === ';');
}

/** "and that he had asked for talks": said, whatever is asked in it. */
const opensAfresh = ({ clauses: [first] }: Statement) =>
  first?.link === 'content' && first.words[0]?.folded === 'that';

/** A frame that closes a sentence covers all of it. */
function isOuter(statement: Statement, frame: Frame): boolean {
  const clause = statement.clauses.find(({ index }) => index === frame.clause);
  if (!frame.verb) return statement.words.some(({ folded }) => folded === 'according');
  return (
    clause === statement.clauses.at(-1) && statement.clauses.length > 1 && TAKES_CLAUSE.has(frame.verb.lemma)
  );
}

function carriesOn(earlier: Statement, statement: Statement): boolean {
  const first = statement.clauses[0];
  // "According to X, A, and B"
  if (first?.link === 'and' && first.words[0]?.folded === 'and' && earlier.words[0]?.folded === 'according')
    return true;
  const said = earlier.frames.some(({ verb }) => !verb || TAKES_CLAUSE.has(verb.lemma));
  // "Vale said the crown, which is the state's, was not insured"
  const open = isUnfinished(earlier);
  if (first?.link === 'relative') return said && (open || earlier.clauses.at(-1)?.link === 'content');
  if (first?.link === 'and' && first.words[0]?.pos === 'AUX' && said) return true;
  // "said Astor; the sum has been set aside", "but they have no suspects"
  if (first?.link === 'start' && earlier.words.at(-1)?.folded === ';' && said) return true;
  if (!first || !said || first.link !== 'and') return false;
  const [one, two] = first.words;
  return (
    /^(?:and|or|but)$/.test(one?.folded ?? '') &&
    (two?.folded === 'that' || !afterComma(earlier) || /^(?:VERB|AUX|PRON)$/.test(two?.pos ?? ''))
  );
}

/** A verb of saying with no verb said yet. */
function isUnfinished({ words, frames }: Statement): boolean {
  const verb = frames.find((frame) => frame.verb)?.verb;
  return (
    verb !== undefined && !words.some(({ pos, index }) => index > verb.index && /^(?:VERB|AUX)$/.test(pos))
  );
}

const afterComma = (earlier: Statement) => earlier.words.at(-1)?.folded === ',';
