/** The index of subscriptions on Redis, shared by all replicas. */
import type { RedisClientType } from '@keyv/redis';
import { type DueIndex, placesOf, rangesIn, sameSlot, slotOf, type TimeWindow } from './due-index.ts';
import type { Subscription } from './subscription.ts';

/**
 * An index under `prefix`: a sorted set for each calendar, scored by minute, and a set for each place. A tick asks
 * each calendar for a range, so that its cost grows with zones and with what is due.
 */
export function createRedisIndex(client: RedisClientType, prefix: string): DueIndex {
  const calendarKey = (calendar: string) => `${prefix}:due:${calendar}`;
  // Kept beside the subscriptions and written before them, so that it is filled once in its life.
  const filledKey = `${prefix}:due-index-1`;
  const calendarsKey = `${prefix}:calendars`;
  const placeKey = (place: string) => `${prefix}:place:${place}`;

  const add = async (subscription: Subscription): Promise<void> => {
    const slot = slotOf(subscription);
    await Promise.all([
      ...placesOf(subscription).map((place) => client.sAdd(placeKey(place), subscription.id)),
      ...(slot
        ? [
            client.sAdd(calendarsKey, slot.calendar),
            client.zAdd(calendarKey(slot.calendar), { score: slot.minute, value: subscription.id }),
          ]
        : []),
    ]);
  };
  const remove = async (subscription: Subscription, kept?: Subscription): Promise<void> => {
    const slot = slotOf(subscription);
    const next = kept && slotOf(kept);
    // Within one calendar the new minute has already replaced the old one.
    if (slot && !sameSlot(slot, next) && slot.calendar !== next?.calendar)
      await client.zRem(calendarKey(slot.calendar), subscription.id);
    if (!kept)
      await Promise.all(placesOf(subscription).map((place) => client.sRem(placeKey(place), subscription.id)));
  };
  const dueIn = async (calendar: string, window: TimeWindow) => {
    const ranges = rangesIn(calendar, window);
    const found = await Promise.all(
      ranges.map(({ first, last }) => client.zRangeByScoreWithScores(calendarKey(calendar), first, last)),
    );
    return ranges.flatMap(({ day }, at) =>
      (found[at] ?? []).map(({ value, score }) => ({ id: value, day, minute: score })),
    );
  };
  return {
    prepare: async (fill) => {
      if ((await client.exists(filledKey)) === 1) return;
      await fill();
      await client.set(filledKey, '1');
    },
    add: async (subscriptions) => void (await Promise.all(subscriptions.map(add))),
    remove,
    at: (place) => client.sMembers(placeKey(place)),
    due: async (window) => {
      const calendars = await client.sMembers(calendarsKey);
      return (await Promise.all(calendars.map((calendar) => dueIn(calendar, window)))).flat();
    },
  };
}
