/** Who is made to say something: by a verb of saying, by "according to", by whose word it is. */
import { isSpeechVerb, SPEECH_NOUNS, TAKES_CLAUSE } from '../lexicon/speech.ts';
import type { Clause } from './clauses.ts';
import type { Mention } from './names.ts';
import type { Head } from './phrases.ts';
import type { Reading } from './reading.ts';
import { isPossessiveMark, type Word } from './words.ts';

/** Whose word something is, as a claim tells it. */
export type Frame = {
  /** The verb of saying; absent for "according to" and "Petro's word for it". */
  readonly verb?: Word;
  /** Who says it; empty where the claim does not name them. */
  readonly speakers: readonly Mention[];
  readonly clause: number;
  /** By a verb, by "according to", or by whose word it is ("Petro's claim"). */
  readonly kind: 'verb' | 'according' | 'owner';
};

/** Who is made to say something in a clause. */
export function clauseFrames(reading: Reading, clause: Clause): readonly Frame[] {
  return [...verbFrames(reading, clause), ...nounFrames(reading, clause)];
}

function verbFrames(reading: Reading, clause: Clause): readonly Frame[] {
  return reading.predicates
    .filter(
      ({ clause: index, word, patients }) =>
        index === clause.index &&
        !isRefused(reading, word) &&
        (isSaying(word) || givesReasons(word, patients)),
    )
    .map(({ word, agents, passive }) => {
      const named = mentionsOf(agents);
      const behind = [...namedBehind(reading, word), ...namedInApposition(reading, word)];
      const speakers =
        behind.length > 0 ? behind : named.length > 0 || passive ? named : namedBefore(reading, clause, word);
      return { verb: word, speakers, clause: clause.index, kind: 'verb' };
    });
}

/** "gave health reasons for it". */
const givesReasons = ({ pos, lemma }: Word, patients: readonly Head[]) =>
  pos === 'VERB' &&
  lemma === 'give' &&
  patients.some(({ word }) => /^(?:reason|account|explanation|estimate)$/.test(word.lemma));

/** "has refused to answer any questions", "want to know how long": nothing is said. */
const isRefused = ({ words }: Reading, { index, lemma }: Word) =>
  words[index - 1]?.folded === 'to' &&
  (lemma === 'know' || /^(?:refuse|decline)$/.test(words[index - 2]?.lemma ?? ''));

/** "called off", "put off" and "push down" say nothing; "push back" does. */
const isSaying = ({ pos, lemma, phrase }: Word) =>
  pos === 'VERB' &&
  isSpeechVerb(lemma) &&
  !(/^(?:call|put)$/.test(lemma) && phrase !== undefined) &&
  !(lemma === 'push' && phrase !== 'push back');

/** "“…,” said Casper Wren": the speaker behind the verb, where a quotation or a comma stands before it. */
function namedBehind({ words, mentions }: Reading, verb: Word): readonly Mention[] {
  const before = words[verb.index - 1]?.text ?? '';
  if (!/^[,”"»“’']$/.test(before) || !TAKES_CLAUSE.has(verb.lemma)) return [];
  // ", saying the club had been told": behind it stands what is said.
  if (/ing$/.test(verb.folded)) return [];
  const first = mentions.find(({ from }) => from > verb.index && from <= verb.index + 5);
  const between = words.slice(verb.index + 1, first?.from ?? verb.index + 1);
  return first &&
    between.every(
      ({ pos, folded }) =>
        /^(?:DET|NOUN|ADJ|PROPN)$/.test(pos) || /^(?:,|its|his|her|their|'s|of)$/.test(folded),
    )
    ? [first, ...mentions.filter(({ from }) => from === first.to)]
    : [];
}

/** "…, the foreign minister, Samir Dole, said": a name set off by commas right before the verb. */
function namedInApposition({ words, mentions }: Reading, verb: Word): readonly Mention[] {
  const isComma = (index: number) => words[index]?.folded === ',';
  return mentions.filter(
    ({ from, to, person }) => person && to === verb.index - 1 && isComma(to) && isComma(from - 1),
  );
}

/** ", it said": whom a pronoun right before the verb means, when somebody was the subject before. */
function namedBefore(reading: Reading, clause: Clause, verb: Word): readonly Mention[] {
  const pronoun = reading.words[verb.index - 1];
  if (pronoun?.pos !== 'PRON' || !/^(?:it|they|he|she)$/.test(pronoun.folded)) return [];
  const earlier = reading.predicates.filter(({ clause: index }) => index < clause.index);
  const acting = earlier.filter(({ agents }) => mentionsOf(agents).length > 0);
  const subject = acting.find(({ passive }) => !passive) ?? acting[0];
  if (subject) return mentionsOf(subject.agents);
  // "According to Voss, the call was frank, and she demanded that": nobody else was named.
  const sources = reading.clauses
    .filter(({ index, sentence }) => index < clause.index && sentence === clause.sentence)
    .flatMap((earlier) => nounFrames(reading, earlier))
    .filter(({ kind }) => kind === 'according');
  return sources.flatMap(({ speakers }) => speakers);
}

const mentionsOf = (heads: readonly Head[]) => heads.flatMap(({ mention }) => mention ?? []);
const FARTHEST_SPEAKER = 10;

/** Words from an estimate to whose it is: "of the". */
const OF_WHOM = 3;

/** "By an estimate of the Statistics Office" is according to it. */
function isEstimate(words: readonly Word[], { index, lemma, quoted }: Word): boolean {
  return (
    !quoted &&
    /^(?:estimate|count|reckoning|calculation)$/.test(lemma) &&
    words.slice(Math.max(0, index - 2), index).some(({ folded }) => folded === 'by') &&
    words[index + 1]?.folded === 'of'
  );
}

/** "according to X", "by an estimate of X" and "X's claim". */
function nounFrames({ words, mentions }: Reading, clause: Clause): readonly Frame[] {
  return clause.words.flatMap((word): Frame[] => {
    if (word.folded === 'according' && !word.quoted) {
      const speakers = mentions.filter(
        ({ from }) => from > word.index && from <= word.index + FARTHEST_SPEAKER,
      );
      return [{ speakers: speakers.slice(0, 2), clause: clause.index, kind: 'according' }];
    }
    if (isEstimate(words, word)) {
      const speaker = mentions.find(({ from }) => from > word.index && from <= word.index + OF_WHOM);
      return speaker ? [{ speakers: [speaker], clause: clause.index, kind: 'according' }] : [];
    }
    const owner =
      SPEECH_NOUNS.has(word.lemma) && !word.quoted ? ownerBefore(words, mentions, word.index) : undefined;
    return owner ? [{ speakers: [owner], clause: clause.index, kind: 'owner' }] : [];
  });
}

function ownerBefore(words: readonly Word[], mentions: readonly Mention[], at: number): Mention | undefined {
  return mentions.find(({ to }) => isPossessiveMark(words[to]) && to < at && at - to <= 3);
}
