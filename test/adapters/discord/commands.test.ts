/** Slash commands, end to end: the real discord.js client against a loopback Discord. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdapterDeps } from '../../../adapters/adapter.ts';
import { noticeReply } from '../../../src/reply/reply.ts';
import { type Started, start, until } from './adapter.ts';
import { componentsOf, idOf, markdownOf } from './reading.ts';
import type { KeptInteraction } from './server/interactions.ts';
import { press, slash, typeInto } from './server/people.ts';

const EPHEMERAL = 64;

/** "slow" answers after a second, in parts; "long" in many messages. Everything else runs as it is. */
function withSlowRun({ run }: AdapterDeps): Partial<AdapterDeps> {
  return {
    run: async (invocation) => {
      const question = (invocation.options as { question?: string }).question ?? '';
      if (question === 'slow') {
        await sleep(700);
        invocation.context.onPartial?.(noticeReply('info', 'half of it'));
        await sleep(1600);
        return noticeReply('info', 'all of it');
      }
      if (question === 'slow refusal') {
        await sleep(900);
        return noticeReply('error', 'not for you');
      }
      if (question === 'long' || question === 'very long') {
        const words = Array.from(
          { length: question === 'long' ? 2500 : 4000 },
          (_, index) => `word${index}`,
        ).join(' ');
        return { blocks: [{ kind: 'paragraph', runs: [{ kind: 'text', text: words }] }], references: [] };
      }
      return run(invocation);
    },
  };
}

describe('slash commands on Discord', () => {
  let started: Started;
  beforeAll(async () => {
    started = await start({ change: withSlowRun });
  });
  afterAll(async () => {
    await started.stop();
    expect(started.discord.problems).toEqual([]);
  });

  const answered = (interaction: KeptInteraction) => until(() => interaction.original?.body);

  it('answers /brief at once, with the briefing for all to see', async () => {
    const interaction = slash(started.discord, 'brief', { topic: 'colombia' });
    const body = await answered(interaction);
    expect(interaction.callback?.type).toBe(4);
    expect(markdownOf(body)).toContain('## Colombia and the United States');
    expect(Number(body.flags) & EPHEMERAL).toBe(0);
  });

  it('never lets a message mention anybody', async () => {
    const body = await answered(slash(started.discord, 'brief', { topic: 'colombia' }));
    expect(body.allowed_mentions).toMatchObject({ parse: [] });
  });

  it('shows the answer to the asker alone with private: true', async () => {
    const interaction = slash(started.discord, 'quotes', { private: true });
    await answered(interaction);
    expect(interaction.original?.isEphemeral).toBe(true);
  });

  it('answers in direct messages', async () => {
    const interaction = slash(started.discord, 'topics', {}, { inGuild: false });
    expect(markdownOf(await answered(interaction))).toContain('Colombia');
  });

  it('shows a refusal to the asker alone', async () => {
    const interaction = slash(started.discord, 'brief', { topic: 'nowhere at all' });
    await answered(interaction);
    expect(interaction.original?.isEphemeral).toBe(true);
  });

  it('acknowledges a slow answer first, shows it growing, and then shows it whole', async () => {
    const interaction = slash(started.discord, 'ask', { question: 'slow' });
    await until(() => interaction.callback);
    expect(interaction.callback?.type).toBe(5);
    await until(() => markdownOf(interaction.original?.body).includes('half of it'));
    await until(() => markdownOf(interaction.original?.body).includes('all of it'));
    expect(interaction.followUps).toEqual([]);
  });

  it('takes the public acknowledgement back when the answer is for the asker alone', async () => {
    const interaction = slash(started.discord, 'ask', { question: 'slow refusal' });
    await until(() => interaction.followUps.length > 0);
    expect(interaction.callback?.type).toBe(5);
    expect(interaction.original).toBeUndefined();
    expect(interaction.followUps[0]?.isEphemeral).toBe(true);
  });

  it('splits a long answer into follow-ups, in order, and loses no word', async () => {
    const interaction = slash(started.discord, 'ask', { question: 'long' });
    const words = await until(() => {
      const bodies = [interaction.original?.body, ...interaction.followUps.map(({ body }) => body)];
      const said = bodies.flatMap((body) => markdownOf(body).split(/\s+/));
      return said.at(-1) === 'word2499' && said;
    });
    expect(words).toEqual(Array.from({ length: 2500 }, (_, index) => `word${index}`));
  });

  it('keeps what is too long for an app that was brought along behind a button', async () => {
    const where = { isBroughtAlong: true };
    const interaction = slash(started.discord, 'ask', { question: 'very long' }, where);
    const last = await until(() => interaction.followUps[4]);
    const more = press(started.discord, last, { customId: idOf(last.body, 'Show the rest'), ...where });
    const words = await until(() => {
      const messages = [interaction.original, ...interaction.followUps, more.original, ...more.followUps];
      const said = messages
        .flatMap((message) => markdownOf(message?.body).split(/\s+/))
        .filter((word) => word);
      return said.at(-1) === 'word3999' && said;
    });
    expect(words).toEqual(Array.from({ length: 4000 }, (_, index) => `word${index}`));
  });

  it('completes topics from the first letters', async () => {
    const interaction = typeInto(started.discord, 'brief', { option: 'topic', value: 'col' });
    const { type, data } = await until(() => interaction.callback);
    const { choices } = data as { choices: { name: string; value: string }[] };
    expect(type).toBe(8);
    expect(choices[0]?.value).toBe('colombia');
    expect(choices.length).toBeLessThanOrEqual(25);
  });

  it('answers an event that comes twice once', async () => {
    const before = started.discord.requests.length;
    const interaction = slash(started.discord, 'help');
    await answered(interaction);
    started.discord.gateway.repeat(1);
    await sleep(150);
    const callbacks = started.discord.requests.slice(before).filter(({ path }) => path.endsWith('/callback'));
    expect(callbacks).toHaveLength(1);
  });

  it('puts buttons for sources, timeline, quotes and a question under a briefing', async () => {
    const body = await answered(slash(started.discord, 'brief', { topic: 'colombia' }));
    const labels = componentsOf(body).flatMap(({ label }) => label ?? []);
    expect(labels).toEqual(expect.arrayContaining(['Sources', 'Timeline', 'Quotes', 'Ask']));
  });
});
