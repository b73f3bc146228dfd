/** The scope of an operator: which words a "not", a "plans to" or a "suspected" reaches. */
import { SUPPORT_VERBS } from '../lexicon/function-words.ts';
import { type Operator, operatorsOf } from '../lexicon/operators.ts';
import { isSpeechVerb } from '../lexicon/speech.ts';
import type { Clause } from './clauses.ts';
import { heldBack, isParticiple, noneScope, upTo } from './denial-scope.ts';
import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

/** An operator and the place of its word in the clause. */
type Place = { readonly at: number; readonly operator: Operator };

/** The words that an operator reaches; one inside a quotation reaches nothing outside of it. */
export function scopeOf(reading: Reading, clause: Clause, { at, operator }: Place): readonly Word[] {
  const word = clause.words[at];
  if (!word) return [];
  const reached = isGrammar(word)
    ? grammarScope(reading, clause, { at, operator })
    : meaningScope(reading, clause, { at, operator });
  return word.quoted ? reached.filter(({ quoted }) => quoted) : reached;
}

/** "not", "no", "will", "if". */
function grammarScope(reading: Reading, clause: Clause, { at, operator }: Place): readonly Word[] {
  const { words } = clause;
  const word = words[at];
  const after = words.slice(at + 1);
  if (word?.folded === 'unless' && operator === 'negation') return after;
  if (/^(?:if|unless)$/.test(word?.folded ?? '') || (operator === 'condition' && word?.folded === 'should'))
    return [...after, ...hostOf(reading, clause)];
  if (word?.folded === 'to' && operator === 'aim') return upTo(after, ({ folded }) => folded === ',');
  // "agreed to talks, but not to a withdrawal"
  if (
    word?.folded === 'not' &&
    /^(?:but|and|,)$/.test(words[at - 1]?.folded ?? '') &&
    !after.some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  )
    return after;
  if (word?.folded === 'without')
    return upTo(
      after,
      ({ pos, folded }) =>
        pos === 'AUX' || pos === 'CCONJ' || /^(?:,|at|after|before|during|since|until)$/.test(folded),
    );
  // "presented no evidence", "hired nobody": as good as "did not present", "did not hire".
  if (word?.pos === 'DET' || word?.pos === 'PRON')
    // "names and addresses, but no payment data"
    return words[at - 1]?.pos === 'CCONJ' && at > 1
      ? upTo(after, ({ pos }) => pos === 'PUNCT')
      : noneScope(words, at);
  const passive =
    words.some(({ lemma, pos }, index) => index < at + 4 && lemma === 'be' && pos === 'AUX') &&
    after.some(({ pos }) => pos === 'VERB');
  const empty = after.find(({ pos }) => pos === 'VERB');
  const whole = word?.pos !== 'ADP' && (passive || empty === undefined || SUPPORT_VERBS.has(empty.lemma));
  // "would not drop its plan to raise the duty": what was not given up goes on.
  if (word?.folded === 'not' && empty && operatorsOf(empty).includes('undoing')) return [empty];
  const unreached = word?.folded === 'not' && !passive && empty ? heldBack(words, at, empty) : undefined;
  if (unreached) return unreached;
  // "do not stop after two warnings"
  if (word?.folded === 'not' && !whole)
    return upTo(after, ({ pos, folded }) => pos === 'ADP' && /^(?:after|before|since|despite)$/.test(folded));
  // "An inquiry ordered by Feld is to report": the ordering is done.
  return whole ? words.filter((other, place) => place > at || (place < at && !isParticiple(other))) : after;
}

