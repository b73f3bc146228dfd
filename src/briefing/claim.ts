/** Facts and sources of a file as what answers and briefings are made of: claims and citations. */
import type { CitedSource, Claim } from '../answer/answer.ts';
import { quotedPassages } from '../knowledge/quotation.ts';
import type { Fact, Source, Topic } from '../knowledge/schema.ts';

/** A fact as a claim: its own sentence, standing on itself and on the quotes that it contains. */
export function claimOf(topic: Topic, fact: Fact): Claim {
  return claimOn(topic, fact.text, [fact.id]);
}

/** A sentence on these facts, as a claim. */
export function claimOn(topic: Topic, text: string, facts: readonly string[]): Claim {
  const passages = quotedPassages(text);
  const quotes = topic.quotes.filter(
    (quote) =>
      passages.includes(quote.text.replace(/[.,;]$/u, '')) && quote.facts.some((id) => facts.includes(id)),
  );
  return { text, citations: [...facts, ...quotes.map(({ id }) => id)] };
}

/** A source as readers see it; what the file does not say stays absent. */
export function citeSource({ id, headline, publisher, date, url }: Source): CitedSource {
  return {
    id,
    headline,
    ...(publisher ? { publisher } : {}),
    ...(date ? { date } : {}),
    ...(url ? { url } : {}),
  };
}
