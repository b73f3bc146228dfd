/** What the loopback Discord keeps: channels, messages, commands, and what is to go wrong. */
import { ids, snowflake } from './ids.ts';
import { type Answer, type KeptMessage, messageJson, refusal } from './interactions.ts';

type LoggedRequest = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly at: number;
};

/** An answer instead of the right one; `afterDoing` as if the right one was lost on its way. */
export type TroubledAnswer = Answer & {
  readonly headers?: Readonly<Record<string, string>>;
  readonly afterDoing?: boolean;
};

type Trouble = { readonly pattern: RegExp; readonly answer: TroubledAnswer; times: number };

export type Channel = Readonly<Record<string, unknown>>;

export type State = {
  readonly requests: LoggedRequest[];
  readonly problems: string[];
  readonly messages: KeptMessage[];
  /** By "commands" or "guilds/<id>/commands". */
  readonly commands: Map<string, readonly Readonly<Record<string, unknown>>[]>;
  readonly channels: Map<string, Channel>;
  readonly troubles: Trouble[];
  readonly nonces: Map<string, KeptMessage>;
};

export function createState(): State {
  return {
    requests: [],
    problems: [],
    messages: [],
    commands: new Map(),
    channels: new Map(world()),
    troubles: [],
    nonces: new Map(),
  };
}

function world(): readonly (readonly [string, Channel])[] {
  const channel = (id: string, type: number, more: Channel = {}): readonly [string, Channel] => [
    id,
    { id, type, guild_id: ids.guild, permission_overwrites: [], ...more },
  ];
  const tag = { id: '500000000000000001', name: 'News', moderated: false };
  return [
    channel(ids.channel, 0),
    channel(ids.thread, 11, { parent_id: ids.channel, owner_id: ids.user }),
    channel(ids.forum, 15, { flags: 16, available_tags: [tag] }),
    [ids.direct, { id: ids.direct, type: 1 }],
  ];
}

/** A message that is posted; one with an enforced nonce that was there before is given back instead. */
export function postMessage(state: State, channel: string, body: Readonly<Record<string, unknown>>): Answer {
  const known = state.channels.get(channel);
  if (!known) return refusal(404, 10003, 'Unknown Channel');
  if (known.type === 15) return refusal(400, 50008, 'Cannot send messages in a non-text channel');
  const nonce = body.enforce_nonce === true ? `${channel} ${String(body.nonce)}` : undefined;
  const repeated = nonce === undefined ? undefined : state.nonces.get(nonce);
  if (repeated) return { status: 200, body: messageJson(repeated) };
  const message = newMessage(channel, body);
  state.messages.push(message);
  if (nonce !== undefined) state.nonces.set(nonce, message);
  return { status: 200, body: messageJson(message) };
}

function newMessage(channel: string, body: Readonly<Record<string, unknown>>): KeptMessage {
  const reference = body.message_reference;
  const answers =
    typeof reference === 'object' && reference !== null && 'message_id' in reference
      ? { answers: String(reference.message_id) }
      : {};
  return { id: snowflake(), channel, body: { ...body }, isEphemeral: false, ...answers };
}

/** Discord gives commands back with ids, and with defaults in place of what was left out. */
export function asRegistered(command: Readonly<Record<string, unknown>>, isGuild: boolean): Channel {
  const bits = command.default_member_permissions;
  return {
    ...command,
    id: snowflake(),
    application_id: ids.bot,
    version: snowflake(),
    nsfw: false,
    default_member_permissions: bits === null || bits === undefined ? null : String(bits),
    contexts: isGuild ? null : command.contexts,
    integration_types: isGuild ? [0] : command.integration_types,
  };
}
