/** Runs the program as its users do: in a process of its own. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ONE_TOPIC } from './one-topic.ts';

export const ROOT = resolve(import.meta.dirname, '..');

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };
type Run = { readonly input?: string | Buffer; readonly env?: Readonly<Record<string, string>> };

/** Without tokens, colours or a log level of whoever runs the tests. */
export const NEUTRAL = {
  ...process.env,
  DISCORD_TOKEN: '',
  SLACK_BOT_TOKEN: '',
  OPENAI_API_KEY: '',
  OPENAI_BASE_URL: '',
  REDIS_URL: '',
  KNOWLEDGE_DIR: ONE_TOPIC,
  LOG_LEVEL: '',
  HEALTH_PORT: '',
  FORCE_COLOR: undefined,
  NO_COLOR: undefined,
};

/** Runs a command line to its end. */
export function run(
  command: string,
  args: readonly string[],
  { input = '', env = {} }: Run = {},
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: ROOT, env: { ...NEUTRAL, ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // A program that ends early closes its input.
    child.stdin.on('error', () => undefined).end(input);
    child.on('error', fail);
    child.on('close', (code) =>
      done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

/** `npm run --silent desk -- …`, without npm's own start-up time. */
export function desk(args: readonly string[], options?: Run): Promise<Ended> {
  const main = ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/main.ts')];
  return run(process.execPath, [...main, ...args], options);
}
