/** The channels that processes under test deliver to. */
import { type Subscription, subscriptionId } from '../../../src/digest/subscriptions/subscription.ts';

/** Subscriptions of so many channels, half on each platform, whose turn came a minute before `now`. */
export function subscribedChannels(count: number, now: number): readonly Subscription[] {
  const due = new Date(now - 60_000);
  const minute = due.getUTCHours() * 60 + due.getUTCMinutes();
  return Array.from({ length: count }, (_, n) => {
    const place = { platform: n % 2 === 0 ? 'discord' : 'slack', channel: `c${n}`, topics: 'all' } as const;
    return {
      ...place,
      id: subscriptionId(place),
      schedule: { minute, zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] },
      whenNothingIsNew: 'skip',
      subscriber: 'u',
      since: 0,
    };
  });
}
