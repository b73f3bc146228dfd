/** Slips of the keyboard between two words. */
import { distance } from 'fastest-levenshtein';

/** How many letters are wrong, missing or too many; two letters changed round are one slip. */
export function slipsBetween(one: string, other: string): number {
  const slips = distance(one, other);
  if (slips !== 2 || one.length !== other.length) return slips;
  const at = [...one].findIndex((letter, n) => letter !== other[n]);
  const turned = one[at] === other[at + 1] && one[at + 1] === other[at];
  return turned && one.slice(at + 2) === other.slice(at + 2) ? 1 : 2;
}