/** "denied", "plans", "suspected", "false". */
function meaningScope(reading: Reading, clause: Clause, { at, operator }: Place): readonly Word[] {
  const word = clause.words[at];
  const after = clause.words.slice(at + 1);
  if (!word) return [];
  if (modifiesNoun(clause, at)) return phraseAfter(after);
  const content = reading.clauses[clause.index + 1];
  const linked = content?.link === 'content';
  const beyond = content && linked && content.sentence === clause.sentence ? content.words : [];
  if (word.pos === 'NOUN' && isEquated(clause, at)) return after;
  if (word.pos === 'NOUN')
    return opensComplement(after[0])
      ? [...untilVerb(after), ...beyond]
      : // "The posts will leave for Neru": what is said stands behind "that".
        [...(operator === 'saying' ? [] : underWay(after)), ...beyond];
  if (operator === 'deferral' && isPassiveOrPredicate(clause, at))
    return [...clause.words.slice(0, at), ...(clause.link === 'and' ? wordsBefore(reading, clause) : [])];
  if (operator === 'undoing' || operator === 'deferral')
    return upTo(after, ({ pos, folded }) => pos === 'ADP' || pos === 'SCONJ' || folded === ',');
  if (operator === 'attempt') return upTo(after, ({ pos }) => pos === 'CCONJ');
  if (operator === 'suspicion') return upTo(after, ({ folded }) => folded === ',');
  if (word.pos === 'ADJ')
    return clause.words.filter(
      (other) => other !== word && !(other.pos === 'VERB' && isSpeechVerb(other.lemma)),
    );
  // "wanted to be certain before alarming people": what comes later is not wanted.
  const own = upTo(
    after,
    ({ folded, index }) =>
      // "refused it, with the argument that": how it was argued was not refused.
      (operator === 'negation' &&
        folded === 'with' &&
        reading.words
          .slice(index + 1, index + 4)
          .some(({ lemma }) => /^(?:argument|reason|explanation|word)$/.test(lemma))) ||
      (/^(?:before|after|until)$/.test(folded) && /ing$/.test(reading.words[index + 1]?.folded ?? '')),
  );
  const whole = isPassiveOrPredicate(clause, at) ? clause.words.filter((other) => other !== word) : own;
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
  next !== undefined && (/^(?:ADP|PART|SCONJ)$/.test(next.pos) || next.folded === 'that' || isGerund(next));

/** "an order ending the strike" */
const isGerund = ({ pos, folded }: Word) => pos === 'VERB' && /ing$/.test(folded);

/** "arrangements are under way for talks": what hangs on the noun stands behind the verb. */
function underWay(after: readonly Word[]): readonly Word[] {
  const at = after.findIndex(({ folded }) => folded === 'for' || folded === 'to');
  return after[0]?.pos === 'AUX' && at > 0 ? after.slice(at) : [];
}

/** "the preparations for the meeting are …": a noun reaches what hangs on it, not the verb of its clause. */
function untilVerb(after: readonly Word[]): readonly Word[] {
  const end = after.findIndex(
    (word, at) =>
      !word.quoted &&
      /^(?:AUX|VERB)$/.test(word.pos) &&
      after[at - 1]?.folded !== 'to' &&
      !(at === 0 && isGerund(word)) &&
      // "a request to have the strike stopped"
      !after.slice(0, at).some(({ folded }, place) => folded === 'have' && after[place - 1]?.folded === 'to'),
  );
  return end < 0 ? after : after.slice(0, end);
}

const wordsBefore = ({ clauses }: Reading, { sentence, index }: Clause) =>
  clauses.filter((other) => other.sentence === sentence && other.index < index).flatMap(({ words }) => words);

const isGrammar = ({ pos }: Word) => /^(?:AUX|PART|DET|PRON|SCONJ|CCONJ|ADP|ADV)$/.test(pos);

/** The main clause of a condition: the one before, or the one after where the sentence opens with "if". */
function hostOf({ clauses }: Reading, { index, sentence, link }: Clause): readonly Word[] {
  const before = clauses.slice(0, index).findLast((clause) => clause.sentence === sentence);
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
  // "wants him to resign", behind a comma
  if (!before && word.pos === 'VERB' && !/(?:ed|en|ing|wn)$/.test(word.folded)) return false;
  return !before || /^(?:ADP|DET|NUM|ADJ|PUNCT)$/.test(before.pos) || word.pos === 'ADJ';
}

function phraseAfter(after: readonly Word[]): readonly Word[] {
  const end = after.findIndex(
    ({ pos, folded }) =>
      /^(?:VERB|AUX|ADP|CCONJ|SCONJ|PRON)$/.test(pos) || (pos === 'PUNCT' && folded !== '-'),
  );
  return end < 0 ? after : after.slice(0, end);
}

/** "are being arranged", "were called false": the subject is in scope as well. */
function isPassiveOrPredicate({ words }: Clause, at: number): boolean {
  const word = words[at];
  if (!word) return false;
  const helped = words.slice(Math.max(0, at - 3), at).some(({ lemma }) => lemma === 'be');
  return helped && word.pos === 'VERB' && !/ing$/.test(word.folded);
}

/** ", Petro denied." */
const isTrailing = ({ link, words }: Clause, word: Word) =>
  link === 'and' && isSpeechVerb(word.lemma) && words.filter(({ pos }) => pos !== 'PUNCT').at(-1) === word;
