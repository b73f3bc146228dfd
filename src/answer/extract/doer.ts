/** Whether a sentence says who does what a question asks the doer of. */
import type { Dossier } from '../dossier.ts';
import type { Head, Predicate } from '../verify/text/roles.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import { LIGHT } from './deed.ts';
import { isOtherSense, predicatesOf } from './fit.ts';
import { kinshipOf } from './kinship.ts';

/** From this likeness on a word may tell the deed that is asked about. */
const LIKE_DEED = 0.45;
/** "Coordinating the preparations" says less surely who prepares than "preparing" does. */
const BY_NOUN = 0.6;

/**
 * How surely the sentence tells who does what is asked about, or to whom, up to 1; below 0 how surely it tells the deed
 * without saying who: "talks are being arranged" is no answer to who arranges them.
 */
export function doerTold(asked: Asked, { fact, reading }: Candidate, dossier: Dossier): number {
  const { deed } = asked;
  if (!deed?.wanted || deed.wanted === 'object' || !fact) return 0;
  const { verb } = deed;
  const nearness = new Map(
    reading.words.map((word) => [word.folded, Math.max(kinshipOf(verb, word), verb.likeness(word))]),
  );
  if (Math.max(0, ...nearness.values()) < LIKE_DEED) return 0;
  const near = ({ word }: Pick<Head, 'word'>) => nearness.get(word.folded) ?? 0;
  const tells = (predicate: Predicate) =>
    isTold(deed.wanted === 'agent' ? predicate.agents : predicate.patients, asked) &&
    !(deed.toSomebody && isMany(predicate));
  const predicates = predicatesOf(fact, dossier).filter((predicate) => !isOtherSense(deed, predicate));
  const itself = Math.max(0, ...predicates.filter(tells).map(near));
  const byNoun = predicates
    .filter((predicate) => deed.wanted === 'agent' && !isMutual(predicate) && isTold(predicate.agents, asked))
    .flatMap(({ patients }) => patients.map((patient) => BY_NOUN * near(patient)));
  const told = Math.max(itself, ...byNoun);
  const untold = Math.max(0, ...predicates.map(near));
  return told >= LIKE_DEED ? told : untold >= LIKE_DEED ? -untold : 0;
}

/** "The two held a call" does not tell who called. */
function isMutual(predicate: Predicate): boolean {
  return LIGHT.test(predicate.word.folded) && isMany(predicate);
}

function isMany({ agents }: Predicate): boolean {
  return agents.length > 1 || agents.some(({ word, mention }) => !mention && word.folded.endsWith('s'));
}

/** Whether anybody stands there whom the question does not name itself. */
function isTold(heads: readonly Head[], { mentions }: Asked): boolean {
  const named = new Set(mentions.flatMap(({ ids }) => ids));
  return heads.some(({ mention }) => ![...(mention?.ids ?? [])].some((id) => named.has(id)));
}
