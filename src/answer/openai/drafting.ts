/** Drafts of answers: kept ones, or new ones from the model. */
import type { Claim } from '../answer.ts';
import { verifyClaims } from '../verify/verify.ts';
import { cacheKey } from './answer-cache.ts';
import { draftSchema, readClaims } from './drafts.ts';
import { instructionsFor, type Material, tellMaterial } from './prompt.ts';
import { type Asker, mayAsk, type Running, startRequest, type Works } from './running.ts';

/** The kept draft, or a new one; undefined where the model may not be asked now. */
export async function draft(
  works: Works,
  material: Material,
  asker: Asker,
): Promise<AsyncIterable<Claim> | undefined> {
  const { cache, settings, metrics } = works;
  const key = cacheKey(material, settings);
  const kept = await cache.read(key);
  metrics.count('openai_cache', { result: kept ? 'hit' : 'miss' });
  if (kept) return replay(kept);
  if (!(await mayAsk(works, asker))) return undefined;
  return compose(works, material, { ...asker, keep: (claims) => cache.keep(key, claims) });
}

async function* replay(claims: readonly Claim[]): AsyncGenerator<Claim, void, undefined> {
  yield* claims;
}

type Composing = Asker & { readonly keep: (claims: readonly Claim[]) => Promise<void> };

async function* compose(
  works: Works,
  material: Material,
  { keep, ...asker }: Composing,
): AsyncGenerator<Claim, void, undefined> {
  const done = startRequest(works, asker);
  const claims: Claim[] = [];
  try {
    const request = {
      instructions: instructionsFor(material.task),
      input: tellMaterial(material),
      schema: draftSchema,
      name: 'answer',
      signal: asker.signal,
      onUsage: done.onUsage,
    };
    for await (const claim of readClaims(works.transport.stream(request))) {
      if (!(await isEntailed(works, { claim, material }, { ...asker, ...done }))) continue;
      claims.push(claim);
      yield claim;
    }
    done.succeeded();
  } catch (error) {
    throw done.failed(error);
  } finally {
    await done.settle();
  }
  await keep(claims);
}

type Drafted = { readonly claim: Claim; readonly material: Material };

/** The second check, for claims that the rules let through; the others are left to the caller to drop and count. */
async function isEntailed(
  { check, metrics }: Works,
  { claim, material: { topic, language } }: Drafted,
  { signal, onUsage }: Asker & Running,
): Promise<boolean> {
  if (!check || verifyClaims([claim], { topic }, { language }).kept.length === 0) return true;
  const entailed = await check(claim, topic, { signal, onUsage });
  metrics.count('openai_checked', { result: entailed ? 'entailed' : 'not-entailed' });
  return entailed;
}
