/** A briefing whose nut graf a model composes: verified sentence by sentence, else the curator's own. */
import type { Claim } from '../answer/answer.ts';
import { verifyClaims } from '../answer/verify/verify.ts';
import type { Topic } from '../knowledge/schema.ts';
import type { Metrics } from '../metrics.ts';
import { oncePer } from '../once-per.ts';
import type { Briefing } from './briefing.ts';
import { composeBriefing } from './compose.ts';

/** Drafts the lead of a topic's briefing; `undefined` when the model may not be asked now. Rejects when it fails. */
export type Summariser = (topic: Topic) => Promise<AsyncIterable<Claim> | undefined>;

/** A lead of fewer sentences than this is no lead: the file's own is better. */
const FEWEST_SENTENCES = 2;
const MOST_SENTENCES = 5;

/**
 * Composes briefings; every fault of the model ends in the briefing that the file alone gives. The same draft gives the
 * same briefing, which is verified once and which adapters have rendered already.
 */
export function createModelBriefing(
  summarise: Summariser,
  metrics: Metrics,
): (topic: Topic) => Promise<Briefing> {
  const fromFile = oncePer((topic: Topic) => composeBriefing(topic));
  const last = new WeakMap<Topic, { readonly drafts: string; readonly briefing: Briefing }>();
  const compose = (topic: Topic, drafts: readonly Claim[]): Briefing => {
    const { kept, dropped } = verifyClaims(drafts, { topic });
    if (dropped.length > 0)
      metrics.count('claims_dropped', { engine: 'openai', rule: 'briefing' }, dropped.length);
    return kept.length < FEWEST_SENTENCES
      ? fromFile(topic)
      : { ...composeBriefing(topic, kept.slice(0, MOST_SENTENCES)), engine: 'openai' };
  };
  return async (topic) => {
    const claims = await collect(summarise, topic);
    const drafts = JSON.stringify(claims);
    const known = last.get(topic);
    if (known?.drafts === drafts) return known.briefing;
    const briefing = compose(topic, claims);
    last.set(topic, { drafts, briefing });
    return briefing;
  };
}

/** The engine has logged and counted its own fault; what came before it is still good if it verifies. */
async function collect(summarise: Summariser, topic: Topic): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  try {
    for await (const claim of (await summarise(topic)) ?? []) claims.push(claim);
  } catch {
    return claims;
  }
  return claims;
}
