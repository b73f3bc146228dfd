/** Whether a claim and a fact tell of one doing: the same ones act in it and are acted upon. */
import { bearsOut } from '../lexicon/meaning.ts';
import { isSpeechVerb } from '../lexicon/speech.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { isTold, linked, type Match } from '../match.ts';
import { findFigures } from '../text/figures.ts';
import { sameName } from '../text/names.ts';
import type { Head } from '../text/phrases.ts';
import type { Placed, Predicate } from '../text/roles.ts';
import type { Word } from '../text/words.ts';
import { isCause, isDirect, isRecipient, isSeat, isState, isSubjectOf, isThere } from './role-shifts.ts';

/** Whether who acts in the claim acts in the fact, and who is acted upon. */
export function agrees(claim: Predicate, fact: Predicate, match: Match): boolean {
  return agentsAgree(claim, fact, match) && patientsAgree(claim, fact, match);
}

/** Whether each acts where the other is acted upon. */
export function crosses(claim: Predicate, fact: Predicate): boolean {
  const meets = (some: readonly Head[], others: readonly Head[]) =>
    some.some((head) => others.some((other) => same(other, head)));
  return (
    meets(claim.agents, fact.patients.filter(isDirect)) &&
    meets(claim.patients.filter(isDirect), fact.agents) &&
    !meets(claim.agents, fact.agents)
  );
}

function agentsAgree(claim: Predicate, fact: Predicate, match: Match): boolean {
  return claim.agents.every((agent) => {
    if (fact.agents.some((other) => same(other, agent))) return true;
    // "Maduro's capture", "the club's founders": whose it is may be whom it was done to.
    const owns = claim.word.pos === 'NOUN' && fact.word.pos === 'VERB';
    if (
      owns &&
      (fact.agents.length === 0 || /(?:er|or)$/.test(claim.word.lemma)) &&
      fact.patients.some((other) => same(other, agent))
    )
      return true;
    const acted = fact.patients.filter((other) => same(other, agent));
    // "the transport costs 1.7 million" for "pays 1.7 million for the transport"
    if (
      claim.word.lemma === 'cost' &&
      fact.word.lemma === 'pay' &&
      acted.some(({ preposition }) => preposition === 'for')
    )
      return true;
    if (acted.length > 0 && befalls(claim) && (fact.word.pos === 'VERB' || fact.agents.length === 0))
      return true;
    if (acted.length > 0)
      return (
        fact.word.pos === 'NOUN' &&
        fact.agents.length === 0 &&
        (claim.word.pos === 'NOUN' ||
          (claim.patients.length > 0 && acted.every(({ preposition }) => preposition === 'of')))
      );
    if (!agent.mention && isRecipient(agent.word, fact, match)) return false;
    if (
      !agent.mention &&
      fact.agents.length > 0 &&
      fact.word.pos === 'VERB' &&
      claim.word.lemma === fact.word.lemma
    )
      return !isElsewhere(agent.word, fact, match);
    if (!agent.mention || (match.unit.unknown && fact.passive)) return true;
    const named = fact.agents.filter(({ mention }) => mention);
    return named.length === 0 && !(fact.passive && fact.agents.length === 0 && fact.word.pos === 'VERB');
  });
}

/** "Fourteen soldiers died" for "were killed", "talks began" for "opened talks": what happens to a subject by itself. */
const befalls = ({ word, passive, patients }: Predicate) =>
  word.pos === 'VERB' &&
  !passive &&
  BEFALLING.has(word.lemma) &&
  !patients.some(({ preposition }) => preposition === undefined);

const BEFALLING = wordSet(`die begin start open resume continue end stop close shut finish rise fall grow drop
  increase decrease change break burn sink explode collapse restart reopen`);

/** "A guard found it and called the police" for "a cleaner found it": the fact's word for who did it is another. */
function isElsewhere(word: Word, fact: Predicate, match: Match): boolean {
  const others = linked(match, word);
  return (
    others.length > 0 &&
    others.every(({ index }) => index > fact.word.index) &&
    fact.agents.every((head) => !isTold(match, head.word))
  );
}

