/** Counts and timings for operators. */

/** Label values by name. */
export type Labels = Readonly<Record<string, string>>;

/** What parts of the desk report through; label values must come from a small fixed set, never from users. */
export type Metrics = {
  /** Adds to `briefdesk_<name>_total`; the same labels must be given each time. */
  readonly count: (name: string, labels?: Labels, by?: number) => void;
  /** Sets `briefdesk_<name>`. */
  readonly gauge: (name: string, value: number, labels?: Labels) => void;
  /** Observes `briefdesk_<name>_seconds`; `ms` is in milliseconds. */
  readonly time: (name: string, ms: number, labels?: Labels) => void;
};

/** Metrics that go nowhere, for the command line and for tests. */
export const noMetrics: Metrics = { count: () => undefined, gauge: () => undefined, time: () => undefined };
