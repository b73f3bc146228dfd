/** The verb that carries a clause, and who its subject is. */
import { isSpeechVerb } from '../lexicon/speech.ts';
import { wordSet } from '../lexicon/word-list.ts';
import type { Clause } from './clauses.ts';
import { isFiniteVerb } from './finite-verbs.ts';
import type { Mention } from './names.ts';
import { type Head, headsIn } from './phrases.ts';
import { resolvePronoun } from './pronouns.ts';
import type { Word } from './words.ts';

/** A clause with what stands before it. */
export type Scene = {
  readonly clause: Clause;
  readonly mentionAt: ReadonlyMap<number, Mention>;
  readonly earlier: readonly Clause[];
  readonly subjects: readonly (readonly Head[])[];
};

/** "Flares thrown onto the pitch led to …": a past form behind its noun, with the clause's own verb still to come. */
function isReduced(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || words[at - 1]?.pos !== 'NOUN' || words[at + 1]?.pos !== 'ADP' || word.pos !== 'VERB')
    return false;
  if (!/(?:ed|en|wn)$/.test(word.folded) || isSpeechVerb(word.lemma)) return false;
  return words.some(
    (other, later) =>
      later > at + 1 &&
      isFiniteVerb(words, later) &&
      !/^(?:CCONJ|SCONJ)$/.test(words[later - 1]?.pos ?? '') &&
      other.folded !== other.lemma,
  );
}

/** The verb that carries the clause: the last of its first chain of finite verbs. */
export function mainVerb({ words }: Clause): { word: Word; from: number; at: number } | undefined {
  const from = words.findIndex((_, at) => isFiniteVerb(words, at) && !isReduced(words, at));
  const start = from >= 0 ? from : words.findIndex(({ pos }) => pos === 'VERB');
  if (start < 0) return undefined;
  let at = start;
  for (let next = start + 1; next < words.length; next += 1) {
    const word = words[next];
    // "denied having received": after the first verb of its own a chain is over.
    if (words[at]?.pos === 'VERB') break;
    if (word?.pos === 'VERB' || word?.pos === 'AUX') at = next;
    else if (!(word?.pos === 'ADV' || word?.folded === 'not' || word?.folded === "n't")) break;
  }
  const word = words[at];
  return word && { word, from: start, at };
}

/** Who the clause tells of: its own subject, or the one that goes on from before. */
export function subjectOf(scene: Scene, verb: { from: number; at: number }): readonly Head[] {
  const { clause, earlier, subjects } = scene;
  const opening = clause.link === 'tied' ? 1 : 0;
  const own = headsIn(scene.mentionAt, clause.words.slice(opening, verb.from)).filter(
    ({ preposition }) => preposition === undefined,
  );
  if (own.length > 0) return own.flatMap((head) => resolvePronoun(head, scene));
  // "31 of the whales were", "Most of the evacuees are"
  const part = partitive(scene, clause.words.slice(opening, verb.from));
  if (part) return [part];
  if (clause.link === 'relative') return antecedent(scene);
  const past =
    clause.link === 'and' &&
    /(?:ed|en)$/.test(clause.words[verb.from]?.folded ?? '') &&
    opensClause(clause, verb.from);
  if (past && !isWaitedFor(scene) && clause.words[verb.from]?.pos === 'VERB' && endsInComma(earlier.at(-1)))
    return antecedent(scene);
  const word = clause.words[verb.at];
  const speaks =
    word?.pos === 'VERB' &&
    (isSpeechVerb(word.lemma) || JUDGING.has(word.lemma)) &&
    !/^(?:put|call) /.test(word.phrase ?? '');
  const host = speaks ? (mainBefore(scene) ?? hostOf(scene)) : hostOf(scene);
  return host ? (subjects[host.index] ?? []) : [];
}

/** The ones of whom the subject is a part. */
function partitive({ mentionAt }: Scene, words: readonly Word[]): Head | undefined {
  const of = words.findLastIndex(
    ({ folded, quoted }, at) =>
      !quoted && folded === 'of' && /^(?:NUM|ADJ|PRON|DET)$/.test(words[at - 1]?.pos ?? ''),
  );
  return of > 0 ? headsIn(mentionAt, words.slice(of + 1))[0] : undefined;
}

/** What a speaker does with words as well: "denied that the Trust had a part in it and condemned it". */
const JUDGING = wordSet('condemn criticise criticize praise welcome thank defend attack');

const opensClause = ({ words }: Clause, at: number) =>
  words.slice(0, at).every(({ pos }) => pos === 'PUNCT' || pos === 'ADV');
const endsInComma = (clause: Clause | undefined) => clause?.words.at(-1)?.folded === ',';

/** The clause whose subject goes on: one still waiting for its verb, the main one after a comma, or the one before. */
function hostOf({ clause, earlier }: Scene): Clause | undefined {
  const near = earlier.filter(({ inserted, sentence }) => !inserted && sentence === clause.sentence);
  const waiting = near.findLast(
    (other) =>
      !mainVerb(other) &&
      // "Tansley, who raised the alarm, said that it was white and smelled": she has her verb.
      !near.some(({ index, link }) => index > other.index && link === 'content'),
  );
  const main = endsInComma(earlier.at(-1))
    ? near.findLast(({ link }) => link === 'start' || link === 'and')
    : undefined;
  return waiting ?? main ?? near.at(-1);
}

/** Only somebody speaks: the subject of a verb of saying is that of the main clause before. */
const mainBefore = ({ clause, earlier, subjects }: Scene) =>
  earlier.findLast(
    ({ link, inserted, sentence, index }) =>
      sentence === clause.sentence &&
      !inserted &&
      (link === 'start' || link === 'and') &&
      subjects[index]?.some(({ mention }) => mention),
  );

/** The nearest noun before a relative clause. */
function antecedent(scene: Scene): readonly Head[] {
  const nearest = scene.earlier.at(-1);
  // "“…”, wrote Osei, who …"
  const named = nearest?.words.findLast(({ pos }) => pos !== 'PUNCT');
  const before =
    nearest && named && scene.mentionAt.has(named.index)
      ? nearest
      : scene.earlier.findLast(({ inserted }) => !inserted);
  const last = before && headsIn(scene.mentionAt, before.words).at(-1);
  return last ? [last] : [];
}

/** A name before is still without its verb: "Osei, who manages the fund, accused …". */
export const isWaitedFor = ({ clause, earlier }: Scene) =>
  earlier.some((other) => other.sentence === clause.sentence && !other.inserted && !mainVerb(other));
