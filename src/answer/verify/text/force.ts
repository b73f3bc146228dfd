/** Which words of a text are denied, planned, possible, suspected …: the reach of each such word. */

import { SUPPORT_VERBS } from '../lexicon/function-words.ts';
import { DENIALS, type Operator, operatorsOf } from '../lexicon/operators.ts';
import { isFactive, isSpeechVerb, SPEECH_NOUNS, TAKES_CLAUSE } from '../lexicon/speech.ts';
import { wordSet } from '../lexicon/word-list.ts';
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
        for (const reached of reachOf(reading, clause, { at, operator }))
          tally(tallies, reached, { operator, word });
  for (const clause of reading.clauses) carryOver(tallies, reading, clause);
  return new Map(
    [...tallies].map(([index, { grammar, meaning, operators }]) => [
      index,
      { negated: (grammar + (meaning ? 1 : 0)) % 2 === 1, operators },
    ]),
  );
}

/** "intends to pull it down and build flats": a bare verb behind "and" or "or" stands in the reach of the verb before. */
function carryOver(tallies: Map<number, Tally>, reading: Reading, clause: Clause): void {
  const [joint, verb] = clause.words;
  const before = reading.clauses[clause.index - 1]?.words.findLast(({ pos }) => pos === 'VERB');
  const held = before && tallies.get(before.index);
  if (clause.link !== 'and' || joint?.pos !== 'CCONJ' || verb?.pos !== 'VERB' || verb.folded !== verb.lemma)
    return;
  if (!held || before.folded !== before.lemma) return;
  for (const { index } of clause.words.slice(1)) {
    const own = tallies.get(index) ?? { grammar: 0, meaning: false, operators: new Set<Operator>() };
    for (const operator of held.operators) own.operators.add(operator);
    if (/^(?:or|nor)$/.test(joint.folded)) own.grammar += held.grammar;
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
  else if (DENIALS.has(word.folded) || DENIALS.has(word.lemma) || word.lemma === 'rule') own.meaning = true;
  else own.grammar += 1;
}

function operatorsAt({ words }: Clause, at: number): readonly Operator[] {
  const word = words[at];
  if (!word || word.pos === 'PROPN') return [];
  const next = words[at + 1];
  const before = words[at - 1];
  if (word.folded === 'forward' && before?.lemma === 'look') return ['future'];
  if (word.folded === 'due' && word.pos === 'ADJ' && next?.folded !== 'to') return ['future'];
  // "warned against blaming"
  if (word.folded === 'against' && next?.pos === 'VERB' && /ing$/.test(next.folded)) return ['negation'];
  if (word.folded === 'like' && before?.folded === 'would') return ['wish'];
  if (word.lemma === 'rule' && word.pos === 'VERB' && next?.folded === 'out') return ['negation'];
  // "is to meet", "are set to meet", "is due to meet", "is going to meet"
  if (
    word.folded === 'to' &&
    (next?.pos === 'VERB' || next?.lemma === 'be') &&
    /^(?:be|set|due|go|poise|schedule)$/.test(before?.lemma ?? '')
  )
    return ['future'];
  // "had to put off" tells that it was put off.
  if (word.folded === 'to' && next && before?.lemma === 'have' && /^(?:VERB|AUX)$/.test(next.pos))
    return before.folded === 'had' ? [] : ['duty'];
  if (word.folded === 'to' && word.pos === 'PART' && next?.pos === 'VERB')
    return CARRIES_OUT.has(governing(words, at)?.lemma ?? '') || VOICES.has(next.lemma) ? [] : ['aim'];
  if (/^(?:before|until)$/.test(word.folded)) return [];
  const reports = word.pos === 'VERB' && isSpeechVerb(word.lemma);
  const known = operatorsOf(word).filter((operator) => !(reports && operator === 'suspicion'));
  const says =
    !word.quoted &&
    (word.pos === 'VERB' ? reportsOnly(word.lemma) : word.pos === 'NOUN' && SPEECH_NOUNS.has(word.lemma));
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

/** A verb that reports words without taking them for true. */
const reportsOnly = (lemma: string) =>
  isSpeechVerb(lemma) && !isFactive(lemma) && (TAKES_CLAUSE.has(lemma) || /^(?:accuse|allege)$/.test(lemma));

/** The words that an operator reaches; one inside a quotation reaches nothing outside of it. */
function reachOf(
  reading: Reading,
  clause: Clause,
  { at, operator }: { at: number; operator: Operator },
): readonly Word[] {
  const word = clause.words[at];
  if (!word) return [];
  const reached = isGrammar(word)
    ? grammarReach(reading, clause, { at, operator })
    : meaningReach(reading, clause, { at, operator });
  return word.quoted ? reached.filter(({ quoted }) => quoted) : reached;
}

/** "No date has been announced" denies its clause; "presented no evidence for it" the presenting and the evidence. */
function noneReach(words: readonly Word[], at: number): readonly Word[] {
  const before = words.slice(0, at);
  const after = words.slice(at + 1);
  if (!before.some(({ pos }) => pos === 'VERB')) return [...before, ...after];
  return [
    ...before.filter(({ pos }) => pos === 'VERB').slice(-1),
    ...upTo(after, ({ pos }) => pos === 'ADP'),
  ];
}

/** "not", "no", "will", "if". */
function grammarReach(
  reading: Reading,
  clause: Clause,
  { at, operator }: { at: number; operator: Operator },
): readonly Word[] {
  const { words } = clause;
  const word = words[at];
  const after = words.slice(at + 1);
  if (word?.folded === 'if' || word?.folded === 'unless') return [...after, ...hostOf(reading, clause)];
  if (word?.folded === 'to' && operator === 'aim') return upTo(after, ({ folded }) => folded === ',');
  if (word?.folded === 'no' && after[0]?.folded === 'longer') return after;
  // "agreed to talks, but not to a withdrawal"
  if (
    word?.folded === 'not' &&
    /^(?:but|and|,)$/.test(words[at - 1]?.folded ?? '') &&
    !after.some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  )
    return after;
  if (word?.folded === 'without')
    return upTo(after, ({ pos, folded }) => pos === 'AUX' || pos === 'CCONJ' || folded === ',');
  // "presented no evidence", "hired nobody": as good as "did not present", "did not hire".
  if (word?.pos === 'DET' || word?.pos === 'PRON') return noneReach(words, at);
  const passive =
    words.some(({ lemma, pos }, index) => index < at + 4 && lemma === 'be' && pos === 'AUX') &&
    after.some(({ pos }) => pos === 'VERB');
  const empty = after.find(({ pos }) => pos === 'VERB');
  const whole = word?.pos !== 'ADP' && (passive || empty === undefined || SUPPORT_VERBS.has(empty.lemma));
  return whole ? words.filter((other) => other !== word) : after;
}

/** "denied", "plans", "suspected", "false". */
function meaningReach(
  reading: Reading,
  clause: Clause,
  { at, operator }: { at: number; operator: Operator },
): readonly Word[] {
  const word = clause.words[at];
  const after = clause.words.slice(at + 1);
  if (!word) return [];
  if (modifiesNoun(clause, at)) return phraseAfter(after);
  const content = reading.clauses[clause.index + 1];
  const restricts = content?.link === 'relative' && clause.words.at(-1)?.folded !== ',';
  const linked = content?.link === 'content' || (word.pos === 'NOUN' && restricts);
  const beyond = content && linked && content.sentence === clause.sentence ? content.words : [];
  if (word.pos === 'NOUN' && isEquated(clause, at)) return after;
  if (word.pos === 'NOUN')
    return opensComplement(after[0]) ? [...untilVerb(after), ...beyond] : [...underWay(after), ...beyond];
  if (operator === 'deferral' && isPassiveOrPredicate(clause, at))
    return [...clause.words.slice(0, at), ...(clause.link === 'and' ? wordsBefore(reading, clause) : [])];
  if (operator === 'undoing' || operator === 'deferral')
    return upTo(after, ({ pos, folded }) => pos === 'ADP' || folded === ',');
  if (operator === 'attempt') return upTo(after, ({ pos }) => pos === 'CCONJ');
  if (operator === 'suspicion') return upTo(after, ({ folded }) => folded === ',');
  if (word.pos === 'ADJ')
    return clause.words.filter(
      (other) => other !== word && !(other.pos === 'VERB' && isSpeechVerb(other.lemma)),
    );
  const whole = isPassiveOrPredicate(clause, at) ? clause.words.filter((other) => other !== word) : after;
  const closes = beyond.length === 0 && isTrailing(clause, word);
  return [...whole, ...beyond, ...(closes ? wordsBefore(reading, clause) : [])];
}

/** "The demand of the teachers is 7 per cent more": a subject that "is" what follows. */
const isEquated = ({ words }: Clause, at: number) => {
  const verb = words.find(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const then = verb && words[words.indexOf(verb) + 1];
  return (
    verb?.lemma === 'be' &&
    words.indexOf(verb) > at &&
    /^(?:NUM|SYM|DET|NOUN|ADJ)$/.test(then?.pos ?? '') &&
    !words.some(({ pos }) => pos === 'VERB')
  );
};

/** "arrangements for", "plan to", "claim that": a noun with something hanging on it. */
const opensComplement = (next: Word | undefined) =>
  next !== undefined && (/^(?:ADP|PART|SCONJ)$/.test(next.pos) || next.folded === 'that');

function upTo(after: readonly Word[], ends: (word: Word) => boolean): readonly Word[] {
  const end = after.findIndex((word) => !word.quoted && ends(word));
  return end < 0 ? after : after.slice(0, end);
}

/** "arrangements are under way for talks": what hangs on the noun stands behind the verb. */
function underWay(after: readonly Word[]): readonly Word[] {
  const at = after.findIndex(({ folded }) => folded === 'for' || folded === 'to');
  return after[0]?.pos === 'AUX' && at > 0 ? after.slice(at) : [];
}

/** "the preparations for the meeting are …": a noun reaches what hangs on it, not the verb of its clause. */
function untilVerb(after: readonly Word[]): readonly Word[] {
  const end = after.findIndex(
    ({ pos, quoted }, at) => !quoted && (pos === 'AUX' || (pos === 'VERB' && after[at - 1]?.folded !== 'to')),
  );
  return end < 0 ? after : after.slice(0, end);
}

const wordsBefore = ({ clauses }: Reading, { sentence, index }: Clause) =>
  clauses.filter((other) => other.sentence === sentence && other.index < index).flatMap(({ words }) => words);

const isGrammar = ({ pos }: Word) => /^(?:AUX|PART|DET|PRON|SCONJ|CCONJ|ADP|ADV)$/.test(pos);

/** The main clause of a condition: the one before, or the one after where the sentence opens with "if". */
function hostOf({ clauses }: Reading, { index, sentence, link }: Clause): readonly Word[] {
  const before = clauses.slice(0, index).findLast((clause) => clause.sentence === sentence);
  if (before?.words.some(({ lemma, pos }) => pos === 'VERB' && /^(?:ask|wonder|decide|know)$/.test(lemma)))
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
