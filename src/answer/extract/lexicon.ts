/** What readers say for what news writers write: everyday words and newsroom words that answer for one another. */
import { readFileSync } from 'node:fs';
import { stemOf } from '../../retrieval/tokens.ts';

const lines = readFileSync(new URL('lexicon.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

type Partners = ReadonlyMap<string, ReadonlySet<string>>;

function partnersIn(groups: readonly string[]): Partners {
  const partners = new Map<string, Set<string>>();
  for (const line of groups) {
    const group = line.split(' ').map((word) => word.split('_').map(stemOf).join(' '));
    for (const word of group) partners.set(word, new Set([...(partners.get(word) ?? []), ...group]));
  }
  return partners;
}

const SAME = '= ';
const like = partnersIn(lines.map((line) => (line.startsWith(SAME) ? line.slice(SAME.length) : line)));
const same = partnersIn(lines.filter((line) => line.startsWith(SAME)).map((line) => line.slice(SAME.length)));

/** Stems that may stand for a stem in the news (words of two parts joined by a space); itself may be among them. */
export function newsroomWords(stem: string): ReadonlySet<string> {
  return like.get(stem) ?? NONE;
}

/** Stems that say just the same as a stem; itself may be among them. */
export function wordsOfSameMeaning(stem: string): ReadonlySet<string> {
  return same.get(stem) ?? NONE;
}
const NONE: ReadonlySet<string> = new Set();
