/** The rule about who did what to whom. */
import { SUPPORT_VERBS } from '../lexicon/function-words.ts';
import { fitsKind, isSpeechVerb, NAMES_TARGET, TAKES_CLAUSE } from '../lexicon/speech.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { isTold, linked, type Match } from '../match.ts';
import { sameName } from '../text/names.ts';
import type { Predicate } from '../text/roles.ts';
import type { Word } from '../text/words.ts';
import { gives, isReceived } from './giving.ts';
import { agrees, crosses } from './role-agreement.ts';
import { statementRule } from './rule.ts';

export const rolesKept = statementRule({
  name: 'roles-kept',
  sentence: 'Who did it and whom it was done to stay who they are.',
  check: (match) => {
    const own = new Set(match.statement.clauses.map(({ index }) => index));
    const predicates = match.statement.reading.predicates.filter(
      ({ clause, word }) => own.has(clause) && !word.quoted,
    );
    return predicates.find((predicate) => !isBorneOut(predicate, match) || dropsVerb(predicate, match))?.word
      .text;
  },
});

function isBorneOut(predicate: Predicate, match: Match): boolean {
  const { word } = predicate;
  if (
    word.pos === 'AUX' ||
    RECIPROCAL.has(word.lemma) ||
    predicate.agents.length + predicate.patients.length === 0
  )
    return true;
  if (isFraming(predicate, match)) return true;
  const received = isReceived(predicate, match);
  if (received !== undefined) return received;
  if (isCrossed(predicate, match)) return false;
  const candidates = evidenceFor(predicate, match);
  const own = undergone(predicate);
  return candidates.length === 0 || candidates.some((other) => agrees(own, undergone(other), match));
}

/** Words for an exchange in which neither side acts on the other. */
const RECIPROCAL = wordSet(`talk speak meet converse discuss conversation meeting discussion dialogue relation
  tie agreement deal dispute disagreement negotiate negotiation cooperate cooperation coordinate chat summit`);

/** Whose word it is has rules of its own; whom "called" and "accused" are about has not. */
function isFraming({ word, agents }: Predicate, { statement, unit }: Match): boolean {
  const { voice } = unit;
  const frame = statement.frames.find(({ verb }) => verb?.index === word.index);
  if (frame === undefined) return false;
  // "…, said Dr Silas Byrne": the speaker behind the verb, where the fact has the same verb as the same one's.
  const isSaid = unit.reading.predicates.some(
    (other) =>
      other.word.lemma === word.lemma &&
      other.agents.some(({ mention }) => mention && frame.speakers.some((one) => sameName(one, mention))),
  );
  if (voice === undefined) return isSaid && TAKES_CLAUSE.has(word.lemma);
  const isVoice = frame.speakers.some(({ ids }) => ids.has(voice.speaker));
  if (!isVoice && agents.length > 0) return false;
  return agents.length === 0 || (TAKES_CLAUSE.has(word.lemma) && !NAMES_TARGET.has(word.lemma));
}

/** "The warning received the museum": by the same verb, who acts and whom it is done to have changed places. */
function isCrossed(predicate: Predicate, { unit }: Match): boolean {
  const { word, passive } = predicate;
  const others = unit.reading.predicates.filter(
    (other) => other.word.pos === word.pos && other.word.lemma === word.lemma && other.passive === passive,
  );
  return word.pos === 'VERB' && others.length > 0 && others.every((other) => crosses(predicate, other));
}

