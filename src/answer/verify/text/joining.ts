/** Stretches → clauses: what has no verb of its own is part of its neighbour, what is interrupted goes on. */
import { isSpeechVerb, SPEECH_NOUNS, TAKES_CLAUSE } from '../lexicon/speech.ts';
import { accompanyingVerb, isFiniteVerb } from './finite-verbs.ts';
import type { Piece } from './pieces.ts';
import type { Word } from './words.ts';

/** Joins the stretches of a sentence to its clauses; `inserted` marks those that interrupt another. */
export const joinPieces = (pieces: Piece[]): (Piece & { inserted: boolean })[] =>
  liftInsertions(mergeVerbless(resume(pieces)));

/** "The plan that they rely on | has not been published": behind a relative clause its host goes on. */
function resume(pieces: Piece[]): Piece[] {
  for (const [at, piece] of pieces.entries()) {
    const host = pieces[at - 1];
    if (piece.link !== 'relative' || !host || hasVerb(host)) continue;
    const back = piece.words.findIndex((word, place) => goesBack(piece.words, word, place));
    if (back > 0) host.words.push(...piece.words.splice(back));
  }
  return pieces;
}

/** A helping verb behind a verb that is complete. */
function goesBack(words: readonly Word[], word: Word, at: number): boolean {
  if (word.pos !== 'AUX' || word.quoted) return false;
  const verb = words.slice(0, at).findLast(({ pos, quoted }) => pos === 'VERB' && !quoted);
  return (
    verb !== undefined &&
    !TAKES_CLAUSE.has(verb.lemma) &&
    !/^(?:CCONJ|PUNCT|PRON)$/.test(words[at - 1]?.pos ?? '')
  );
}

const hasVerb = (piece: Piece) =>
  piece.words.some((word, at) => isFiniteVerb(piece.words, at) || participleStarts(piece, word, at)) ||
  (piece.afterComma && accompanyingVerb(piece.words) !== undefined);

/** ", injuring two guards" and ", loaded with bananas" are clauses without a helping verb. */
const participleStarts = (piece: Piece, word: Word, at: number) =>
  piece.afterComma &&
  at <= 1 &&
  word.pos === 'VERB' &&
  !word.quoted &&
  !/^(?:to|of)$/.test(piece.words[0]?.folded ?? '');

/** A piece without a verb is part of its neighbour: of the one before, or of the one that brings the verb. */
function mergeVerbless(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const last = merged.at(-1);
    const waits =
      isNamePhrase(piece) && opensWithVerb(pieces.slice(at + 1).find((later) => !isNamePhrase(later)));
    if (
      last &&
      !waitsForVerb(piece, pieces.slice(at + 1)) &&
      !opensClause(piece, pieces.slice(at + 1)) &&
      (completes(piece, last, pieces[at + 1]) || (!(waits && hasVerb(last)) && trails(piece, pieces[at + 1])))
    )
      last.words.push(...piece.words);
    else merged.push({ ...piece, words: [...piece.words] });
  }
  return merged;
}

/**
 * "say that Mikkel Aas, the owner of Norrhus, | left": what is said has its verb behind the commas; ", an accusation | that
 * Soland has rejected": a clause of its own.
 */
function waitsForVerb(piece: Piece, later: readonly Piece[]): boolean {
  const [next] = later;
  if (hasVerb(piece)) return false;
  const own = piece.words.filter(({ pos }) => !/^(?:PUNCT|DET|ADJ)$/.test(pos));
  if (piece.afterComma && piece.link === 'and' && own.length === 1 && SPEECH_NOUNS.has(own[0]?.lemma ?? ''))
    return next !== undefined && /^(?:content|relative)$/.test(next.link);
  const verb = later.find((other) => !isNamePhrase(other));
  return (
    piece.link === 'content' &&
    endsIn(piece, ',') &&
    next !== verb &&
    verb?.afterComma === true &&
    /^(?:VERB|AUX)$/.test(verb.words[0]?.pos ?? '')
  );
}

/** "Once it is done, chairman Tom Halbrook, a grandson, | will step down": a subject with its verb still to come. */
const isNamePhrase = (piece: Piece) =>
  piece.afterComma &&
  piece.link === 'and' &&
  piece.words.every(({ pos, quoted }) => !quoted && /^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|PART|PUNCT)$/.test(pos));
const opensWithVerb = (piece: Piece | undefined) =>
  piece?.afterComma === true && piece.words[0]?.pos === 'AUX';

const endsIn = ({ words }: Piece, mark: string) => words.at(-1)?.text === mark;

/**
 * "…, and Robert Hale, | spokesman of the company, | denied it", "…, and on Thursday, | Judge Hale turned it down": what
 * stands behind the conjunction waits for the verb behind the commas. A list does not: "and a boat, | he said".
 */
