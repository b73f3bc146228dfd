/** Which messages are for the desk, and what is asked in them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWords, hear, type MessageEvent } from '../../../../adapters/slack/events/message.ts';
import { proseArbitrary } from '../../../reply/arbitrary.ts';

const self = { userId: 'UBOT', botId: 'BBOT' };
const event = (fields: Partial<MessageEvent>): MessageEvent => ({
  type: 'message',
  channel: 'C1',
  channel_type: 'channel',
  user: 'U1',
  ts: '2.000001',
  text: '',
  ...fields,
});

describe('a message', () => {
  it('is a question where it names the bot, wherever in it', () => {
    expect(hear(event({ text: 'hey <@UBOT> who called whom?' }), self)).toMatchObject({
      kind: 'asked',
      how: 'mention',
      words: 'hey who called whom?',
    });
  });
  it('is a question in direct messages without naming it', () => {
    expect(hear(event({ channel: 'D1', channel_type: 'im', text: 'who?' }), self)).toMatchObject({
      kind: 'asked',
      how: 'direct',
    });
  });
  it('may be one in a thread; which thread is not known here', () => {
    expect(hear(event({ text: 'and then?', thread_ts: '1.000001' }), self)).toMatchObject({
      how: 'thread',
      thread: '1.000001',
    });
  });
  it('is nothing in a channel otherwise', () => {
    expect(hear(event({ text: 'lunch?' }), self)).toEqual({ kind: 'ignored', why: 'not-asked' });
  });
  it('is nothing where a global call opens it in a thread', () => {
    expect(hear(event({ text: '<!channel> look', thread_ts: '1.000001' }), self)).toEqual({
      kind: 'ignored',
      why: 'to-others',
    });
  });
  it('never comes from a bot, from an edit or from Slack itself', () => {
    const odd = fc.constantFrom<Partial<MessageEvent>>(
      { user: 'UBOT' },
      { bot_id: 'B2' },
      { bot_profile: {} },
      { edited: {} },
      { hidden: true },
      { subtype: 'message_changed' },
      { subtype: 'channel_join' },
      { subtype: 'bot_message' },
    );
    fc.assert(
      fc.property(odd, proseArbitrary, fc.constantFrom('C1', 'D1'), (fields, words, channel) => {
        expect(hear(event({ text: `<@UBOT> ${words}`, channel, ...fields }), self).kind).toBe('ignored');
      }),
      { numRuns: 100 },
    );
  });
});

describe('what Slack encodes', () => {
  it.each([
    ['<@U2|ana> said', '@ana said'],
    ['<#C2|general>', '#general'],
    ['<!here> and <!subteam^S1|@desk>', '@here and @desk'],
    ['<https://a.example/x|a.example/x>', 'a.example/x'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['5 &lt; 6 &amp;&amp; &lt;!channel&gt;', '5 < 6 && <!channel>'],
  ])('%s is read as %s', (encoded, words) => {
    expect(decodeWords(encoded)).toBe(words);
  });

  it.each(['<', '<@U2|', '<a|', '<@UBOT|'])('is read in time where %s is all there is of it', (opening) => {
    const text = opening.repeat(100_000);
    expect(hear(event({ text, channel: 'D1' }), self).kind).toBe('asked');
    expect(decodeWords(text)).not.toBe('');
  });

  it('keeps the id of a channel for a command that needs it', () => {
    expect(decodeWords('in <#C2|news> &amp; <@U2|ana>', { keepChannels: true })).toBe('in <#C2|news> & @ana');
  });
});
