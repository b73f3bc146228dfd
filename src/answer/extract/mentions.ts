/** Finds the people, organisations and places of a topic in a text. */
import { slipsBetween } from '../../retrieval/slips.ts';
import type { Token } from '../../retrieval/tokens.ts';
import type { Dossier, KnownName } from '../dossier.ts';
import { nameKey } from '../verify/lexicon/places.ts';

/** A name found: the ids that bear it (mostly one), and the tokens that it covers. */
export type Mention = {
  readonly ids: readonly string[];
  /** First token, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Its words, folded. */
  readonly words: readonly string[];
  /** Whether it says where: "in Bogotá". */
  readonly located: boolean;
};

/** "Trump's visa": the name only owns what is spoken of. */
export function isPossessive(
  { to }: Mention,
  { text, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
): boolean {
  const last = tokens[to - 1];
  return last !== undefined && /^['’]s?\b/u.test(text.slice(last.start + last.surface.length));
}

/** The names in a text, in order, the longest at each place. */
export function findMentions(tokens: readonly Token[], dossier: Dossier): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const mention = mentionAt(tokens, at, dossier);
    if (!mention) continue;
    mentions.push(mention);
    at = mention.to - 1;
  }
  return mentions;
}

function mentionAt(tokens: readonly Token[], at: number, dossier: Dossier): Mention | undefined {
  const first = tokens[at]?.folded ?? '';
  if (first === 'us' && tokens[at]?.surface !== 'US' && isPronounPlace(tokens[at - 1]?.folded))
    return undefined;
  const starts = startsOf(first, dossier);
  const fitting = starts.filter(
    ({ words, isCommon }) =>
      follows(tokens, at, words) &&
      !(isCommon && (isAnyOf(tokens, at) || isMany(tokens[at + words.length - 1], words.at(-1)))),
  );
  const longest = fitting[0]?.words.length ?? 0;
  if (longest === 0) return undefined;
  const ids = fitting.filter(({ words }) => words.length === longest).map(({ id }) => id);
  const unique = [...new Set(ids)];
  const isPlace = unique.every((id) => dossier.people.get(id)?.kind === 'place');
  return {
    ids: unique,
    from: at,
    to: at + longest,
    words: tokens.slice(at, at + longest).map(({ folded }) => folded),
    located:
      isPlace && (isWhere(tokens[at - 1], tokens[at - 2]) || GROUND.test(tokens[at + longest]?.folded ?? '')),
  };
}

/** "A bank", "other Swiss banks", "which bank": any of the sort, not the one that the file calls "the bank". */
function isAnyOf(tokens: readonly Token[], at: number): boolean {
  const [before = '', earlier = ''] = [tokens[at - 1]?.folded, tokens[at - 2]?.folded];
  if (/^(?:the|this|that|his|her|its|their|our|s)$/.test(before)) return false;
  if (isBare(tokens, at)) return true;
  return (
    /^(?:which|what|many|every|each|all|most|some|several|few|more|two|three)$/.test(before) ||
    [before, earlier].some((word) => /^(?:an?|other|another|any|no)$/.test(word))
  );
}

/** "On board", "in hospital", "at court": no board, hospital or court that anybody would name. */
function isBare(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:on|in|at|by)$/.test(tokens[at - 1]?.folded ?? '') &&
    /^(?:board|hospital|court|government|office|church|school|prison|jail|parliament|police)$/.test(
      tokens[at]?.folded ?? '',
    )
  );
}

/** "Mothers", "the patients": more than the one whom the file calls "the mother" or "the patient". */
function isMany(typed: Token | undefined, word: string | undefined): boolean {
  return typed !== undefined && typed.folded === `${word}s`;
}

/** "On Colombian soil". */
const GROUND = /^(?:soil|territory|waters|airspace|land)$/;
const WHERE = /^(?:in|at|to|from|near|into|inside|outside)$/;

function isWhere(before: Token | undefined, earlier: Token | undefined): boolean {
  const word = before?.folded === 'the' ? earlier : before;
  return WHERE.test(word?.folded ?? '');
}

/** "tell us", "give us": the people who ask, not the country. */
function isPronounPlace(before: string | undefined): boolean {
  return before !== undefined && /^(?:tell|give|show|let|for|to|of|with)$/.test(before);
}

/** "petros" is how many people type "Petro's". */
function startsOf(word: string, dossier: Dossier): readonly KnownName[] {
  return (
    dossier.names.get(nameKey(word)) ??
    (word.endsWith('s') ? dossier.names.get(nameKey(word.slice(0, -1))) : undefined) ??
    misspelt(word, dossier)
  );
}

function follows(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, offset) => offset === 0 || isNearly(tokens[at + offset]?.folded ?? '', word));
}

function isNearly(typed: string, word: string): boolean {
  return typed === word || typed === `${word}s` || nameKey(typed) === nameKey(word) || isSlip(typed, word);
}

/** Names of five letters and more are known with one letter wrong, those of eight with two. */
function isSlip(typed: string, word: string): boolean {
  if (word.length < 5 || Math.abs(typed.length - word.length) > 2 || typed[0] !== word[0]) return false;
  return slipsBetween(typed, word) <= (word.length < 8 ? 1 : 2);
}

function misspelt(word: string, dossier: Dossier): readonly KnownName[] {
  if (word.length < 4 || dossier.vocabulary.has(word)) return [];
  return [...dossier.names.values()].flatMap((names) =>
    names.filter(
      ({ words: [first = ''], isCommon }) => isSlip(word, first) && !(isCommon && isInflected(word, first)),
    ),
  );
}

/** "Founded" is no slip for "the founder". */
function isInflected(word: string, other: string): boolean {
  return word.slice(0, -2) === other.slice(0, -2);
}
