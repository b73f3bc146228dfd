/** Ways of telling one doing in which somebody stands in another place: as the subject, the object, or behind a preposition. */
import { linked, type Match } from '../match.ts';
import type { Placed, Predicate } from '../text/roles.ts';
import type { Word } from '../text/words.ts';

/** "the eruption of Mount Tarrow" for "Mount Tarrow erupted". */
export const isSubjectOf = (head: Placed, claim: Predicate, fact: Predicate) =>
  claim.word.pos === 'NOUN' && head.preposition === 'of' && fact.patients.filter(isDirect).length === 0;

/** "had been engaged in spying" for "had engaged in spying": a passive without a doer that only tells a state. */
export const isState = (claim: Predicate, fact: Predicate) =>
  claim.passive &&
  claim.agents.length === 0 &&
  !fact.passive &&
  claim.word.lemma === fact.word.lemma &&
  fact.patients.every((head) => head.preposition !== undefined);

/** "the airport on the island" for "the island's airport". */
export const isThere = (patient: Placed, claim: Predicate, fact: Predicate) =>
  patient.mention?.place === true && claim.word.pos === 'NOUN' && claim.word.lemma === fact.word.lemma;

/** "killed 31 people" for "31 people died". */
export const isCause = (word: Word, fact: Predicate) =>
  word.lemma !== fact.word.lemma && fact.patients.filter(isDirect).length === 0 && word.pos === 'VERB';

/** A phrase with "with", "between" or a place stands beside the doing and not under it. */
export const isDirect = (head: Placed) =>
  !/^(?:with|between|among|at|in|from|by|during|after|before|since|for|about|near|aboard)$/.test(
    head.preposition ?? '',
  );

/** "will be based in Rotterdam" for "will have its head office in Rotterdam": whose it is. */
export const isSeat = (claim: Predicate, { word }: Predicate, { unit: { reading } }: Match) =>
  claim.passive &&
  claim.agents.length === 0 &&
  /^(?:base|headquarter)/.test(claim.word.lemma) &&
  (word.lemma === 'have' ||
    (word.pos === 'NOUN' &&
      reading.words.some(({ lemma, index }) => lemma === 'have' && index < word.index)));

/** "The police reported it" for "it was reported to the police": whoever is told does not tell. */
export function isRecipient(word: Word, fact: Predicate, match: Match): boolean {
  const { words } = match.unit.reading;
  const others = linked(match, word);
  const opening = ({ index }: Word) =>
    words.slice(0, index).findLast(({ pos }) => !/^(?:DET|ADJ|NOUN)$/.test(pos))?.folded;
  return (
    fact.passive &&
    fact.agents.length === 0 &&
    others.length > 0 &&
    others.every((other) => opening(other) === 'to')
  );
}
