/** `desk digest run` and `desk digest failures`: what is due, and what did not go out. */

import { UsageError } from '../../commands/command.ts';
import type { Env } from '../../src/config.ts';
import type { Failure } from '../../src/digest/delivery/failures.ts';
import type { OpenDigests } from '../../src/digest/open-digests.ts';
import { type DueReport, readMoment } from '../../src/digest/running/run-due.ts';
import { renderForTerminal } from './render.ts';
import { styleFor } from './screen.ts';
import { write } from './standard-io.ts';

/** The flags of `desk digest run`. */
export type DigestRunOptions = { readonly dryRun?: boolean; readonly at?: string; readonly json?: boolean };

/** Posts what is due now or at a moment; a dry run only shows it. @throws UsageError for a moment that is none */
export async function runDueDigests(
  { runDue }: Pick<OpenDigests, 'runDue'>,
  options: DigestRunOptions,
  env: Env,
): Promise<void> {
  const at = options.at === undefined ? undefined : readMoment(options.at);
  if (options.at !== undefined && at === undefined)
    throw new UsageError(`“${options.at}” is no moment; write it as 2026-03-29T02:30 or 2026-03-29T02:30Z`);
  const dryRun = options.dryRun === true;
  const reports = await runDue({ dryRun, ...(at === undefined ? {} : { at }), onProgress: showProgress });
  await write(
    options.json
      ? `${JSON.stringify({ schema: 1, dryRun, digests: reports.map(describe) })}\n`
      : reports.length === 0
        ? 'No digest is due.\n'
        : reports.map((report) => tell(report, env)).join('\n'),
  );
}

/** Prints the dead letter list, the latest first. */
export async function showFailures(
  { failures }: Pick<OpenDigests, 'failures'>,
  { json }: { readonly json?: boolean },
): Promise<void> {
  const all = await failures();
  await write(
    json
      ? `${JSON.stringify({ schema: 1, failures: all })}\n`
      : all.length === 0
        ? 'Every digest of the last 30 days went out.\n'
        : all.map(tellFailure).join(''),
  );
}

function describe({ subscription, day, at, reply, result }: DueReport) {
  const { id, platform, channel, topics } = subscription;
  return {
    subscription: id,
    platform,
    channel,
    topics,
    day,
    at: new Date(at).toISOString(),
    ...(reply ? { digest: reply.data ?? null } : {}),
    ...(result ? { result } : {}),
  };
}

function tell(report: DueReport, env: Env): string {
  const { subscription, day, at } = report;
  return `${subscription.platform} ${subscription.channel}, ${day}, due ${new Date(at).toISOString()}\n${outcomeOf(report, env)}\n`;
}

function outcomeOf({ subscription, reply, result }: DueReport, env: Env): string {
  if (result?.kind === 'over') return `  ${result.outcome}${result.why ? `: ${result.why}` : ''}`;
  if (result) return '  not yet: it is tried again when its time comes';
  if (reply) return renderForTerminal(reply, styleFor(process.stdout, env));
  return `  nothing to post: nothing is new, or ${subscription.platform} does not run here`;
}

function tellFailure({ subscription, day, at, why }: Failure): string {
  return `${new Date(at).toISOString()}  ${subscription.platform} ${subscription.channel}, digest of ${day}: ${why}\n`;
}

const BAR = 30;

/** A bar on a terminal's standard error; nothing where nobody looks. */
function showProgress({ done, total }: { readonly done: number; readonly total: number }): void {
  if (!process.stderr.isTTY) return;
  const filled = Math.round((done / total) * BAR);
  process.stderr.write(
    `\r${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${total}${done === total ? '\n' : ''}`,
  );
}
