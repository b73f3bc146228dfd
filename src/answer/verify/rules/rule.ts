/** What a rule of the verifier is. */
import type { CitedClaim } from '../evidence.ts';
import type { Match } from '../match.ts';

/** Asked once of a claim; `check` returns what broke it, or nothing. */
export type ClaimRule<Name extends string = string> = {
  readonly name: Name;
  /** The rule in a sentence that a journalist would agree with. */
  readonly sentence: string;
  readonly asks: 'claim';
  readonly check: (cited: CitedClaim) => string | undefined;
};

/** Asked of each statement of a claim beside each fact that may bear it out; one fact has to pass them all. */
export type StatementRule<Name extends string = string> = {
  readonly name: Name;
  readonly sentence: string;
  readonly asks: 'statement';
  readonly check: (match: Match) => string | undefined;
};

/** A rule of either sort. */
export type Rule = ClaimRule | StatementRule;

/** Keeps the rule's name as its type. */
export const claimRule = <const Name extends string>(
  rule: Omit<ClaimRule<Name>, 'asks'>,
): ClaimRule<Name> => ({ ...rule, asks: 'claim' });

/** Keeps the rule's name as its type. */
export const statementRule = <const Name extends string>(
  rule: Omit<StatementRule<Name>, 'asks'>,
): StatementRule<Name> => ({
  ...rule,
  asks: 'statement',
});
