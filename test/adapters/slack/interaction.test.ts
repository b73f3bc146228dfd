/** Slash commands, buttons, menus, votes, modals and App Home, over real sockets. */
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCommand, defineGroup, optionMeta } from '../../../commands/command.ts';
import { commands } from '../../../commands/index.ts';
import type { Vote } from '../../../src/feedback/feedback.ts';
import { noticeReply } from '../../../src/reply/reply.ts';
import { openDeps, type Served, serve, severalTopics } from './desk.ts';
import { event, mention, press, slash, submit } from './server/payloads.ts';
import type { Response } from './server/server.ts';
import { until } from './until.ts';

let served: Served;
const votes: Vote[] = [];

/** Stands in for whatever a manager alone may do: tells what the adapter knows of the asker. */
const whoami = defineGroup({
  name: 'digest',
  description: { en: 'x', es: 'x', pt: 'x' },
  subcommands: [
    defineCommand({
      name: 'list',
      description: { en: 'x', es: 'x', pt: 'x' },
      options: z.object({
        scope: z
          .string()
          .default('channel')
          .register(optionMeta, { description: { en: 'x', es: 'x', pt: 'x' } }),
      }),
      run: (_, { scope }, { canManage, zone, locale, workspace }) =>
        noticeReply('info', `manage=${canManage} zone=${zone} locale=${locale} ${scope}=${workspace}`),
    }),
  ],
});

let knowledgeDir: string;
beforeAll(async () => {
  knowledgeDir = await severalTopics();
});
afterAll(() => rm(knowledgeDir, { recursive: true }));
beforeEach(async () => {
  votes.length = 0;
  const { desk } = await openDeps({ knowledgeDir });
  served = await serve({
    config: { digestManagers: new Set(['UMANAGER']) },
    deps: {
      commands: [...commands.filter(({ name }) => name !== whoami.name), whoami],
      desk: { ...desk, vote: async (vote) => void votes.push(vote) },
      knowledgeDir,
    },
  });
});
afterEach(async () => {
  expect(served.server.misfits).toEqual([]);
  await served.stop();
});

const deliver = (envelope: Parameters<Served['server']['sockets']['deliver']>[0]) =>
  served.server.sockets.deliver(envelope);

/** Types a command and gives what came back. */
async function type(command: string, text: string, fields = {}): Promise<Response> {
  const url = served.server.newResponseUrl();
  await deliver(slash(command, text, { response_url: url, ...fields }));
  return until(() => served.server.responses.get(url)?.[0]);
}

const blocksOf = (response: Response) => JSON.stringify(response.blocks);
const workspace = () => served.server.workspaces.get('T1');

describe('a slash command', () => {
  it('is answered in the channel', async () => {
    const response = await type('/brief', 'colombia');
    expect(response).toMatchObject({
      response_type: 'in_channel',
      replace_original: false,
      unfurl_links: false,
    });
    expect(blocksOf(response)).toContain('"type":"header"');
    expect(response.text).toContain('Petro');
  });

  it.each(['Colombia', 'petro please', ' COLOMBIA ', 'topic:colombia'])(
    'understands /brief %s',
    async (words) => {
      expect((await type('/brief', words)).text).toContain('Colombia');
    },
  );

  it('without words offers the topics to the asker alone', async () => {
    const response = await type('/brief', '');
    expect(response.response_type).toBe('ephemeral');
    expect(blocksOf(response)).toContain('static_select');
  });

  it.each([
    ['/ask', 'how long did the call last?'],
    ['/quotes', 'colombia'],
    ['/timeline', 'colombia'],
    ['/who', 'Rubio'],
    ['/sources', 'colombia'],
    ['/topics', ''],
    ['/desk', ''],
  ])('%s is served', async (command, words) => {
    const response = await type(command, words);
    expect(response.response_type).toBe('in_channel');
    expect(String(response.text).length).toBeGreaterThan(20);
  });

  it('/desk leads to every other one', async () => {
    expect((await type('/desk', 'brief colombia')).text).toContain('Colombia');
  });

  it('works in a channel that the bot is not in', async () => {
    expect((await type('/brief', 'colombia', { channel_id: 'C2' })).text).toContain('Colombia');
  });

  it('that is misused is explained to the asker alone', async () => {
    const response = await type('/ask', '');
    expect(response.response_type).toBe('ephemeral');
    expect(response.text).toContain('/ask');
  });
});

describe('what a command knows of the asker', () => {
  it('is their zone and language', async () => {
    expect((await type('/digest', 'list')).text).toBe(
      'manage=false zone=America/Bogota locale=es-CO channel=T1',
    );
  });
  it('is that admins and named managers manage', async () => {
    expect((await type('/digest', 'list', { user_id: 'UADMIN' })).text).toContain('manage=true');
    expect((await type('/digest', 'list', { user_id: 'UMANAGER' })).text).toContain('manage=true');
  });
  it('is little where Slack does not let it be asked', async () => {
    workspace()?.people.clear();
    expect((await type('/digest', 'list')).text).toContain('manage=false zone=undefined locale=en');
  });
});

