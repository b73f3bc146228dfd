/**
 * How long readers wait on Discord: the adapter with the extractive engine and SQLite, against a bare discord.js bot
 * that replies with a constant of the same size. Same loopback server, same run, one after the other in turns; each bot has a process
 * of its own. Run: npm run bench:discord -- [interactions a second] [seconds a turn] [turns]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { KeptInteraction } from '../adapters/discord/server/interactions.ts';
import { slash } from '../adapters/discord/server/people.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../adapters/discord/server/server.ts';

const [RATE = 200, SECONDS = 5, TURNS = 3] = process.argv.slice(2).map(Number);
/** At most this many times as long as the bare bot, at p50 and at p99. */
const GOAL = 1.3;
const WARM_UP = 300;
const TICK_MS = 5;

/** What readers ask for, in turn. */
const asked: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['brief', { topic: 'colombia' }],
  ['timeline', { topic: 'colombia' }],
  ['quotes', { topic: 'colombia' }],
  ['sources', { topic: 'colombia' }],
  ['ask', { question: 'How long was the call?', topic: 'colombia' }],
];

const kinds = ['bare', 'adapter'] as const;
type Kind = (typeof kinds)[number];

/** Sends interactions evenly and resolves with those that were answered, once all are or ten seconds have passed. */
async function send(discord: LoopbackDiscord, count: number): Promise<readonly KeptInteraction[]> {
  const sent: KeptInteraction[] = [];
  const begun = performance.now();
  while (sent.length < count) {
    const due = Math.min(count, Math.ceil(((performance.now() - begun) / 1000) * RATE));
    while (sent.length < due)
      sent.push(slash(discord, ...(asked[sent.length % asked.length] ?? ['help', {}])));
    await sleep(TICK_MS);
  }
  const end = performance.now() + 10_000;
  while (sent.some(({ callback }) => !callback) && performance.now() < end) await sleep(20);
  return sent;
}

/** The wait for the acknowledgement and for the answer, and the processor time of each, in milliseconds. */
type Turn = {
  readonly acks: number[];
  readonly answers: number[];
  readonly cpu: number;
  readonly perSecond: number;
};

async function turn(discord: LoopbackDiscord, kind: Kind): Promise<Turn> {
  const bot = await startBot(discord, kind);
  await send(discord, WARM_UP);
  const begun = performance.now();
  const before = await cpuOf(bot);
  const sent = await send(discord, RATE * SECONDS);
  const cpu = ((await cpuOf(bot)) - before) / sent.length;
  const done = sent.filter(({ callback }) => callback?.type === 4);
  const last = Math.max(...done.map(({ callback }) => callback?.at ?? 0));
  bot.kill();
  await once(bot, 'exit');
  return {
    acks: sent.map(({ callback, createdAt }) => (callback?.at ?? Number.POSITIVE_INFINITY) - createdAt),
    answers: done.map(({ callback, createdAt }) => (callback?.at ?? 0) - createdAt),
    cpu,
    perSecond: (done.length / (last - begun)) * 1000,
  };
}

const cpuSchema = z.object({ user: z.number(), system: z.number() });

/** Processor time that a bot has used so far, in milliseconds. */
async function cpuOf(bot: ChildProcess): Promise<number> {
  const answered = once(bot, 'message');
  bot.send('cpu');
  const { user, system } = cpuSchema.parse((await answered)[0]);
  return (user + system) / 1000;
}

async function startBot({ url }: LoopbackDiscord, kind: Kind): Promise<ChildProcess> {
  const bot = fork(new URL('./discord-bot.ts', import.meta.url), [kind, url]);
  await once(bot, 'message');
  return bot;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const discord = await startLoopbackDiscord({ checks: false });
const turns: Record<Kind, Turn[]> = { bare: [], adapter: [] };
for (let count = 0; count < TURNS; count += 1)
  for (const kind of kinds) turns[kind].push(await turn(discord, kind));
await discord.close();

const summary = (kind: Kind) => {
  const acks = turns[kind].flatMap((each) => each.acks);
  const answers = turns[kind].flatMap((each) => each.answers);
  return {
    'ack p50 ms': quantile(acks, 0.5),
    'ack p99 ms': quantile(acks, 0.99),
    'answer p50 ms': quantile(answers, 0.5),
    'answer p99 ms': quantile(answers, 0.99),
    'cpu ms': quantile(
      turns[kind].map(({ cpu }) => cpu),
      0.5,
    ),
    'answered a second': Math.min(...turns[kind].map(({ perSecond }) => perSecond)),
    'not answered at once': acks.length - answers.length,
  };
};
const [bare, adapter] = [summary('bare'), summary('adapter')];
const rounded = (row: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value.toFixed(2))]));
console.table({ bare: rounded(bare), adapter: rounded(adapter) });
const ratios = {
  p50: adapter['answer p50 ms'] / bare['answer p50 ms'],
  p99: adapter['answer p99 ms'] / bare['answer p99 ms'],
};
console.log(`ratio at p50 ${ratios.p50.toFixed(2)}, at p99 ${ratios.p99.toFixed(2)}; goal ${GOAL}`);
console.log(`ratio of processor time ${(adapter['cpu ms'] / bare['cpu ms']).toFixed(2)}`);
