/** Rules about the form of a claim: its citations, hidden characters, links. */
import { findHidden } from '../../../knowledge/hidden-characters.ts';
import { claimRule } from './rule.ts';

export const citesWhatExists = claimRule({
  name: 'cites-what-exists',
  sentence: 'A claim cites at least one fact or quote; each is in the file and was found for the question.',
  check: ({ claim, missing }) => {
    if (claim.citations.length === 0) return 'it cites nothing';
    return missing.length > 0 ? `not in the file or not retrieved: ${missing.join(', ')}` : undefined;
  },
});

export const noHiddenCharacters = claimRule({
  name: 'no-hidden-characters',
  sentence:
    'A claim is one line of plain text: nothing in it is invisible or turns the direction of reading.',
  check: ({ claim }) => findHidden(claim.text),
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
