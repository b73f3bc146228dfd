/** Which words of a text are denied, planned, possible, suspected …: those in the scope of each such word. */

import { oncePer } from '../../../once-per.ts';
import { isDenial, type Operator, operatorsOf } from '../lexicon/operators.ts';
import { isFactive, isSpeechVerb, SPEECH_NOUNS, TAKES_CLAUSE } from '../lexicon/speech.ts';
import { MODALS } from '../lexicon/verb-forms.ts';
import { wordSet } from '../lexicon/word-list.ts';
import type { Clause } from './clauses.ts';
import { helpersOf } from './finite-verbs.ts';
import { scopeOf } from './operator-scope.ts';
import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

/** What holds for a word: whether it is denied, and the other operators in whose scope it stands. */
export type Force = { readonly negated: boolean; readonly operators: ReadonlySet<Operator> };

/** The force of each word by its index; words out of every scope are left out. */
export const forceOf: (reading: Reading) => ReadonlyMap<number, Force> = oncePer(readForce);

/** Whether a word is denied. */
export const isNegated = (reading: Reading, { index }: Pick<Word, 'index'>) =>
  forceOf(reading).get(index)?.negated === true;

/** Whether a word stands in the scope of an operator. */
export const isUnder = (reading: Reading, { index }: Pick<Word, 'index'>, operator: Operator) =>
  forceOf(reading).get(index)?.operators.has(operator) === true;

type Tally = { grammar: number; meaning: boolean; operators: Set<Operator> };

function readForce(reading: Reading): ReadonlyMap<number, Force> {
  const tallies = new Map<number, Tally>();
  for (const clause of reading.clauses)
    for (const [at, word] of clause.words.entries())
      for (const operator of operatorsAt(clause, at))
        for (const reached of scopeOf(reading, clause, { at, operator }))
          if (!(operator === 'negation' && isAnswered(reached, word)))
            tally(tallies, reached, { operator, word });
  keepWhatWasNotUndone(tallies, reading);
  for (const clause of reading.clauses) carryOver(tallies, reading, clause);
  return new Map(
    [...tallies].map(([index, { grammar, meaning, operators }]) => [
      index,
      { negated: (grammar + (meaning ? 1 : 0)) % 2 === 1, operators },
    ]),
  );
}

/** "turned down the request": it was made all the same. */
const isAnswered = (reached: Word, word: Word) =>
  word.pos === 'VERB' &&
  isDenial(word) &&
  reached.pos === 'NOUN' &&
  (SPEECH_NOUNS.has(reached.lemma) || operatorsOf(reached).includes('request'));

/** "would not drop its plan to raise the duty": nothing is undone. */
function keepWhatWasNotUndone(tallies: Map<number, Tally>, reading: Reading): void {
  for (const clause of reading.clauses)
    for (const [at, word] of clause.words.entries()) {
      if (word.pos !== 'VERB' || (tallies.get(word.index)?.grammar ?? 0) % 2 === 0) continue;
      if (!operatorsAt(clause, at).includes('undoing')) continue;
      for (const reached of scopeOf(reading, clause, { at, operator: 'undoing' }))
        tallies.get(reached.index)?.operators.delete('undoing');
    }
}

/** "intends to pull it down and build flats": a bare verb behind "and" or "or" stands in the scope of the verb before. */
function carryOver(tallies: Map<number, Tally>, reading: Reading, clause: Clause): void {
  const [joint, verb] = clause.words;
  const before = reading.clauses[clause.index - 1]?.words.findLast(({ pos }) => pos === 'VERB');
  const held = before && tallies.get(before.index);
  if (clause.link !== 'and' || joint?.pos !== 'CCONJ' || verb?.pos !== 'VERB' || verb.folded !== verb.lemma)
    return;
  // "could be banned and lose his title": the helping verb is that of both.
  const helped = before && helpersOf(before, reading).some(({ folded }) => MODALS.has(folded));
  if (!held || (before.folded !== before.lemma && !helped)) return;
  for (const { index } of clause.words.slice(1)) {
    const own = tallies.get(index) ?? { grammar: 0, meaning: false, operators: new Set<Operator>() };
    for (const operator of held.operators) own.operators.add(operator);
    tallies.set(index, own);
  }
}

function tally(
  tallies: Map<number, Tally>,
  reached: Word,
  { operator, word }: { operator: Operator; word: Word },
): void {
  const own = tallies.get(reached.index) ?? { grammar: 0, meaning: false, operators: new Set<Operator>() };
  tallies.set(reached.index, own);
  if (operator !== 'negation') own.operators.add(operator);
  else if (isDenial(word) || word.lemma === 'rule') own.meaning = true;
  else own.grammar += 1;
}

