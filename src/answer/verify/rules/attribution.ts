/** Rules about whose word something is. */
import { oncePer } from '../../../once-per.ts';
import { bearsOut } from '../lexicon/meaning.ts';
import { DENIALS, operatorsOf } from '../lexicon/operators.ts';
import { fitsKind, isFactive, isSpeechVerb, SPEECH_NOUNS } from '../lexicon/speech.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { isContent, linked, type Match } from '../match.ts';
import { isUnder } from '../text/force.ts';
import type { Frame } from '../text/frames.ts';
import type { Reading } from '../text/reading.ts';
import type { Predicate } from '../text/roles.ts';
import { readWords, type Word } from '../text/words.ts';
import type { Unit } from '../unit.ts';
import { same } from './role-agreement.ts';
import { statementRule } from './rule.ts';

export const namesTheSpeaker = statementRule({
  name: 'names-the-speaker',
  sentence: "What is somebody's word is told as theirs: the claim names who said it, and nobody else.",
  check: (match) => {
    const { voice } = match.unit;
    if (!voice || tellsWhoSomebodyIs(match) || isActBeside(match, voice.speaker)) return undefined;
    const frames = match.statement.frames;
    const said = frames.filter((frame) => speaks(frame, voice.speaker));
    if (match.unit.allegedFrom !== undefined && !said.some((frame) => opensDenial(frame, match)))
      return `no denial of ${voice.speaker}`;
    if (said.every((frame) => isWithin(frame, match)) && !isOwnAct(match, voice.speaker))
      return `no word of ${voice.speaker}`;
    const other = frames.find(
      (frame) =>
        frame.kind !== 'owner' &&
        frame.speakers.length > 0 &&
        !speaks(frame, voice.speaker) &&
        !isTold(frame, match),
    );
    return other && `given to ${[...(other.speakers[0]?.keys ?? [])].join(' ')}`;
  },
});

/** "denied that", "the accusation that … is denied by": no ", X denied" behind what is told as a fact. */
const opensDenial = ({ verb }: Frame, { statement: { words } }: Match) =>
  verb !== undefined &&
  DENIALS.has(verb.lemma) &&
  (words.find(({ pos }) => pos === 'VERB') === verb || words.some(({ lemma }) => SPEECH_NOUNS.has(lemma)));

/** "Palisade warned the museum" for "Palisade claims that it warned the museum": what is said, and not who says it. */
function isWithin({ verb }: Frame, match: Match): boolean {
  const others = verb ? linked(match, verb) : [];
  const { clauses } = match.unit.reading;
  const opens = ({ index }: Word) =>
    clauses.some(({ link, words }) => link === 'start' && words.some((word) => word.index === index));
  return (
    others.length > 0 &&
    others.every((other) => isUnder(match.unit.reading, other, 'saying') && !opens(other))
  );
}

/** "Osei, who manages the fund, …", "Pask, a supporter who was in block K, …": what the file says of a person is nobody's word. */
export function tellsWhoSomebodyIs({ statement, unit }: Match): boolean {
  const roles = rolesOf(unit);
  const named = (index: number) =>
    statement.reading.mentions.some(({ from, to }) => index >= from && index < to);
  const words = statement.words.filter((word) => isContent(word) && !named(word.index));
  return (
    statement.frames.length === 0 &&
    words.length > 0 &&
    words.every((word) => roles.some((other) => bearsOut(other, word)))
  );
}

const rolesOf = oncePer(({ people }: Unit) =>
  people.flatMap(({ name, role }) => readWords(`${name}, ${role ?? ''}`)),
);

/** "Pellworth rejected the accusation; its director said …": what another one did before, in the file's own voice. */
function isActBeside({ statement, unit }: Match, speaker: string): boolean {
  const { predicates, words, clauses } = unit.reading;
  const speaks = predicates.some(
    ({ word, agents }) => isSpeechVerb(word.lemma) && agents.some(({ mention }) => mention?.ids.has(speaker)),
  );
  const own = new Set(statement.clauses.map(({ index }) => index));
  // "denies having sold it": the first verb is the one of the statement.
  const acts = statement.reading.predicates
    .filter(({ word, clause }) => own.has(clause) && word.pos === 'VERB' && !word.quoted)
    .slice(0, 1);
  return (
    speaks &&
    !words.some(({ folded }) => folded === 'according') &&
    acts.length === 1 &&
    acts.every(
      (act) =>
        isSpeechVerb(act.word.lemma) &&
        predicates.some(
          (other) =>
            other.word.pos === 'VERB' &&
            other.word.lemma === act.word.lemma &&
            clauses[other.clause]?.link === 'start' &&
            !isUnder(unit.reading, other.word, 'saying') &&
            act.agents.length > 0 &&
            act.agents.every(
              (head) => !head.mention?.ids.has(speaker) && other.agents.some((one) => same(one, head)),
            ),
        ),
    )
  );
}

