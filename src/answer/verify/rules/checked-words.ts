/** The words of a claim for which it is asked whether they happened, and the force that they and the fact's words have. */
import { SUPPORT_VERBS } from '../lexicon/function-words.ts';
import { DENIALS } from '../lexicon/operators.ts';
import { TAKES_CLAUSE } from '../lexicon/speech.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { isTold, linked, type Match } from '../match.ts';
import type { Clause } from '../text/clauses.ts';
import { type Force, forceOf, isNegated, isUnder } from '../text/force.ts';
import type { Reading } from '../text/reading.ts';
import type { Word } from '../text/words.ts';

/** Verbs, and the nouns that a claim asserts with a verb that says nothing of its own. */
export function checkedWords(match: Match): readonly Word[] {
  const { statement, unit, figures } = match;
  return statement.words.filter((word) => {
    const links = linked(match, word);
    // The hedge of a number has a rule of its own.
    if (word.pos === 'ADJ' && figures.some(({ span }) => span.has(word.index))) return false;
    if (word.quoted || links.length === 0 || DENIALS.has(word.folded) || isNamed(word, match)) return false;
    if (word.pos === 'VERB' && HELPING.has(word.lemma)) return false;
    if (word.pos === 'VERB') return !(unit.voice && isFrameVerb(word, match) && isPlain(word, match));
    if (!/^(?:NOUN|ADJ)$/.test(word.pos)) return false;
    const suspected = links.every((other) => isUnder(unit.reading, other, 'suspicion'));
    if (suspected) return true;
    return (
      isAsserted(word, match) ||
      isDeniedDirectly(word, match.statement.reading) ||
      links.every((other) => isSetAside(other, unit.reading)) ||
      links.every((other) => isLeftOutWhole(other, match) || isFreeOf(other, unit.reading))
    );
  });
}

const HOLDING = wordSet('have make take give get see receive reach produce provide present deliver');
const HELPING = wordSet('be have do');

/** Said as the fact says it; "warned against blaming" is no blaming. */
const isPlain = (word: Word, match: Match) => {
  const { reading } = match.unit;
  const denied = linked(match, word).filter((other) => isNegated(reading, other));
  const own = isNegated(match.statement.reading, word);
  // "denied that he had not promised" for "denied that he had promised"
  if (TAKES_CLAUSE.has(word.lemma)) return own || denied.every(({ lemma }) => lemma !== word.lemma);
  // "has charged them" for "will charge them"
  const toCome = linked(match, word).some(
    (other) => other.lemma === word.lemma && isUnder(reading, other, 'future'),
  );
  return denied.length === 0 && !toCome;
};

/** The verb by which the one speaks whose word the fact is. */
const isFrameVerb = (word: Word, { statement, unit }: Match) =>
  statement.frames.some(
    ({ verb, speakers }) =>
      verb?.index === word.index &&
      (speakers.length === 0 || speakers.some(({ ids }) => unit.voice && ids.has(unit.voice.speaker))),
  );

/** The noun of "has links", "held talks", "is false": its clause has no verb with a meaning of its own. */
function isAsserted(word: Word, match: Match): boolean {
  const { statement } = match;
  const clause = statement.clauses.find(({ words }) => words.includes(word));
  const next = clause?.words[clause.words.indexOf(word) + 1];
  if (!clause || (word.pos === 'ADJ' && /^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? ''))) return false;
  const verbs = clause.words.filter(({ pos }) => pos === 'VERB' || pos === 'AUX');
  if (clause.words[clause.words.indexOf(verbs[0] ?? word) - 1]?.folded === 'to') return false;
  // Where the verb is the fact's own, it is asked itself; of what hangs on a preposition nothing is asserted.
  const verb = verbs.find(({ pos }) => pos === 'VERB');
  const there = clause.words.find(({ folded }) => folded === 'there');
  if (
    there &&
    verb === undefined &&
    /^(?:about|to|for|with|from|in|on|at)$/.test(phraseOpening(word, clause))
  )
    return false;
  if (verb && word.pos === 'NOUN') {
    if (linked(match, verb).some((other) => other.lemma === verb.lemma)) return false;
    if (
      word.index > verb.index &&
      /^(?:about|to|for|with|from|against|in|on|at)$/.test(phraseOpening(word, clause))
    )
      return false;
  }
  // "Pupils have no lessons": who has them is not in question.
  const last = verbs.at(-1);
  // "An agreement was reached": there it is what is reached.
  const passive = verbs.some(({ lemma, pos }) => lemma === 'be' && pos === 'AUX');
  if (
    !passive &&
    last?.phrase !== 'take place' &&
    HOLDING.has(last?.lemma ?? '') &&
    word.index < (verbs[0]?.index ?? 0)
  )
    return false;
  return (
    verbs.length > 0 &&
    verbs.every(({ pos, lemma, phrase }) => pos === 'AUX' || (SUPPORT_VERBS.has(lemma) && !isGivenUp(phrase)))
  );
}

