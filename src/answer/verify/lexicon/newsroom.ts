/** Words that reports use for each other and that a dictionary does not list as synonyms. */
import { readFileSync } from 'node:fs';
import { groupsOf } from './word-list.ts';

const text = readFileSync(new URL('newsroom.txt', import.meta.url), 'utf8');
const GROUPS = groupsOf(text.replace(/^#.*$/gm, '').replace(/\n{2,}/g, '\n'));

/** Whether two lemmas are used for each other in reports. */
export function interchangeable(one: string, other: string): boolean {
  const groups = GROUPS.get(one);
  if (!groups) return false;
  const others = GROUPS.get(other);
  return others?.some((group) => groups.includes(group)) ?? false;
}
