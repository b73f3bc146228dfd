/** What every chat platform's adapter is given, and what it gives back. */
import type { Keyv } from 'keyv';
import type { Logger } from 'pino';
import type { Command } from '../commands/command.ts';
import type { Runner } from '../commands/run.ts';
import type { Desk } from '../src/desk.ts';
import type { DigestPoster } from '../src/digest/delivery-port.ts';
import type { Metrics } from '../src/metrics.ts';

/** What an adapter is given. */
export type AdapterDeps = {
  readonly desk: Desk;
  readonly commands: readonly Command[];
  /** Runs a command; never rejects. */
  readonly run: Runner;
  /** A store of the adapter's own, shared by all replicas. */
  readonly store: (namespace: string) => Keyv;
  /** True for the first caller of a key within `ttlMs`, on any replica: repeated events are answered once. */
  readonly claim: (key: string, ttlMs: number) => Promise<boolean>;
  readonly logger: Logger;
  readonly metrics: Metrics;
};

/** A platform that is being served. */
export type RunningAdapter = {
  readonly platform: string;
  /** For /healthz: `up` once it can take and answer events. */
  readonly status: () => { readonly state: 'starting' | 'up' | 'down'; readonly detail?: string };
  readonly poster: DigestPoster;
  /** Stops taking events and lets those under way end. */
  readonly stop: () => Promise<void>;
};
