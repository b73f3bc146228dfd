/** Claims by a model or by extraction; both pass the same verifier. */
import type { Topic } from '../knowledge/schema.ts';
import { oncePer } from '../once-per.ts';
import type { Claim, Engine } from './answer.ts';
import { otherSides } from './claims.ts';
import { dossierOf } from './dossier.ts';
import type { Found } from './find.ts';
import { languageOf } from './language.ts';
import type { CompositionRequest, Model } from './model.ts';
import type { Question } from './question.ts';
import type { Report } from './report.ts';
import type { Turn } from './thread.ts';
import { verifyClaims } from './verify/verify.ts';

/** Verified claims, best first, and who composed them; no claims where the file does not say. */
export type Composed = { readonly claims: readonly Claim[]; readonly engine: Engine };

type Composing = {
  readonly question: Question;
  readonly found: Found;
  readonly turns: readonly Turn[];
  /** Ends what the model does. */
  readonly signal: AbortSignal | undefined;
};
type Means = { readonly model?: Model | undefined; readonly report?: Report | undefined };

/** Composes by the model where there is one and it delivers, else by extraction; hands each claim out when verified. */
export async function composeClaims(composing: Composing, { model, report }: Means): Promise<Composed> {
  const byModel = model && (await composeByModel(composing, model, report));
  if (byModel) return byModel;
  const { question, found } = composing;
  const claims = verifiedExtract(found, report);
  for (const claim of claims) question.onClaim?.(claim, found.topic.topic);
  return { claims, engine: 'extractive' };
}

/** The file's own sentences stand or fall once for each version of the file. */
const verdictsOn = oncePer((_topic: Topic) => new Map<string, boolean>());

function verifiedExtract({ topic, claims }: Found, report: Report | undefined): readonly Claim[] {
  const known = verdictsOn(topic);
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
  { compose }: Model,
  report: Report | undefined,
): Promise<Composed | undefined> {
  const request = requestOf(composing);
  const { topic } = request;
  const kept: Claim[] = [];
  let offered = 0;
  const publish = (claim: Claim) => {
    kept.push(claim);
    composing.question.onClaim?.(claim, topic.topic);
  };
  try {
    const composition = await compose(request);
    if (!composition) return undefined;
    const against = { ...request, engine: 'openai', retrieved: composition.evidence } as const;
    for await (const claim of composition.claims) {
      offered += 1;
      if (kept.some(({ text }) => text === claim.text)) continue;
      verified([claim], against, report).forEach(publish);
    }
  } catch (error) {
    report?.({ kind: 'composer-failed', topic: topic.topic, error });
    if (kept.length === 0) return undefined;
  }
  if (kept.length === 0 && offered > 0) return undefined;
  missingSides(kept, topic).forEach(publish);
  return { claims: kept, engine: 'openai' };
}

/** What the file answers to an accusation that the model left without it, in the file's own words. */
function missingSides(claims: readonly Claim[], topic: Topic): readonly Claim[] {
  const told = new Set(claims.flatMap(({ citations }) => citations));
  const isTold = ({ citations }: Claim) => citations.some((id) => told.has(id));
  const missing = claims
    .map((claim) => otherSides(claim, dossierOf(topic)))
    .flatMap((others) => (others.some(isTold) ? [] : others.slice(0, 1)));
  return [...new Map(missing.map((claim) => [claim.text, claim])).values()];
}

function requestOf({ question, found, turns, signal }: Composing): CompositionRequest {
  return {
    question: found.question,
    topic: found.topic,
    found: found.hits,
    turns,
    language: languageOf(question, found.topic),
    ...(question.user === undefined ? {} : { user: question.user }),
    ...(signal ? { signal } : {}),
  };
}

type Verification = {
  readonly topic: Topic;
  readonly engine: Engine;
  /** Ids that may be cited; everything where it is absent. */
  readonly retrieved?: readonly string[];
  /** ISO 639-1 code of the claims; the topic's own where it is absent. */
  readonly language?: string;
};

function verified(
  claims: readonly Claim[],
  { topic, engine, retrieved, language }: Verification,
  report: Report | undefined,
): readonly Claim[] {
  const { kept, dropped } = verifyClaims(
    claims,
    { topic, ...(retrieved ? { retrieved: new Set(retrieved) } : {}) },
    language === undefined ? {} : { language },
  );
  for (const each of dropped) report?.({ kind: 'claim-dropped', engine, topic: topic.topic, dropped: each });
  return kept;
}
