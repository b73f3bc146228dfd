/** What the bot may not do in a channel, worked out from roles and overwrites as Discord does it. */
import { type Client, OverwriteType, PermissionFlagsBits, Routes } from 'discord.js';
import { z } from 'zod';
import { type Channel, fetchChannel, isThreadType } from '../channels.ts';
import { PERMISSIONS } from '../registration/permissions.ts';

const rolesSchema = z.array(z.object({ id: z.string(), permissions: z.string() }));
const memberSchema = z.object({ roles: z.array(z.string()) });

/**
 * Names of the permissions that the bot lacks for posting in a channel or thread; `elsewhere` where the channel is not
 * of the server that it was named in: whoever manages one server must not post in another. @throws what REST throws
 */
export async function missingPermissions(
  client: Client<true>,
  id: string,
  server: string | undefined,
): Promise<readonly string[] | 'elsewhere'> {
  const place = await fetchChannel(client.rest, id);
  if (place.guild_id !== server) return 'elsewhere';
  if (place.guild_id === undefined) return [];
  // A thread has no overwrites of its own: those of its channel hold.
  const inThread = isThreadType(place.type) && place.parent_id;
  const channel = inThread ? await fetchChannel(client.rest, inThread) : place;
  const permissions = await ownPermissions(client, place.guild_id, channel);
  const needless = inThread ? 'Send Messages' : 'Send Messages in Threads';
  return Object.entries(PERMISSIONS).flatMap(([name, bit]) =>
    name === needless || (permissions & bit) === bit ? [] : [name],
  );
}

async function ownPermissions(
  { rest, user }: Client<true>,
  guild: string,
  channel: Channel,
): Promise<bigint> {
  const [roles, member] = await Promise.all([
    rest.get(Routes.guildRoles(guild)).then((body) => rolesSchema.parse(body)),
    rest.get(Routes.guildMember(guild, user.id)).then((body) => memberSchema.parse(body)),
  ]);
  const held = new Set([guild, ...member.roles]);
  const base = union(roles.filter(({ id }) => held.has(id)).map(({ permissions }) => permissions));
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ~0n;
  const { permission_overwrites: all } = channel;
  const everyone = all.filter(({ id }) => id === guild);
  const ofRoles = all.filter(({ id, type }) => type === OverwriteType.Role && id !== guild && held.has(id));
  const ofMember = all.filter(({ id, type }) => type === OverwriteType.Member && id === user.id);
  return [everyone, ofRoles, ofMember].reduce(
    (sum, overwrites) =>
      (sum & ~union(overwrites.map(({ deny }) => deny))) | union(overwrites.map(({ allow }) => allow)),
    base,
  );
}

function union(bits: readonly string[]): bigint {
  return bits.reduce((sum, each) => sum | BigInt(each), 0n);
}
