/** Rules about the words themselves: nothing is added, nothing is coloured. */

import { PAIR_WORDS } from '../lexicon/function-words.ts';
import { DENIALS, operatorsOf } from '../lexicon/operators.ts';
import { fitsKind, SPEECH_NOUNS } from '../lexicon/speech.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { isContent, type Match } from '../match.ts';
import { forceOf } from '../text/force.ts';
import type { Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

export const addsNothing = statementRule({
  name: 'adds-nothing',
  sentence: 'A claim says nothing that one of its facts does not say.',
  check: (match) => unsupported(match).find((word) => !isColour(word))?.text,
});

export const addsNoColour = statementRule({
  name: 'adds-no-colour',
  sentence: 'A claim judges nothing: it adds no adjective or adverb to what the fact says.',
  check: (match) => unsupported(match).find(isColour)?.text,
});

const isColour = ({ pos }: Word) => pos === 'ADJ' || pos === 'ADV' || pos === 'INTJ';

/** Words of the claim that neither the fact nor what the file says around it bears out. */
function unsupported(match: Match): readonly Word[] {
  const counted = new Set(match.figures.flatMap(({ span }) => [...span]));
  for (const { from, to } of match.dates) for (let at = from; at < to; at += 1) counted.add(at);
  return match.statement.words.filter(
    (word) =>
      (isContent(word) || isPredicate(word, match)) &&
      !counted.has(word.index) &&
      !match.links.has(word.index) &&
      !match.background.has(word.index) &&
      !isExempt(word, match),
  );
}

/** "is over", "is off": a little word that carries the whole statement. */
function isPredicate(word: Word, { statement: { reading } }: Match): boolean {
  const before = reading.words.slice(0, word.index).findLast(({ pos }) => pos !== 'ADV' && pos !== 'PART');
  const after = reading.words[word.index + 1];
  if (word.quoted || before?.lemma !== 'be' || !/^(?:ADP|ADV|SCONJ|ADJ)$/.test(word.pos)) return false;
  return !after || /^(?:PUNCT|CCONJ)$/.test(after.pos);
}

function isExempt(word: Word, match: Match): boolean {
  if (!/[\p{L}\p{N}]/u.test(word.text)) return true;
  if (word.pos === 'PROPN' || /^(?:still|currently)$/.test(word.folded) || isFiller(word, match)) return true;
  return (
    isKnownOperator(word, match) ||
    isResult(word, match) ||
    isFraming(word, match) ||
    isPair(word, match) ||
    isOpenQuestion(word, match)
  );
}

/** "a possible operation" where the fact has "might carry out": that the certainty is the same is checked elsewhere. */
function isKnownOperator({ pos, folded, lemma }: Word, { unit }: Match): boolean {
  if (pos === 'VERB') return false;
  const forces = [...forceOf(unit.reading).values()];
  return operatorsOf(folded, lemma).some(
    (operator) => operator !== 'negation' && forces.some(({ operators }) => operators.has(operator)),
  );
}

/** "people" where no number counts them, and the "all" of "in all". */
function isFiller(word: Word, { figures, statement: { reading } }: Match): boolean {
  if (word.folded === 'all')
    return reading.words[word.index - 1]?.folded === 'in' && reading.words[word.index + 1]?.pos === 'PUNCT';
  if (word.folded === 'more') return figures.some(({ span }) => span.has(word.index - 1));
  if (word.folded === 'time') return /^(?:first|last)$/.test(reading.words[word.index - 1]?.folded ?? '');
  if (word.folded === 'place') return reading.words[word.index - 1]?.lemma === 'take';
  return /^(?:people|person)$/.test(word.lemma) && !figures.some(({ counted }) => counted.includes(word));
}

/** "left 110 people dead". */
const isResult = (word: Word, { statement, links }: Match) =>
  word.lemma === 'leave' &&
  statement.words.some(
    ({ index, folded }) =>
      index > word.index && /^(?:dead|injured|wounded|homeless)$/.test(folded) && links.has(index),
  );

/** The verb or noun that says whose word it is, where the fact is somebody's word. */
function isFraming(word: Word, { statement, unit }: Match): boolean {
  if (!unit.voice) return false;
  const { kind } = unit.voice;
  const framing = statement.frames.some(({ verb }) => verb?.index === word.index);
  if (framing) return fitsKind(word.lemma, kind);
  return word.pos === 'NOUN' && SPEECH_NOUNS.has(word.lemma) && statement.frames.some(({ verb }) => !verb);
}

const isPair = (word: Word, { unit }: Match) =>
  PAIR_WORDS.has(word.lemma) && unit.people.length >= 2 && word.pos === 'NOUN';

const OPEN =
  wordSet(`know known unknown unclear say said announce give given set yet far so public disclose disclosed
  reveal name specify specified nobody information detail confirm remain clear still`);

/** What nobody has said can be told in a few ways: "it is not known", "has not been announced". */
const isOpenQuestion = (word: Word, { unit }: Match) =>
  unit.unknown && (OPEN.has(word.lemma) || OPEN.has(word.folded) || DENIALS.has(word.folded));
