/** Counts and timings for operators, in Prometheus' text format. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

type Labels = Readonly<Record<string, string>>;

/** What parts of the desk report through; label values must come from a small fixed set, never from users. */
export type Metrics = {
  /** Adds to `briefdesk_<name>_total`; the same labels must be given each time. */
  readonly count: (name: string, labels?: Labels, by?: number) => void;
  /** Sets `briefdesk_<name>`. */
  readonly gauge: (name: string, value: number, labels?: Labels) => void;
  /** Observes `briefdesk_<name>_seconds`; `ms` is in milliseconds. */
  readonly time: (name: string, ms: number, labels?: Labels) => void;
};

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

/** Metrics that go nowhere, for the command line and for tests. */
export const noMetrics: Metrics = { count: () => undefined, gauge: () => undefined, time: () => undefined };
