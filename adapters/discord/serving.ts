/** What every handler of Discord's events is given. */
import type { Client } from 'discord.js';
import type { Keyv } from 'keyv';
import type { AdapterDeps } from '../adapter.ts';
import type { Once } from '../once.ts';
import type { Conversations } from './events/conversations.ts';
import { type DiscordFailure, explain } from './failure.ts';

/** A session's client with all that answering its events takes. */
export type Serving = {
  readonly deps: AdapterDeps;
  readonly client: Client<true>;
  /** For events, which Discord repeats when a session is resumed. */
  readonly once: Once;
  /** For notices that would be a nuisance if they were repeated. */
  readonly onceAnHour: Once;
  readonly isThread: (channel: string, type?: number) => Promise<boolean>;
  readonly conversations: Conversations;
  /** States of buttons that are too long for their custom id. */
  readonly kept: Keyv;
  /** Answers that are not complete yet; a stop waits for them. */
  readonly underWay: Set<Promise<unknown>>;
};

/** Does the work for one event; whatever fails is logged with what to do, and goes no further. */
export function guarded(serving: Serving, event: string, work: () => Promise<void>): void {
  const done = work()
    .catch((error: unknown) => void logFailure(serving, error, event))
    .finally(() => serving.underWay.delete(done));
  serving.underWay.add(done);
}

/** Logs what failed, counts it, and says what it was. Never logs what a user wrote. */
export function logFailure({ deps }: Pick<Serving, 'deps'>, error: unknown, event: string): DiscordFailure {
  const failure = explain(error);
  const { kind, code, advice } = failure;
  deps.metrics.count('discord_failures', { kind, event });
  const line = {
    event,
    kind,
    ...(code === undefined ? {} : { code }),
    ...(kind === 'unknown' ? { err: error } : {}),
  };
  if (kind === 'gone' || kind === 'acknowledged') deps.logger.info(line, advice);
  else if (kind === 'unknown' || kind === 'malformed') deps.logger.error(line, advice);
  else deps.logger.warn(line, advice);
  return failure;
}
