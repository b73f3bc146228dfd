/** The numbered source list of a reply, grouped: each source once, with the numbers of its places. */
import type { NumberedPlace } from './citations.ts';

/** A source and the places in it that the reply cites, in order of their numbers. */
export type ListedSource = {
  readonly topic: string;
  readonly source: NumberedPlace['source'];
  readonly places: readonly Pick<NumberedPlace, 'number' | 'paragraph'>[];
};

/** Groups what `numberCitations` found by source, in order of first mention: one article is listed once. */
export function groupBySource(places: readonly NumberedPlace[]): readonly ListedSource[] {
  const groups = Map.groupBy(places, ({ topic, source }) => JSON.stringify([topic, source.id]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ topic: first.topic, source: first.source, places: group }] : [];
  });
}