/** What the fact says of the same doing: by the same verb, or the verb around the same noun. */
function evidenceFor(predicate: Predicate, match: Match): readonly Predicate[] {
  const { predicates } = match.unit.reading;
  const own = matching(predicate.word.index, match);
  // "has given the log to the authority" for "has handed it to the authority"
  const giving =
    gives({ lemma: predicate.word.lemma }) && own.length === 0
      ? predicates.filter(({ word }) => word.pos === 'VERB' && gives({ lemma: word.lemma }))
      : [];
  if (giving.length > 0) return giving;
  const isSupport = predicate.word.pos === 'VERB' && SUPPORT_VERBS.has(predicate.word.lemma);
  if (!isSupport) return own.map((other) => withVerb(other, predicates));
  const objects = predicate.patients.flatMap(({ word, mention }) =>
    mention ? [] : matching(word.index, match),
  );
  const same = own.filter(
    ({ word }) =>
      word.lemma === predicate.word.lemma &&
      (word.phrase !== undefined || /^(?:give|send|bring)$/.test(word.lemma)),
  );
  return same.length > 0 ? same : objects.map((other) => withVerb(other, predicates));
}

function matching(index: number, match: Match): readonly Predicate[] {
  const words = linked(match, { index });
  return match.unit.reading.predicates.filter(({ word }) => words.includes(word));
}

/** A noun without somebody of its own is done by the subject of its verb: "the US put sanctions on Petro". */
function withVerb(other: Predicate, predicates: readonly Predicate[]): Predicate {
  if (other.word.pos !== 'NOUN') return other;
  const verb = predicates.find(({ clause, word }) => clause === other.clause && word.pos === 'VERB');
  if (!verb || !SUPPORT_VERBS.has(verb.word.lemma)) return other;
  if (UNDERGONE.test(verb.word.lemma) && !verb.passive)
    return { ...other, patients: [...other.patients, ...verb.agents] };
  const agents =
    other.agents.length > 0 ? other.agents : verb.agents.filter(({ word }) => word !== other.word);
  return {
    ...other,
    agents,
    passive: verb.passive,
    patients: [
      ...other.patients,
      ...(other.patients.length > 0 ? [] : verb.patients.filter(({ mention }) => mention)),
    ],
  };
}

/** "suffered injuries" for "were injured": the subject is the one that it is done to. What belongs is owned. */
const undergone = (predicate: Predicate): Predicate =>
  predicate.word.lemma === 'belong'
    ? { ...predicate, agents: predicate.patients, patients: predicate.agents }
    : UNDERGONE.test(predicate.word.lemma) && !predicate.passive && predicate.word.phrase !== 'get back'
      ? { ...predicate, agents: [], patients: predicate.agents }
      : predicate;

/** Verbs whose subject is the one that it is done to. */
const UNDERGONE = /^(?:lose|suffer|sustain|receive|get|face|undergo|see)$/;

/** "launched an attack" for "would resist any attack": the verb that decides what became of the noun is gone. */
function dropsVerb({ word, patients, passive }: Predicate, match: Match): boolean {
  if (word.pos !== 'VERB' || !SUPPORT_VERBS.has(word.lemma) || passive || match.links.has(word.index))
    return false;
  const nouns = patients.filter((head) => !head.mention).flatMap((head) => linked(match, head.word));
  if (
    /^(?:get|receive)$/.test(word.lemma) &&
    match.unit.reading.words.some((other) => other.pos === 'VERB' && gives(other))
  )
    return false;
  if (
    gives({ lemma: word.lemma }) &&
    match.unit.reading.words.some(({ pos, lemma }) => pos === 'VERB' && gives({ lemma }))
  )
    return false;
  return nouns.length > 0 && nouns.every((noun) => hasVerbOfItsOwn(noun, match));
}

function hasVerbOfItsOwn(noun: Word, match: Match): boolean {
  const { unit } = match;
  const done = unit.reading.predicates.find(
    ({ word, passive, patients }) =>
      passive && word.pos === 'VERB' && patients.some((head) => head.word === noun),
  );
  // "is keeping the rockets grounded": the verb is told after all.
  if (done)
    return (
      !SUPPORT_VERBS.has(done.word.lemma) &&
      !fitsKind(done.word.lemma, 'statement') &&
      !isTold(match, done.word)
    );
  const verb = unit.reading.words.slice(0, noun.index).findLast(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return (
    verb?.pos === 'VERB' &&
    !SUPPORT_VERBS.has(verb.lemma) &&
    !isSpeechVerb(verb.lemma) &&
    !isTold(match, verb)
  );
}
