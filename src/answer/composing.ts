/** Claims by a model or by extraction; both pass the same verifier. */
import type { Question } from '../desk.ts';
import type { Topic } from '../knowledge/schema.ts';
import type { Hit } from '../retrieval/knowledge-index.ts';
import type { Claim, Engine } from './answer.ts';
import type { Composer, CompositionRequest } from './compose.ts';
import type { Found } from './find.ts';
import { languageOf } from './language.ts';
import type { Turn } from './thread.ts';
import { type DroppedClaim, verifyClaims } from './verify/verify.ts';

/** What happened on the way to an answer that operators count; never holds what users wrote. */
export type AskEvent =
  | {
      readonly kind: 'claim-dropped';
      readonly engine: Engine;
      readonly topic: string;
      readonly dropped: DroppedClaim;
    }
  | { readonly kind: 'composer-failed'; readonly topic: string; readonly error: unknown }
  | { readonly kind: 'thread-unavailable'; readonly error: unknown };

export type Report = (event: AskEvent) => void;

/** Verified claims, best first, and who composed them; no claims where the file does not say. */
export type Composed = { readonly claims: readonly Claim[]; readonly engine: Engine };

type Composing = { readonly question: Question; readonly found: Found; readonly turns: readonly Turn[] };
type Means = { readonly composer?: Composer | undefined; readonly report?: Report | undefined };

/** Composes by the model where there is one and it delivers, else by extraction; hands each claim out when verified. */
export async function composeClaims(composing: Composing, { composer, report }: Means): Promise<Composed> {
  const byModel = composer && (await composeByModel(composing, composer, report));
  if (byModel) return byModel;
  const { question, found } = composing;
  const claims = verifiedExtract(found, report);
  for (const claim of claims) question.onClaim?.(claim, found.topic.topic);
  return { claims, engine: 'extractive' };
}

/** The file's own sentences stand or fall once for each version of the file. */
const verdicts = new WeakMap<Topic, Map<string, boolean>>();

function verifiedExtract({ topic, claims }: Found, report: Report | undefined): readonly Claim[] {
  const known = verdicts.get(topic) ?? new Map<string, boolean>();
  verdicts.set(topic, known);
  return claims.filter((claim) => {
    const key = `${claim.text}\n${claim.citations.join(' ')}`;
    const stands = known.get(key) ?? verified([claim], { topic, engine: 'extractive' }, report).length > 0;
    known.set(key, stands);
    return stands;
  });
}

/**
 * The model's verified claims. Undefined where extraction has to take over: it declined, failed before a claim stood,
 * or nothing of what it claimed stood. A model that claims nothing says that the file does not tell.
 */
async function composeByModel(
  composing: Composing,
  composer: Composer,
  report: Report | undefined,
): Promise<Composed | undefined> {
  const { question, found } = composing;
  const { topic, hits } = found;
  const language = languageOf(question.locale, topic);
  const kept: Claim[] = [];
  let offered = 0;
  try {
    const claims = await composer(requestOf(composing));
    if (!claims) return undefined;
    for await (const claim of claims) {
      offered += 1;
      for (const good of verified([claim], { topic, engine: 'openai', hits, language }, report)) {
        kept.push(good);
        question.onClaim?.(good, topic.topic);
      }
    }
  } catch (error) {
    report?.({ kind: 'composer-failed', topic: topic.topic, error });
    return kept.length > 0 ? { claims: kept, engine: 'openai' } : undefined;
  }
  return kept.length > 0 || offered === 0 ? { claims: kept, engine: 'openai' } : undefined;
}

function requestOf({ question, found, turns }: Composing): CompositionRequest {
  return {
    question: found.question,
    asked: question.text,
    topic: found.topic,
    evidence: found.hits,
    turns,
    ...(question.locale === undefined ? {} : { locale: question.locale }),
    ...(question.user === undefined ? {} : { user: question.user }),
  };
}

type Verification = {
  readonly topic: Topic;
  readonly engine: Engine;
  /** What may be cited; everything where it is absent. */
  readonly hits?: readonly Hit[];
  /** ISO 639-1 code of the claims; the topic's own where it is absent. */
  readonly language?: string;
};

function verified(
  claims: readonly Claim[],
  { topic, engine, hits, language }: Verification,
  report: Report | undefined,
): readonly Claim[] {
  const retrieved = hits && new Set(hits.map(({ id }) => id));
  const { kept, dropped } = verifyClaims(
    claims,
    { topic, ...(retrieved ? { retrieved } : {}) },
    language === undefined ? {} : { language },
  );
  for (const each of dropped) report?.({ kind: 'claim-dropped', engine, topic: topic.topic, dropped: each });
  return kept;
}
