/** /help tells what there is, under the names and for the places where it is asked. */
import { expect, test } from 'vitest';
import type { CommandContext } from '../../commands/command.ts';
import { usage } from '../../commands/help.ts';
import { commands } from '../../commands/index.ts';
import { deskOf, runOn } from './running.ts';

const help = async (more: Partial<CommandContext> = {}) => {
  const { blocks, data } = await runOn(deskOf(), 'help', {}, more);
  return JSON.stringify([blocks, data]);
};

test('help tells commands by the names that they have on the platform', async () => {
  const renamed = await help({ commandNames: { help: 'desk' } });
  expect(renamed).toContain('/desk');
  expect(renamed).not.toContain('/help');
  expect(await help()).toContain('/help');
});

test('help leaves out on a terminal what is about a channel', async () => {
  expect(await help()).toContain('/digest subscribe');
  const onTerminal = await help({ platform: 'terminal' });
  expect(onTerminal).toContain('/brief');
  expect(onTerminal).not.toContain('digest subscribe');
});

test('usage shows what has to be given and what may be', () => {
  expect(commands.map(usage).slice(0, 3)).toEqual([
    '/brief [topic]',
    '/ask question [topic]',
    '/quotes [topic] [speaker]',
  ]);
});
