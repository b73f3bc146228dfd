/** Text → clauses: who does what to whom, as far as word order and helping verbs tell. */
import { connectiveAt, type Tie } from '../lexicon/connectives.ts';
import { isSpeechVerb, SPEECH_NOUNS, TAKES_CLAUSE } from '../lexicon/speech.ts';
import type { Word } from './words.ts';

/** How a clause hangs on what stands before it. */
type Link = 'start' | 'and' | 'relative' | 'content' | 'tied';

/** A stretch of a sentence with a verb of its own. */
export type Clause = {
  readonly index: number;
  readonly sentence: number;
  readonly words: readonly Word[];
  readonly link: Link;
  /** For a tied clause: how. */
  readonly tie?: Tie;
  /** Set off by commas and inserted in another clause: ", Trump said,". */
  readonly inserted: boolean;
};

type Piece = { words: Word[]; link: Link; tie?: Tie | undefined; afterComma: boolean };

/** The clauses of a text, in order. */
export function splitClauses(words: readonly Word[]): readonly Clause[] {
  const sentences = Map.groupBy(words, ({ sentence }) => sentence);
  return [...sentences.values()]
    .flatMap((sentence) => liftInsertions(mergeVerbless(resume(cutPieces(sentence)))))
    .filter((piece) => piece.words.length > 0)
    .map(({ words: own, link, tie, inserted }, index) => ({
      index,
      sentence: own[0]?.sentence ?? 0,
      words: own,
      link,
      ...(tie ? { tie } : {}),
      inserted,
    }));
}

const HARD_STOP = /^[;:()–—…]$/;
const RELATIVE = new Set(['which', 'who', 'whom', 'whose', 'where']);

function cutPieces(sentence: readonly Word[]): Piece[] {
  const pieces: Piece[] = [{ words: [], link: 'start', afterComma: false }];
  const folded = sentence.map((word) => word.folded);
  let comma = false;
  for (const [at, word] of sentence.entries()) {
    const border = word.quoted ? undefined : borderAt(sentence, folded, at);
    if (border) pieces.push({ words: [], ...border, afterComma: comma });
    if (isMark(word)) comma = word.folded === ',' || comma;
    else comma = false;
    pieces.at(-1)?.words.push(word);
  }
  return pieces;
}

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

const isMark = (word: Word) => word.pos === 'PUNCT' && !word.quoted;

function borderAt(
  sentence: readonly Word[],
  folded: readonly string[],
  at: number,
): Pick<Piece, 'link' | 'tie'> | undefined {
  const word = sentence[at];
  const previous = sentence[at - 1];
  if (!word || at === 0) return undefined;
  if (HARD_STOP.test(previous?.text ?? '') && !previous?.quoted) return { link: 'start' };
  if (word.pos === 'CCONJ' && /^(?:and|but|or|yet|nor)$/.test(word.folded)) return { link: 'and' };
  // "is not known where they are", "has not said who it is"
  const open = /^(?:known|unknown|clear|unclear|say|said|ask|asked|decide|decided)$/.test(
    previous?.folded ?? '',
  );
  if (open && RELATIVE.has(word.folded) && sentence[at + 1]?.pos !== 'PUNCT') return { link: 'content' };
  if (RELATIVE.has(word.folded) && previous && !isPreposition(previous)) return { link: 'relative' };
  // "denied that and said"
  if (word.folded === 'that' && sentence[at + 1]?.pos === 'CCONJ') return undefined;
  if (word.folded === 'whether') return { link: 'content' };
  if (word.folded === 'that' && word.pos === 'DET' && previous?.folded === ',' && speechBefore(sentence, at))
    return { link: 'content' };
  if (word.folded === 'that' && previous && SPEECH_NOUNS.has(previous.lemma)) return { link: 'content' };
  if (word.folded === 'that' && word.pos !== 'DET')
    return { link: isNoun(previous) && !speechBefore(sentence, at) ? 'relative' : 'content' };
  if (/^(?:while|whereas|though|although)$/.test(word.folded)) return { link: 'and' };
  const connective = connectiveAt(folded, at);
  if (connective && connective.tie !== 'cause') return { link: 'tied', tie: connective.tie };
  if (connective && word.folded !== 'so') return { link: 'tied', tie: connective.tie };
  if (connective && previous?.folded === ',') return { link: 'tied', tie: connective.tie };
  if (previous?.folded === ',' && !previous.quoted) return { link: 'and' };
  if (previous && startsContent(sentence, at)) return { link: 'content' };
  return undefined;
}

