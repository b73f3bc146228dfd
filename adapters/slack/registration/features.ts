/** What the app uses of Slack: the one list that listeners, the manifest and the check at the start are made from. */
import { methodScopes } from '../web-api.ts';

/** Every event that is listened to, with the bot scopes that Slack wants for it. */
export const eventScopes = {
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  app_home_opened: [],
  app_uninstalled: [],
  tokens_revoked: [],
} as const;

/** Slash commands need a scope of their own. */
const commandScopes = ['commands'] as const;

/** An event that is listened to, as Slack names it. */
export type EventName = keyof typeof eventScopes;
/** A bot scope that something here needs. */
export type Scope =
  | (typeof eventScopes)[EventName][number]
  | (typeof methodScopes)[keyof typeof methodScopes][number]
  | (typeof commandScopes)[number];

/** The bot scopes that the app asks for: what its events, methods and commands need, and nothing beside. */
export function neededScopes(): readonly Scope[] {
  const events: readonly Scope[] = Object.values(eventScopes).flat();
  const methods: readonly Scope[] = Object.values(methodScopes).flat();
  return [...new Set([...events, ...methods, ...commandScopes])].sort();
}

/** The events that the app subscribes to. */
export function neededEvents(): readonly EventName[] {
  return Object.keys(eventScopes)
    .filter((name): name is EventName => name in eventScopes)
    .sort();
}
