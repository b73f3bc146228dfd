/** Rules about what happened and what did not: negation, plans, suspicion, conditions. */

import { SUPPORT_VERBS } from '../lexicon/function-words.ts';
import { DENIALS, NEGATORS, type Operator, operatorsOf } from '../lexicon/operators.ts';
import { linked, type Match } from '../match.ts';
import { type Force, forceOf } from '../text/force.ts';
import type { Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

export const negationKept = statementRule({
  name: 'negation-kept',
  sentence: 'What did not happen is not told as happened, and what happened is not denied.',
  check: (match) => {
    if (match.unit.unknown) return staysOpen(match) ? undefined : 'told as known';
    const odd = checkedWords(match).find(
      (word) => !linkedAlike(match, word, (own, other) => own.negated === other.negated),
    );
    return (odd ?? negatedFrame(match))?.text;
  },
});

export const certaintyKept = statementRule({
  name: 'certainty-kept',
  sentence:
    'What is planned, asked for, possible, suspected or bound to a condition is told as that, and nothing else is.',
  check: (match) => {
    if (match.unit.unknown) return undefined;
    const plain = checkedWords(match).filter((word) => !isOperator(word));
    return plain.find((word) => !linkedAlike(match, word, (own, other) => sameCertainty(own, other, match)))
      ?.text;
  },
});

/** "due", "expected": what holds for others, and not for themselves. */
const isOperator = ({ pos, folded, lemma }: Word) =>
  pos !== 'NOUN' && (folded === 'due' || operatorsOf(folded, lemma).length > 0);

/** Verbs, and the nouns that a claim asserts with a verb that says nothing of its own. */
function checkedWords(match: Match): readonly Word[] {
  const { statement, unit } = match;
  return statement.words.filter((word) => {
    const links = linked(match, word);
    if (word.quoted || links.length === 0 || DENIALS.has(word.folded) || isNamed(word, match)) return false;
    if (word.pos === 'VERB') return !(unit.voice && isFrameVerb(word, match));
    if (!/^(?:NOUN|ADJ)$/.test(word.pos)) return false;
    const suspected = links.every((other) =>
      forceOf(unit.reading).get(other.index)?.operators.has('suspicion'),
    );
    if (suspected) return true;
    return isAsserted(word, match) || isDeniedDirectly(word, match);
  });
}

const isFrameVerb = (word: Word, { statement }: Match) =>
  statement.frames.some(({ verb }) => verb?.index === word.index);

/** The noun of "has links", "held talks", "is false": its clause has no verb with a meaning of its own. */
function isAsserted(word: Word, { statement }: Match): boolean {
  const clause = statement.clauses.find(({ words }) => words.includes(word));
  const next = clause?.words[clause.words.indexOf(word) + 1];
  if (!clause || (word.pos === 'ADJ' && /^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? ''))) return false;
  const verbs = clause.words.filter(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return verbs.length > 0 && verbs.every(({ pos, lemma }) => pos === 'AUX' || SUPPORT_VERBS.has(lemma));
}

/** Part of a name, or the title before one. */
const isNamed = ({ index, pos }: Word, { statement }: Match) =>
  statement.reading.mentions.some(
    ({ from, to }) => index >= (pos === 'NOUN' ? from - 1 : from) && index < to,
  );

/** "without the capture", "no evidence": denied by the word right before. */
function isDeniedDirectly(word: Word, { statement }: Match): boolean {
  return statement.reading.words
    .slice(Math.max(0, word.index - 3), word.index)
    .some(({ folded }) => /^(?:without|no|neither)$/.test(folded));
}

type Compare = (own: Force, other: Force) => boolean;
const FREE: Force = { negated: false, operators: new Set() };

function linkedAlike(match: Match, word: Word, alike: Compare): boolean {
  const own = forceOf(match.statement.reading).get(word.index) ?? FREE;
  const force = forceOf(match.unit.reading);
  return linked(match, word).some((other) => alike(own, force.get(other.index) ?? FREE));
}

/** Operators that may stand for each other: "would" for "will", "plans to" for "will". */
const LIKE: Readonly<Record<Operator, readonly Operator[]>> = {
  negation: ['negation'],
  future: ['future', 'request'],
  possibility: ['possibility', 'condition'],
  request: ['request'],
  suspicion: ['suspicion'],
  condition: ['condition'],
  attempt: ['attempt'],
  undoing: ['undoing'],
  saying: ['saying'],
};

function sameCertainty(own: Force, other: Force, match: Match): boolean {
  const has = (force: Force, operator: Operator) => LIKE[operator].some((like) => force.operators.has(like));
  const kept = [...other.operators].every((operator) => has(own, operator) || standsIn(operator, match));
  const added = [...own.operators].filter(
    (operator) => operator === 'future' || operator === 'possibility' || operator === 'condition',
  );
  return (
    kept &&
    (match.unit.unknown ||
      added.every(
        (operator) => has(other, operator) || (operator === 'future' && own.negated && other.negated),
      ))
  );
}

/** "accused of" carries the suspicion as the verb of the whole claim; naming the speaker has rules of its own. */
function standsIn(operator: Operator, { statement, unit }: Match): boolean {
  if (operator === 'saying') return unit.unknown || unit.voice !== undefined || statement.frames.length > 0;
  return (
    operator === 'suspicion' &&
    statement.frames.some(({ verb }) => verb !== undefined && /^(?:accuse|allege)$/.test(verb.lemma))
  );
}

/** What nobody has said is denied in the claim, once. "neither … nor" and "whether or not" count as one. */
function staysOpen({ statement }: Match): boolean {
  const denials = statement.words.filter(({ folded, lemma, quoted, index }) => {
    const before = statement.reading.words[index - 1]?.folded;
    if (quoted || folded === 'nor' || before === 'or') return false;
    return [folded, lemma].some((form) => NEGATORS.has(form) || DENIALS.has(form));
  });
  return denials.length === 1;
}

/** "Trump did not say": the verb of saying denied, where the fact has it said. */
function negatedFrame(match: Match): Word | undefined {
  const own = forceOf(match.statement.reading);
  const other = forceOf(match.unit.reading);
  return match.statement.frames
    .flatMap(({ verb }) => verb ?? [])
    .find(
      (verb) =>
        own.get(verb.index)?.negated === true &&
        !linked(match, verb).some(({ index }) => other.get(index)?.negated),
    );
}
