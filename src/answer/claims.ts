/** Facts and quotes → claims: sentences that carry the ids they stand on. */
import type { Fact, Quote } from '../knowledge/schema.ts';
import type { Claim } from './answer.ts';
import { type Dossier, embeds } from './dossier.ts';

/** A fact's own sentence, standing on the fact and on the quotes that it contains. */
export function factClaim(fact: Fact, dossier: Dossier): Claim {
  const quotes = (dossier.quotesOf.get(fact.id) ?? []).filter((quote) => embeds(fact.text, quote));
  return { text: fact.text, citations: [fact.id, ...quotes.map(({ id }) => id)] };
}

/**
 * A quote as a sentence that cites the quote first. Where one of its facts already quotes it, the fact's sentence
 * serves: it carries the context that a fragment such as “cordial” needs.
 */
export function quoteClaim(quote: Quote, dossier: Dossier): Claim {
  const facts = quote.facts.flatMap((id) => dossier.facts.get(id) ?? []);
  const telling = facts.find((fact) => fact.attributedTo === quote.speaker && embeds(fact.text, quote));
  if (telling) {
    const { text, citations } = factClaim(telling, dossier);
    return { text, citations: [quote.id, ...citations.filter((id) => id !== quote.id)] };
  }
  return { text: spoken(quote, dossier), citations: [quote.id, ...facts.slice(0, 1).map(({ id }) => id)] };
}

/** What the accused answer to an accusation, or what a denial denies: neither is told without the other. */
export function otherSides({ citations }: Claim, dossier: Dossier): readonly Claim[] {
  const facts = new Set(citations.flatMap((id) => [id, ...(dossier.quotes.get(id)?.facts ?? [])]));
  return [...facts].flatMap((id) => dossier.answersTo.get(id) ?? []).map((fact) => factClaim(fact, dossier));
}

/** "Donald Trump said in a post on Truth Social: “…”." */
function spoken({ speaker, venue, text }: Quote, dossier: Dossier): string {
  const name = dossier.people.get(speaker)?.name ?? speaker;
  const said = `${name.charAt(0).toUpperCase()}${name.slice(1)} said${venue ? ` ${located(venue)}` : ''}`;
  return `${said}: “${text}”${/[.!?…]$/u.test(text) ? '' : '.'}`;
}

const PREPOSITION =
  /^(?:in|at|on|aboard|during|before|after|from|to|outside|inside|near|via|through|by|over|under|while|when|as)\b/iu;
const OCCASION =
  /\b(?:rally|conference|briefing|meeting|hearing|summit|event|ceremony|debate|funeral|protest|gate)\b/iu;

/** Curators write "a post on X" as well as "aboard Air Force One". */
function located(venue: string): string {
  if (PREPOSITION.test(venue)) return venue;
  return `${OCCASION.test(venue) ? 'at' : 'in'} ${venue}`;
}
