/** Mentions, replies, threads and direct messages, end to end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invocation } from '../../../../commands/run.ts';
import { type Started, start, until } from '../adapter.ts';
import { markdownOf } from '../reading.ts';
import { ids } from '../server/ids.ts';
import { slash, write } from '../server/people.ts';

const mention = `<@${ids.bot}>`;

describe('messages on Discord', () => {
  let started: Started;
  const invocations: Invocation[] = [];
  beforeAll(async () => {
    started = await start({
      change: ({ run }) => ({
        run: (invocation) => {
          invocations.push(invocation);
          return run(invocation);
        },
      }),
    });
  });
  afterAll(async () => {
    await started.stop();
    expect(started.discord.problems).toEqual([]);
  });

  const answerTo = (id: string) =>
    until(() => started.discord.messages.find(({ answers }) => answers === id));
  const silenceAfter = async (id: string) => {
    await sleep(150);
    expect(started.discord.messages.filter(({ answers }) => answers === id)).toEqual([]);
  };

  it('answers a mention as a reply to it', async () => {
    const answer = await answerTo(write(started.discord, `${mention} how long was the call?`));
    expect(markdownOf(answer.body)).toContain('more than an hour');
    expect(answer.body.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  it('takes a reply to its answer for a follow-up of the same conversation', async () => {
    const answer = await answerTo(write(started.discord, `${mention} how long was the call?`));
    const asked = invocations.at(-1)?.context.thread;
    await answerTo(write(started.discord, 'and who said that?', { answers: answer }));
    expect(invocations.at(-1)?.options).toEqual({ question: 'and who said that?' });
    expect(invocations.at(-1)?.context.thread).toBe(asked);
  });

  it('takes a reply to the answer of a slash command for a follow-up', async () => {
    const interaction = slash(started.discord, 'ask', { question: 'How long was the call?' });
    const original = await until(() => interaction.original);
    const asked = invocations.at(-1)?.context.thread;
    await answerTo(write(started.discord, 'who said that?', { answers: original }));
    expect(invocations.at(-1)?.context.thread).toBe(asked);
  });

  it('follows a thread in which it was mentioned', async () => {
    await answerTo(write(started.discord, `${mention} how long was the call?`, { channel: ids.thread }));
    const asked = invocations.at(-1)?.context.thread;
    await answerTo(write(started.discord, `${mention} and when was it?`, { channel: ids.thread }));
    expect(invocations.at(-1)?.context.thread).toBe(asked);
  });

  it('knows a thread that was opened on the question or on the answer', async () => {
    const question = write(started.discord, `${mention} how long was the call?`);
    const { id: answer } = await answerTo(question);
    const asked = invocations.at(-1)?.context.thread;
    for (const thread of [question, answer]) {
      started.discord.channels.set(thread, {
        id: thread,
        type: 11,
        guild_id: ids.guild,
        parent_id: ids.channel,
      });
      await answerTo(write(started.discord, `${mention} and when was it?`, { channel: thread }));
      expect(invocations.at(-1)?.context.thread).toBe(asked);
    }
  });

  it('answers in direct messages without a mention', async () => {
    const answer = await answerTo(write(started.discord, 'how long was the call?', { inGuild: false }));
    expect(answer.channel).toBe(ids.direct);
  });

  it('runs a command in words', async () => {
    const answer = await answerTo(write(started.discord, `${mention} brief colombia`));
    expect(markdownOf(answer.body)).toContain('### What is known');
  });

  it('says what it can do when it is mentioned without words', async () => {
    const answer = await answerTo(write(started.discord, mention));
    expect(markdownOf(answer.body)).toContain('/brief');
  });

  it('asks once to be mentioned when a reply comes without its text', async () => {
    const answer = await answerTo(write(started.discord, `${mention} how long was the call?`));
    const hint = await answerTo(write(started.discord, 'and when?', { answers: answer, ping: false }));
    expect(markdownOf(hint.body)).toContain('mention me');
    await silenceAfter(write(started.discord, 'and when?', { answers: answer, ping: false }));
  });

  it('is silent to other talk, to bots, and to itself', async () => {
    await silenceAfter(write(started.discord, 'how long was the call?'));
    await silenceAfter(write(started.discord, `${mention} how long was the call?`, { bot: true }));
    await silenceAfter(write(started.discord, `${mention} how long was the call?`, { user: ids.bot }));
  });

  it('answers a message that comes twice once', async () => {
    const id = write(started.discord, `${mention} how long was the call?`);
    await answerTo(id);
    started.discord.gateway.repeat(1);
    await sleep(150);
    expect(started.discord.messages.filter(({ answers }) => answers === id)).toHaveLength(1);
  });

  it('tells the asker directly, once, when it may not write in the channel', async () => {
    started.discord.trouble(
      new RegExp(`^POST /channels/${ids.channel}/`),
      { status: 403, body: { code: 50013, message: 'Missing Permissions' } },
      2,
    );
    const before = started.discord.messages.length;
    write(started.discord, `${mention} how long was the call?`);
    const told = await until(() =>
      started.discord.messages.slice(before).find(({ channel }) => channel === ids.direct),
    );
    expect(markdownOf(told.body)).toContain('Send Messages');
    expect(started.log.some(({ code, msg }) => code === 50013 && String(msg).includes('Allow the bot'))).toBe(
      true,
    );
  });

  it('writes no word of a user into the log', () => {
    expect(JSON.stringify(started.log)).not.toContain('how long');
  });
});
