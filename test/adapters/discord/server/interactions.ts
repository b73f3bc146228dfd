/** Interactions as Discord keeps them: acknowledged once and in time, then edited and followed up by token. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { botUser, ids, snowflake } from './ids.ts';

/** A message as the loopback server keeps it. */
export type KeptMessage = {
  readonly id: string;
  readonly channel: string;
  body: Record<string, unknown>;
  readonly isEphemeral: boolean;
  readonly answers?: string;
  readonly metadata?: { readonly id: string };
};

export type KeptInteraction = {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  /** In milliseconds of this process's clock, as `at` is. */
  readonly createdAt: number;
  /** Type of the acknowledgement: 4 message, 5 deferred, 8 completions, 9 modal. */
  callback?: { readonly type: number; readonly data: unknown; readonly at: number };
  /** How many follow-ups Discord takes: five for an app that was brought along. */
  readonly mostFollowUps: number;
  original?: KeptMessage | undefined;
  readonly followUps: KeptMessage[];
  edits: number;
};

/** An answer of Discord's to a request. */
export type Answer = { readonly status: number; readonly body?: unknown };

export const refusal = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
});

export type Interactions = {
  readonly open: (channel: string, mostFollowUps?: number) => KeptInteraction;
  readonly byToken: (token: string) => KeptInteraction | undefined;
  readonly acknowledge: (id: string, token: string, body: unknown) => Answer;
  readonly edit: (token: string, message: string, body: Record<string, unknown>) => Answer;
  readonly followUp: (token: string, body: Record<string, unknown>) => Answer;
  readonly remove: (token: string, message: string) => Answer;
};

const EPHEMERAL = 64;
const callbackSchema = z.object({ type: z.number(), data: z.record(z.string(), z.unknown()).nullish() });

/** `ackMs`: how long an acknowledgement is waited for. */
export function createInteractions(ackMs: number): Interactions {
  const kept = new Map<string, KeptInteraction>();
  const unknownWebhook = refusal(404, 10015, 'Unknown Webhook');

  const messageOf = (
    interaction: KeptInteraction,
    body: Record<string, unknown>,
    isEphemeral: boolean,
  ): KeptMessage => ({
    id: snowflake(),
    channel: interaction.channel,
    body,
    isEphemeral,
    metadata: { id: interaction.id },
  });

  const usable = (token: string) => {
    const interaction = kept.get(token);
    return interaction?.callback ? interaction : undefined;
  };

  return {
    open: (channel, mostFollowUps = Number.POSITIVE_INFINITY) => {
      const interaction: KeptInteraction = {
        id: snowflake(),
        token: `loopback-${randomBytes(24).toString('base64url')}`,
        channel,
        createdAt: performance.now(),
        mostFollowUps,
        followUps: [],
        edits: 0,
      };
      kept.set(interaction.token, interaction);
      return interaction;
    },
    byToken: (token) => kept.get(token),
    acknowledge: (id, token, body) => {
      const interaction = kept.get(token);
      if (interaction?.id !== id || performance.now() - interaction.createdAt > ackMs)
        return refusal(404, 10062, 'Unknown interaction');
      if (interaction.callback) return refusal(400, 40060, 'Interaction has already been acknowledged.');
      const { type, data } = callbackSchema.parse(body);
      interaction.callback = { type, data, at: performance.now() };
      const isEphemeral = (Number(data?.flags ?? 0) & EPHEMERAL) !== 0;
      if (type === 4 || type === 5)
        interaction.original = messageOf(interaction, type === 4 ? (data ?? {}) : {}, isEphemeral);
      return { status: 204 };
    },
    edit: (token, message, body) => {
      const interaction = usable(token);
      if (!interaction) return unknownWebhook;
      const edited =
        message === '@original'
          ? interaction.original
          : interaction.followUps.find(({ id }) => id === message);
      if (!edited) return refusal(404, 10008, 'Unknown Message');
      edited.body = { ...edited.body, ...body };
      interaction.edits += 1;
      return { status: 200, body: messageJson(edited) };
    },
    followUp: (token, body) => {
      const interaction = usable(token);
      if (!interaction) return unknownWebhook;
      if (interaction.followUps.length >= interaction.mostFollowUps)
        return refusal(400, 40094, 'Maximum number of follow-up messages reached');
      const message = messageOf(interaction, body, (Number(body.flags ?? 0) & EPHEMERAL) !== 0);
      interaction.followUps.push(message);
      return { status: 200, body: messageJson(message) };
    },
    remove: (token, message) => {
      const interaction = usable(token);
      if (!interaction || message !== '@original' || !interaction.original) return unknownWebhook;
      interaction.original = undefined;
      return { status: 204 };
    },
  };
}

/** A message as the API gives it. */
export function messageJson({ id, channel, body, metadata }: KeptMessage): Record<string, unknown> {
  return {
    id,
    type: 0,
    channel_id: channel,
    author: botUser,
    content: '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    flags: 0,
    components: [],
    ...body,
    ...(metadata
      ? {
          interaction_metadata: {
            ...metadata,
            type: 2,
            user: { id: ids.user, username: 'reader', discriminator: '0', avatar: null },
            authorizing_integration_owners: {},
          },
        }
      : {}),
  };
}
