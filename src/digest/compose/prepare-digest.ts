/** Composes digests for channels: once for all that were told the same, rendered once for each platform. */
import type { Topic } from '../../knowledge/schema.ts';
import { oncePer } from '../../once-per.ts';
import type { Reply } from '../../reply/reply.ts';
import { formatMinute } from '../calendar/time-of-day.ts';
import type { DeliveryDeps } from '../delivery/delivery.ts';
import type { Told } from '../delivery/delivery-state.ts';
import type { DigestPlatform, DigestPoster } from '../delivery-port.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { composeDigest, isNews, type TopicChange } from './compose-digest.ts';
import { changesSince } from './edition.ts';
import type { EditionStore } from './edition-store.ts';

/** What a digest depends on; all that are the same share one composition. */
type DigestRequest = Pick<Subscription, 'topics' | 'whenNothingIsNew'> & {
  readonly day: string;
  readonly told: Told;
  /** "08:00" where the digest comes late. */
  readonly dueAt?: string | undefined;
};

/** A digest and the editions that it tells; without `reply` there is nothing new and nothing is posted. */
type ComposedDigest = { readonly reply?: Reply; readonly told: Told };

/** Composes on demand and remembers what it composed. */
export type DigestComposer = (request: DigestRequest) => Promise<ComposedDigest>;

/** What composing takes. */
export type ComposerDeps = {
  readonly topics: () => readonly Topic[];
  readonly editions: EditionStore;
  /** Hears of each composition that really took place. */
  readonly onCompose?: (key: string) => void;
};

// Topic sets, days and earlier editions that are in use at one time; a digest is some kilobytes.
const MAX_REMEMBERED = 300;

/** Makes a composer over the topics that the desk serves at the time. */
export function createComposer({ topics, editions, onCompose }: ComposerDeps): DigestComposer {
  const remembered = new Map<string, Promise<ComposedDigest>>();
  return (request) => {
    const chosen = chooseTopics(topics(), request.topics);
    const key = keyOf(request, chosen);
    const known = remembered.get(key);
    if (known) return known;
    onCompose?.(key);
    const composed = composeFor(request, { chosen, editions });
    remembered.set(key, composed);
    void composed.catch(() => remembered.delete(key));
    if (remembered.size > MAX_REMEMBERED) remembered.delete(remembered.keys().next().value ?? '');
    return composed;
  };
}

/** Composes what a channel is to get, and has its platform render it, once for all channels that get the same. */
export function createPrepare({
  compose,
  poster,
}: {
  readonly compose: DigestComposer;
  readonly poster: DeliveryDeps['poster'];
}): DeliveryDeps['prepare'] {
  return async ({ subscription, day }, state, lateBy) => {
    const { topics, whenNothingIsNew, platform, schedule } = subscription;
    const dueAt = lateBy === undefined ? undefined : formatMinute(schedule.minute);
    const { reply, told } = await compose({ topics, whenNothingIsNew, day, told: state.told, dueAt });
    if (!reply) return { kind: 'nothing new', told };
    const target = poster(platform);
    return { kind: 'digest', told, post: target ? rendererOf(target)(reply) : notRunning(platform) };
  };
}

const rendererOf = oncePer(({ prepare }: DigestPoster) => oncePer(prepare));

const NOT_RUNNING_RETRY_MS = 5 * 60_000;

function notRunning(platform: DigestPlatform) {
  const reason = `the ${platform} adapter is not running`;
  return async () => ({ kind: 'retry', reason, retryAfterMs: NOT_RUNNING_RETRY_MS }) as const;
}

/** The topics of a set that the desk has, in the order of the set; made-up ones only where they are named. */
function chooseTopics(topics: readonly Topic[], set: Subscription['topics']): readonly Topic[] {
  if (set === 'all') return topics.filter(({ fixture }) => !fixture);
  return set.flatMap((slug) => topics.find(({ topic }) => topic === slug) ?? []);
}

function keyOf({ day, told, whenNothingIsNew, dueAt }: DigestRequest, chosen: readonly Topic[]): string {
  const editions = chosen.map(({ topic, hash }) => [topic, hash, told[topic] ?? '']);
  return JSON.stringify([day, dueAt ?? '', whenNothingIsNew, editions]);
}

async function composeFor(
  { day, told, whenNothingIsNew, dueAt }: DigestRequest,
  { chosen, editions }: { chosen: readonly Topic[]; editions: EditionStore },
): Promise<ComposedDigest> {
  const topics = await Promise.all(chosen.map((topic) => changeOf(topic, { day, told, editions })));
  const now = Object.fromEntries(chosen.map(({ topic, hash }) => [topic, hash]));
  const silent = topics.length === 0 || (!isNews({ topics }) && whenNothingIsNew === 'skip');
  return silent ? { told: now } : { told: now, reply: composeDigest({ day, topics, dueAt }) };
}

/** An edition that is not kept any more counts as never told: the channel gets a full briefing. */
async function changeOf(
  topic: Topic,
  { day, told, editions }: { day: string; told: Told; editions: EditionStore },
): Promise<TopicChange> {
  const now = await editions.current(topic, day);
  const hash = told[topic.topic];
  const before = hash === undefined ? undefined : await editions.find(topic.topic, hash);
  return before ? { topic, changes: changesSince(before, topic, now) } : { topic };
}
