/** The noun phrases of a clause: their heads, and the prepositions that these stand behind. */
import { isMonthOrWeekday, isTimeNoun } from '../lexicon/calendar.ts';
import type { Mention } from './names.ts';
import type { Word } from './words.ts';

/** The head of a noun phrase; `mention` where it names somebody. */
export type Head = { readonly word: Word; readonly mention?: Mention | undefined };

/** A head and the preposition that it stands behind. */
export type FoundHead = Head & { readonly preposition: string | undefined };

/** The noun phrases of a stretch: each with the preposition that it stands behind. */
export function headsIn(mentionAt: ReadonlyMap<number, Mention>, words: readonly Word[]): FoundHead[] {
  const heads: FoundHead[] = [];
  let preposition: string | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    const mention = mentionAt.get(word.index);
    while (mention && (words[at + 1]?.index ?? mention.to) < mention.to) at += 1;
    const last = words[at] ?? word;
    if (word.quoted) continue;
    // "of which the town paid three million"
    if (/^(?:which|whom)$/.test(word.folded)) preposition = undefined;
    // "Prime Minister Dana Lindqvar": the one named behind the title.
    const titles = mention && words[at + 1] && mentionAt.get(words[at + 1]?.index ?? -1);
    if (titles && titles !== mention) {
      // "On the steps of the court Fenn said": an article's noun is no title.
      if (
        preposition &&
        titles.person &&
        !mention.person &&
        words[0]?.pos === 'ADP' &&
        articleBefore(words, mention)
      )
        preposition = undefined;
      continue;
    }
    if (mention ? isNamedAgain(mentionAt, words, mention) : isApposition(mentionAt, words, at)) continue;
    if (mention && !isModifier(words, at)) heads.push({ word: last, mention, preposition });
    else if (mention) continue;
    else if (endsPhrase(words, at)) preposition = undefined;
    else if (opensPhrase(word) && !isHedge(words, at))
      preposition = preposition === 'according' ? preposition : word.folded;
    else if (isHead(words, at)) heads.push({ word, mention: undefined, preposition });
  }
  return heads;
}

const articleBefore = (words: readonly Word[], { from }: Mention) =>
  words.find(({ index }) => index === from - 1)?.pos === 'DET';

/** "According to Fell, a former engineer at Corvane, …": the one just named, by what he is. */
function isNamedAgain(
  mentionAt: ReadonlyMap<number, Mention>,
  words: readonly Word[],
  { from, ids }: Mention,
): boolean {
  const start = words.findIndex(({ index }) => index === from);
  const comma = words[start - 1]?.pos === 'DET' ? start - 2 : start - 1;
  const before = words[comma]?.folded === ',' ? mentionAt.get(words[comma - 1]?.index ?? -1) : undefined;
  return before !== undefined && !before.ids.isDisjointFrom(ids);
}

/** "Hanna Seip, the head of the commission, resigned": the one just named, by an office. */
function isApposition(mentionAt: ReadonlyMap<number, Mention>, words: readonly Word[], at: number): boolean {
  const comma = words.slice(0, at).findLastIndex(({ folded }) => folded === ',');
  const named = mentionAt.get(words[comma - 1]?.index ?? -1);
  return (
    named?.person === true &&
    /^(?:the|an?|its|his|her|their)$/.test(words[comma + 1]?.folded ?? '') &&
    words.slice(comma + 2, at + 1).every(({ pos }) => /^(?:ADJ|NOUN)$/.test(pos)) &&
    words.slice(at + 1).some(({ folded }) => folded === ',')
  );
}

/** A preposition, or a "since" that stands before a noun. */
const opensPhrase = ({ pos, folded }: Word) =>
  (pos === 'ADP' && !/^(?:whether|if|while|whereas|though|although)$/.test(folded)) ||
  (pos === 'SCONJ' && /^(?:since|until|after|before)$/.test(folded));

/** "about 40 farmers", "more than 40", "at least 40", "up to 40": no preposition. */
function isHedge(words: readonly Word[], at: number): boolean {
  const [word = '', next = ''] = [words[at]?.folded, words[at + 1]?.folded];
  const counts = words[at + 1]?.pos === 'NUM';
  if (counts && (HEDGE.test(word) || (word === 'to' && words[at - 1]?.folded === 'up'))) return true;
  const two = (word === 'at' && /^(?:least|most)$/.test(next)) || (word === 'up' && next === 'to');
  return two && words[at + 2]?.pos === 'NUM';
}
const HEDGE = /^(?:about|around|over|under|above|below|up|near|than)$/;

/** "In September the United States …": an article after a date begins a new phrase, as a comma or a verb does. */
function endsPhrase(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || word.quoted) return false;
  return (
    word.folded === ',' ||
    isVerbal(word) ||
    word.pos === 'AUX' ||
    (word.pos === 'DET' && (before?.pos === 'NUM' || isTime(before?.lemma ?? '')))
  );
}

/** A name before a noun or a possessive mark stands for that noun: "US strikes", "Petro's visa". */
function isModifier(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || next.quoted) return false;
  return (
    next.pos === 'NOUN' || /^(?:'s|'|-)$/.test(next.folded) || (next.pos === 'ADJ' && isTitle(words, at))
  );
}

const isVerbal = (word: Word) => word.pos === 'VERB' && !word.quoted;
const isTime = (lemma: string) => isTimeNoun(lemma) || isMonthOrWeekday(lemma);

/** "commission chief Hanna Seip": a title before a name. */
function isTitle(words: readonly Word[], at: number): boolean {
  const rest = words.slice(at + 1);
  const name = rest.findIndex(({ pos, folded }) => pos !== 'NOUN' && pos !== 'ADJ' && folded !== '-');
  return name >= 0 && rest[name]?.pos === 'PROPN' && !rest[name]?.quoted;
}

function isHead(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || word.quoted || isTime(word.lemma)) return false;
  if (word.pos === 'PRON')
    return /^(?:he|she|i|we|it|they|nobody|who)$/.test(word.folded) && word.folded !== 'who';
  if (word.pos !== 'NOUN' && word.pos !== 'PROPN') return false;
  if (word.pos === 'NOUN' && isTitle(words, at)) return false;
  return !(
    next &&
    (next.pos === 'NOUN' || next.pos === 'PROPN' || /^(?:'s|'|-)$/.test(next.folded)) &&
    !next.quoted
  );
}
