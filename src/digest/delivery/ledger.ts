/** The ledger of deliveries: reads a subscription's state and writes it only if nobody else did meanwhile. */
import type { Cells } from '../../storage/cells.ts';
import { type DeliveryState, deliveryStateSchema, NEW_STATE } from './delivery-state.ts';

/** A state as it was read; `write` fails, giving undefined, when the cell has changed since. */
export type Entry = {
  readonly state: DeliveryState;
  readonly write: (next: DeliveryState) => Promise<Entry | undefined>;
};

/** The states of all subscriptions. */
export type Ledger = {
  readonly open: (subscription: string) => Promise<Entry>;
  /** In the order of the ids. */
  readonly readAll: (subscriptions: readonly string[]) => Promise<readonly DeliveryState[]>;
};

// Longer than any pause that a channel is resumed after; an unsubscribed channel's entry ends by itself.
const KEPT_MS = 400 * 24 * 3_600_000;

/** A ledger in the given cells. */
export function createLedger(cells: Cells): Ledger {
  const entry = (key: string, text: string | undefined): Entry => ({
    state: parse(text),
    write: async (next) => {
      const to = JSON.stringify(next);
      return (await cells.swap(key, { from: text, to, ttlMs: KEPT_MS })) ? entry(key, to) : undefined;
    },
  });
  return {
    open: async (subscription) => entry(keyOf(subscription), await cells.read(keyOf(subscription))),
    readAll: async (subscriptions) => (await cells.readMany(subscriptions.map(keyOf))).map(parse),
  };
}

const keyOf = (subscription: string) => `delivery:${subscription}`;

function parse(text: string | undefined): DeliveryState {
  return text === undefined ? NEW_STATE : deliveryStateSchema.parse(JSON.parse(text));
}