function opensClause(piece: Piece, later: readonly Piece[]): boolean {
  const [joint, ...own] = piece.words.filter(({ text }) => text !== ',');
  if (!piece.afterComma || !joint || hasVerb(piece)) return false;
  // "…, which the owner, Otto Hallin, denies"
  if (joint.pos !== 'CCONJ' && !/^(?:while|whereas|which|who)$/.test(joint.folded)) return false;
  if (!endsIn(piece, ',')) return false;
  const aside = ({ link, words: [first] }: Piece) =>
    link === 'relative' || /^(?:though|although|as|while)$/.test(first?.folded ?? '');
  const verb = later.find((other) => !aside(other) && hasVerb(other));
  if (!verb?.afterComma) return false;
  const opening = verb.words[0];
  if (/^(?:VERB|AUX)$/.test(opening?.pos ?? ''))
    return own.every(({ pos }) => /^(?:DET|ADJ|ADV|NOUN|PROPN|NUM|ADP|PART|PRON)$/.test(pos));
  return opening?.pos !== 'CCONJ' && /^(?:ADP|SCONJ|ADV)$/.test(own[0]?.pos ?? '');
}

/** "In October," and "when Trump" wait for the piece with the verb. */
function completes(piece: Piece, last: Piece, next: Piece | undefined): boolean {
  // "Days before he announced the talks, …"
  if (piece.link === 'tied' && last.link === 'start' && last.words.length <= 3 && !hasVerb(last))
    return !endsIn(last, ',');
  return !hasVerb(last) && piece.link === 'and' && !isInsertion(piece, next);
}

/** A list or a phrase at the end of a clause; not the beginning of one that is interrupted. */
function trails(piece: Piece, next: Piece | undefined): boolean {
  if (hasVerb(piece)) return false;
  if (opensSubject(piece, next)) return false;
  if (piece.link === 'and' || piece.link === 'start') return true;
  const interrupted = next !== undefined && isInsertion(next, undefined) && piece.link === 'relative';
  const joined =
    next !== undefined &&
    next.link === 'and' &&
    !next.afterComma &&
    hasVerb(next) &&
    // "since 2018 | and said": no second half of a subject.
    !/^(?:VERB|AUX)$/.test(next.words[1]?.pos ?? '') &&
    piece.link !== 'relative';
  return !interrupted && !joined;
}

/** ", and Norvane | and Halbrook said": the first half of a subject that two share. */
function opensSubject(piece: Piece, next: Piece | undefined): boolean {
  if (!piece.afterComma || next?.link !== 'and' || next.afterComma || !hasVerb(next)) return false;
  const [joint, second] = next.words;
  const own = piece.words.filter(({ pos, folded }) => pos !== 'CCONJ' && !/^(?:while|whereas)$/.test(folded));
  return (
    joint?.pos === 'CCONJ' &&
    second !== undefined &&
    !/^(?:VERB|AUX|ADV|PART)$/.test(second.pos) &&
    own.length > 0 &&
    own.every(({ pos }) => /^(?:DET|ADJ|NOUN|PROPN|PART|NUM)$/.test(pos))
  );
}

const LONGEST_INSERTION = 4;
const LONGEST_NAMING = 8;

/** ", he said," interrupts a clause: what follows it goes on with the clause before. */
function liftInsertions(pieces: readonly Piece[]): (Piece & { inserted: boolean })[] {
  const lifted: (Piece & { inserted: boolean })[] = [];
  for (const [at, piece] of pieces.entries()) {
    const host = lifted.findLast(({ inserted }) => !inserted);
    const fresh = /^(?:and|but|or|while|whereas|though|although)$/.test(piece.words[0]?.folded ?? '');
    const resumes = lifted.at(-1)?.inserted && piece.afterComma && piece.link === 'and' && !fresh;
    if (host && resumes) host.words.push(...piece.words);
    else lifted.push({ ...piece, inserted: at > 0 && isInsertion(piece, pieces[at + 1]) });
  }
  return lifted;
}

function isInsertion(piece: Piece, next: Piece | undefined): boolean {
  const own = piece.words.filter((word) => word.pos !== 'PUNCT');
  // ", Prime Minister Ilse Thornby said,"
  const names = isSpeechVerb(own.at(-1)?.lemma ?? '') && own.every(({ pos }) => pos !== 'AUX');
  const longest = names ? LONGEST_NAMING : LONGEST_INSERTION;
  if (!piece.afterComma || piece.link !== 'and' || own.length > longest || next?.link === 'content')
    return false;
  // ", denied hiding anything," is no ", said Oliver Strand,"
  const speaker = own
    .slice(1)
    .some(
      ({ pos, folded }) => /^(?:PROPN|DET)$/.test(pos) || /^(?:he|she|it|they|his|her|its)$/.test(folded),
    );
  if (own[0]?.pos === 'VERB' && !speaker) return false;
  return own[0]?.pos !== 'CCONJ' && own.some(({ pos, lemma }) => pos === 'VERB' && isSpeechVerb(lemma));
}
