/** Numbers for stems, shared by the indexes of all topics so that each of them holds numbers only. */

/** The stems of an index. A number, once given, stays; it is no larger than the count of stems. */
export type Dictionary = {
  /** The number of a stem, given to it now if it had none. */
  add(stem: string): number;
  /** Undefined for a stem that was never added. */
  find(stem: string): number | undefined;
  /** Stems with the same first character, in no order. */
  alike(stem: string): readonly string[];
};

/** An empty dictionary. */
export function createDictionary(): Dictionary {
  const numbers = new Map<string, number>();
  const initials = new Map<string, string[]>();
  return {
    add: (stem) => {
      const known = numbers.get(stem);
      if (known !== undefined) return known;
      const initial = stem[0] ?? '';
      const alike = initials.get(initial);
      if (alike) alike.push(stem);
      else initials.set(initial, [stem]);
      numbers.set(stem, numbers.size);
      return numbers.size - 1;
    },
    find: (stem) => numbers.get(stem),
    alike: (stem) => initials.get(stem[0] ?? '') ?? [],
  };
}
