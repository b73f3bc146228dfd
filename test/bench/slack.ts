/**
 * How much the desk adds to Bolt: signed slash commands at 200 a second against the desk and against a bare Bolt app
 * that acknowledges and answers a constant of the same size, in turns of the same run. Times are from the moment a
 * request was due, so that a server that falls behind cannot hide it. Goal: at most 1.3 times the bare app's.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { signedRequest, slash } from '../adapters/slack/server/payloads.ts';
import { startSlackServer } from '../adapters/slack/server/server.ts';

const RATE = 200;
const TURN_SECONDS = 5;
const TURNS = 4;
const SECRET = 'a-signing-secret';

type Target = {
  readonly name: string;
  readonly url: string;
  readonly acks: number[];
  readonly answers: number[];
};

/** Takes answers to response_urls and notes when they came. */
async function openSink() {
  const arrivals = new Map<string, (body: string) => void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.end('ok');
      arrivals.get(request.url ?? '')?.(Buffer.concat(parts).toString());
      arrivals.delete(request.url ?? '');
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let count = 0;
  return {
    expect: () => {
      count += 1;
      const path = `/${count}`;
      const { promise, resolve } = Promise.withResolvers<string>();
      arrivals.set(path, resolve);
      return { url: `http://127.0.0.1:${port}${path}`, arrival: promise };
    },
    close: () => server.close(),
  };
}

type Sink = Awaited<ReturnType<typeof openSink>>;

/** Sends one command and gives the answer's body. */
async function ask({ url, acks, answers }: Target, sink: Sink, due: number): Promise<string> {
  const { url: response_url, arrival } = sink.expect();
  const request = signedRequest(slash('/brief', 'colombia', { response_url }), { secret: SECRET });
  const acked = send(`${url}/slack/events`, request).then((status) => {
    if (status !== 200) throw new Error(`the app answered ${status}`);
    acks.push(performance.now() - due);
  });
  const answered = arrival.then((body) => {
    answers.push(performance.now() - due);
    return body;
  });
  const [, body] = await Promise.all([acked, answered]);
  return body;
}

/** Slack keeps its connections, too; a new one for each request would be what is measured. */
const agent = new Agent({ keepAlive: true, maxSockets: 50 });

/** Sends a request and gives its status once the response has ended. */
function send(url: string, { method, headers, body }: ReturnType<typeof signedRequest>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  httpRequest(url, { method, headers, agent }, (response) => {
    response.resume().on('end', () => resolve(response.statusCode ?? 0));
  })
    .on('error', reject)
    .end(body);
  return promise;
}

async function turn(target: Target, sink: Sink): Promise<void> {
  const begin = performance.now() + 50;
  const asked = Array.from({ length: RATE * TURN_SECONDS }, async (_, index) => {
    const due = begin + (index * 1000) / RATE;
    await sleep(due - performance.now());
    await ask(target, sink, due);
  });
  await Promise.all(asked);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

type Running = { readonly cpuMs: () => Promise<number>; readonly stop: () => void };

async function startApp(kind: string, port: number, args: readonly string[]): Promise<Running> {
  const child = fork(new URL('./slack-app.ts', import.meta.url), [kind, String(port), ...args], {
    execArgv: [],
  });
  await once(child, 'message');
  return {
    stop: () => void child.kill(),
    cpuMs: async () => {
      child.send('cpu');
      const [{ user, system }] = await once(child, 'message');
      return (Number(user) + Number(system)) / 1000;
    },
  };
}

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

function report(desk: Target, bare: Target): void {
  for (const what of ['acks', 'answers'] as const)
    for (const [name, share] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      const [ours, theirs] = [at(desk[what], share), at(bare[what], share)];
      console.log(
        `${what} ${name}: desk ${ours.toFixed(2)} ms, bare Bolt ${theirs.toFixed(2)} ms, ratio ${(ours / theirs).toFixed(2)}`,
      );
    }
}

/** Runs the comparison and prints it. */
export async function compare(): Promise<void> {
  const [slack, sink] = await Promise.all([startSlackServer(), openSink()]);
  const target = (name: string, port: number): Target => ({
    name,
    url: `http://127.0.0.1:${port}`,
    acks: [],
    answers: [],
  });
  const [deskPort, barePort] = [await freePort(), await freePort()];
  const [desk, bare] = [target('desk', deskPort), target('bare', barePort)];
  const deskApp = await startApp('desk', deskPort, [slack.apiUrl, SECRET]);
  const constant = await ask(desk, sink, performance.now());
  const bareApp = await startApp('bare', barePort, [slack.apiUrl, SECRET, constant]);
  for (const each of [desk, bare, desk, bare]) await turn(each, sink);
  for (const each of [desk, bare]) for (const times of [each.acks, each.answers]) times.length = 0;
  const before = [await deskApp.cpuMs(), await bareApp.cpuMs()] as const;
  for (let turns = 0; turns < TURNS; turns += 1)
    for (const each of turns % 2 ? [desk, bare] : [bare, desk]) await turn(each, sink);
  report(desk, bare);
  const requests = RATE * TURN_SECONDS * TURNS;
  const cpu = [(await deskApp.cpuMs()) - before[0], (await bareApp.cpuMs()) - before[1]].map((ms) =>
    (ms / requests).toFixed(2),
  );
  console.log(`processor time a request: desk ${cpu[0]} ms, bare Bolt ${cpu[1]} ms`);
  deskApp.stop();
  bareApp.stop();
  sink.close();
  agent.destroy();
  await slack.close();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await compare();
