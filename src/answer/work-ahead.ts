/** Works out in idle time what the first questions to a topic would otherwise wait for. */
import { newestFirst } from '../knowledge/newest-first.ts';
import type { Topic } from '../knowledge/schema.ts';
import { dossierOf } from './dossier.ts';
import { readCandidates } from './extract/candidate.ts';
import { readPredicates } from './extract/fit.ts';
import type { Sources } from './find.ts';
import { trySuggestions } from './suggest.ts';

/** Facts of the topics that are prepared at once, some 130 MB; further topics are read when they are asked about. */
const MOST_FACTS = 12_000;

/** What of some topics is prepared, the newest ones first: a step of a millisecond or so for each `next`. */
export function* prepareTopics(topics: readonly Topic[], sources: Sources): Generator<void> {
  let facts = 0;
  for (const topic of newestFirst(topics)) {
    facts += topic.facts.length;
    if (facts > MOST_FACTS) return;
    // Waiting here, a topic may have been taken away or have become another.
    if (sources.index.topic(topic.topic) === topic) yield* prepare(topic, sources);
  }
}

function* prepare(topic: Topic, sources: Sources): Generator<void> {
  const dossier = dossierOf(topic);
  if (!dossier.curated) return;
  yield;
  yield* readCandidates({ dossier, vectors: sources.vectors });
  yield* readPredicates(dossier);
  yield* trySuggestions(topic, sources);
}

/** A question that comes in meanwhile waits for no more than this. */
const TURN_MS = 1;
const PAUSE_MS = 10;

/** The time in which nothing is asked. */
export type IdleTime = {
  /** Takes the steps in short turns with pauses between them; what is left undone keeps no process alive. */
  readonly spend: (steps: Iterator<void>) => void;
  /** The same function; while it is called again and again no turn is taken. */
  readonly interruptedBy: <In, Out>(work: (input: In) => Promise<Out>) => (input: In) => Promise<Out>;
};

/** Idle time from now on. */
export function createIdleTime(): IdleTime {
  let since = performance.now();
  const spend = (steps: Iterator<void>) => {
    const turn = () => {
      const started = performance.now();
      if (started - since >= PAUSE_MS)
        while (performance.now() < started + TURN_MS) if (steps.next().done) return;
      setTimeout(turn, PAUSE_MS).unref();
    };
    setTimeout(turn, PAUSE_MS).unref();
  };
  return {
    spend,
    interruptedBy: (work) => async (input) => {
      since = performance.now();
      const done = await work(input);
      since = performance.now();
      return done;
    },
  };
}