/** The preposition that a noun stands behind, over its article and adjectives. */
const phraseOpening = (word: Word, { words }: Clause) =>
  words.slice(0, words.indexOf(word)).findLast(({ pos }) => !/^(?:DET|ADJ|NOUN|NUM)$/.test(pos))?.folded ??
  '';

/** "give up" and "take over" say something of their own; "carry out" does not. */
const isGivenUp = (phrase: string | undefined) =>
  phrase !== undefined && !/ (?:out|on|in|to|for|with|place)$/.test(phrase);

/** Part of a name, or the title before one. */
const isNamed = ({ index, pos }: Word, { statement }: Match) =>
  statement.reading.mentions.some(
    ({ from, to }) => index >= (pos === 'NOUN' ? from - 1 : from) && index < to,
  );

/** "without the capture", "no evidence": denied by the word right before. */
/** "One bank, and not the banking system": what the fact sets aside may not be told as meant. */
function isSetAside(word: Word, { words }: Reading): boolean {
  const not = words.findLastIndex(({ folded, index }) => folded === 'not' && index < word.index);
  return not > 0 && word.index - not <= 3 && /^(?:and|but)$/.test(words[not - 1]?.folded ?? '');
}

function isDeniedDirectly(word: Word, { words }: Reading): boolean {
  return words
    .slice(Math.max(0, word.index - 3), word.index)
    .some(({ folded }) => /^(?:without|no|neither)$/.test(folded));
}

/** Of several such words in the fact, those in the clause that has most of the claim's own clause. */
function nearest(match: Match, word: Word): readonly Word[] {
  const others = linked(match, word);
  if (others.length < 2 || word.pos !== 'VERB') return others;
  const own = match.statement.clauses.find(({ words }) => words.includes(word))?.words ?? [];
  const { clauses } = match.unit.reading;
  const told = own
    .filter((other) => other !== word && /^(?:NOUN|NUM|PROPN|VERB)$/.test(other.pos))
    .flatMap((other) => linked(match, other));
  const votes = others.map((other) => {
    const clause = clauses.find(({ words }) => words.includes(other));
    return told.filter((linkedTo) => clause?.words.includes(linkedTo)).length;
  });
  const most = Math.max(...votes);
  return others.filter((_, at) => votes[at] === most);
}

/** "data" is not left out with "but no payment data". */
const isLeftOutWhole = (other: Word, match: Match) => {
  const before = match.unit.reading.words[other.index - 1];
  return isLeftOut(other, match.unit.reading) && (before?.pos !== 'NOUN' || isTold(match, before));
};

/** "but not to a withdrawal", "but no payment data" */
function isLeftOut({ index }: Word, { words }: Pick<Reading, 'words'>): boolean {
  const before = words.slice(Math.max(0, index - 4), index);
  const not = before.findLastIndex(({ folded }) => folded === 'not' || folded === 'no');
  return (
    not > 0 &&
    /^(?:but|and|,)$/.test(before[not - 1]?.folded ?? '') &&
    before
      .slice(not + 1)
      .every(({ pos }) =>
        (before[not]?.folded === 'no' ? /^(?:ADJ|NOUN)$/ : /^(?:ADP|DET|ADJ|PART)$/).test(pos),
      )
  );
}

/** "free of charge" */
const isFreeOf = ({ index }: Word, { words }: Pick<Reading, 'words'>) =>
  words[index - 1]?.folded === 'of' && words[index - 2]?.folded === 'free';

type Compare = (own: Force, other: Force) => boolean;
const FREE: Force = { negated: false, operators: new Set() };

/** Whether one of the words that bear a word out has a force that is alike. */
export function linkedAlike(match: Match, word: Word, alike: Compare): boolean {
  const own = forceOf(match.statement.reading).get(word.index) ?? FREE;
  const force = forceOf(match.unit.reading);
  return nearest(match, word).some((other) => alike(own, force.get(other.index) ?? FREE));
}

/** "will not be sworn in" for "the swearing-in has been postponed". */
export const isPutOff = (own: Force, other: Force) =>
  own.negated && !other.negated && other.operators.has('deferral');
