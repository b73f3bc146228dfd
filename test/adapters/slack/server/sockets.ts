/** Socket Mode as Slack speaks it: hello, envelopes with acknowledgements, wishes for a new connection. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

export type Envelope = {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: unknown;
  readonly retry?: number;
};

export type Sockets = {
  readonly open: () => number;
  /** How many sockets were opened since the beginning. */
  readonly opened: () => number;
  /** Waits for a socket, delivers, and waits for the acknowledgement; gives the milliseconds that it took. */
  readonly deliver: (envelope: Envelope) => Promise<number>;
  /** Slack's own wish for a new connection. */
  readonly refresh: () => void;
  /** The network dies: no close frame. */
  readonly cut: () => void;
  /** From now on the open sockets stay open and bring nothing, not even answers to pings. */
  readonly deafen: () => void;
};

/** Sockets that are accepted at `url`. */
export function createSockets(url: string) {
  const hub = new WebSocketServer({ noServer: true, autoPong: false });
  const open = new Set<WebSocket>();
  const deaf = new Set<WebSocket>();
  const acks = new Map<string, () => void>();
  let opened = 0;
  hub.on('connection', (socket) => {
    open.add(socket);
    opened += 1;
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => open.delete(socket));
    socket.on('ping', (data) => {
      if (!deaf.has(socket)) socket.pong(data);
    });
    socket.on('message', (data) => {
      const { envelope_id } = z.object({ envelope_id: z.string() }).parse(JSON.parse(String(data)));
      acks.get(envelope_id)?.();
    });
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: open.size, connection_info: { app_id: 'A1' } }),
    );
  });
  const hearing = async (): Promise<WebSocket> => {
    for (;;) {
      const socket = [...open].findLast((each) => each.readyState === each.OPEN && !deaf.has(each));
      if (socket) return socket;
      await sleep(10);
    }
  };
  return {
    url,
    accept: (
      ...[request, socket, head]: Parameters<typeof hub.handleUpgrade> extends [
        infer R,
        infer S,
        infer H,
        ...unknown[],
      ]
        ? [R, S, H]
        : never
    ) => hub.handleUpgrade(request, socket, head, (connected) => hub.emit('connection', connected, request)),
    open: () => open.size,
    opened: () => opened,
    deliver: async ({ type, payload, retry }: Envelope) => {
      const socket = await hearing();
      const id = crypto.randomUUID();
      const acked = new Promise<void>((resolve) => acks.set(id, resolve));
      const began = performance.now();
      const attempt = retry === undefined ? {} : { retry_attempt: retry, retry_reason: 'timeout' };
      socket.send(
        JSON.stringify({
          envelope_id: id,
          type,
          payload,
          accepts_response_payload: type !== 'events_api',
          ...attempt,
        }),
      );
      await acked;
      return performance.now() - began;
    },
    refresh: () => {
      for (const socket of open)
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    cut: () => {
      for (const socket of open) socket.terminate();
    },
    deafen: () => {
      for (const socket of open) deaf.add(socket);
    },
  };
}
