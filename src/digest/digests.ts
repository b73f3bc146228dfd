/** What commands can do with digests: subscribe channels, list, pause, preview. */
import type { Reply } from '../reply/reply.ts';
import { noticeReply } from '../reply/reply.ts';
import { nextTurn, type Turn } from './calendar/schedule.ts';
import { dayName, dayOf, wallClock } from './calendar/wall-clock.ts';
import type { DigestComposer } from './compose/prepare-digest.ts';
import type { DeliveryState } from './delivery/delivery-state.ts';
import type { Ledger } from './delivery/ledger.ts';
import type { DigestChannel, DigestPoster } from './delivery-port.ts';
import { channelOf, type Subscription, subscriptionId, type TopicSet } from './subscriptions/subscription.ts';
import type { SubscriptionBook } from './subscriptions/subscription-book.ts';

/** The channel that a command is about. */
export type DigestPlace = DigestChannel & Pick<Subscription, 'platform'>;

/** What a user asked to be sent. */
export type SubscribeRequest = DigestPlace &
  Pick<Subscription, 'topics' | 'schedule' | 'whenNothingIsNew' | 'subscriber'>;

/** `missing` is a clause in the platform's words, such as "the permission Send Messages". */
export type SubscribeResult =
  | {
      readonly kind: 'subscribed';
      readonly subscription: Subscription;
      readonly next: Turn;
      readonly changed: boolean;
    }
  | { readonly kind: 'cannot post'; readonly missing: string };

/** A subscription with how its deliveries went; `next` is absent while it is paused. */
export type Listing = {
  readonly subscription: Subscription;
  readonly last?: DeliveryState['last'];
  readonly lastPosted?: DeliveryState['lastPosted'];
  readonly next?: Turn;
};

/** What can be done with the digests of channels. */
export type Digests = {
  /** Checks that the desk can post there; a second subscription of the same topics changes the first. */
  readonly subscribe: (request: SubscribeRequest) => Promise<SubscribeResult>;
  /** The subscriptions of the channel, or of its whole workspace where it has one. */
  readonly list: (place: DigestPlace, scope: 'channel' | 'workspace') => Promise<readonly Listing[]>;
  /** What was removed: the subscription of these topics, or all of the channel. */
  readonly unsubscribe: (place: DigestPlace, topics?: TopicSet) => Promise<readonly Subscription[]>;
  /** What was paused. */
  readonly pause: (place: DigestPlace, topics?: TopicSet) => Promise<readonly Subscription[]>;
  /** What goes on; the next digest of each covers what it missed. */
  readonly resume: (place: DigestPlace, topics?: TopicSet) => Promise<readonly Subscription[]>;
  /** What the channel would be sent now, for the asker's eyes alone. */
  readonly preview: (place: DigestPlace, topics: TopicSet, zone?: string) => Promise<Reply>;
};

/** What that takes. */
export type DigestsDeps = {
  readonly book: SubscriptionBook;
  readonly ledger: Ledger;
  readonly compose: DigestComposer;
  readonly poster: (platform: Subscription['platform']) => DigestPoster | undefined;
  readonly now: () => number;
};

/** A channel holds no more subscriptions than a list can show. */
const MAX_SUBSCRIPTIONS = 25;

/** Puts together what commands can do. */
export function createDigests(deps: DigestsDeps): Digests {
  const { book, ledger, now } = deps;
  const matching = async (place: DigestPlace, topics?: TopicSet) => {
    const all = await book.inChannel(place);
    const id = topics === undefined ? undefined : subscriptionId({ ...placeOf(place), topics });
    return all.filter((each) => id === undefined || each.id === id);
  };
  const change = async (found: readonly Subscription[], to: (one: Subscription) => Subscription) => {
    const changed = found.map(to);
    for (const each of changed) await book.put(each);
    return changed;
  };
  return {
    subscribe: (request) => subscribe(deps, request),
    list: async (place, scope) => {
      const { platform, workspace } = place;
      const found =
        scope === 'workspace' && workspace
          ? await book.inWorkspace({ platform, workspace })
          : await book.inChannel(place);
      const states = await ledger.readAll(found.map(({ id }) => id));
      return found.map((each, at) => listing(each, { state: states[at], now: now() })).sort(byNext);
    },
    unsubscribe: async (place, topics) => {
      const found = await matching(place, topics);
      for (const { id } of found) await book.remove(id);
      return found;
    },
    pause: async (place, topics) => {
      const running = (await matching(place, topics)).filter(({ paused }) => !paused);
      return change(running, (each) => ({ ...each, paused: { at: now(), why: 'it was asked to pause' } }));
    },
    resume: async (place, topics) => {
      const resting = (await matching(place, topics)).filter(({ paused }) => paused);
      return change(resting, ({ paused: _over, ...each }) => ({ ...each, since: now() }));
    },
    preview: (place, topics, zone) => preview(deps, { place, topics, zone }),
  };
}

async function subscribe(
  { book, poster, now }: DigestsDeps,
  request: SubscribeRequest,
): Promise<SubscribeResult> {
  const target = poster(request.platform);
  if (!target) return { kind: 'cannot post', missing: `a running ${request.platform} adapter` };
  const ready = await target.canPost(placeOf(request));
  if (!ready.ok) return { kind: 'cannot post', missing: ready.missing };
  const id = subscriptionId({ ...placeOf(request), topics: request.topics });
  const before = await book.get(id);
  if (!before && (await book.inChannel(request)).length >= MAX_SUBSCRIPTIONS)
    return { kind: 'cannot post', missing: `room: a channel has at most ${MAX_SUBSCRIPTIONS} digests` };
  const { topics, schedule, whenNothingIsNew, subscriber } = request;
  const subscription: Subscription = {
    id,
    ...placeOf(request),
    topics: topics === 'all' ? topics : [...topics].sort(),
    schedule,
    whenNothingIsNew,
    subscriber,
    since: now(),
  };
  await book.put(subscription);
  const next = nextTurn(schedule, now());
  return { kind: 'subscribed', subscription, next, changed: before !== undefined };
}

async function preview(
  { compose, ledger, now }: DigestsDeps,
  { place, topics, zone = 'UTC' }: { place: DigestPlace; topics: TopicSet; zone?: string | undefined },
): Promise<Reply> {
  const { state } = await ledger.open(subscriptionId({ ...placeOf(place), topics }));
  const day = dayName(dayOf(wallClock(zone).highestAt(now())));
  const { reply } = await compose({ topics, whenNothingIsNew: 'say so', day, told: state.told });
  return { ...(reply ?? noticeReply('info', 'The desk has none of these topics.')), private: true };
}

function placeOf(place: DigestPlace): DigestPlace {
  return { platform: place.platform, ...channelOf(place) };
}

function listing(
  subscription: Subscription,
  { state, now }: { state: DeliveryState | undefined; now: number },
): Listing {
  return {
    subscription,
    ...(state?.last ? { last: state.last } : {}),
    ...(state?.lastPosted ? { lastPosted: state.lastPosted } : {}),
    ...(subscription.paused ? {} : { next: nextTurn(subscription.schedule, now) }),
  };
}

/** The next one first, paused ones last. */
function byNext(a: Listing, b: Listing): number {
  return (a.next?.at ?? Infinity) - (b.next?.at ?? Infinity) || 0;
}
