/** The part of Discord's REST API that the loopback server has. */
import { z } from 'zod';
import { ids, snowflake } from './ids.ts';
import { type Answer, type Interactions, messageJson, refusal } from './interactions.ts';
import { asRegistered, postMessage, type State } from './state.ts';

export type Call = {
  readonly method: string;
  readonly path: string;
  readonly url: URL;
  readonly body: unknown;
};

type Body = Readonly<Record<string, unknown>>;
type Work = (parts: readonly string[], body: Body, url: URL) => Answer;
type Route = readonly [method: string, pattern: RegExp, work: Work];

export type Parts = {
  readonly state: State;
  readonly interactions: Interactions;
  readonly gatewayInfo: () => Body;
};

const bodySchema = z.record(z.string(), z.unknown()).catch({});
const ok = (body: unknown): Answer => ({ status: 200, body });

/** Finds the answer to a call; 404 where there is no such route. */
export function createRoutes(parts: Parts): (call: Call) => Answer {
  const routes: readonly Route[] = [
    ['GET', /^\/gateway\/bot$/, () => ok(parts.gatewayInfo())],
    ...commandRoutes(parts),
    ...interactionRoutes(parts),
    ...messageRoutes(parts),
    ...channelRoutes(parts),
  ];
  return ({ method, path, url, body }) => {
    for (const [verb, pattern, work] of routes) {
      const match = verb === method ? pattern.exec(path) : null;
      // The body of a bulk registration is a list; the route for it looks for itself.
      if (match)
        return work(match.slice(1), Array.isArray(body) ? { list: body } : bodySchema.parse(body), url);
    }
    return refusal(404, 0, '404: Not Found');
  };
}

function commandRoutes({ state }: Parts): readonly Route[] {
  const where = /^\/applications\/\d+\/(commands|guilds\/\d+\/commands)$/;
  return [
    ['GET', where, ([place = '']) => ok(state.commands.get(place) ?? [])],
    [
      'PUT',
      where,
      ([place = ''], { list }) => {
        const commands = z.array(z.record(z.string(), z.unknown())).parse(list);
        const registered = commands.map((command) => asRegistered(command, place !== 'commands'));
        state.commands.set(place, registered);
        return ok(registered);
      },
    ],
  ];
}

function interactionRoutes({ interactions }: Parts): readonly Route[] {
  const message = /^\/webhooks\/\d+\/([^/]+)\/messages\/([^/]+)$/;
  return [
    [
      'POST',
      /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      ([id = '', token = ''], body, url) => {
        const done = interactions.acknowledge(id, token, body);
        const kept = interactions.byToken(token);
        if (done.status !== 204 || url.searchParams.get('with_response') !== 'true' || !kept) return done;
        const { callback, original } = kept;
        const resource = { type: callback?.type, message: original && messageJson(original) };
        return ok({ interaction: { id, type: 2 }, resource });
      },
    ],
    ['PATCH', message, ([token = '', id = ''], body) => interactions.edit(token, id, body)],
    ['DELETE', message, ([token = '', id = '']) => interactions.remove(token, id)],
    ['POST', /^\/webhooks\/\d+\/([^/]+)$/, ([token = ''], body) => interactions.followUp(token, body)],
  ];
}

function messageRoutes({ state }: Parts): readonly Route[] {
  return [
    ['POST', /^\/channels\/\d+\/typing$/, () => ({ status: 204 })],
    ['POST', /^\/channels\/(\d+)\/messages$/, ([channel = ''], body) => postMessage(state, channel, body)],
    [
      'PATCH',
      /^\/channels\/\d+\/messages\/(\d+)$/,
      ([id], body) => {
        const message = state.messages.find((each) => each.id === id);
        if (!message) return refusal(404, 10008, 'Unknown Message');
        message.body = { ...message.body, ...body };
        return ok(messageJson(message));
      },
    ],
    [
      'GET',
      /^\/channels\/(\d+)\/messages$/,
      ([channel], _body, url) => {
        const after = BigInt(url.searchParams.get('after') ?? 0);
        return ok(
          state.messages
            .filter((each) => each.channel === channel && BigInt(each.id) > after)
            .map(messageJson),
        );
      },
    ],
  ];
}

function channelRoutes({ state }: Parts): readonly Route[] {
  const everyone = { id: ids.guild, permissions: String(0x400n | 0x800n | 0x10000n | (1n << 38n)) };
  return [
    [
      'POST',
      /^\/channels\/(\d+)\/threads$/,
      ([parent = ''], { name, applied_tags, message }) => {
        const id = snowflake();
        const about = { parent_id: parent, owner_id: ids.bot, name, applied_tags };
        state.channels.set(id, { id, type: 11, guild_id: ids.guild, ...about });
        postMessage(state, id, bodySchema.parse(message));
        return { status: 201, body: state.channels.get(id) };
      },
    ],
    [
      'GET',
      /^\/guilds\/\d+\/threads\/active$/,
      () => ok({ threads: [...state.channels.values()].filter(({ type }) => type === 11), members: [] }),
    ],
    ['GET', /^\/guilds\/\d+\/roles$/, () => ok([everyone])],
    ['GET', /^\/guilds\/\d+\/members\/\d+$/, () => ok({ roles: [] })],
    [
      'GET',
      /^\/channels\/(\d+)$/,
      ([id = '']) => {
        const channel = state.channels.get(id);
        return channel ? ok(channel) : refusal(404, 10003, 'Unknown Channel');
      },
    ],
    ['POST', /^\/users\/@me\/channels$/, () => ok({ id: ids.direct, type: 1 })],
  ];
}
