/** A sentence → stretches, cut where a new clause can begin. */
import { connectiveAt, type Tie } from '../lexicon/connectives.ts';
import { isSpeechVerb, SPEECH_NOUNS, TAKES_CLAUSE } from '../lexicon/speech.ts';
import { accompanyingVerb, isFiniteVerb } from './finite-verbs.ts';
import type { Word } from './words.ts';

/** How a clause hangs on what stands before it. */
export type Link = 'start' | 'and' | 'relative' | 'content' | 'tied';

/** A stretch of a sentence on the way to a clause. */
export type Piece = { words: Word[]; link: Link; tie?: Tie | undefined; afterComma: boolean };

const HARD_STOP = /^[;:()–—…]$/;
const RELATIVE = new Set(['which', 'who', 'whom', 'whose', 'where']);

/** The stretches of a sentence, in order. */
export function cutPieces(sentence: readonly Word[]): Piece[] {
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
  // "…, and if he fails, the president may": it starts afresh.
  const joint = (place: number) =>
    /^(?:and|but|while|whereas)$/.test(folded[place] ?? '') &&
    folded[place - 1] === ',' &&
    connectiveAt(folded, place + 1);
  if (joint(at)) return { link: 'start' };
  if (joint(at - 1)) return undefined;
  if (word.pos === 'CCONJ' && /^(?:and|but|or|yet|nor)$/.test(word.folded))
    return joinsCompany(sentence, at) ? undefined : { link: 'and' };
  // "is not known where they are", "has not said who it is"
  const open = /^(?:known|unknown|clear|unclear|say|said|ask|asked|decide|decided)$/.test(
    previous?.folded ?? '',
  );
  if (open && RELATIVE.has(word.folded) && sentence[at + 1]?.pos !== 'PUNCT') return { link: 'content' };
  if (RELATIVE.has(word.folded) && previous && !isPreposition(previous)) return { link: 'relative' };
  if (word.folded === 'whether') return { link: 'content' };
  if (word.folded === 'that' && previous && SPEECH_NOUNS.has(previous.lemma)) return { link: 'content' };
  // "an impurity, NDX-4, that may cause cancer"
  const apposed =
    sentence[at - 2]?.pos === 'PROPN' &&
    previous?.folded === ',' &&
    /^(?:AUX|VERB)$/.test(sentence[at + 1]?.pos ?? '');
  if (word.folded === 'that' && apposed) return { link: 'relative' };
  if (word.folded === 'that' && word.pos !== 'DET')
    return { link: isNoun(previous) && !speechBefore(sentence, at) ? 'relative' : 'content' };
  // "looked away while the fund was emptied": without a comma it tells when.
  if (word.folded === 'while' && previous?.folded !== ',') return { link: 'tied', tie: 'while' };
  if (/^(?:while|whereas|though|although)$/.test(word.folded)) return { link: 'and' };
  if (word.folded === 'as' && opensMoment(sentence, at)) return { link: 'tied', tie: 'while' };
  // "is due to be published" names no cause.
  const toCome = word.folded === 'due' && /^(?:VERB|AUX)$/.test(sentence[at + 2]?.pos ?? '');
  const connective = toCome ? undefined : connectiveAt(folded, at);
  if (connective && connective.tie !== 'cause') return { link: 'tied', tie: connective.tie };
  if (connective && word.folded !== 'so') return { link: 'tied', tie: connective.tie };
  if (previous?.folded === ',' && !previous.quoted) return { link: 'and' };
  if (previous && startsContent(sentence, at)) return { link: 'content' };
  return undefined;
}

/** ", with Voss and Nordby voting against it": two who do it together. */
function joinsCompany(sentence: readonly Word[], at: number): boolean {
  const comma = sentence.slice(0, at).findLastIndex(({ folded, quoted }) => folded === ',' && !quoted);
  const end = sentence.findIndex(({ pos }, place) => place > at && /^(?:PUNCT|CCONJ)$/.test(pos));
  const phrase = sentence.slice(comma + 1, end < 0 ? sentence.length : end);
  const verb = comma > 0 ? accompanyingVerb(phrase) : undefined;
  return (
    verb !== undefined &&
    verb.index > (sentence[at]?.index ?? 0) &&
    phrase.every((word) => word.index >= verb.index || !/^(?:VERB|AUX)$/.test(word.pos))
  );
}

/** "looked at the floor as the verdict was read out": a subject and its verb, with nothing between. */
function opensMoment(sentence: readonly Word[], at: number): boolean {
  const [first] = sentence.slice(at + 1);
  const end = sentence.findIndex(
    ({ pos, folded }, place) =>
      place > at &&
      (/^(?:PUNCT|CCONJ|SCONJ)$/.test(pos) || RELATIVE.has(folded) || folded === 'that' || folded === 'to'),
  );
  const own = sentence.slice(at + 1, end < 0 ? sentence.length : end);
  const told = sentence.slice(0, at).some(({ pos }) => pos === 'VERB');
  return (
    told &&
    (/^(?:the|his|her|its|their)$/.test(first?.folded ?? '') ||
      /^(?:he|she|it|they)$/.test(first?.folded ?? '')) &&
    own.some((_, place) => place > 0 && isFiniteVerb(own, place)) &&
    !/^(?:so|as|such|same|known|just)$/.test(sentence[at - 1]?.folded ?? '')
  );
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
