/**
 * Measures digests: memory and due lookup of 100,000 subscriptions, composing, and what delivery adds to a bare loop
 * that posts constants, on SQLite and on Redis. Run: npm run bench:digest -- [messages]
 * [--delivery-only]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { DigestPoster } from '../../src/digest/delivery-port.ts';
import { type OpenDigests, openDigests } from '../../src/digest/open-digests.ts';
import { CONCURRENCY } from '../../src/digest/running/runner.ts';
import { createMemoryIndex } from '../../src/digest/subscriptions/due-index.ts';
import { type Subscription, subscriptionId } from '../../src/digest/subscriptions/subscription.ts';
import { openSubscriptionBook } from '../../src/digest/subscriptions/subscription-book.ts';
import { openLibrary } from '../../src/knowledge/library.ts';
import { createLogger } from '../../src/log.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { hasRedis, removeKeys, TEST_REDIS_URL, testPrefix } from '../storage/redis.ts';

const MESSAGES = Number(process.argv[2] ?? 2000);
const NOW = Date.parse('2026-03-29T06:00:00Z');
const MINUTE = 60_000;
/** Discord and Slack take longer; a platform that answers at once shows the overhead at its worst. */
const PLATFORM_LATENCY_MS = 20;
const ZONES = Intl.supportedValuesOf('timeZone');
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

setFlagsFromString('--expose-gc');
const gc: unknown = runInNewContext('gc');

function heapMb(): number {
  if (typeof gc === 'function') gc();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The median of so many runs, in milliseconds. */
async function median(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timed(work));
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

const report = (what: string, value: string) => console.log(`${what.padEnd(62)} ${value}`);
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** Spread over all zones, minutes and three kinds of days; `due` of them at 06:00 UTC besides. */
function* subscriptions(count: number, due: number): Generator<Subscription> {
  const days = [EVERY_DAY, [1, 2, 3, 4, 5], [1, 4]];
  for (let n = 0; n < count; n += 1) {
    const isDue = n < due;
    const place = {
      platform: 'discord',
      channel: `1${String(n).padStart(17, '0')}`,
      workspace: `g${n % 5000}`,
      topics: 'all',
    } as const;
    yield {
      ...place,
      id: subscriptionId(place),
      schedule: {
        // Minutes that no zone shows at 06:00 UTC, so that those due are the ones that were meant.
        minute: isDue ? 360 : ((n * 7919) % 96) * 15 + 1 + (n % 13),
        zone: isDue ? 'UTC' : (ZONES[n % ZONES.length] ?? 'UTC'),
        days: isDue ? EVERY_DAY : (days[n % 3] ?? EVERY_DAY),
      },
      whenNothingIsNew: 'skip',
      subscriber: 'u',
      since: 0,
    };
  }
}

async function measureIndex(): Promise<void> {
  const before = heapMb();
  const index = createMemoryIndex();
  for (const subscription of subscriptions(100_000, 70)) await index.add([subscription]);
  report('index of 100,000 subscriptions in memory, heap', `${(heapMb() - before).toFixed(1)} MB`);
  const window = { from: NOW - MINUTE, to: NOW };
  report('due in a minute, index alone, cold', ms(await timed(() => index.due(window))));
  report('due in a minute, index alone, median', ms(await median(50, () => index.due(window))));
}

async function measureBook(name: string, open: () => Promise<Storage>): Promise<void> {
  for (const count of [1000, 10_000, 100_000]) {
    const storage = await open();
    const book = await openSubscriptionBook(storage);
    const all = [...subscriptions(count, 70)];
    const writing = await timed(() => book.putAll(all));
    let minute = 0;
    let found = 0;
    const lookup = await median(25, async () => {
      found = (await book.due({ from: NOW - MINUTE + (minute++ % 2), to: NOW })).length;
    });
    report(`${name}: ${found} due of ${count.toLocaleString('en')}, found and read, median`, ms(lookup));
    if (count === 100_000) {
      report(`${name}: writing 100,000 subscriptions`, ms(writing));
      report(`${name}: opening a book of 100,000`, ms(await timed(() => openSubscriptionBook(storage))));
    }
    for (const { id } of count < 100_000 ? all : []) await book.remove(id);
    await storage.close();
  }
}

const platform: ChildProcess = fork(join(import.meta.dirname, 'digest-platform.ts'));
const [port] = await once(platform, 'message');
const url = `http://127.0.0.1:${String(port)}`;

async function send(body: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { method: 'POST', body, signal });
  return response.text();
}