function operatorsAt({ words }: Clause, at: number): readonly Operator[] {
  const word = words[at];
  if (!word || word.pos === 'PROPN') return [];
  const next = words[at + 1];
  const before = words[at - 1];
  if (word.folded === 'due' && word.pos === 'ADJ' && next?.folded !== 'to') return ['future'];
  if (word.folded === 'unless') return ['condition', 'negation'];
  // "the target of an attack": nobody intends it.
  if (word.lemma === 'target' && next?.folded === 'of') return [];
  // "free of charge", "free of smugglers"
  if (word.folded === 'free' && next?.folded === 'of') return ['negation'];
  // "warned against blaming"
  if (word.folded === 'against' && next?.pos === 'VERB' && /ing$/.test(next.folded)) return ['negation'];
  // "block K", "a lift": no undoing.
  if (word.pos === 'NOUN' && /^(?:block|lift|drop)$/.test(word.lemma)) return [];
  // "His engine had failed": it broke down, and denies nothing behind it.
  if (word.lemma === 'fail' && word.pos === 'VERB' && next?.folded !== 'to') return [];
  // "Should he fail, …"
  if (at === 0 && word.folded === 'should') return ['condition'];
  if (word.folded === 'like' && before?.folded === 'would') return ['wish'];
  if (word.lemma === 'rule' && word.pos === 'VERB' && next?.folded === 'out') return ['negation'];
  // "is to meet", "are set to meet", "is due to meet", "is going to meet"
  if (
    word.folded === 'to' &&
    (next?.pos === 'VERB' || next?.lemma === 'be') &&
    /^(?:be|set|due|go|poise|schedule)$/.test(before?.lemma ?? '')
  )
    return ['future'];
  // "neither he nor his staff": one denial.
  if (word.folded === 'nor' && words.slice(0, at).some(({ folded }) => folded === 'neither')) return [];
  // "no less than five days"
  const isHedge = /^(?:no|not)$/.test(word.folded) && /^(?:less|fewer|more)$/.test(next?.folded ?? '');
  if (isHedge && words[at + 2]?.folded === 'than') return [];
  // "has yet to decide"
  if (word.folded === 'yet' && before?.lemma === 'have' && next?.folded === 'to') return ['negation'];
  // "had to put off" tells that it was put off.
  if (word.folded === 'to' && next && before?.lemma === 'have' && /^(?:VERB|AUX)$/.test(next.pos))
    return before.folded === 'had' ? [] : ['duty'];
  // "the first to fail"
  if (word.folded === 'to' && /^(?:first|last|only)$/.test(before?.folded ?? '')) return [];
  const infinitive = next?.pos === 'VERB' || (next?.lemma === 'be' && words[at + 2]?.pos === 'VERB');
  if (word.folded === 'to' && word.pos === 'PART' && next && infinitive)
    return CARRIES_OUT.has(governing(words, at)?.lemma ?? '') || VOICES.has(next.lemma) ? [] : ['aim'];
  if (/^(?:before|until)$/.test(word.folded)) return [];
  // "will be able to get at it"; who was able to has done it.
  if (word.folded === 'able' && /^(?:be|is|are)$/.test(before?.folded ?? '')) return ['possibility'];
  const reports = word.pos === 'VERB' && isSpeechVerb(word.lemma);
  const known = operatorsOf(word).filter((operator) => !(reports && operator === 'suspicion'));
  const says =
    !word.quoted &&
    (word.pos === 'VERB'
      ? reportsOnly(word.lemma) && !bindsToAct(words, at)
      : word.pos === 'NOUN' && SPEECH_NOUNS.has(word.lemma));
  return says ? [...known, 'saying'] : known;
}

/** Verbs whose infinitive happened when they did: "was forced to postpone", "began to fall". */
const CARRIES_OUT =
  wordSet(`force compel oblige make cause lead manage begin start continue go come happen use get help
  oblige remain serve tend prove seem appear`);

/** "marched to protest", "called to explain": done with the very act. */
const VOICES = wordSet('protest demonstrate explain talk discuss mark celebrate commemorate');

/** The verb that an infinitive hangs on, over the one that it is done to: "forced the hospital to". */
const governing = (words: readonly Word[], at: number) =>
  words.slice(0, at).findLast(({ pos, folded }) => pos === 'VERB' || folded === ',');

/** "agreed to sell": an infinitive in which the speaker is bound to act, and no words. */
const bindsToAct = (words: readonly Word[], at: number) =>
  /^(?:agree|promise|pledge|vow|threaten|expect|hope)$/.test(words[at]?.lemma ?? '') &&
  words.some(({ folded, pos }, place) => place > at && folded === 'to' && pos === 'PART');

/** A verb that reports words without taking them for true. */
const reportsOnly = (lemma: string) =>
  isSpeechVerb(lemma) && !isFactive(lemma) && (TAKES_CLAUSE.has(lemma) || /^(?:accuse|allege)$/.test(lemma));
