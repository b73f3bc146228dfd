/** What went wrong between us and Discord: the kind that decides what happens next, and what an operator should do. */
import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { InvalidRequestBudgetError } from './budget.ts';

/** A failure as a kind to act on, with advice for the operator and a sentence for the user. */
export type DiscordFailure = {
  readonly kind:
    | 'expired'
    | 'acknowledged'
    | 'forbidden'
    | 'gone'
    | 'malformed'
    | 'limited'
    | 'unavailable'
    | 'token'
    | 'setup'
    | 'unknown';
  /** Discord's own number or the HTTP status, for the log. */
  readonly code?: number | string;
  /** What to do, for whoever runs the desk. */
  readonly advice: string;
  /** What a user is told where one can be told. */
  readonly sentence?: string;
};

const byCode: Readonly<Record<number, Omit<DiscordFailure, 'code'>>> = {
  [RESTJSONErrorCodes.UnknownInteraction]: {
    kind: 'expired',
    advice:
      'Discord waits 3 s for an acknowledgement, and takes one only. If this repeats: see whether the machine is overloaded, its way to Discord slow, or the same token used by another program.',
  },
  [RESTJSONErrorCodes.InvalidWebhookToken]: {
    kind: 'expired',
    advice:
      'The 15 minutes in which an interaction can be answered were over. See why the answer took so long.',
  },
  [RESTJSONErrorCodes.UnknownWebhook]: {
    kind: 'expired',
    advice:
      'The 15 minutes in which an interaction can be answered were over. See why the answer took so long.',
  },
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]: {
    kind: 'acknowledged',
    advice:
      'Something else acknowledged it first: a replica without a shared REDIS_URL, or another program with the same token.',
  },
  [RESTJSONErrorCodes.MissingPermissions]: {
    kind: 'forbidden',
    advice:
      'Allow the bot View Channel, Send Messages, Send Messages in Threads and Read Message History in this channel, or invite it again with the link that was logged at the start.',
    sentence:
      'I may not write in that channel. Please ask someone who manages it to give me the permissions View Channel, Send Messages, Send Messages in Threads and Read Message History. My slash commands work there without them.',
  },
  [RESTJSONErrorCodes.MissingAccess]: {
    kind: 'forbidden',
    advice:
      'Allow the bot View Channel in this channel, or invite it again with the link that was logged at the start.',
    sentence:
      'I cannot see that channel. Please ask someone who manages it to give me the permission View Channel. My slash commands work there without it.',
  },
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: {
    kind: 'forbidden',
    advice: 'This user takes no direct messages from the bot; there is nothing to do.',
  },
  [RESTJSONErrorCodes.UnknownChannel]: {
    kind: 'gone',
    advice: 'The channel was deleted; there is nothing to do.',
  },
  [RESTJSONErrorCodes.UnknownMessage]: {
    kind: 'gone',
    advice: 'The message was deleted; there is nothing to do.',
  },
  [RESTJSONErrorCodes.InvalidFormBodyOrContentType]: {
    kind: 'malformed',
    advice:
      'Discord refused the message as malformed. This is a fault of Briefdesk: please report it with this line.',
  },
};

/** Understands an error of discord.js or of the network. */
export function explain(error: unknown): DiscordFailure {
  if (error instanceof DiscordAPIError) return explainApiError(error);
  if (error instanceof InvalidRequestBudgetError) return { kind: 'limited', advice: error.message };
  if (error instanceof HTTPError)
    return {
      kind: 'unavailable',
      code: error.status,
      advice: 'Discord has trouble; see https://discordstatus.com.',
    };
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return wrongToken;
  if (error instanceof GatewayRefusedError) return gatewayFailure(error.closeCode);
  if (error instanceof Error && isNetworkError(error))
    return {
      kind: 'unavailable',
      advice:
        'Discord could not be reached; see whether this machine is online and DISCORD_API_URL is right.',
    };
  return { kind: 'unknown', advice: 'Please report this with the log around it.' };
}

function explainApiError({ code, status }: DiscordAPIError): DiscordFailure {
  const known = typeof code === 'number' ? byCode[code] : undefined;
  if (known) return { ...known, code };
  if (status === 401) return wrongToken;
  if (status === 403) return { ...forbidden, code };
  if (status === 404)
    return { kind: 'gone', code, advice: 'Discord does not know it any more; there is nothing to do.' };
  if (status === 429)
    return { kind: 'limited', code, advice: 'Discord slows the bot down; it goes on by itself.' };
  return { kind: 'unknown', code, advice: 'Please report this with the log around it.' };
}

const forbidden: DiscordFailure = {
  kind: 'forbidden',
  advice: 'Discord forbids this to the bot; see its permissions in this server and channel.',
};

const wrongToken: DiscordFailure = {
  kind: 'token',
  advice:
    'Discord does not accept DISCORD_TOKEN. Copy the token from https://discord.com/developers/applications (your application, Bot, Reset Token) and start again.',
};

function isNetworkError(error: Error): boolean {
  return (
    error.name === 'AbortError' ||
    error.name === 'TimeoutError' ||
    ('code' in error && /^(E[A-Z]+|UND_ERR_\w+)$/.test(String(error.code))) ||
    (error.cause instanceof Error && isNetworkError(error.cause))
  );
}

/** The gateway closed a shard for good. */
export class GatewayRefusedError extends Error {
  override readonly name = 'GatewayRefusedError';
  readonly closeCode: number;
  constructor(closeCode: number) {
    super(
      `Discord's gateway closed the connection for good (${closeCode} ${GatewayCloseCodes[closeCode] ?? ''})`,
    );
    this.closeCode = closeCode;
  }
}

function gatewayFailure(code: number): DiscordFailure {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return { ...wrongToken, code };
    case GatewayCloseCodes.DisallowedIntents:
    case GatewayCloseCodes.InvalidIntents:
      return {
        kind: 'setup',
        code,
        advice:
          'Discord refuses an intent. Briefdesk asks for Guild Messages and Direct Messages only, which every application may have: see that DISCORD_TOKEN is a bot token, and whether the application is limited at https://discord.com/developers/applications.',
      };
    case GatewayCloseCodes.ShardingRequired:
    case GatewayCloseCodes.InvalidShard:
      return {
        kind: 'setup',
        code,
        advice: 'The bot is in too many servers for this many shards: set DISCORD_SHARDS=auto.',
      };
    default:
      return { kind: 'unknown', code, advice: 'Discord closed the connection for good; it is opened anew.' };
  }
}
