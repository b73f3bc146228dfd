/** Metrics in Prometheus' text format. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Labels, Metrics } from './metrics.ts';

/** Metrics and their scrape text. Instruments come into being with their first use. */
export function createMetrics(): Metrics & {
  readonly scrape: () => Promise<string>;
  readonly contentType: string;
} {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const instruments = new Map<string, Counter | Gauge | Histogram>();
  const instrument = <T extends Counter | Gauge | Histogram>(
    kind: new (options: Options) => T,
    name: string,
    labels: Labels,
  ): T => {
    const known = instruments.get(name);
    if (known instanceof kind) return known;
    const created = new kind({
      name: `briefdesk_${name}`,
      help: name.replaceAll('_', ' '),
      labelNames: Object.keys(labels),
      registers: [registry],
    });
    instruments.set(name, created);
    return created;
  };
  return {
    count: (name, labels = {}, by = 1) => instrument(Counter, `${name}_total`, labels).inc(labels, by),
    gauge: (name, value, labels = {}) => instrument(Gauge, name, labels).set(labels, value),
    time: (name, ms, labels = {}) =>
      instrument(Histogram, `${name}_seconds`, labels).observe(labels, ms / 1000),
    scrape: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

type Options = { name: string; help: string; labelNames: string[]; registers: Registry[] };
