/** A chat platform on a loopback socket: takes posts, may lose answers, and shows what is in its channels. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { DigestPlatform, DigestPoster, PostResult } from '../../../src/digest/delivery-port.ts';

const postSchema = z.object({ platform: z.string(), channel: z.string(), key: z.string() });

/** A message in a channel; `at` in epoch milliseconds. */
type Message = z.infer<typeof postSchema> & { readonly at: number };

export type LoopbackPlatform = {
  readonly url: string;
  /** Everything that stands in the channels, in the order in which it was posted. */
  readonly messages: readonly Message[];
  /** Of so many posts that it takes, it loses one answer; 0 loses none. */
  loseOneIn: number;
  readonly close: () => Promise<void>;
};

/** Starts the platform. `nonceMs`: how long its "discord" recognises a repeated key. */
export async function startPlatform(nonceMs = 0): Promise<LoopbackPlatform> {
  const messages: Message[] = [];
  const byKey = new Map<string, Message>();
  const platform = { loseOneIn: 0 };
  let taken = 0;
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback');
    if (pathname === '/find') {
      const found = byKey.get(`${searchParams.get('channel')} ${searchParams.get('key')}`);
      response.end(JSON.stringify({ found: found !== undefined }));
      return;
    }
    const post = postSchema.parse(JSON.parse(await readBody(request)));
    const name = `${post.channel} ${post.key}`;
    const first = byKey.get(name);
    const recognised = post.platform === 'discord' && first && Date.now() - first.at < nonceMs;
    if (!recognised) {
      const message = { ...post, at: Date.now() };
      messages.push(message);
      byKey.set(name, message);
    }
    taken += 1;
    if (platform.loseOneIn > 0 && taken % platform.loseOneIn === 0) request.socket.destroy();
    else response.end(JSON.stringify({ message: String(messages.length) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(platform, {
    url: `http://127.0.0.1:${port}`,
    messages,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** A poster for it. `recognisesRepeatsMs` of 0 makes deliveries look into the channel instead. */
export function createLoopbackPoster(
  url: string,
  { platform, recognisesRepeatsMs }: { platform: DigestPlatform; recognisesRepeatsMs: number },
): DigestPoster {
  return {
    platform,
    limits: { perSecond: 100_000, channelGapMs: 0 },
    recognisesRepeatsMs,
    canPost: async () => ({ ok: true }),
    prepare: (reply) => {
      const text = JSON.stringify(reply.blocks);
      return async ({ channel, key, signal }): Promise<PostResult> => {
        try {
          const body = JSON.stringify({ platform, channel, key, text });
          const response = await fetch(url, { method: 'POST', body, signal });
          return {
            kind: 'posted',
            message: z.object({ message: z.string() }).parse(await response.json()).message,
          };
        } catch (error) {
          return { kind: 'unsure', reason: error instanceof Error ? error.message : 'lost' };
        }
      };
    },
    findPosted: async ({ channel }, { key, signal }) => {
      try {
        const response = await fetch(`${url}/find?${new URLSearchParams({ channel, key })}`, { signal });
        const { found } = z.object({ found: z.boolean() }).parse(await response.json());
        return found ? { kind: 'found', message: 'found' } : { kind: 'absent' };
      } catch {
        return { kind: 'unknown', reason: 'no answer' };
      }
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
