/** Serves this terminal where no chat platform is configured: a prompt for people, line by line for pipes. */
import { join } from 'node:path';
import { terminalContext } from './line.ts';
import { answerPipe } from './pipe.ts';
import { runPrompt, type TerminalDeps } from './prompt.ts';
import { renderForTerminal } from './render.ts';
import { styleFor } from './screen.ts';
import { write } from './standard-io.ts';

/** What serving a terminal takes. */
export type ServeTerminalDeps = Omit<TerminalDeps, 'context'> & { readonly dataDir: string };

/** Resolves when the user has left or the input has ended. */
export async function serveTerminal(deps: ServeTerminalDeps): Promise<void> {
  const context = { ...terminalContext(deps.env), thread: `terminal:${process.pid}` };
  await write(`${await welcome(deps)}\n\n`);
  if (process.stdin.isTTY) await runPrompt({ ...deps, context }, join(deps.dataDir, 'terminal-history'));
  else await answerPipe(process.stdin, { ...deps, context });
}

async function welcome({ run, env }: ServeTerminalDeps): Promise<string> {
  const topics = await run({ path: 'topics', options: {}, context: terminalContext(env) });
  const lines = [
    'No Discord or Slack token was found (DISCORD_TOKEN, SLACK_BOT_TOKEN), so Briefdesk runs here on your terminal.',
    'Ask a question in your own words, or type /brief, /quotes, /timeline … /help shows all; /quit leaves.',
  ];
  return `${lines.join('\n')}\n\n${renderForTerminal(topics, styleFor(process.stdout, env))}`;
}
