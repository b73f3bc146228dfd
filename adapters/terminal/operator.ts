/** What whoever runs the desk does at a shell, and nobody in a chat: check files, see to digests, set Slack up. */

import type { Command as Program } from 'commander';
import { UsageError } from '../../commands/command.ts';
import type { Env } from '../../src/config.ts';
import type { OpenDigests } from '../../src/digest/open-digests.ts';
import type { CheckOptions } from './check.ts';
import type { DigestRunOptions } from './digest.ts';
import { orError } from './failure.ts';
import { write } from './standard-io.ts';

/** What these commands need of the program that holds everything; each is opened only by what asks for it. */
export type OperatorDeps = {
  readonly env: Env;
  /** @throws SettingsError */
  readonly knowledgeDir: () => string;
  /** Does work on the desk's own digests; `posting` starts the platforms for it. */
  readonly withDigests: (
    work: (digests: OpenDigests) => Promise<void>,
    options: { readonly posting: boolean },
  ) => Promise<void>;
  /** Slack's app manifest, for Socket Mode or for HTTP mode at an address. */
  readonly slackManifest: (url: string | undefined) => Promise<string>;
};

/** Adds `check`, `digest`, `slack` and `schema` to the program. What a command does without is not loaded for it. */
export function addOperatorCommands(program: Program, deps: OperatorDeps): void {
  addCheck(program, deps);
  addDigest(program, deps);
  addSlack(program, deps);
  addSchema(program);
}

function addCheck(program: Program, { knowledgeDir }: OperatorDeps): void {
  program
    .command('check')
    .description('Check knowledge files, all of the folder where none is named')
    .argument('[files...]')
    .option('--article <file>', 'hold the quotes and paragraphs against this text of the article')
    .option('--source <id>', 'the source that the article is, where a file has several')
    .option('--json', 'print JSON for programs')
    .action(async (files: string[], options: CheckOptions) => {
      const { checkKnowledge } = await import('./check.ts');
      return checkKnowledge(files, knowledgeDir(), options);
    });
}

function addDigest(program: Program, { withDigests, env }: OperatorDeps): void {
  const digest = program.command('digest').description('Look at digests, or post what is due');
  digest
    .command('run')
    .description('Post what is due and not posted yet')
    .option('--dry-run', 'show what would be posted where, and post nothing')
    .option('--at <moment>', 'as if it were this moment: 2026-03-29T02:30 on this machine, or with Z in UTC')
    .option('--json', 'print JSON for programs')
    .action((options: DigestRunOptions) => {
      const post = async (digests: OpenDigests) => {
        const { runDueDigests } = await import('./digest.ts');
        return runDueDigests(digests, options, env);
      };
      return orError(options.json, () => withDigests(post, { posting: !options.dryRun }));
    });
  digest
    .command('failures')
    .description('Digests of the last 30 days that did not go out, and why')
    .option('--json', 'print JSON for programs')
    .action((options: { json?: boolean }) => {
      const show = async (digests: OpenDigests) => {
        const { showFailures } = await import('./digest.ts');
        return showFailures(digests, options);
      };
      return orError(options.json, () => withDigests(show, { posting: false }));
    });
}

function addSlack(program: Program, { slackManifest }: OperatorDeps): void {
  program
    .command('slack')
    .description('Set Slack up')
    .command('manifest')
    .description('Print the app manifest to paste at api.slack.com/apps')
    .option('--url <url>', 'the public address, for HTTP mode; without it the app uses Socket Mode')
    .action(async ({ url }: { url?: string }) => {
      if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
        throw new UsageError(`“${url}” is no address; write it as https://desk.example`);
      return write(await slackManifest(url));
    });
}

function addSchema(program: Program): void {
  program
    .command('schema')
    .description('Print the JSON Schema of knowledge files')
    .action(async () => {
      const { topicJsonSchema } = await import('../../src/knowledge/json-schema.ts');
      return write(`${JSON.stringify(topicJsonSchema(), null, 2)}\n`);
    });
}
