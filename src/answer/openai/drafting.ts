/** Drafts of answers: kept ones, or new ones from the model. */
import type { Topic } from '../../knowledge/schema.ts';
import type { Claim } from '../answer.ts';
import { verifyClaims } from '../verify/verify.ts';
import { cacheKey } from './answer-cache.ts';
import { draftSchema, readClaims } from './drafts.ts';
import { INSTRUCTIONS, type Material, tellMaterial } from './prompt.ts';
import { mayAsk, type Running, startRequest, type Works } from './running.ts';

/** Facts and quotes that one request sends at most. */
export const MOST_EVIDENCE = 24;

/** The kept draft, or a new one; undefined where the model may not be asked now. */
export async function draft(
  works: Works,
  material: Material,
  user: string | undefined,
): Promise<AsyncIterable<Claim> | undefined> {
  const { cache, settings, metrics } = works;
  const sent = { ...material, ids: material.ids.slice(0, MOST_EVIDENCE) };
  const key = cacheKey(sent, settings.model);
  const kept = await readKept(works, key);
  metrics.count('openai_cache', { result: kept ? 'hit' : 'miss' });
  if (kept) return replay(kept);
  if (!(await mayAsk(works, user))) return undefined;
  return compose(works, sent, { user, keep: (claims) => cache.keep(key, claims) });
}

/** A cache that cannot be read is no reason not to answer. */
async function readKept({ cache, log }: Works, key: string): Promise<readonly Claim[] | undefined> {
  try {
    return await cache.read(key);
  } catch (error) {
    log.warn({ err: error }, 'kept answers cannot be read');
    return undefined;
  }
}

async function* replay(claims: readonly Claim[]): AsyncGenerator<Claim, void, undefined> {
  yield* claims;
}

type Composing = {
  readonly user: string | undefined;
  readonly keep: (claims: readonly Claim[]) => Promise<void>;
};

async function* compose(
  works: Works,
  material: Material,
  { user, keep }: Composing,
): AsyncGenerator<Claim, void, undefined> {
  const done = startRequest(works, user);
  const claims: Claim[] = [];
  try {
    const request = {
      instructions: INSTRUCTIONS,
      input: tellMaterial(material),
      schema: draftSchema,
      name: 'answer',
      signal: done.signal,
      onUsage: done.onUsage,
    };
    for await (const claim of readClaims(works.transport.stream(request))) {
      if (!(await isEntailed(works, { claim, topic: material.topic }, done))) continue;
      claims.push(claim);
      yield claim;
    }
    done.succeeded();
    await keep(claims);
  } catch (error) {
    throw done.failed(error);
  } finally {
    await done.settle();
  }
}

/** The second check, for claims that the rules let through; the others are left to the caller to drop and count. */
async function isEntailed(
  { check, metrics }: Works,
  { claim, topic }: { claim: Claim; topic: Topic },
  { signal, onUsage }: Running,
): Promise<boolean> {
  if (!check || verifyClaims([claim], { topic }).kept.length === 0) return true;
  const entailed = await check(claim, topic, { signal, onUsage });
  metrics.count('openai_checked', { result: entailed ? 'entailed' : 'not-entailed' });
  return entailed;
}
