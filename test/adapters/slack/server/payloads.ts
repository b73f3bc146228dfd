/** What Slack sends to an app, as its documentation shows it. */
import { createHmac } from 'node:crypto';
import type { Envelope } from './sockets.ts';
import { nextTs } from './workspace.ts';

type Fields = Readonly<Record<string, unknown>>;

let events = 0;

/** An Events API envelope; `event_id` is new unless given. */
export function event(
  fields: Fields,
  { team = 'T1', eventId }: { readonly team?: string; readonly eventId?: string } = {},
): Envelope {
  events += 1;
  return {
    type: 'events_api',
    payload: {
      type: 'event_callback',
      team_id: team,
      api_app_id: 'A1',
      event_id: eventId ?? `Ev${events}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        {
          team_id: team,
          enterprise_id: null,
          user_id: `UBOT${team}`,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      event: { event_ts: nextTs(), ...fields },
    },
  };
}

/** A person says something; a message in a channel that names the bot comes as app_mention, too: see `mention`. */
export function message(fields: Fields): Fields & { readonly ts: string } {
  return {
    type: 'message',
    channel: 'C1',
    channel_type: 'channel',
    user: 'U1',
    ts: nextTs(),
    text: '',
    ...fields,
  };
}

/** The app_mention event of a message. */
export function mention(fields: Fields): Fields & { readonly ts: string } {
  const { channel_type: _, ...rest } = message(fields);
  return { ...rest, ts: String(rest.ts ?? nextTs()), type: 'app_mention' };
}

/** A slash command. */
export function slash(command: string, text: string, fields: Fields = {}): Envelope {
  return {
    type: 'slash_commands',
    payload: {
      token: 'legacy',
      team_id: 'T1',
      team_domain: 'x',
      channel_id: 'C1',
      channel_name: 'general',
      user_id: 'U1',
      user_name: 'ana',
      command,
      text,
      api_app_id: 'A1',
      trigger_id: `1.2.${Math.random()}`,
      ...fields,
    },
  };
}

/** A press of a button or menu; `action` is the element's action_id with its value or selected_option. */
export function press(action: Fields, fields: Fields = {}): Envelope {
  return {
    type: 'interactive',
    payload: {
      type: 'block_actions',
      api_app_id: 'A1',
      token: 'legacy',
      team: { id: 'T1', domain: 'x' },
      user: { id: 'U1', username: 'ana', name: 'ana', team_id: 'T1' },
      channel: { id: 'C1', name: 'general' },
      trigger_id: '1.2.press',
      container: { type: 'message', message_ts: '1700000000.000100', channel_id: 'C1', is_ephemeral: false },
      message: { type: 'message', user: 'UBOTT1', ts: '1700000000.000100', text: 'x' },
      actions: [{ block_id: 'b1', action_ts: nextTs(), ...action }],
      ...fields,
    },
  };
}

/** A submitted modal. */
export function submit(view: Fields, value: string): Envelope {
  return {
    type: 'interactive',
    payload: {
      type: 'view_submission',
      api_app_id: 'A1',
      token: 'legacy',
      team: { id: 'T1', domain: 'x' },
      user: { id: 'U1', username: 'ana', name: 'ana', team_id: 'T1' },
      trigger_id: '1.2.submit',
      view: {
        id: 'V1',
        team_id: 'T1',
        app_id: 'A1',
        bot_id: 'BT1',
        hash: '1.x',
        root_view_id: 'V1',
        previous_view_id: null,
        ...view,
        state: { values: { field: { field: { type: 'plain_text_input', value } } } },
      },
      response_urls: [],
    },
  };
}

/** A request as HTTP mode gets it, signed like Slack's. */
export function signedRequest(
  envelope: Envelope,
  {
    secret,
    at = Math.floor(Date.now() / 1000),
    retry,
  }: { readonly secret: string; readonly at?: number; readonly retry?: number },
): { readonly method: 'POST'; readonly headers: Record<string, string>; readonly body: string } {
  const { type, payload } = envelope;
  const isJson = type === 'events_api';
  const body = isJson
    ? JSON.stringify(payload)
    : type === 'interactive'
      ? new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
      : new URLSearchParams(payload as Record<string, string>).toString();
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${signature}`,
      ...(retry === undefined
        ? {}
        : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
    },
  };
}
