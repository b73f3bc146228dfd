/** What goes wrong between the bot and Discord, end to end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { noticeReply } from '../../../src/reply/reply.ts';
import { type Started, type StartOptions, start, until } from './adapter.ts';
import { markdownOf } from './reading.ts';
import { ids } from './server/ids.ts';
import { slash, write } from './server/people.ts';
import { startLoopbackDiscord } from './server/server.ts';

describe('failures on Discord', () => {
  let started: Started | undefined;
  const begin = async (options?: StartOptions): Promise<Started> => {
    started = await start(options);
    return started;
  };
  afterEach(async () => {
    await started?.stop();
    started = undefined;
  });
  const logged = ({ log }: Started, words: string) => log.some(({ msg }) => String(msg).includes(words));

  it('says in the channel what Discord did not take in time, and tells the operator why', async () => {
    const { discord, ...rest } = await begin();
    discord.trouble(/\/callback$/, { status: 404, body: { code: 10062, message: 'Unknown interaction' } });
    slash(discord, 'topics');
    const message = await until(() => discord.messages.find(({ channel }) => channel === ids.channel));
    expect(markdownOf(message.body)).toContain('Colombia');
    expect(logged({ discord, ...rest }, 'Discord waits 3 s')).toBe(true);
  });

  it('does not say in the channel what was asked privately', async () => {
    const { discord } = await begin();
    discord.trouble(/\/callback$/, { status: 404, body: { code: 10062, message: 'Unknown interaction' } });
    slash(discord, 'topics', { private: true });
    await sleep(200);
    expect(discord.messages).toEqual([]);
  });

  it('says so when Discord refuses an answer', async () => {
    const { discord } = await begin();
    discord.trouble(/\/callback$/, { status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    const interaction = slash(discord, 'topics');
    const apology = await until(() => interaction.original);
    expect(markdownOf(apology.body)).toContain('try again');
    expect(apology.isEphemeral).toBe(true);
  });

  it('goes on by editing when its acknowledgement counted though the answer to it was lost', async () => {
    const { discord } = await begin();
    discord.trouble(/\/callback$/, { status: 502, body: {}, afterDoing: true });
    const interaction = slash(discord, 'topics');
    await until(() => interaction.edits > 0);
    expect(markdownOf(interaction.original?.body)).toContain('Colombia');
  });

  it('waits as long as a rate limit says, and then answers', async () => {
    const { discord } = await begin();
    discord.trouble(/POST \/channels\/\d+\/messages$/, {
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: 0.2, global: false },
      headers: { 'retry-after': '0.2', 'x-ratelimit-scope': 'shared' },
    });
    const id = write(discord, `<@${ids.bot}> how long was the call?`);
    await until(() => discord.messages.find(({ answers }) => answers === id));
  });

  it('resumes after a lost connection, and answers what it missed once', async () => {
    const { discord, adapter } = await begin();
    discord.gateway.drop(4000);
    await until(() => discord.gateway.stats.resumes === 1);
    const interaction = slash(discord, 'topics');
    await until(() => interaction.original);
    expect(discord.gateway.stats.identifies).toBe(1);
    await until(() => adapter.status().state === 'up');
  });

  it('is answered by one of two replicas', async () => {
    const first = await begin();
    const second = await start({ discord: first.discord, storage: first.storage });
    const answered = [0, 0];
    for (let count = 0; count < 3; count += 1) {
      const interaction = slash(first.discord, 'topics');
      await until(() => interaction.original);
      answered.push(1);
    }
    await second.stop();
    expect(first.log.filter(({ code }) => code === 40060)).toEqual([]);
  });

  it('starts by itself once a refused token works, and says meanwhile what to do', async () => {
    const discord = await startLoopbackDiscord();
    discord.trouble(/GET \/gateway\/bot/, { status: 401, body: { code: 0, message: '401: Unauthorized' } });
    const { adapter, ...rest } = await begin({ discord });
    expect(adapter.status()).toMatchObject({ state: 'down' });
    expect(logged({ adapter, ...rest }, 'does not accept DISCORD_TOKEN')).toBe(true);
    await until(() => adapter.status().state === 'up');
    await rest.stop();
    started = undefined;
    await discord.close();
  });

  it.each([
    [4004, 'does not accept DISCORD_TOKEN'],
    [4014, 'refuses an intent'],
  ])('starts by itself after the gateway closed with %i, and says what to do', async (code, advice) => {
    const discord = await startLoopbackDiscord();
    discord.gateway.refuseLogins(code, 1);
    const running = await begin({ discord });
    expect(logged(running, advice)).toBe(true);
    await until(() => running.adapter.status().state === 'up');
    await running.stop();
    started = undefined;
    await discord.close();
  });

  it('comes back after the gateway ended a running session for good', async () => {
    const { discord, adapter } = await begin();
    discord.gateway.drop(4004);
    await until(() => discord.gateway.stats.identifies > 1);
    await until(() => adapter.status().state === 'up');
    const interaction = slash(discord, 'topics');
    await until(() => interaction.original);
  });

  it('starts though the commands cannot be registered, and registers them later', async () => {
    const discord = await startLoopbackDiscord();
    discord.trouble(/PUT .*commands$/, { status: 403, body: { code: 50001, message: 'Missing Access' } });
    const running = await begin({ discord, env: { DISCORD_GUILD_ID: ids.guild } });
    await until(() => logged(running, 'could not be registered'));
    await until(() => discord.commands.size > 0);
    await running.stop();
    started = undefined;
    await discord.close();
  });

  it('connects all shards that Discord recommends', async () => {
    const { discord } = await begin({ server: { shards: 2 } });
    expect(discord.gateway.stats.shards.toSorted()).toEqual([0, 1]);
  });

  it('connects as many shards as it is told', async () => {
    const { discord } = await begin({ env: { DISCORD_SHARDS: '3' } });
    expect(discord.gateway.stats.shards.toSorted()).toEqual([0, 1, 2]);
  });

  it('logs the invite link, with the permissions and scopes that it needs and no more', async () => {
    const { log } = await begin();
    const line = log.find(({ msg }) => String(msg).includes('take the bot into a server'));
    const link = new URL(String(line?.msg).split(' ').at(-1) ?? '');
    expect(link.searchParams.get('scope')).toBe('bot applications.commands');
    // View Channel, Send Messages, Read Message History, Send Messages in Threads.
    expect(BigInt(link.searchParams.get('permissions') ?? 0)).toBe(
      (1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n),
    );
  });

  it('asks for no privileged intent', async () => {
    const { discord } = await begin();
    expect(discord.gateway.stats.intents[0]).toBe((1 << 9) | (1 << 12));
  });

  it('finishes the answers under way before it stops', async () => {
    const running = await begin({
      change: () => ({ run: () => sleep(300).then(() => noticeReply('info', 'done')) }),
    });
    const interaction = slash(running.discord, 'topics');
    await sleep(50);
    await running.adapter.stop();
    expect(markdownOf(interaction.original?.body)).toContain('done');
  });
});
