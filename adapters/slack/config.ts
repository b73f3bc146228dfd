/** Slack's settings, from environment variables. */
import { z } from 'zod';
import { type Env, parseSettings, SettingsError } from '../../src/config.ts';

const schema = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .refine(
      (token) => !token.startsWith('xapp-'),
      'this is the app-level token; the bot token begins with xoxb-',
    )
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .refine(
      (token) => !token.startsWith('xoxb-'),
      'this is the bot token; the app-level token begins with xapp-',
    )
    .optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z
    .string()
    .min(16, 'use at least 16 characters, such as from: openssl rand -hex 32')
    .optional(),
  SLACK_TOKEN_KEY: z
    .string()
    .min(32, 'use at least 32 characters, such as from: openssl rand -hex 32')
    .optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).default('https://slack.com/api/'),
  SLACK_DIGEST_MANAGERS: z.string().default(''),
  SLACK_SILENCE_SECONDS: z.coerce.number().min(1).max(86_400).default(120),
});

/** Several workspaces: each installs the app by OAuth, and its token is kept encrypted. */
type SlackOAuth = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the `state` of an installation, so that it can end on another replica than it began on. */
  readonly stateSecret: string;
  /** What tokens at rest are encrypted with; at least 32 characters. */
  readonly tokenKey: string;
};

/** How events come in: over a socket that the app opens, or as signed requests to `port`. */
type SlackTransport =
  | { readonly kind: 'socket'; readonly appToken: string; readonly silenceMs: number }
  | { readonly kind: 'http'; readonly signingSecret: string };

/** Slack's settings, read. */
export type SlackConfig = {
  readonly transport: SlackTransport;
  /** Either one workspace's token, or OAuth for several. */
  readonly access:
    | { readonly kind: 'token'; readonly botToken: string }
    | ({ readonly kind: 'oauth' } & SlackOAuth);
  readonly port: number;
  /** Ends in a slash. */
  readonly apiUrl: string;
  /** User ids that may manage digests beside the workspace's admins and owners. */
  readonly digestManagers: ReadonlySet<string>;
};

/** Whether anybody meant to run on Slack. */
export function isSlackConfigured(env: Env): boolean {
  return ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_CLIENT_ID'].some((name) => Boolean(env[name]));
}

/** Reads the settings. @throws SettingsError that names what is missing and where to find it. */
export function readSlackConfig(env: Env): SlackConfig {
  const values = parseSettings(schema, env);
  return {
    transport: readTransport(values),
    access: readAccess(values),
    port: values.PORT,
    apiUrl: values.SLACK_API_URL.replace(/\/*$/, '/'),
    digestManagers: new Set(values.SLACK_DIGEST_MANAGERS.split(/[\s,]+/).filter(Boolean)),
  };
}

type Values = z.output<typeof schema>;

function readTransport(values: Values): SlackTransport {
  if (values.SLACK_APP_TOKEN)
    return {
      kind: 'socket',
      appToken: values.SLACK_APP_TOKEN,
      silenceMs: values.SLACK_SILENCE_SECONDS * 1000,
    };
  if (values.SLACK_SIGNING_SECRET) return { kind: 'http', signingSecret: values.SLACK_SIGNING_SECRET };
  throw new SettingsError(
    'Slack needs SLACK_APP_TOKEN (Socket Mode: Basic Information > App-Level Tokens, scope connections:write) or SLACK_SIGNING_SECRET (HTTP mode: Basic Information > App Credentials).',
  );
}

function readAccess(values: Values): SlackConfig['access'] {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = values;
  if (!clientId && values.SLACK_BOT_TOKEN) return { kind: 'token', botToken: values.SLACK_BOT_TOKEN };
  if (!clientId)
    throw new SettingsError(
      'Slack needs SLACK_BOT_TOKEN (OAuth & Permissions > Bot User OAuth Token), or SLACK_CLIENT_ID and its companions for several workspaces.',
    );
  const { SLACK_STATE_SECRET: stateSecret, SLACK_TOKEN_KEY: tokenKey } = values;
  if (!clientSecret || !stateSecret || !tokenKey)
    throw new SettingsError(
      'With SLACK_CLIENT_ID, Slack needs SLACK_CLIENT_SECRET (Basic Information > App Credentials), SLACK_STATE_SECRET and SLACK_TOKEN_KEY (each from: openssl rand -hex 32).',
    );
  return { kind: 'oauth', clientId, clientSecret, stateSecret, tokenKey };
}
