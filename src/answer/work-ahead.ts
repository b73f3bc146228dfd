/** Works out in idle time what the first questions to a topic would otherwise wait for. */
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
  for (const topic of topics.toSorted((a, b) => b.asOf.localeCompare(a.asOf))) {
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

/** Takes the steps in short turns with pauses between them; what is left undone keeps no process alive. */
export function inIdleTime(steps: Iterator<void>): void {
  const turn = () => {
    const until = performance.now() + TURN_MS;
    while (performance.now() < until) if (steps.next().done) return;
    setTimeout(turn, PAUSE_MS).unref();
  };
  setTimeout(turn, PAUSE_MS).unref();
}