const isPreposition = (word: Word) => word.pos === 'ADP';
const isNoun = (word: Word | undefined) => word?.pos === 'NOUN' || word?.pos === 'PROPN';

/** "Petro told supporters at a rally that": the word before "that" is a noun, yet a verb of saying governs. */
const speechBefore = (sentence: readonly Word[], at: number) =>
  sentence
    .slice(0, at)
    .some((word) => word.pos === 'VERB' && (isSpeechVerb(word.lemma) || ORDERS.test(word.lemma)));

/** "A court ordered on Monday that …" */
const ORDERS = /^(?:order|propose|recommend|require|decide)$/;

/** "Trump said talks are …": the words said begin right after the verb when another finite verb follows. */
function startsContent(sentence: readonly Word[], at: number): boolean {
  const verb = sentence[at - 1];
  const word = sentence[at];
  if (
    !verb ||
    !word ||
    verb.pos !== 'VERB' ||
    verb.quoted ||
    !TAKES_CLAUSE.has(verb.lemma) ||
    verb.lemma === 'deny'
  )
    return false;
  if (word.pos === 'ADP' || (word.pos === 'PART' && word.folded !== 'not') || isMark(word)) return false;
  const rest = sentence.slice(at);
  const stop = rest.findIndex((other) => isMark(other) && /^[;:,]$/.test(other.text));
  return rest.slice(0, stop < 0 ? rest.length : stop).some((_, offset, own) => isFiniteVerb(own, offset));
}

/** Whether the word at a place is a verb that a subject can have: no infinitive, gerund or adjective. */
export function isFiniteVerb(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.quoted) return false;
  if (word.pos === 'AUX') return true;
  if (word.pos !== 'VERB') return false;
  const before = words[at - 1];
  if (!before) return !/ing$/.test(word.folded);
  if (before.pos === 'PART' && before.folded === 'to') return false;
  if (/^(?:ADP|DET|ADJ|NUM)$/.test(before.pos) && before.folded !== 'that') return false;
  return !(/ing$/.test(word.folded) && before.pos !== 'AUX' && before.folded !== ',');
}

const hasVerb = (piece: Piece) =>
  piece.words.some((word, at) => isFiniteVerb(piece.words, at) || participleStarts(piece, word, at));

/** ", injuring two guards" and ", loaded with bananas" are clauses without a helping verb. */
const participleStarts = (piece: Piece, word: Word, at: number) =>
  piece.afterComma && at <= 1 && word.pos === 'VERB' && !word.quoted && piece.words[0]?.folded !== 'to';

/** A piece without a verb is part of its neighbour: of the one before, or of the one that brings the verb. */
function mergeVerbless(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const last = merged.at(-1);
    const waits =
      isNamePhrase(piece) && opensWithVerb(pieces.slice(at + 1).find((later) => !isNamePhrase(later)));
    if (
      last &&
      (completes(piece, last, pieces[at + 1]) || (!(waits && hasVerb(last)) && trails(piece, pieces[at + 1])))
    )
      last.words.push(...piece.words);
    else merged.push({ ...piece, words: [...piece.words] });
  }
  return merged;
}

/** "Once it is done, chairman Tom Halbrook, a grandson, | will step down": a subject with its verb still to come. */
const isNamePhrase = (piece: Piece) =>
  piece.afterComma &&
  piece.link === 'and' &&
  piece.words.every(({ pos, quoted }) => !quoted && /^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|PART|PUNCT)$/.test(pos));
const opensWithVerb = (piece: Piece | undefined) =>
  piece?.afterComma === true && piece.words[0]?.pos === 'AUX';

/** "In October," and "when Trump" wait for the piece with the verb. */
function completes(piece: Piece, last: Piece, next: Piece | undefined): boolean {
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
    piece.link !== 'relative';
  return !interrupted && !joined;
}

/** ", and Norvane | and Halbrook said": the first half of a subject that two share. */
function opensSubject(piece: Piece, next: Piece | undefined): boolean {
  if (!piece.afterComma || next?.link !== 'and' || next.afterComma || !hasVerb(next)) return false;
  const [joint, second] = next.words;
  const own = piece.words.filter(({ pos }) => pos !== 'CCONJ');
  return (
    joint?.pos === 'CCONJ' &&
    second !== undefined &&
    !/^(?:VERB|AUX|ADV|PART)$/.test(second.pos) &&
    own.length > 0 &&
    own.every(({ pos }) => /^(?:DET|ADJ|NOUN|PROPN|PART)$/.test(pos))
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
  return own[0]?.pos !== 'CCONJ' && own.some(({ pos, lemma }) => pos === 'VERB' && isSpeechVerb(lemma));
}
