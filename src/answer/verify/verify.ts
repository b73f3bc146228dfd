/** The verifier: which claims the cited facts and quotes bear out; a claim that fails any rule is dropped. */
import type { Claim } from '../answer.ts';
import { type CitedClaim, citeClaim, type Evidence } from './evidence.ts';
import { foreignFault, isForeign } from './foreign/foreign.ts';
import { isNegator } from './lexicon/operators.ts';
import { isContent, matchStatement } from './match.ts';
import { isFilesOwn } from './own-sentence.ts';
import { negationKept } from './rules/negation.ts';
import { claimRules, foreignStands, type RuleName, statementRules } from './rules.ts';
import { answerOf, splitAnswer } from './text/answers.ts';
import { withoutApposition } from './text/appositions.ts';
import { readText } from './text/reading.ts';
import { readStatements, type Statement } from './text/statements.ts';
import type { Word } from './text/words.ts';

export type { RuleName } from './rules.ts';

/** A claim that may not be published, the first rule that it broke, and what in it broke the rule. */
export type DroppedClaim = { readonly claim: Claim; readonly rule: RuleName; readonly detail: string };
export type Verdict = { readonly kept: readonly Claim[]; readonly dropped: readonly DroppedClaim[] };

type Fault = { readonly rule: RuleName; readonly detail: string };

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
    const fault = faultOf(citeClaim(claim, evidence, options.language ?? evidence.topic.language));
    if (fault) dropped.push({ claim, ...fault });
    else kept.push(claim);
  }
  return { kept, dropped };
}

function faultOf(cited: CitedClaim): Fault | undefined {
  for (const rule of claimRules) {
    const detail = rule.check(cited);
    if (detail !== undefined) return { rule: rule.name, detail };
  }
  if (isFilesOwn(cited.claim.text, cited)) return undefined;
  if (isForeign(cited)) {
    const detail = foreignFault(cited);
    return detail === undefined ? undefined : { rule: foreignStands.name, detail };
  }
  const { answer, text } = splitAnswer(cited.claim.text);
  const statements = readStatements(readText(text, cited.book)).filter(saysSomething);
  if (answer && statements[0] && answer !== answerOf(statements[0]))
    return { rule: negationKept.name, detail: answer };
  for (const statement of statements) {
    const { alone } = statement;
    const fault = statementFault(statement, cited);
    if (!fault || (alone && statementFault({ ...statement, frames: alone }, cited) === undefined)) continue;
    const apart = withoutApposition(statement);
    if (!apart?.every((part) => statementFault(part, cited) === undefined)) return fault;
  }
  return undefined;
}

/** A name alone ("Petro, who …, said") is the subject of the statement that goes on. */
function saysSomething({ words, reading }: Statement, _at: number, all: readonly Statement[]): boolean {
  const named = (index: number) => reading.mentions.some(({ from, to }) => index >= from && index < to);
  return (
    all.length === 1 ||
    words.some(({ index }) => isOfTwo(reading.mentions, index)) ||
    words.some((word) => (isContent(word) || tellsOfItself(word)) && !named(word.index)) ||
    words.some(({ quoted }) => quoted)
  );
}

/** "Ada Brandt Ben Cole, who …, said": a name that ends where somebody else's begins is none. */
function isOfTwo(mentions: Statement['reading']['mentions'], index: number): boolean {
  const [one, other] = [mentions.find(({ to }) => to === index), mentions.find(({ from }) => from === index)];
  return one?.person === true && other?.person === true && one.ids.isDisjointFrom(other.ids);
}

/** "which the buyer does not take over": denied, or by its particle, the plainest verb says something. */
const tellsOfItself = (word: Word) =>
  !word.quoted && ((word.pos === 'VERB' && word.phrase !== undefined) || isNegator(word));

/** Nothing where one of the units passes every rule; otherwise the fault of the unit that came farthest. */
function statementFault(statement: Statement, { units }: CitedClaim): Fault | undefined {
  let farthest: (Fault & { at: number }) | undefined;
  for (const unit of units) {
    const match = matchStatement(statement, unit);
    const at = statementRules.findIndex((rule) => rule.check(match) !== undefined);
    const rule = statementRules[at];
    if (!rule) return undefined;
    if (!farthest || at > farthest.at) farthest = { rule: rule.name, detail: rule.check(match) ?? '', at };
  }
  return farthest && { rule: farthest.rule, detail: farthest.detail };
}
