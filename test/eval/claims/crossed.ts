/** Facts with the number, the date or the name of another fact that is cited with them, so that they are wrong. */
import { findDates } from '../../../src/answer/verify/text/dates.ts';
import { findFigures } from '../../../src/answer/verify/text/figures.ts';
import type { RetoldClaim } from './retold.ts';
import type { ReadFact } from './rewriting.ts';
import { readFacts } from './turned.ts';

/** How far apart in the file two facts may stand. */
const NEAR = 3;

/** Every fact of every topic in the tree, crossed with each of its neighbours. */
export function readCrossed(): readonly RetoldClaim[] {
  const all = readFacts();
  return all.flatMap((one, at) =>
    all
      .slice(Math.max(0, at - NEAR), at + NEAR + 1)
      .filter((two) => two !== one && two.topic === one.topic)
      .flatMap((two) =>
        Object.entries({ number, date, name })
          .map(([kind, cross]) => ({ way: `another fact's ${kind}`, text: cross(one, two) }))
          .flatMap(({ way, text }) =>
            text === undefined || text === one.fact.text
              ? []
              : [{ topic: one.topic, way, text, ids: [one.fact.id, two.fact.id] }],
          ),
      ),
  );
}

type Stretch = { readonly from: number; readonly to: number };

/** The first fact with a stretch of the second in the place of its own. */
function put(one: ReadFact, own: Stretch, two: ReadFact, other: Stretch): string {
  const [start, end] = placeOf(one, own);
  const [from, to] = placeOf(two, other);
  return one.fact.text.slice(0, start) + two.fact.text.slice(from, to) + one.fact.text.slice(end);
}

function placeOf({ reading: { words } }: ReadFact, { from, to }: Stretch): readonly [number, number] {
  const [first, last] = [words[from], words[to - 1]];
  return [first?.start ?? 0, (last?.start ?? 0) + (last?.text.length ?? 0)];
}

function number(one: ReadFact, two: ReadFact): string | undefined {
  const counts = ({ reading: { words } }: ReadFact) =>
    findFigures(words).filter(({ at }) => words[at]?.pos === 'NUM');
  const own = counts(one)[0];
  const other = counts(two).find(({ unit, value }) => unit === own?.unit && value !== own.value);
  return (
    own && other && put(one, { from: own.at, to: own.at + 1 }, two, { from: other.at, to: other.at + 1 })
  );
}

function date(one: ReadFact, two: ReadFact): string | undefined {
  const [own] = findDates(one.reading.words);
  const [other] = findDates(two.reading.words);
  return own && other && put(one, own, two, other);
}

function name(one: ReadFact, two: ReadFact): string | undefined {
  const own = one.reading.mentions.find(({ ids }) => ids.size > 0);
  const other = two.reading.mentions.find(
    ({ ids, person }) => ids.size > 0 && person === own?.person && ids.isDisjointFrom(own.ids),
  );
  return own && other && put(one, own, two, other);
}
