/** Shows one reply: acknowledged in time, growing where it can, then whole, in as many messages as it needs. */
import type { Keyv } from 'keyv';
import type { Reply } from '../../../src/reply/reply.ts';
import { type DiscordMessage, type RenderedReply, renderReply } from '../render/render.ts';
import { holdBack } from './held-back.ts';

/** Where a reply is shown. Each function is called only when the one before it is done. */
export type Outlet = {
  /** Tells Discord and the user that an answer is being worked on. Called at most once, before `show`. */
  readonly acknowledge: () => Promise<void>;
  /** Shows the first message, or shows another one in its place. */
  readonly show: (message: DiscordMessage) => Promise<void>;
  /** Shows further messages below. */
  readonly add: (message: DiscordMessage) => Promise<void>;
  /** How many further messages Discord takes; without it, any number. */
  readonly mostFurther?: number;
  /** Says that the reply is for the asker alone, before the final `show`. */
  readonly makePrivate: () => Promise<void>;
};

/** A reply to deliver, and how. */
export type Delivery = {
  /** Makes the reply; `onPartial` gets it as far as it is. */
  readonly work: (onPartial: (reply: Reply) => void) => Promise<Reply>;
  readonly isPrivate: boolean;
  readonly kept: Keyv;
  /** What becomes of partial replies and of an acknowledgement that could not be shown; the final reply rejects instead. */
  readonly onError: (error: unknown) => void;
  readonly times?: Times;
};

/** In milliseconds. */
type Times = {
  /** How long a reply may take before it is acknowledged first: Discord waits 3 s, the network takes some of them. */
  readonly acknowledgeAfterMs: number;
  /** Between two showings of a growing reply: Discord takes five edits in five seconds. */
  readonly betweenEditsMs: number;
};

const DEFAULT_TIMES: Times = { acknowledgeAfterMs: 500, betweenEditsMs: 1200 };

/** Delivers a reply to an outlet. @throws what the outlet throws on the final reply */
export async function deliver(outlet: Outlet, delivery: Delivery): Promise<void> {
  const { times = DEFAULT_TIMES, onError } = delivery;
  const line = createLine();
  const acknowledging = setTimeout(() => line(outlet.acknowledge).catch(onError), times.acknowledgeAfterMs);
  const growing = showGrowing(outlet, { line, delivery, gapMs: times.betweenEditsMs });
  try {
    const reply = await delivery.work(growing.offer);
    clearTimeout(acknowledging);
    growing.end();
    await line(() => showWhole(outlet, reply, delivery));
  } finally {
    clearTimeout(acknowledging);
    growing.end();
  }
}

/** Runs work in order: an edit never overtakes the acknowledgement. */
type Line = (work: () => Promise<void>) => Promise<void>;

function createLine(): Line {
  let last = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

type Growing = { readonly offer: (reply: Reply) => void; readonly end: () => void };

/** Shows the newest partial reply when the last showing was long enough ago. */
function showGrowing(
  outlet: Outlet,
  { line, delivery, gapMs }: { readonly line: Line; readonly delivery: Delivery; readonly gapMs: number },
): Growing {
  let newest: Reply | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const showNewest = async () => {
    timer = undefined;
    if (ended || !newest) return;
    const { messages, stored } = renderReply(newest, { isPrivate: delivery.isPrivate });
    newest = undefined;
    const [first] = messages;
    if (!first) return;
    await keep(stored, delivery.kept);
    await outlet.show(first);
  };
  return {
    offer: (reply) => {
      newest = reply;
      if (ended) return;
      timer ??= setTimeout(() => line(showNewest).catch(delivery.onError), gapMs);
    },
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}

async function showWhole(outlet: Outlet, reply: Reply, { isPrivate, kept }: Delivery): Promise<void> {
  const rendered = renderReply(reply, { isPrivate });
  await keep(rendered.stored, kept);
  if (reply.private && !isPrivate) await outlet.makePrivate();
  await showMessages(outlet, rendered.messages, kept);
}

/** Shows messages, and behind a button those that Discord does not take now. @throws what the outlet throws */
export async function showMessages(
  outlet: Outlet,
  messages: readonly DiscordMessage[],
  kept: Keyv,
): Promise<void> {
  const [first, ...further] = await holdBack(messages, outlet.mostFurther, kept);
  if (first) await outlet.show(first);
  for (const message of further) await outlet.add(message);
}

/** How long a button whose state is too long for it goes on working, in milliseconds. */
const BUTTONS_KEPT_MS = 180 * 24 * 60 * 60 * 1000;

/** Saves what the buttons of a reply need. @throws what the store throws */
export async function keep(stored: RenderedReply['stored'], kept: Keyv): Promise<void> {
  await Promise.all([...stored].map(([key, value]) => kept.set(key, value, BUTTONS_KEPT_MS)));
}
