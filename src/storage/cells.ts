/** Cells: small values that are written only if nobody else has written them meanwhile, which Keyv cannot do. */

/** What a swap expects and writes. `undefined` stands for an empty cell. */
export type Swap = {
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** How long the new value is kept, in milliseconds; for ever where it is absent. */
  readonly ttlMs?: number;
};

/** Shared by all processes on one database; every operation is atomic. @throws StorageError */
export type Cells = {
  readonly read: (key: string) => Promise<string | undefined>;
  /** In the order of the keys. */
  readonly readMany: (keys: readonly string[]) => Promise<readonly (string | undefined)[]>;
  /** Writes `to` if the cell holds `from`, and says whether it did. */
  readonly swap: (key: string, swap: Swap) => Promise<boolean>;
};

/** Whether this caller is the first to claim the key within `ttlMs`. */
export async function claim(cells: Cells, key: string, ttlMs: number): Promise<boolean> {
  return cells.swap(key, { from: undefined, to: '1', ttlMs });
}

/** Cells of this process alone, for tests and one-off commands. */
export function createMemoryCells(now: () => number = Date.now): Cells {
  const held = new Map<string, { readonly value: string; readonly expires: number }>();
  const read = (key: string): string | undefined => {
    const cell = held.get(key);
    return cell && cell.expires > now() ? cell.value : undefined;
  };
  return {
    read: async (key) => read(key),
    readMany: async (keys) => keys.map(read),
    swap: async (key, { from, to, ttlMs }) => {
      if (read(key) !== from) return false;
      if (to === undefined) held.delete(key);
      else held.set(key, { value: to, expires: ttlMs === undefined ? Infinity : now() + ttlMs });
      return true;
    },
  };
}
