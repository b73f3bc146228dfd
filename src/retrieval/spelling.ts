/** Misspelt words: the stems of the index that a word may have been meant for. */
import type { Scope } from './scope.ts';
import { slipsBetween } from './slips.ts';

/** A stem that is a slip or two away; `weight` in 0..1. */
export type NearSpelling = {
  readonly stem: string;
  readonly weight: number;
};

const ONE_SLIP = 0.6;
const TWO_SLIPS = 0.42;
const MOST = 3;

/** Up to three stems that are near in spelling, nearest and commonest first; a first letter is taken as right. */
export function nearSpellings(stem: string, scope: Scope): NearSpelling[] {
  const allowed = slipsAllowed(stem);
  if (allowed === 0) return [];
  const found: (NearSpelling & { readonly count: number })[] = [];
  for (const other of scope.alike(stem)) {
    if (Math.abs(other.length - stem.length) > allowed || /\d/.test(other)) continue;
    const slips = slipsBetween(stem, other);
    const count = slips > allowed ? 0 : scope.countOf(other);
    if (count > 0) found.push({ stem: other, weight: slips <= 1 ? ONE_SLIP : TWO_SLIPS, count });
  }
  return found.sort((a, b) => b.weight - a.weight || b.count - a.count).slice(0, MOST);
}

function slipsAllowed(stem: string): number {
  if (stem.length < 4 || !/^[\p{L}]+$/u.test(stem)) return 0;
  return stem.length < 7 ? 1 : 2;
}
