/** The verifier: which claims the cited facts and quotes bear out; a claim that fails any rule is dropped. */
import type { Claim } from '../answer.ts';
import { citeClaim, type Evidence } from './evidence.ts';
import { type RuleName, rules } from './rules.ts';

export type { RuleName } from './rules.ts';

/** A claim that may not be published, the first rule that it broke, and what in it broke the rule. */
export type DroppedClaim = { readonly claim: Claim; readonly rule: RuleName; readonly detail: string };
export type Verdict = { readonly kept: readonly Claim[]; readonly dropped: readonly DroppedClaim[] };

/**
 * Sorts claims into those that the evidence bears out and those that break a rule. Pure. `retrieved` narrows
 * what may be cited to the ids that the question found; `language` is the ISO 639-1 code that the claims are
 * allowed to be written in, by default the topic's own.
 */
export function verifyClaims(
  claims: readonly Claim[],
  evidence: Evidence,
  options: { language?: string } = {},
): Verdict {
  const kept: Claim[] = [];
  const dropped: DroppedClaim[] = [];
  for (const claim of claims) {
    const fault = firstFault(claim, evidence, options.language ?? evidence.topic.language);
    if (fault) dropped.push({ claim, ...fault });
    else kept.push(claim);
  }
  return { kept, dropped };
}

function firstFault(claim: Claim, evidence: Evidence, language: string) {
  const cited = citeClaim(claim, evidence, language);
  for (const rule of rules) {
    const detail = rule.check(cited);
    if (detail !== undefined) return { rule: rule.name, detail };
  }
  return undefined;
}
