/** Several rankings → one. */

/** From the paper that proposed reciprocal rank fusion: flat enough that no single ranking decides. */
const SMOOTHING = 60;

/** Reciprocal rank fusion: ids by the sum of 1 / (60 + rank), best first; ties keep the order of the first ranking. */
export function fuseRankings(rankings: readonly (readonly string[])[]): readonly string[] {
  const scores = new Map<string, number>();
  for (const ranking of rankings)
    for (const [rank, id] of [...new Set(ranking)].entries())
      scores.set(id, (scores.get(id) ?? 0) + 1 / (SMOOTHING + rank + 1));
  return [...scores].sort(([, one], [, other]) => other - one).map(([id]) => id);
}
