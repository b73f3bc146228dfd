/** The rules of the verifier, in the order in which they are asked. */
import type { CitedClaim } from './evidence.ts';

/** A rule in a sentence that a journalist would agree with; `check` returns what broke it, or nothing. */
export type Rule<Name extends string = string> = {
  readonly name: Name;
  readonly sentence: string;
  readonly check: (claim: CitedClaim) => string | undefined;
};

const citesWhatExists = {
  name: 'cites-what-exists',
  sentence:
    'A claim cites at least one fact or quote, and each of them is in the file and was found for the question.',
  check: ({ claim, missing }: CitedClaim) =>
    claim.citations.length === 0
      ? 'no citation'
      : missing.length > 0
        ? `unknown: ${missing.join(', ')}`
        : undefined,
} as const;

export const rules = [citesWhatExists] as const satisfies readonly Rule[];
export type RuleName = (typeof rules)[number]['name'];
