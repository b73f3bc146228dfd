/** Word lists are written as they are read: words parted by white space, groups by lines. */

/** The words of a list. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** For each word, the numbers of the groups (lines) that it stands in. "_" inside a word is a space. */
export function groupsOf(lines: string): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [number, line] of lines.trim().split('\n').entries())
    for (const written of line.trim().split(/\s+/)) {
      const word = written.replaceAll('_', ' ');
      const known = groups.get(word) ?? [];
      known.push(number);
      groups.set(word, known);
    }
  return groups;
}
