/** Puts digests together: the book, the ledger, composing, delivery and what keeps it going. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Topic } from '../knowledge/schema.ts';
import { claim } from '../storage/cells.ts';
import type { Storage } from '../storage/storage.ts';
import { createEditionStore } from './compose/edition-store.ts';
import { createComposer, createPrepare } from './compose/prepare-digest.ts';
import { DEFAULT_LIMITS, type DeliveryLimits } from './delivery/delivery.ts';
import { createFailureList, type Failure } from './delivery/failures.ts';
import { createLedger } from './delivery/ledger.ts';
import { createGapClaim, createPace } from './delivery/pace.ts';
import { createStep, type Step } from './delivery/step.ts';
import type { DigestPlatform, DigestPoster } from './delivery-port.ts';
import { createDigests, type Digests } from './digests.ts';
import { createTick } from './running/due-tasks.ts';
import { type DueReport, type RunDueOptions, runDue } from './running/run-due.ts';
import { type DigestRunner, renewFrom, startEmbeddedRunner } from './running/runner.ts';
import { openSubscriptionBook, type SubscriptionBook } from './subscriptions/subscription-book.ts';

/** What digests are opened on. */
export type OpenDigestsOptions = {
  readonly storage: Storage;
  /** The topics that the desk serves at the time. */
  readonly topics: () => readonly Topic[];
  /** The platforms that run here, asked each time: adapters start after the desk. */
  readonly posters: () => readonly DigestPoster[];
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly limits?: Partial<DeliveryLimits>;
  readonly now?: () => number;
  readonly random?: () => number;
  /** Hears of each composition; see `ComposerDeps`. */
  readonly onCompose?: (key: string) => void;
};

/** Digests, opened. */
export type OpenDigests = {
  /** For commands: goes into `Desk.digests`. */
  readonly digests: Digests;
  readonly book: SubscriptionBook;
  readonly step: Step;
  /** Begins to post on time: in this process, or over Redis with all other replicas. */
  readonly start: (options?: { readonly lockMs?: number }) => Promise<DigestRunner>;
  /** Looks at, or posts, what is due at a moment. */
  readonly runDue: (options: RunDueOptions) => Promise<readonly DueReport[]>;
  /** The dead letter list, the latest first. */
  readonly failures: () => Promise<readonly Failure[]>;
};

/** Opens digests on a storage. @throws StorageError */
export async function openDigests(options: OpenDigestsOptions): Promise<OpenDigests> {
  const { storage, topics, logger, now = Date.now, random = Math.random } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const book = await openSubscriptionBook(storage);
  const ledger = createLedger(storage.cells);
  const failures = createFailureList(storage.store('digest-failures'));
  const editions = createEditionStore(storage.store('editions', EDITIONS_KEPT_MS));
  const onCompose = options.onCompose ? { onCompose: options.onCompose } : {};
  const compose = createComposer({ topics, editions, ...onCompose });
  const poster = (platform: DigestPlatform) => options.posters().find((each) => each.platform === platform);
  const limitsOf = (platform: DigestPlatform) => poster(platform)?.limits;
  // On Redis BullMQ keeps all replicas below a platform's rate.
  const pace = storage.redis
    ? createGapClaim({ limitsOf, claim: (key, ttlMs) => claim(storage.cells, key, ttlMs) })
    : createPace({ limitsOf, now, sleep: async (ms) => void (await sleep(ms)) });
  const prepare = createPrepare({ compose, poster });
  const owner = randomUUID();
  const step = createStep({
    ledger,
    poster,
    prepare,
    pace,
    now,
    random,
    owner,
    limits,
    book,
    failures,
    logger,
  });
  const onError = (error: unknown) => logger.error({ err: error }, 'digests');
  const shared = { book, ledger, now, catchUpMs: limits.catchUpMs };
  const tick = createTick({ ...shared, memory: storage.store('digest-clock') });
  return {
    digests: createDigests({ book, ledger, compose, poster, now }),
    book,
    step,
    start: async ({ lockMs } = {}) => {
      if (!storage.redis) return startEmbeddedRunner({ tick, step, onError, renew: renewFrom(book) });
      // BullMQ takes a third of a second to load, which a desk on one machine need not wait for.
      const { startQueueRunner } = await import('./running/queue-runner.ts');
      const queue = { redis: storage.redis, posters: options.posters(), tick, step, book, onError };
      return startQueueRunner({ ...queue, ...(lockMs === undefined ? {} : { lockMs }) });
    },
    runDue: (how) => runDue({ ...shared, step, compose, poster, onError }, how),
    failures: failures.all,
  };
}

/** Longer than a channel's delivery state is kept. */
const EDITIONS_KEPT_MS = 400 * 24 * 3_600_000;
