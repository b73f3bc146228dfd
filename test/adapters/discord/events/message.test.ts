/** What a message is to the bot. */
import { describe, expect, it } from 'vitest';
import { hear, type MessageEvent } from '../../../../adapters/discord/events/message.ts';

const BOT = '900000000000000001';
const message = (change: Partial<MessageEvent> = {}): MessageEvent => ({
  id: '1',
  type: 0,
  channel_id: '2',
  guild_id: '3',
  author: { id: '4' },
  content: '',
  mentions: [],
  ...change,
});
const mentioned = { mentions: [{ id: BOT }] };

describe('hear', () => {
  it('takes the words beside a mention for the question', () => {
    expect(hear(message({ ...mentioned, content: `<@${BOT}> how long was it, <@4>?` }), BOT)).toEqual({
      kind: 'asked',
      how: 'mention',
      words: 'how long was it, <@4>?',
    });
    expect(hear(message({ ...mentioned, content: `how long <@!${BOT}>` }), BOT)).toMatchObject({
      words: 'how long',
    });
  });

  it('takes a direct message for a question', () => {
    const { guild_id: _, ...direct } = message({ content: 'how long?' });
    expect(hear(direct, BOT)).toMatchObject({ kind: 'asked', how: 'direct' });
  });

  it('knows a reply to the bot, with and without its text', () => {
    const answered = { referenced_message: { id: '5', author: { id: BOT } }, type: 19 };
    expect(hear(message({ ...answered, ...mentioned, content: 'and who?' }), BOT)).toMatchObject({
      how: 'reply',
    });
    expect(hear(message(answered), BOT)).toEqual({ kind: 'unreadable' });
  });

  it('leaves words in a thread to whoever follows it, unless they are for somebody else', () => {
    expect(hear(message({ content: 'and who?' }), BOT)).toMatchObject({ how: 'thread' });
    expect(hear(message({ content: '<@4> you?', mentions: [{ id: '4' }] }), BOT)).toEqual({
      kind: 'ignored',
    });
  });

  it.each([
    ['a bot', { author: { id: '4', bot: true } }],
    ['itself', { author: { id: BOT } }],
    ['a webhook', { webhook_id: '6' }],
    ['Discord itself, such as "joined the server"', { type: 7 }],
    ['people whose words are withheld', {}],
  ])('ignores %s', (_who, change) => {
    expect(hear(message({ ...(Object.keys(change).length > 0 ? mentioned : {}), ...change }), BOT)).toEqual({
      kind: 'ignored',
    });
  });
});