/** "Wren ruled out sending soldiers": what the fact says in its own voice that the speaker did. */
function isOwnAct(match: Match, speaker: string): boolean {
  const { statement, unit } = match;
  const clauses = new Set(statement.clauses.map(({ index }) => index));
  const does = ({ agents }: Predicate) =>
    agents.some(({ mention, word }) => mention?.ids.has(speaker) || (!mention && /^they$/.test(word.folded)));
  const told = unit.reading.predicates.filter((act) => does(act) && act.word.pos === 'VERB');
  const acts = told.filter((act) => !isUnder(unit.reading, act.word, 'saying'));
  const own = statement.reading.predicates.filter((act) => clauses.has(act.clause) && does(act));
  if (own.some((act) => told.some((other) => wantsIt(other, act) || isAttitude(other, act, match))))
    return true;
  if (isOwnState(match, does)) return true;
  return own.some(({ word }) =>
    acts.some((act) => linked(match, word).includes(act.word) && isAsPlain(act.word, word)),
  );
}

/** "wants the law repealed" for "called for the law to be repealed": who asks for something wants it. */
const wantsIt = (act: Predicate, { word }: Predicate) =>
  ASKING.test(word.phrase ?? word.lemma) &&
  operatorsOf(act.word).some((operator) => /^(?:request|wish|intent)$/.test(operator));

/** "Lund is most worried": what the fact tells of the speaker himself, as what he is and with nothing said. */
function isOwnState({ statement, unit }: Match, does: (act: Predicate) => boolean): boolean {
  const is = ({ reading }: { readonly reading: Reading }) =>
    reading.predicates.find((act) => act.word.lemma === 'be' && does(act));
  const [own, told] = [is(statement), is(unit)];
  return (
    own !== undefined &&
    told !== undefined &&
    statement.clauses.some(({ index }) => index === own.clause) &&
    unit.reading.predicates.every(({ word }) => !isSpeechVerb(word.lemma)) &&
    !isUnder(unit.reading, told.word, 'saying')
  );
}

const ASKING = /^(?:want|seek|demand|urge|request|ask|call (?:for|on|upon)|appeal (?:to|for)|ask for)$/;

/** "Police want to speak to him" for "said that they want to": whoever says so wants it. */
const isAttitude = ({ word: act }: Predicate, { word }: Predicate, match: Match) =>
  ATTITUDES.has(word.lemma) && act.lemma === word.lemma && linked(match, word).includes(act);
const ATTITUDES = wordSet(
  'want wish hope intend plan fear believe think expect doubt prefer seek demand call',
);

/** "accepted responsibility" for "took responsibility": of two acts, neither is one of speaking. */
const isAsPlain = (act: Word, word: Word) =>
  act.lemma === word.lemma || (!isSpeechVerb(act.lemma) && !isSpeechVerb(word.lemma));

const speaks = (frame: Frame, speaker: string) => frame.speakers.some(({ ids }) => ids.has(speaker));

/** A verb of saying that the fact itself has. */
const isTold = ({ verb }: Frame, match: Match) => verb !== undefined && linked(match, verb).length > 0;

export const fittingVerb = statementRule({
  name: 'fitting-verb',
  sentence:
    'An allegation is alleged, not revealed; a denial is denied, not admitted; no verb lends words more truth than they have.',
  check: (match) => {
    const { voice } = match.unit;
    if (!voice) return undefined;
    const own = match.statement.frames.filter((frame) => speaks(frame, voice.speaker));
    return own.find((frame) => !isFitting(frame, match, voice))?.verb?.text;
  },
});

/** "explained why she had resigned": tells what was spoken of, and not that it is true. */
export const asksWhy = ({ lemma, index }: Word, { words }: Reading) =>
  lemma === 'explain' && /^(?:why|how|what)$/.test(words[index + 1]?.folded ?? '');

function isFitting({ verb }: Frame, match: Match, { kind }: NonNullable<Unit['voice']>): boolean {
  // "gave health reasons"
  if (!verb || verb.lemma === 'give' || fitsKind(verb.lemma, kind)) return true;
  if (asksWhy(verb, match.statement.reading)) return true;
  // "The police confirmed that A, but have B": the verb may stand in the statement before.
  const told = match.unit.reading.words.some(({ pos, lemma }) => pos === 'VERB' && lemma === verb.lemma);
  const own = match.statement.words.includes(verb);
  return (
    (!own && told) || linked(match, verb).some((word) => !isFactive(verb.lemma) || isFactive(word.lemma))
  );
}
