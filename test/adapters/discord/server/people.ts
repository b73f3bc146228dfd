/** What people do in the loopback Discord: type commands, press buttons, fill in modals, write messages. */
import { botUser, ids, snowflake } from './ids.ts';
import type { KeptInteraction, KeptMessage } from './interactions.ts';
import { messageJson } from './interactions.ts';
import type { LoopbackDiscord } from './server.ts';

/** Guild Messages and Direct Messages: the intents by which messages are delivered. */
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;

export type Where = {
  readonly user?: string;
  /** False for a direct message to the bot. */
  readonly inGuild?: boolean;
  readonly channel?: string;
  /** The member's permissions; everything that matters is allowed unless told. */
  readonly permissions?: bigint;
  readonly locale?: string;
  /** True where the app is not in the server, but was brought along by the user. */
  readonly isBroughtAlong?: boolean;
};

type OptionValue = string | number | boolean;

const EVERYDAY = 0x400n | 0x800n | 0x10000n;

function person(id: string) {
  return { id, username: `reader-${id.slice(-1)}`, discriminator: '0', avatar: null, global_name: 'Reader' };
}

function base(interaction: KeptInteraction, type: number, where: Where) {
  const { user = ids.user, inGuild = true, permissions = EVERYDAY, locale = 'en-US' } = where;
  const { id, token, channel } = interaction;
  return {
    id,
    token,
    type,
    version: 1,
    application_id: ids.bot,
    channel_id: channel,
    channel: { id: channel, type: inGuild ? 0 : 1 },
    locale,
    entitlements: [],
    app_permissions: String(EVERYDAY),
    authorizing_integration_owners: where.isBroughtAlong ? { 1: user } : { 0: inGuild ? ids.guild : '0' },
    attachment_size_limit: 1,
    context: inGuild ? 0 : 1,
    ...(inGuild
      ? {
          guild_id: ids.guild,
          member: {
            user: person(user),
            roles: [],
            permissions: String(permissions),
            joined_at: '2024-01-01T00:00:00Z',
            deaf: false,
            mute: false,
            flags: 0,
          },
        }
      : { user: person(user) }),
  };
}

function open(discord: LoopbackDiscord, where: Where): KeptInteraction {
  const channel = where.channel ?? (where.inGuild === false ? ids.direct : ids.channel);
  return discord.interactions.open(channel, where.isBroughtAlong ? 5 : undefined);
}

function leaves(options: Readonly<Record<string, OptionValue>>, focused?: string) {
  return Object.entries(options).map(([name, value]) => ({
    name,
    type: typeof value === 'string' ? 3 : typeof value === 'boolean' ? 5 : 4,
    value,
    ...(name === focused ? { focused: true } : {}),
  }));
}

/** Types a slash command; `name` may be "digest subscribe". */
export function slash(
  discord: LoopbackDiscord,
  name: string,
  options: Readonly<Record<string, OptionValue>> = {},
  where: Where = {},
): KeptInteraction {
  const interaction = open(discord, where);
  discord.gateway.dispatch('INTERACTION_CREATE', {
    ...base(interaction, 2, where),
    data: commandData(name, leaves(options)),
  });
  return interaction;
}

function commandData(name: string, options: readonly unknown[]) {
  const [command, sub] = name.split(' ');
  return {
    id: snowflake(),
    name: command,
    type: 1,
    options: sub ? [{ name: sub, type: 1, options }] : options,
  };
}

/** Types into an option and asks for completions. */
export function typeInto(
  discord: LoopbackDiscord,
  name: string,
  { option, value }: { readonly option: string; readonly value: string },
): KeptInteraction {
  const interaction = open(discord, {});
  discord.gateway.dispatch('INTERACTION_CREATE', {
    ...base(interaction, 4, {}),
    data: commandData(name, leaves({ [option]: value }, option)),
  });
  return interaction;
}

/** Presses the button with this custom id under a message, or picks `value` from a menu. */
export function press(
  discord: LoopbackDiscord,
  message: KeptMessage,
  { customId, value, ...where }: Where & { readonly customId: string; readonly value?: string },
): KeptInteraction {
  const interaction = open(discord, { channel: message.channel, ...where });
  const data = {
    custom_id: customId,
    component_type: value === undefined ? 2 : 3,
    ...(value === undefined ? {} : { values: [value] }),
  };
  discord.gateway.dispatch('INTERACTION_CREATE', {
    ...base(interaction, 3, where),
    message: { ...messageJson(message), flags: message.isEphemeral ? 64 : 0 },
    data,
  });
  return interaction;
}

/** Fills in a modal that was shown. */
export function submit(
  discord: LoopbackDiscord,
  { customId, text, ...where }: Where & { readonly customId: string; readonly text: string },
): KeptInteraction {
  const interaction = open(discord, where);
  discord.gateway.dispatch('INTERACTION_CREATE', {
    ...base(interaction, 5, where),
    data: {
      custom_id: customId,
      components: [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'text', value: text } }],
    },
  });
  return interaction;
}

/** Writes a message. Its text reaches the bot only where Discord would let it: a mention, a reply that pings, a DM. */
export function write(
  discord: LoopbackDiscord,
  content: string,
  {
    user = ids.user,
    inGuild = true,
    channel,
    answers,
    ping = true,
    ...more
  }: Where & {
    readonly answers?: KeptMessage;
    readonly ping?: boolean;
    readonly bot?: boolean;
    readonly id?: string;
    readonly channelType?: number;
  } = {},
): string {
  const id = more.id ?? snowflake();
  const isMentioned = content.includes(`<@${ids.bot}>`) || (answers !== undefined && ping);
  const isReadable = !inGuild || isMentioned;
  discord.gateway.dispatch(
    'MESSAGE_CREATE',
    {
      id,
      type: answers ? 19 : 0,
      channel_id: channel ?? (inGuild ? ids.channel : ids.direct),
      ...(more.channelType === undefined ? {} : { channel_type: more.channelType }),
      ...(inGuild ? { guild_id: ids.guild, member: { roles: [], permissions: '0' } } : {}),
      author: { ...person(user), ...(more.bot ? { bot: true } : {}) },
      content: isReadable ? content : '',
      mentions: isMentioned ? [botUser] : [],
      mention_roles: [],
      mention_everyone: false,
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      attachments: [],
      embeds: [],
      pinned: false,
      flags: 0,
      components: [],
      ...(answers
        ? {
            message_reference: { message_id: answers.id, channel_id: answers.channel },
            referenced_message: messageJson(answers),
          }
        : {}),
    },
    inGuild ? GUILD_MESSAGES : DIRECT_MESSAGES,
  );
  return id;
}
