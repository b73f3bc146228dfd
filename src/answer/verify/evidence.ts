/** What a claim may lean on: the facts and quotes that it cites. */
import type { Fact, Quote, Topic } from '../../knowledge/schema.ts';
import type { Claim } from '../answer.ts';
import { lazily } from '../remember-last.ts';
import { LANGUAGES } from './lexicon/languages.ts';
import type { NameBook } from './text/names.ts';
import { withoutTranslations } from './text/translations.ts';
import { prepare, type Unit, unitsOf } from './unit.ts';

/** The topic that claims are checked against and, when given, the ids that the question retrieved. */
export type Evidence = { readonly topic: Topic; readonly retrieved?: ReadonlySet<string> };

/** A claim with everything that it cites. */
export type CitedClaim = {
  readonly claim: Claim;
  readonly topic: Topic;
  readonly language: string;
  /** The claim's text; in another language than the file's, without the marked translations of its quotations. */
  readonly original: string;
  readonly book: NameBook;
  readonly facts: readonly Fact[];
  readonly quotes: readonly Quote[];
  readonly units: readonly Unit[];
  /** Ids that the file does not have or that the question did not retrieve. */
  readonly missing: readonly string[];
};

/** The claim joined with the facts and quotes behind its ids. */
export function citeClaim(claim: Claim, { topic, retrieved }: Evidence, language: string): CitedClaim {
  const prepared = prepare(topic);
  const usable = new Set(claim.citations.filter((id) => !retrieved || retrieved.has(id)));
  const facts = [...usable].flatMap((id) => prepared.facts.get(id) ?? []);
  const quotes = [...usable].flatMap((id) => prepared.quotes.get(id) ?? []);
  const known = (id: string) => usable.has(id) && (prepared.facts.has(id) || prepared.quotes.has(id));
  const missing = claim.citations.filter((id) => !known(id));
  // Most claims are a fact's own sentence and pass without a reading, which costs far more than all else here.
  const units = lazily(() => unitsOf(prepared, facts, quotes));
  const mark = language === topic.language ? undefined : LANGUAGES[language]?.translation;
  return {
    claim,
    topic,
    language,
    original: mark === undefined ? claim.text : withoutTranslations(claim.text, mark),
    facts,
    quotes,
    missing,
    get book() {
      return prepared.book;
    },
    get units() {
      return units();
    },
  };
}
