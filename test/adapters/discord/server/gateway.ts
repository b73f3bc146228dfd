/** The gateway of the loopback Discord: hello, identify, ready, heartbeat, resume. */
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { botUser, ids, snowflake, TOKEN } from './ids.ts';

const packetSchema = z.object({ op: z.number(), d: z.unknown() });
const identifySchema = z.object({
  token: z.string(),
  intents: z.number(),
  shard: z.tuple([z.number(), z.number()]).optional(),
  properties: z.object({}).loose(),
});
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

/** Guild Members, Guild Presences, Message Content. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

type Session = {
  readonly id: string;
  readonly intents: number;
  readonly shard: number;
  socket: WebSocket | undefined;
  seq: number;
  /** Every event sent, for a resume. */
  readonly sent: { readonly seq: number; readonly packet: string }[];
};

export type Gateway = {
  readonly server: WebSocketServer;
  /** Sends an event to a shard of each bot that is connected, or keeps it for a resume. */
  readonly dispatch: (event: string, data: unknown, needs?: number) => void;
  /** Sends the newest events again, as a careless resume does. */
  readonly repeat: (count: number) => void;
  /** Cuts the connections with this close code. */
  readonly drop: (code: number) => void;
  /** Answers the next logins with this close code instead of READY. */
  readonly refuseLogins: (code: number, times: number) => void;
  readonly stats: {
    identifies: number;
    resumes: number;
    heartbeats: number;
    readonly intents: number[];
    readonly shards: number[];
  };
  readonly close: () => void;
};

/** A gateway that is told where its own address is. */
export function createGateway(urlOf: () => string, heartbeatMs: number): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const refusal = { code: 0, times: 0 };
  const stats: Gateway['stats'] = { identifies: 0, resumes: 0, heartbeats: 0, intents: [], shards: [] };

  const send = (session: Session, event: string, data: unknown) => {
    session.seq += 1;
    const packet = JSON.stringify({ op: 0, t: event, s: session.seq, d: data });
    session.sent.push({ seq: session.seq, packet });
    session.socket?.send(packet);
  };

  const identify = (socket: WebSocket, data: unknown) => {
    stats.identifies += 1;
    const parsed = identifySchema.safeParse(data);
    if (!parsed.success) return socket.close(4002);
    const { token, intents, shard = [0, 1] } = parsed.data;
    if (token !== TOKEN) return socket.close(4004);
    if ((intents & PRIVILEGED) !== 0) return socket.close(4014);
    if (refusal.times > 0) {
      refusal.times -= 1;
      return socket.close(refusal.code);
    }
    stats.intents.push(intents);
    stats.shards.push(shard[0]);
    const session: Session = { id: snowflake(), intents, shard: shard[0], socket, seq: 0, sent: [] };
    sessions.set(session.id, session);
    socket.once('close', () => detach(session, socket));
    send(session, 'READY', {
      v: 10,
      user: botUser,
      guilds: [{ id: ids.guild, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: urlOf(),
      shard,
      application: { id: ids.bot, flags: 0 },
    });
  };

  const detach = (session: Session, socket: WebSocket) => {
    if (session.socket === socket) session.socket = undefined;
  };

  const resume = (socket: WebSocket, data: unknown) => {
    const parsed = resumeSchema.safeParse(data);
    const session = parsed.success ? sessions.get(parsed.data.session_id) : undefined;
    if (!parsed.success || !session || parsed.data.seq > session.seq)
      return socket.send(JSON.stringify({ op: 9, d: false }));
    stats.resumes += 1;
    session.socket = socket;
    socket.once('close', () => detach(session, socket));
    for (const { seq, packet } of session.sent) if (seq > parsed.data.seq) socket.send(packet);
    send(session, 'RESUMED', {});
  };

  server.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: heartbeatMs } }));
    socket.on('message', (raw) => {
      const parsed = packetSchema.safeParse(JSON.parse(String(raw)));
      if (!parsed.success) return socket.close(4002);
      const { op, d } = parsed.data;
      if (op === 1) {
        stats.heartbeats += 1;
        socket.send(JSON.stringify({ op: 11 }));
      } else if (op === 2) identify(socket, d);
      else if (op === 6) resume(socket, d);
      else if (op !== 3) socket.close(4001);
    });
  });

  return {
    server,
    stats,
    dispatch: (event, data, needs = 0) => {
      const session = [...sessions.values()].toReversed().find(({ shard }) => shard === 0);
      if (session && (needs === 0 || (session.intents & needs) !== 0)) send(session, event, data);
    },
    repeat: (count) => {
      for (const session of sessions.values())
        for (const { packet } of session.sent.filter(({ packet }) => !/"t":"RE/.test(packet)).slice(-count))
          session.socket?.send(packet);
    },
    drop: (code) => {
      for (const { socket } of sessions.values()) socket?.close(code);
    },
    refuseLogins: (code, times) => Object.assign(refusal, { code, times }),
    close: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}
