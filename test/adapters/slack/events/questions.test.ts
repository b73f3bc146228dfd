/** Questions in channels, threads and direct messages, over real sockets. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Served, serve } from '../desk.ts';
import { event, mention, message } from '../server/payloads.ts';
import type { Channel, Message } from '../server/workspace.ts';
import { until } from '../until.ts';

let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(async () => {
  expect(served.server.misfits).toEqual([]);
  await served.stop();
});

const workspace = () => {
  const found = served.server.workspaces.get('T1');
  if (!found) throw new Error('there is no workspace T1');
  return found;
};
const channel = (id: string): Channel | undefined => workspace().channels.get(id);
const said = (id: string): readonly Message[] => channel(id)?.messages ?? [];
const posts = () => served.server.calls.filter(({ method }) => method === 'chat.postMessage');
const settle = () => new Promise((resolve) => setTimeout(resolve, 150));

describe('a mention in a channel', () => {
  it('is answered in its thread, with the source and the buttons', async () => {
    const asked = mention({ text: '<@UBOTT1> how long did the call last?' });
    await served.server.sockets.deliver(event(asked));
    const [answer] = await until(() => said('C1').length > 0 && said('C1'));
    expect(answer?.thread_ts).toBe(asked.ts);
    expect(answer?.text).toMatch(/55|hour|minutes/);
    const types = answer?.blocks.map((block) => (block as { type: string }).type);
    expect(types).toEqual(expect.arrayContaining(['rich_text', 'context', 'actions', 'context_actions']));
  });

  it('is answered once, although Slack sends it as two events and repeats them', async () => {
    const asked = mention({ text: '<@UBOTT1> who is Gustavo Petro?' });
    const envelope = event(asked);
    await served.server.sockets.deliver(envelope);
    await served.server.sockets.deliver(event({ ...asked, type: 'message', channel_type: 'channel' }));
    await served.server.sockets.deliver({ ...envelope, retry: 1 });
    await served.server.sockets.deliver({ ...envelope, retry: 2 });
    await until(() => said('C1').length > 0);
    await settle();
    expect(posts()).toHaveLength(1);
  });

  it('is acknowledged before any work is done', async () => {
    served.server.fail('chat.postMessage', { kind: 'rate-limit', seconds: 1 });
    const took = await served.server.sockets.deliver(
      event(mention({ text: '<@UBOTT1> when did they speak?' })),
    );
    expect(said('C1')).toHaveLength(0);
    expect(took).toBeLessThan(3000);
    await until(() => said('C1').length > 0);
  });

  it('without words gets help', async () => {
    await served.server.sockets.deliver(event(mention({ text: '<@UBOTT1>' })));
    const [answer] = await until(() => said('C1').length > 0 && said('C1'));
    expect(answer?.text).toContain('Briefdesk');
    // Slack keeps /help for itself.
    expect(JSON.stringify(posts())).toContain('/desk');
    expect(JSON.stringify(posts())).not.toContain('/help');
  });

  it('shows as text what would be a mention, a link or markup', async () => {
    const text =
      '<@UBOTT1> is &lt;!channel&gt; <!here> *bold* <https://evil.example|click> <@U2> <#C2|general> known?';
    await served.server.sockets.deliver(event(mention({ text })));
    await until(() => said('C1').length > 0);
    const raw = JSON.stringify(posts());
    expect(raw).not.toMatch(/<[!@#]|"type":"(?:user|broadcast|channel)"|<https:\/\/evil/);
    expect(posts()[0]?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', parse: 'none' });
  });
});

describe('a thread', () => {
  it('that the desk was asked in needs no further mention', async () => {
    const asked = mention({ text: '<@UBOTT1> how long did the call last?' });
    await served.server.sockets.deliver(event(asked));
    await until(() => said('C1').length === 1);
    await served.server.sockets.deliver(
      event(message({ text: 'and who invited whom?', thread_ts: asked.ts })),
    );
    const [, second] = await until(() => said('C1').length === 2 && said('C1'));
    expect(second?.thread_ts).toBe(asked.ts);
  });

  it('that the desk was not asked in is left alone', async () => {
    await served.server.sockets.deliver(event(message({ text: 'lunch?' })));
    await served.server.sockets.deliver(event(message({ text: 'sure', thread_ts: '1700000000.000001' })));
    await settle();
    expect(posts()).toHaveLength(0);
  });

  it('is left alone where people talk to each other in it', async () => {
    const asked = mention({ text: '<@UBOTT1> how long did the call last?' });
    await served.server.sockets.deliver(event(asked));
    await until(() => said('C1').length === 1);
    await served.server.sockets.deliver(
      event(message({ text: '<@U2> did you see this?', thread_ts: asked.ts })),
    );
    await settle();
    expect(posts()).toHaveLength(1);
  });
});

describe('what nobody asked', () => {
  it.each([
    ['its own message', { user: 'UBOTT1', bot_id: 'BT1' }],
    ['another bot', { user: 'UBOT9', bot_id: 'B9' }],
    ['a bot without a user', { user: undefined, bot_id: 'B9', subtype: 'bot_message' }],
    ['an edit', { subtype: 'message_changed', message: { text: 'x', user: 'U1' } }],
    ['a join', { subtype: 'channel_join' }],
    ['a deletion', { subtype: 'message_deleted' }],
    ['an edited mention', { edited: { user: 'U1', ts: '1.000001' } }],
  ])('is not answered: %s', async (_, fields) => {
    const text = '<@UBOTT1> how long did the call last?';
    await served.server.sockets.deliver(event(mention({ text, ...fields })));
    await served.server.sockets.deliver(
      event(message({ text, channel: 'D1', channel_type: 'im', ...fields })),
    );
    await settle();
    expect(said('C1')).toHaveLength(0);
    expect(said('D1')).toHaveLength(0);
  });
});

describe('a direct message', () => {
  it('is answered in its thread, with a status and a streamed answer that ends in sources and buttons', async () => {
    const asked = message({ channel: 'D1', channel_type: 'im', text: 'how long did the call last?' });
    await served.server.sockets.deliver(event(asked));
    const [answer] = await until(() => Boolean(said('D1')[0]?.blocks.length) && said('D1'));
    const methods = served.server.calls.map(({ method }) => method);
    expect(methods).toContain('assistant.threads.setStatus');
    expect(methods).toContain('chat.startStream');
    expect(methods).toContain('chat.stopStream');
    expect(answer?.thread_ts).toBe(asked.ts);
    expect(answer?.text).toMatch(/\[1\]/);
    expect(JSON.stringify(answer?.blocks)).toContain('feedback_buttons');
  });

  it('may be a command in words', async () => {
    await served.server.sockets.deliver(
      event(message({ channel: 'D1', channel_type: 'im', text: 'brief colombia' })),
    );
    const [answer] = await until(() => said('D1').length > 0 && said('D1'));
    expect(JSON.stringify(answer?.blocks[0])).toContain('header');
  });
});

describe('an answer that cannot be posted', () => {
  it('is explained to the asker, and the operator reads what to do', async () => {
    served.server.fail('chat.postMessage', { kind: 'error', error: 'not_in_channel' });
    await served.server.sockets.deliver(event(mention({ text: '<@UBOTT1> how long did the call last?' })));
    const [told] = await until(() => said('U1').length > 0 && said('U1'));
    expect(told?.text).toContain('/invite');
    expect(served.deps.log.some(({ msg }) => msg.includes('invite the bot'))).toBe(true);
  });

  it('names the missing scope', async () => {
    served.server.fail('chat.postMessage', {
      kind: 'error',
      error: 'missing_scope',
      extra: { needed: 'chat:write' },
    });
    await served.server.sockets.deliver(event(mention({ text: '<@UBOTT1> how long did the call last?' })));
    const [told] = await until(() => said('U1').length > 0 && said('U1'));
    expect(told?.text).toContain('chat:write');
  });

  it('waits as long as Slack asks for, and posts once', async () => {
    served.server.fail('chat.postMessage', { kind: 'rate-limit', seconds: 1 });
    await served.server.sockets.deliver(event(mention({ text: '<@UBOTT1> how long did the call last?' })));
    await until(() => said('C1').length > 0);
    const [refused, posted] = posts();
    expect((posted?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(990);
    expect(said('C1')).toHaveLength(1);
  });

  it('is posted as plain text where Slack refuses its blocks', async () => {
    served.server.fail('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
    await served.server.sockets.deliver(event(mention({ text: '<@UBOTT1> how long did the call last?' })));
    const [answer] = await until(() => said('C1').length > 0 && said('C1'));
    expect(answer?.blocks).toEqual([]);
    expect(answer?.text).toContain('[1]');
  });

  it('is not posted twice where the connection breaks after Slack took it', async () => {
    served.server.fail('chat.postMessage', { kind: 'cut', after: true });
    await served.server.sockets.deliver(event(mention({ text: '<@UBOTT1> how long did the call last?' })));
    await until(() => served.deps.log.some(({ msg }) => msg.includes('could not be reached')));
    await settle();
    expect(said('C1')).toHaveLength(1);
  });

  it('puts no word of the question into the log', async () => {
    served.server.fail('chat.postMessage', { kind: 'error', error: 'fatal_error' }, 3);
    await served.server.sockets.deliver(event(mention({ text: '<@UBOTT1> zanzibarquestion?' })));
    await until(() => served.deps.log.some(({ msg }) => msg.includes('fatal_error')));
    expect(JSON.stringify(served.deps.log)).not.toMatch(/zanzibar|xoxb|xapp/);
  });
});
