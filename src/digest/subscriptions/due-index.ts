/** Finds subscriptions by channel, by workspace and by when they are due, without looking at the others. */
import { minuteRanges, wallRange } from '../calendar/schedule.ts';
import type { Subscription } from './subscription.ts';

/** A stretch of time (from, to] in epoch milliseconds. */
export type TimeWindow = { readonly from: number; readonly to: number };

/** A subscription whose turn of a local day came. */
type Due = { readonly id: string; readonly day: string; readonly minute: number };

/** Paused subscriptions are in no calendar, only in their places. */
export type DueIndex = {
  /** Calls `fill` to put everything in, unless the index has outlived the process that filled it. */
  readonly prepare: (fill: () => Promise<void>) => Promise<void>;
  readonly add: (subscriptions: readonly Subscription[]) => Promise<void>;
  /** Takes a subscription out as it was added; where `kept` is what it becomes, what both share stays. */
  readonly remove: (subscription: Subscription, kept?: Subscription) => Promise<void>;
  readonly due: (window: TimeWindow) => Promise<readonly Due[]>;
  /** Ids of the subscriptions in a place, see `placesOf`. */
  readonly at: (place: string) => Promise<readonly string[]>;
};

/** Subscriptions of the same zone and days share a calendar; a minute of it holds those due then. */
export type CalendarSlot = { readonly calendar: string; readonly minute: number };

/** Where in the calendars a subscription stands; nowhere while it is paused. */
export function slotOf({ schedule, paused }: Subscription): CalendarSlot | undefined {
  const days = [...schedule.days].sort().join('');
  return paused ? undefined : { calendar: `${days} ${schedule.zone}`, minute: schedule.minute };
}

/** What a calendar owes in a window, as ranges of minutes of its days. */
export function rangesIn(calendar: string, window: TimeWindow) {
  const space = calendar.indexOf(' ');
  const days = [...calendar.slice(0, space)].map(Number);
  return minuteRanges(wallRange(calendar.slice(space + 1), window), days);
}

/** The keys of the places that a subscription is listed under: its channel and its workspace. */
export function placesOf({ platform, workspace, channel }: Subscription): readonly string[] {
  const inChannel = channelPlace({ platform, channel, ...(workspace ? { workspace } : {}) });
  return workspace ? [inChannel, workspacePlace({ platform, workspace })] : [inChannel];
}

/** The key of a channel. */
export function channelPlace({
  platform,
  workspace,
  channel,
}: Pick<Subscription, 'platform' | 'workspace' | 'channel'>): string {
  return JSON.stringify([platform, workspace ?? '', channel]);
}

/** The key of a workspace. */
export function workspacePlace({ platform, workspace }: { platform: string; workspace: string }): string {
  return JSON.stringify([platform, workspace]);
}

/** Ids by key; most minutes of a calendar and most channels have one, and a string is smaller than a set of one. */
type IdsBy<Key> = Map<Key, string | Set<string>>;
type Calendar = IdsBy<number>;

/** An index in this process, for one machine. */
export function createMemoryIndex(): DueIndex {
  const calendars = new Map<string, Calendar>();
  const places: IdsBy<string> = new Map();
  const add = (subscription: Subscription): void => {
    for (const place of placesOf(subscription)) addAt(places, place, subscription.id);
    const slot = slotOf(subscription);
    if (slot) addTo(calendars, slot, subscription.id);
  };
  const remove = (subscription: Subscription, kept?: Subscription): void => {
    const slot = slotOf(subscription);
    if (slot && !sameSlot(slot, kept && slotOf(kept))) removeFrom(calendars, slot, subscription.id);
    if (!kept) for (const place of placesOf(subscription)) removeAt(places, place, subscription.id);
  };
  return {
    prepare: (fill) => fill(),
    add: async (subscriptions) => subscriptions.forEach(add),
    remove: async (subscription, kept) => remove(subscription, kept),
    at: async (place) => idsAt(places, place),
    due: async (window) =>
      [...calendars].flatMap(([name, calendar]) =>
        rangesIn(name, window).flatMap(({ day, first, last }) =>
          slice(calendar, first, last).map((found) => ({ ...found, day })),
        ),
      ),
  };
}

/** Whether two slots are the same; an index keeps what both the old and the new subscription share. */
export function sameSlot(slot: CalendarSlot, other: CalendarSlot | undefined): boolean {
  return slot.calendar === other?.calendar && slot.minute === other.minute;
}

function addAt<Key>(ids: IdsBy<Key>, key: Key, id: string): void {
  const held = ids.get(key);
  if (held === undefined) ids.set(key, id);
  else if (typeof held !== 'string') held.add(id);
  else if (held !== id) ids.set(key, new Set([held, id]));
}

function removeAt<Key>(ids: IdsBy<Key>, key: Key, id: string): void {
  const held = ids.get(key);
  if (typeof held === 'object') held.delete(id);
  if (held === id || (typeof held === 'object' && held.size === 0)) ids.delete(key);
}

function idsAt<Key>(ids: IdsBy<Key>, key: Key): readonly string[] {
  const held = ids.get(key) ?? [];
  return typeof held === 'string' ? [held] : [...held];
}

function addTo(calendars: Map<string, Calendar>, { calendar, minute }: CalendarSlot, id: string): void {
  const minutes: Calendar = calendars.get(calendar) ?? new Map();
  calendars.set(calendar, minutes);
  addAt(minutes, minute, id);
}

function removeFrom(calendars: Map<string, Calendar>, { calendar, minute }: CalendarSlot, id: string): void {
  const minutes = calendars.get(calendar);
  if (minutes) removeAt(minutes, minute, id);
  if (minutes?.size === 0) calendars.delete(calendar);
}

function slice(
  calendar: Calendar,
  first: number,
  last: number,
): readonly { readonly id: string; readonly minute: number }[] {
  const found: { id: string; minute: number }[] = [];
  for (let minute = first; minute <= last; minute += 1)
    for (const id of idsAt(calendar, minute)) found.push({ id, minute });
  return found;
}
