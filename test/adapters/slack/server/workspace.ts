/** The state of a Slack workspace that the loopback server keeps. */

export type Message = {
  ts: string;
  thread_ts?: string;
  user: string;
  text: string;
  blocks: readonly unknown[];
  metadata?: unknown;
  /** Only this user sees it. */
  ephemeralTo?: string;
};

export type Channel = { id: string; member: boolean; archived: boolean; readonly messages: Message[] };
type Stream = { readonly channel: string; readonly startedAt: number; text: string; open: boolean };

type Person = {
  readonly id: string;
  readonly tz?: string;
  readonly locale?: string;
  readonly is_admin?: boolean;
};

export type Workspace = {
  readonly team: string;
  readonly botToken: string;
  readonly botUser: string;
  readonly botId: string;
  scopes: ReadonlySet<string>;
  readonly channels: Map<string, Channel>;
  readonly people: Map<string, Person>;
  readonly streams: Map<string, Stream>;
  readonly homes: Map<string, unknown>;
  readonly modals: unknown[];
  readonly prompts: unknown[];
  /** The clock that streams die by. */
  now: () => number;
};

/** A workspace with a channel C1 that the bot is in, C2 that it is not in, direct messages D1, and two people. */
export function createWorkspace(team: string, scopes: readonly string[]): Workspace {
  const channel = (id: string, member: boolean): [string, Channel] => [
    id,
    { id, member, archived: false, messages: [] },
  ];
  return {
    team,
    botToken: `xoxb-${team}`,
    botUser: `UBOT${team}`,
    botId: `B${team}`,
    scopes: new Set(scopes),
    channels: new Map([channel('C1', true), channel('C2', false), channel('D1', true)]),
    people: new Map([
      ['U1', { id: 'U1', tz: 'America/Bogota', locale: 'es-CO' }],
      ['UADMIN', { id: 'UADMIN', tz: 'Europe/Madrid', locale: 'en-GB', is_admin: true }],
    ]),
    streams: new Map(),
    homes: new Map(),
    modals: [],
    prompts: [],
    now: Date.now,
  };
}

let lastTs = 0;
/** Slack's message ids: seconds with six digits, each larger than the one before. */
export function nextTs(): string {
  lastTs = Math.max(lastTs + 1, Date.now() * 1000);
  return `${Math.floor(lastTs / 1_000_000)}.${String(lastTs % 1_000_000).padStart(6, '0')}`;
}
