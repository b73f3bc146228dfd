/** Health and metrics over HTTP, for whatever watches over the process. */
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { RunningAdapter } from '../adapter.ts';

export type HealthDeps = {
  readonly adapters: () => readonly Pick<RunningAdapter, 'platform' | 'status'>[];
  readonly topics: () => number;
  readonly scrape: () => Promise<string>;
  readonly contentType: string;
};

/**
 * `/healthz`: the process answers. `/readyz`: every platform is up and there are topics, else 503 with what is not.
 * `/metrics`: Prometheus text.
 */
export function healthApp({ adapters, topics, scrape, contentType }: HealthDeps): Hono {
  return new Hono()
    .get('/healthz', (context) => context.json({ status: 'ok' }))
    .get('/readyz', (context) => {
      const platforms = adapters().map(({ platform, status }) => ({ platform, ...status() }));
      const ready = topics() > 0 && platforms.every(({ state }) => state === 'up');
      return context.json(
        { status: ready ? 'ready' : 'not ready', topics: topics(), platforms },
        ready ? 200 : 503,
      );
    })
    .get('/metrics', async (context) => context.body(await scrape(), 200, { 'content-type': contentType }));
}

/** Serves the app on a port of this host until closed. */
export function serveHealth(app: Hono, port: number): ServerType {
  return serve({ fetch: app.fetch, port });
}
