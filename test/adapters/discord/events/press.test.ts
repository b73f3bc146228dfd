/** Buttons, menus, modals and votes, end to end, also after a restart. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vote } from '../../../../src/feedback/feedback.ts';
import { noticeReply, type Reply } from '../../../../src/reply/reply.ts';
import { openStorage } from '../../../../src/storage/open-storage.ts';
import type { Storage } from '../../../../src/storage/storage.ts';
import { type Started, start, until } from '../adapter.ts';
import { componentsOf, idOf, markdownOf } from '../reading.ts';
import { ids } from '../server/ids.ts';
import type { KeptMessage } from '../server/interactions.ts';
import { press, slash, submit } from '../server/people.ts';

const LONG_QUESTION =
  'How long was the call, and who said so, and where, and when was that, and what else was said there?';

describe('pressing things on Discord', () => {
  let started: Started;
  let storage: Storage;
  const votes: Vote[] = [];

  const begin = () =>
    start({
      storage,
      change: ({ desk, run }) => ({
        desk: { ...desk, vote: async (vote) => void votes.push(vote) },
        run: async (invocation) => {
          if (invocation.path === 'help') return withLongButton;
          const isLong = JSON.stringify(invocation.options).includes(LONG_QUESTION);
          return isLong ? noticeReply('info', 'the long question was asked') : run(invocation);
        },
      }),
    });
  const withLongButton: Reply = {
    blocks: [
      { kind: 'paragraph', runs: [{ kind: 'text', text: 'Try this:' }] },
      {
        kind: 'actions',
        actions: [
          {
            kind: 'run',
            label: LONG_QUESTION,
            command: 'ask',
            options: { question: LONG_QUESTION, topic: 'colombia' },
          },
        ],
      },
    ],
    references: [],
  };

  beforeAll(async () => {
    storage = await openStorage({ memory: true });
    started = await begin();
  });
  afterAll(async () => {
    await started.stop();
    expect(started.discord.problems).toEqual([]);
  });

  const shown = async (
    name: string,
    options: Record<string, string | boolean> = {},
  ): Promise<KeptMessage> => {
    const interaction = slash(started.discord, name, options);
    return until(() => interaction.original);
  };

  it('shows what a button brings to the one who pressed it', async () => {
    const briefing = await shown('brief', { topic: 'colombia' });
    const pressed = press(started.discord, briefing, { customId: idOf(briefing.body, 'Timeline') });
    const answer = await until(() => pressed.original);
    expect(markdownOf(answer.body)).toContain('## Timeline');
    expect(answer.isEphemeral).toBe(true);
  });

  it('goes on working after a restart, whatever the button stands for', async () => {
    const briefing = await shown('brief', { topic: 'colombia' });
    const help = await shown('help');
    await started.stop();
    started = await begin();
    const pressed = press(started.discord, briefing, { customId: idOf(briefing.body, 'Quotes') });
    expect(markdownOf((await until(() => pressed.original)).body)).toContain('Quotes');
    const long = componentsOf(help.body).find(({ type }) => type === 2)?.custom_id ?? '';
    const asked = press(started.discord, help, { customId: long });
    expect(markdownOf((await until(() => asked.original)).body)).toContain('long question was asked');
  });

  it('spells a label out that is too long for its button', async () => {
    expect(markdownOf((await shown('help')).body)).toContain(LONG_QUESTION);
  });

  it('answers a question from the modal, about the topic of the message', async () => {
    const briefing = await shown('brief', { topic: 'colombia' });
    const pressed = press(started.discord, briefing, { customId: idOf(briefing.body, 'Ask') });
    const { type, data } = await until(() => pressed.callback);
    expect(type).toBe(9);
    const { custom_id: customId } = data as { custom_id: string };
    const asked = submit(started.discord, { customId, text: 'How long was the call?' });
    expect(markdownOf((await until(() => asked.original)).body)).toContain('more than an hour');
  });

  it('counts a vote and takes a reason for "Not helpful"', async () => {
    const answer = await shown('ask', { question: 'How long was the call?' });
    const helpful = press(started.discord, answer, { customId: idOf(answer.body, 'Helpful') });
    expect((await until(() => helpful.original)).isEphemeral).toBe(true);
    const not = press(started.discord, answer, { customId: idOf(answer.body, 'Not helpful') });
    const { type, data } = await until(() => not.callback);
    expect(type).toBe(9);
    const { custom_id: customId } = data as { custom_id: string };
    const reason = submit(started.discord, { customId, text: 'too short' });
    await until(() => reason.original);
    expect(votes.map(({ voter, helpful: vote, reason: why }) => [voter, vote, why])).toEqual([
      [`discord:${ids.user}`, true, undefined],
      [`discord:${ids.user}`, false, undefined],
      [`discord:${ids.user}`, false, 'too short'],
    ]);
    expect(new Set(votes.map(({ answer: id }) => id)).size).toBe(1);
  });

  it('keeps what a private answer leads to private', async () => {
    const briefing = await shown('brief', { topic: 'colombia', private: true });
    const pressed = press(started.discord, briefing, { customId: idOf(briefing.body, 'Ask') });
    const { data } = await until(() => pressed.callback);
    const { custom_id: customId } = data as { custom_id: string };
    const asked = submit(started.discord, { customId, text: 'How long was the call?' });
    expect((await until(() => asked.original)).isEphemeral).toBe(true);
  });

  it('trusts no custom id: what is not ours, or not allowed, does nothing', async () => {
    const briefing = await shown('brief', { topic: 'colombia' });
    for (const customId of [
      'x',
      'r:nothing?topic=colombia',
      'r:brief?constructor=1',
      '#AAAAAAAAAAAAAAAAAAAAAAAA',
    ]) {
      const pressed = press(started.discord, briefing, { customId });
      expect(markdownOf((await until(() => pressed.original)).body)).toContain('older version');
    }
  });
});