/** "ordered the consulate to close" */
const actsItself = (patient: Head, { statement: { reading } }: Match) =>
  reading.predicates.some(({ agents }) => agents.some((head) => head.word === patient.word));

function patientsAgree(claim: Predicate, fact: Predicate, match: Match): boolean {
  return claim.patients.filter(isDirect).every((patient) => {
    const found = fact.patients.filter((other) => same(other, patient));
    if (found.length > 0)
      return (
        actsItself(patient, match) || !found.every((other) => isUnder(other, patient, { claim, fact }, match))
      );
    if (fact.agents.some((other) => same(other, patient)))
      return (
        isCause(claim.word, fact) ||
        isSubjectOf(patient, claim, fact) ||
        isState(claim, fact) ||
        isSeat(claim, fact, match) ||
        isThere(patient, claim, fact)
      );
    if (isDoneElsewhere(patient, claim, fact, match) || isOther(patient, claim, { fact, match }))
      return false;
    if (!patient.mention) return true;
    const strict = claim.word.lemma === fact.word.lemma || patient.mention.person;
    return !strict || !fact.patients.some((other) => other.mention && isDirect(other));
  });
}

/** "the mites are caused by a virus" for "the fever is caused by a virus carried by mites": what is told of one, of another. */
function isOther(
  patient: Placed,
  claim: Predicate,
  { fact, match }: { fact: Predicate; match: Match },
): boolean {
  const own = fact.patients.filter((head) => head.preposition === undefined);
  const others = linked(match, patient.word);
  return (
    claim.word.lemma === fact.word.lemma &&
    claim.passive &&
    fact.passive &&
    others.length > 0 &&
    !patient.mention &&
    others.every((word) => word.pos === 'NOUN' && word.index > fact.word.index) &&
    own.length > 0 &&
    own.every((head) => head.word.pos !== 'PRON' && !isTold(match, head.word))
  );
}

/** "a steward was arrested" where people were arrested and a steward was treated or got away. */
function isDoneElsewhere(patient: Head, claim: Predicate, fact: Predicate, { unit }: Match): boolean {
  if (claim.word.lemma !== fact.word.lemma || !fact.patients.some((other) => other.preposition === undefined))
    return false;
  if (isApposed(patient, claim, fact)) return false;
  return unit.reading.predicates.some(
    (other) =>
      other !== fact &&
      other.word.pos === 'VERB' &&
      !isSpeechVerb(other.word.lemma) &&
      other.clause !== fact.clause &&
      unit.reading.clauses[other.clause]?.link !== 'relative' &&
      (other.passive ? other.patients : claim.passive ? other.agents : []).some((head) =>
        same(head, patient),
      ),
  );
}

/** "contain an impurity, NDX-4": another name for what the fact has there as well. */
const isApposed = ({ word: { index } }: Head, claim: Predicate, fact: Predicate) =>
  claim.patients.some(
    (head) => head.word.index === index - 2 && fact.patients.some((other) => same(other, head)),
  );

/** "published a flaw" for "published a repair for the flaw": what hangs on another thing is not that thing. */
function isUnder(
  other: Placed,
  patient: Placed,
  { claim, fact }: { claim: Predicate; fact: Predicate },
  match: Match,
): boolean {
  // "a reward of 250,000 marks" is so many marks.
  if (
    findFigures(match.unit.reading.words).some(
      ({ counted, span }) => counted.includes(other.word) || span.has(other.word.index),
    )
  )
    return false;
  if (patient.preposition !== undefined || !/^(?:for|of|against)$/.test(other.preposition ?? ''))
    return false;
  const direct = (head: Placed) => head.preposition === undefined;
  const heads = fact.patients.filter(direct);
  return (
    fact.word.pos === 'VERB' &&
    !fact.passive &&
    !claim.passive &&
    heads.length > 0 &&
    !heads.some((head) => claim.patients.some((own) => same(head, own)))
  );
}

/** Whether two heads can mean the same. */
export function same(fact: Head, claim: Head): boolean {
  if (fact.mention && claim.mention) return sameName(fact.mention, claim.mention);
  if (fact.mention) return fact.mention.keys.has(claim.word.folded);
  if (claim.mention) return claim.mention.keys.has(fact.word.folded);
  return bearsOut(fact.word, claim.word);
}
