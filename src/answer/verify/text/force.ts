/** Which words of a text are denied, planned, possible, suspected …: the reach of each such word. */
import { DENIALS, type Operator, operatorsOf } from '../lexicon/operators.ts';
import { isSpeechVerb } from '../lexicon/speech.ts';
import type { Clause } from './clauses.ts';
import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

/** What holds for a word: whether it is denied, and the other operators in whose reach it stands. */
export type Force = { readonly negated: boolean; readonly operators: ReadonlySet<Operator> };

const readForces = new WeakMap<Reading, ReadonlyMap<number, Force>>();

/** The force of each word by its index; words out of every reach are left out. */
export function forceOf(reading: Reading): ReadonlyMap<number, Force> {
  const known = readForces.get(reading);
  if (known) return known;
  const forces = readForce(reading);
  readForces.set(reading, forces);
  return forces;
}

type Tally = { grammar: number; meaning: boolean; operators: Set<Operator> };

function readForce(reading: Reading): ReadonlyMap<number, Force> {
  const tallies = new Map<number, Tally>();
  for (const clause of reading.clauses)
    for (const [at, word] of clause.words.entries())
      for (const operator of operatorsAt(clause, at))
        for (const reached of reachOf(reading, clause, at)) tally(tallies, reached, { operator, word });
  return new Map(
    [...tallies].map(([index, { grammar, meaning, operators }]) => [
      index,
      { negated: (grammar + (meaning ? 1 : 0)) % 2 === 1, operators },
    ]),
  );
}

function tally(
  tallies: Map<number, Tally>,
  reached: Word,
  { operator, word }: { operator: Operator; word: Word },
): void {
  const own = tallies.get(reached.index) ?? { grammar: 0, meaning: false, operators: new Set<Operator>() };
  tallies.set(reached.index, own);
  if (operator !== 'negation') own.operators.add(operator);
  else if (DENIALS.has(word.folded) || DENIALS.has(word.lemma)) own.meaning = true;
  else own.grammar += 1;
}

function operatorsAt({ words }: Clause, at: number): readonly Operator[] {
  const word = words[at];
  if (!word || word.pos === 'PROPN') return [];
  const next = words[at + 1];
  const before = words[at - 1];
  if (word.folded === 'forward' && before?.lemma === 'look') return ['future'];
  // "is to meet", "are set to meet", "is due to meet", "is going to meet"
  if (
    word.folded === 'to' &&
    next?.pos === 'VERB' &&
    /^(?:be|set|due|go|poise|schedule)$/.test(before?.lemma ?? '')
  )
    return ['future'];
  if (/^(?:before|until)$/.test(word.folded)) return [];
  return operatorsOf(word.folded, word.lemma);
}

/** The words that an operator reaches. */
function reachOf(reading: Reading, clause: Clause, at: number): readonly Word[] {
  const word = clause.words[at];
  if (!word) return [];
  const after = clause.words.slice(at + 1);
  if (isGrammar(word))
    return word.folded === 'if' || word.folded === 'unless' ? [...after, ...hostOf(reading, clause)] : after;
  if (modifiesNoun(clause, at)) return phraseAfter(after);
  const content = reading.clauses[clause.index + 1];
  const beyond = content?.link === 'content' && content.sentence === clause.sentence ? content.words : [];
  const whole = isPassiveOrPredicate(clause, at) ? clause.words.filter((other) => other !== word) : after;
  const said = isTrailing(clause, word)
    ? reading.clauses
        .filter(({ sentence, index }) => sentence === clause.sentence && index < clause.index)
        .flatMap(({ words }) => words)
    : [];
  return [...whole, ...beyond, ...said];
}

const isGrammar = ({ pos }: Word) => /^(?:AUX|PART|DET|PRON|SCONJ|CCONJ|ADP|ADV)$/.test(pos);

/** The main clause of a condition: the one before, or the one after where the sentence opens with "if". */
function hostOf({ clauses }: Reading, { index, sentence, link }: Clause): readonly Word[] {
  const before = clauses.slice(0, index).findLast((clause) => clause.sentence === sentence);
  if (
    before &&
    before.words.some(({ lemma, pos }) => pos === 'VERB' && /^(?:ask|wonder|decide|know)$/.test(lemma))
  )
    return [];
  const host = before && link !== 'start' ? before : clauses[index + 1];
  return host?.sentence === sentence ? host.words : [];
}

/** "suspected boats", "possible attack": right before the noun. */
function modifiesNoun({ words }: Clause, at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  const next = words[at + 1];
  if (!word || !/^(?:ADJ|VERB)$/.test(word.pos) || !/^(?:NOUN|ADJ|PROPN)$/.test(next?.pos ?? ''))
    return false;
  return !before || /^(?:ADP|DET|NUM|ADJ|PUNCT)$/.test(before.pos) || word.pos === 'ADJ';
}

function phraseAfter(after: readonly Word[]): readonly Word[] {
  const end = after.findIndex(
    ({ pos, folded }) =>
      /^(?:VERB|AUX|ADP|CCONJ|SCONJ|PRON)$/.test(pos) || (pos === 'PUNCT' && folded !== '-'),
  );
  const gerund = after[end]?.pos === 'VERB' && /ing$/.test(after[end]?.folded ?? '');
  if (gerund) return [...after.slice(0, end + 1), ...phraseAfter(after.slice(end + 1))];
  return end < 0 ? after : after.slice(0, end);
}

/** "are being arranged", "were called false": the subject is in reach as well. */
function isPassiveOrPredicate({ words }: Clause, at: number): boolean {
  const word = words[at];
  if (!word) return false;
  const helped = words.slice(Math.max(0, at - 3), at).some(({ lemma }) => lemma === 'be');
  return (
    (helped && (word.pos === 'VERB' || word.pos === 'ADJ') && !/ing$/.test(word.folded)) ||
    (word.pos === 'ADJ' && DENIALS.has(word.folded))
  );
}

/** ", Petro denied." */
const isTrailing = ({ link, words }: Clause, word: Word) =>
  link === 'and' && isSpeechVerb(word.lemma) && words.filter(({ pos }) => pos !== 'PUNCT').at(-1) === word;
