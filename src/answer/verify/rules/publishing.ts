/** Rules about the form of a claim: its citations, hidden characters, links. */
import { quoteSentence } from '../../claims.ts';
import type { CitedClaim } from '../evidence.ts';
import { claimRule } from './rule.ts';

export const citesWhatExists = claimRule({
  name: 'cites-what-exists',
  sentence: 'A claim cites at least one fact or quote; each is in the file and was found for the question.',
  check: ({ claim, missing }) => {
    if (claim.citations.length === 0) return 'it cites nothing';
    return missing.length > 0 ? `not in the file or not retrieved: ${missing.join(', ')}` : undefined;
  },
});

/** Control, format, private and unassigned characters. Joiners are let through where scripts need them. */
const HIDDEN =
  /\p{Cc}|\p{Cf}|\p{Co}|\p{Cn}|\p{Cs}|\p{Zl}|\p{Zp}|\u115F|\u1160|\u3164|\uFFA0|\u2800|[\uFE00-\uFE0E]|[\u{E0100}-\u{E01EF}]/u;
const JOINER_IN_WORD =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Gujarati}])[\u200C\u200D](?=\p{L})/gu;
/** More marks on one letter than any script stacks. */
const STACKED = /\p{M}{4,}/u;

export const noHiddenCharacters = claimRule({
  name: 'no-hidden-characters',
  sentence:
    'A claim is one line of plain text: nothing in it is invisible or turns the direction of reading.',
  check: ({ claim }) => {
    const seen = claim.text.replace(JOINER_IN_WORD, '');
    const hidden = HIDDEN.exec(seen)?.[0];
    if (hidden)
      return `character U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return STACKED.test(claim.text) ? 'stacked marks' : undefined;
  },
});

const MARKUP: readonly RegExp[] = [
  /\b[a-z][a-z0-9+.-]*:\/\/\S*/i,
  /\b(?:javascript|data|mailto|tel|vbscript|file|blob):\S*/i,
  /\bwww\.\S+/i,
  /(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|net|org|io|info|biz|co|app|dev|xyz|link|site|online|top|ru|cn|gov|edu|me|ly|gg|ai|tk|club|shop|test|example|invalid)\b\S*/iu,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/,
  /!?\[[^\]]*\]\s*[([][^)\]]*[)\]]?/,
  /^\s*\[[^\]]+\]:/,
  /<[^>]*>?/,
  /[`|{}\\]|\*{1,3}(?=\S)|__|~~|^\s*(?:#{1,6}|>|[-*+])\s/,
  /&(?:#\d+|#x[\da-f]+|[a-z]+);/i,
  /@\S+|＠\S+/,
  /\b[\w.+-]+@[\w-]+\b/,
  /#[\p{L}_]\S*/u,
];

export const noLinks = claimRule({
  name: 'no-links',
  sentence: 'A claim holds no link, mention, image or markup that its facts do not hold.',
  check: ({ claim, topic, facts, quotes }) => {
    const given = [...facts, ...quotes].map(({ text }) => text);
    const known = [...given, ...topic.sources.map(({ url }) => url ?? '')];
    const found = MARKUP.flatMap((form) => form.exec(claim.text)?.[0].trim() ?? []);
    return found.find((markup) => !known.some((text) => text.includes(markup)));
  },
});

/** Whether the sentence is the file's own, word for word: a cited fact, or a cited quote as the desk tells it. */
export function isFilesOwn(
  sentence: string,
  { facts, quotes, topic }: Pick<CitedClaim, 'facts' | 'quotes' | 'topic'>,
): boolean {
  return (
    facts.some(({ text }) => sameWording(text, sentence)) ||
    quotes.some((quote) => sameWording(quoteSentence(quote, topic), sentence))
  );
}

const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
const sameWording = (one: string, other: string) => plain(one) === plain(other);
