/** What readers say for what news writers write: everyday words and newsroom words that answer for one another. */
import { readFileSync } from 'node:fs';
import { stemOf } from '../../retrieval/tokens.ts';

const groups = readFileSync(new URL('lexicon.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' ').map((word) => word.split('_').map(stemOf).join(' ')));

const partners = new Map<string, Set<string>>();
for (const group of groups)
  for (const word of group) partners.set(word, new Set([...(partners.get(word) ?? []), ...group]));

/** Stems that may stand for a stem in the news (words of two parts joined by a space); itself not among them. */
export function newsroomWords(stem: string): ReadonlySet<string> {
  return partners.get(stem) ?? NONE;
}
const NONE: ReadonlySet<string> = new Set();