describe('a menu of topics', () => {
  it('is replaced by the answer for the channel', async () => {
    const picker = blocksOf(await type('/brief', ''));
    const action_id = /"action_id":"([^"]*\|[^"]*)"/.exec(picker)?.[1];
    const url = served.server.newResponseUrl();
    const container = { type: 'message', message_ts: '1.000001', channel_id: 'C1', is_ephemeral: true };
    await deliver(
      press(
        { type: 'static_select', action_id, selected_option: { value: 'colombia' } },
        { container, response_url: url },
      ),
    );
    const [answer, removed] = await until(
      () => served.server.responses.get(url)?.length === 2 && served.server.responses.get(url),
    );
    expect(answer).toMatchObject({ response_type: 'in_channel' });
    expect(answer?.text).toContain('Petro');
    expect(removed).toEqual({ delete_original: true });
  });
});

describe('a button', () => {
  const timeline = { type: 'button', action_id: 'desk:1.0', value: 'r:timeline?topic=colombia' };

  it('under a message in a channel is answered to the one who pressed it', async () => {
    const url = served.server.newResponseUrl();
    await deliver(press(timeline, { response_url: url }));
    const response = await until(() => served.server.responses.get(url)?.[0]);
    expect(response.response_type).toBe('ephemeral');
    expect(response.text).toContain('Timeline');
  });

  it('in a thread is answered in the thread', async () => {
    const sent = {
      type: 'message',
      user: 'UBOTT1',
      ts: '1700000001.000100',
      thread_ts: '1700000000.000100',
      text: 'x',
    };
    await deliver(press(timeline, { message: sent, response_url: served.server.newResponseUrl() }));
    const posted = await until(() => workspace()?.channels.get('C1')?.messages[0]);
    expect(posted.thread_ts).toBe('1700000000.000100');
  });

  it('in App Home is answered in direct messages', async () => {
    await deliver(
      press(timeline, { channel: undefined, message: undefined, container: { type: 'view', view_id: 'V1' } }),
    );
    expect((await until(() => workspace()?.channels.get('U1')?.messages[0])).text).toContain('Timeline');
  });

  it.each(['r:rm?topic=colombia', 'r:timeline?evil=1', 'nonsense', 'r:timeline%00', undefined])(
    'that is not the desk’s is refused: %s',
    async (value) => {
      const url = served.server.newResponseUrl();
      await deliver(press({ ...timeline, value }, { response_url: url }));
      expect((await until(() => served.server.responses.get(url)?.[0])).text).toContain('older version');
    },
  );

  it('to ask opens a field, whose question is answered where the button stands', async () => {
    const url = served.server.newResponseUrl();
    await deliver(
      press({ type: 'button', action_id: 'desk:1.2', value: 'a:colombia' }, { response_url: url }),
    );
    const view = z.looseObject({}).parse(await until(() => workspace()?.modals[0]));
    await deliver(submit(view, 'how long did the call last?'));
    const response = await until(() => served.server.responses.get(url)?.[0]);
    expect(blocksOf(response)).toContain('[1]');
  });
});

describe('a vote', () => {
  const vote = (value: string) =>
    press(
      { type: 'feedback_buttons', action_id: 'desk:4.0', value },
      { response_url: served.server.newResponseUrl() },
    );

  it('counts once a person, however often it is pressed', async () => {
    for (let times = 0; times < 3; times += 1) await deliver(vote('v:abc?helpful=1'));
    await until(() => votes.length === 3);
    expect(new Set(votes.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ answer: 'abc', helpful: true, voter: 'slack:T1:U1' })]),
    );
  });

  it('against an answer is counted, and asks why', async () => {
    await deliver(vote('v:abc?helpful=0'));
    const view = z.looseObject({}).parse(await until(() => workspace()?.modals[0]));
    expect(votes).toEqual([{ answer: 'abc', helpful: false, voter: 'slack:T1:U1' }]);
    await deliver(submit(view, 'It left out who said so.'));
    await until(() => votes.length === 2);
    expect(votes[1]).toMatchObject({ reason: 'It left out who said so.' });
  });
});

describe('App Home', () => {
  it('lists the topics with their dates and buttons, and this workspace’s digests', async () => {
    await deliver(event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' }));
    const home = JSON.stringify(await until(() => workspace()?.homes.get('U1')));
    expect(home).toContain('Colombia');
    expect(home).toMatch(/2026/);
    expect(home).toContain('workspace=T1');
  });

  it('offers at most four prompts where the messages are opened', async () => {
    await deliver(event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages' }));
    const prompts = z
      .array(z.object({ title: z.string(), message: z.string() }))
      .parse(await until(() => workspace()?.prompts[0]));
    expect(prompts.length).toBeGreaterThan(1);
    expect(prompts.length).toBeLessThanOrEqual(4);
  });
});

describe('a reply for the asker alone', () => {
  it('is shown to nobody else in the thread', async () => {
    await deliver(event(mention({ text: '<@UBOTT1> brief colombia' })));
    await until(() => workspace()?.channels.get('C1')?.messages[0]);
    expect(workspace()?.channels.get('C1')?.messages[0]?.ephemeralTo).toBeUndefined();
  });
});
