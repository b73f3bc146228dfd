/** What a claim may lean on: the facts and quotes it cites, looked up once for all rules. */
import type { Fact, Quote, Topic } from '../../knowledge/schema.ts';
import type { Claim } from '../answer.ts';

/** The topic that claims are checked against and, when given, the ids that the question retrieved. */
export type Evidence = { readonly topic: Topic; readonly retrieved?: ReadonlySet<string> };

/** A claim with everything that it cites. */
export type CitedClaim = {
  readonly claim: Claim;
  readonly topic: Topic;
  readonly language: string;
  readonly facts: readonly Fact[];
  readonly quotes: readonly Quote[];
  /** Ids that the file does not have or that the question did not retrieve. */
  readonly missing: readonly string[];
};

type Lookup = { readonly facts: ReadonlyMap<string, Fact>; readonly quotes: ReadonlyMap<string, Quote> };
const lookups = new WeakMap<Topic, Lookup>();

function lookupOf(topic: Topic): Lookup {
  const known = lookups.get(topic);
  if (known) return known;
  const lookup = {
    facts: new Map(topic.facts.map((fact) => [fact.id, fact])),
    quotes: new Map(topic.quotes.map((quote) => [quote.id, quote])),
  };
  lookups.set(topic, lookup);
  return lookup;
}

/** The claim joined with the facts and quotes behind its ids. */
export function citeClaim(claim: Claim, evidence: Evidence, language: string): CitedClaim {
  const lookup = lookupOf(evidence.topic);
  const usable = (id: string) => !evidence.retrieved || evidence.retrieved.has(id);
  const facts = claim.citations.filter(usable).flatMap((id) => lookup.facts.get(id) ?? []);
  const quotes = claim.citations.filter(usable).flatMap((id) => lookup.quotes.get(id) ?? []);
  const missing = claim.citations.filter(
    (id) => !usable(id) || !(lookup.facts.has(id) || lookup.quotes.has(id)),
  );
  return { claim, topic: evidence.topic, language, facts, quotes, missing };
}