/** What any bot would do: post the same text to every channel, so many at once. */
async function bareLoop(body: string): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < MESSAGES) {
      next += 1;
      await send(body, AbortSignal.timeout(15_000));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

let rendered = 0;
let posted = 0;
const poster: DigestPoster = {
  platform: 'discord',
  limits: { perSecond: 1e6, channelGapMs: 0 },
  recognisesRepeatsMs: 120_000,
  canPost: async () => ({ ok: true }),
  prepare: (reply) => {
    rendered += 1;
    const body = JSON.stringify(reply.blocks);
    return async ({ signal }) => {
      const message = await send(body, signal);
      posted += 1;
      return { kind: 'posted', message };
    };
  },
};

const library = await openLibrary(process.env.KNOWLEDGE_DIR ?? 'knowledge');
const topics = library.topics();
let composed = 0;
let composing = 0;

async function openOn(storage: Storage, now: () => number): Promise<OpenDigests> {
  return openDigests({
    storage,
    topics: () => topics,
    posters: () => [poster],
    logger: createLogger('silent'),
    now,
    onCompose: () => {
      composed += 1;
    },
  });
}

/** Delivers a day's digests; `soFar` counts the messages posted of it. */
type Delivering = (digests: OpenDigests, soFar: () => number) => Promise<Cost>;

type Cost = { readonly wall: number; readonly cpu: number };

/** What work costs for one message, in milliseconds: by the clock, and of this process's processor time. */
async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage();
  const wall = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { wall: wall / MESSAGES, cpu: (user + system) / 1000 / MESSAGES };
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const show = (costs: readonly Cost[]) =>
  `${middle(costs.map(({ wall }) => wall)).toFixed(3)} ms (cpu ${middle(costs.map(({ cpu }) => cpu)).toFixed(3)})`;
const ratio = (over: readonly Cost[], bare: readonly Cost[], of: keyof Cost) =>
  middle(over.map((cost, round) => cost[of] / (bare[round]?.[of] ?? 1))).toFixed(2);

/** Takes turns with the bare loop, so that both see the same machine; one day of digests each turn. */
async function measureDelivery(
  name: string,
  open: () => Promise<Storage>,
  deliver: Delivering,
): Promise<void> {
  const body = await constantBody();
  const storage = await open();
  let now = NOW;
  const digests = await openOn(storage, () => now);
  await digests.book.putAll(
    [...subscriptions(MESSAGES, MESSAGES)].map((each) => ({ ...each, whenNothingIsNew: 'say so' as const })),
  );
  await bareLoop(body);
  const bare: Cost[] = [];
  const delivered: Cost[] = [];
  composed = 0;
  rendered = 0;
  for (let day = 0; day < ROUNDS; day += 1) {
    bare.push(await costOf(() => bareLoop(body)));
    const before = posted;
    delivered.push(await deliver(digests, () => posted - before));
    now += 24 * 60 * MINUTE;
  }
  report(`${name}: ${MESSAGES} posts in ${ROUNDS} rounds, bare, for a message`, show(bare));
  report(`${name}: delivered, for a message`, show(delivered));
  report(
    `${name}: overhead by the clock / of the processor`,
    `${ratio(delivered, bare, 'wall')} / ${ratio(delivered, bare, 'cpu')}`,
  );
  report(`${name}: composed and rendered over ${ROUNDS} days`, `${composed} and ${rendered} times`);
  await storage.close();
}

const ROUNDS = 5;
const inProcess: Delivering = (digests) => costOf(() => digests.runDue({ dryRun: false }));

/** Over BullMQ, from the first message to the last: a replica starts once, not every day. */
const overQueue: Delivering = async (digests, soFar) => {
  const runner = await digests.start();
  while (soFar() === 0) await sleep(1);
  const early = soFar();
  const { wall, cpu } = await costOf(async () => {
    while (soFar() < MESSAGES) await sleep(2);
  });
  await runner.stop();
  const share = MESSAGES / (MESSAGES - early);
  return { wall: wall * share, cpu: cpu * share };
};

/** The body that a digest of these topics has, so that both loops send as many bytes. */
async function constantBody(): Promise<string> {
  const { digests } = await openOn(await openStorage({ memory: true }), () => NOW);
  composing = await timed(() => digests.preview({ platform: 'discord', channel: 'c' }, 'all'));
  const reply = await digests.preview({ platform: 'discord', channel: 'c' }, 'all');
  return JSON.stringify(reply.blocks);
}

const folder = mkdtempSync(join(tmpdir(), 'briefdesk-bench-'));
const redisPrefix = testPrefix('bench');
let run = 0;
const openSqlite = () => openStorage({ dataDir: join(folder, String(run++)) });
const openRedis = () => openStorage({ redisUrl: TEST_REDIS_URL, redisPrefix: `${redisPrefix}-${run++}` });

if (!process.argv.includes('--delivery-only')) {
  await measureIndex();
  await measureBook('SQLite', openSqlite);
  if (hasRedis) await measureBook('Redis', openRedis);
}
await measureDelivery('SQLite', openSqlite, inProcess);
report('composing the digest of all topics, first time', ms(composing));
if (hasRedis) {
  await measureDelivery('Redis', openRedis, inProcess);
  await measureDelivery('Redis and BullMQ', openRedis, overQueue);
}
platform.send(PLATFORM_LATENCY_MS);
await measureDelivery(`SQLite, answers in ${PLATFORM_LATENCY_MS} ms`, openSqlite, inProcess);
if (hasRedis) {
  await measureDelivery(`Redis and BullMQ, answers in ${PLATFORM_LATENCY_MS} ms`, openRedis, overQueue);
  await removeKeys(redisPrefix);
}
rmSync(folder, { recursive: true });
platform.disconnect();
