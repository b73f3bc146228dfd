/** Registration of the slash commands. */
import { describe, expect, it } from 'vitest';
import { commandBodies } from '../../../../adapters/discord/registration/command-bodies.ts';
import { commands } from '../../../../commands/index.ts';
import { openStorage } from '../../../../src/storage/open-storage.ts';
import { start, until } from '../adapter.ts';
import { ids } from '../server/ids.ts';
import { commandsProblem } from '../server/rules.ts';
import { startLoopbackDiscord } from '../server/server.ts';

describe('the command bodies', () => {
  const bodies = commandBodies(commands, 'global');
  const leaves = bodies.flatMap(({ options }) =>
    options.some(({ type }) => type === 1) ? options.map((sub) => sub.options ?? []) : [options],
  );

  it('keep to the limits of Discord', () => {
    expect(commandsProblem(bodies)).toBeUndefined();
  });

  it('offer private answers for every command', () => {
    for (const options of leaves) expect(options.map(({ name }) => name)).toContain('private');
  });

  it('are described in Spanish and Portuguese', () => {
    for (const { description_localizations: translated } of [
      ...bodies,
      ...bodies.flatMap(({ options }) => options),
    ])
      expect(Object.keys(translated)).toEqual(['es-ES', 'es-419', 'pt-BR']);
  });

  it('work in servers, in direct messages and for people who bring the app along', () => {
    expect(bodies.find(({ name }) => name === 'brief')).toMatchObject({
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      default_member_permissions: null,
    });
  });

  it('leave what managers alone may do to those who manage the server', () => {
    const digest = bodies.find(({ name }) => name === 'digest');
    expect(digest?.default_member_permissions).toBe(32);
  });

  it('complete topics while they are typed', () => {
    const brief = bodies.find(({ name }) => name === 'brief');
    expect(brief?.options.find(({ name }) => name === 'topic')).toMatchObject({
      type: 3,
      autocomplete: true,
    });
  });
});

describe('registration', () => {
  it.each([
    ['everywhere', {}, 'commands'],
    ['in one server', { DISCORD_GUILD_ID: ids.guild }, `guilds/${ids.guild}/commands`],
  ])('is done %s, and done again only when something changed', async (_where, env, place) => {
    const discord = await startLoopbackDiscord();
    const storage = await openStorage({ memory: true });
    const puts = () => discord.requests.filter(({ method }) => method === 'PUT').length;
    const first = await start({ discord, storage, env });
    await until(() => discord.commands.has(place));
    await first.stop();
    const second = await start({ discord, storage, env });
    await until(() => second.log.some(({ outcome }) => outcome === 'unchanged'));
    await second.stop();
    expect(puts()).toBe(1);
    const third = await start({
      discord,
      storage,
      env,
      change: ({ commands: all }) => ({ commands: all.slice(1) }),
    });
    await until(() => puts() === 2);
    await third.stop();
    expect(discord.problems).toEqual([]);
    await discord.close();
  });
});
