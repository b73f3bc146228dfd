/** Facts, quotes and sources of a file as what answers and briefings are made of: claims and citations. */
import { quotedPassages } from '../knowledge/quotation.ts';
import type { Fact, Quote, Source, Topic } from '../knowledge/schema.ts';
import { oncePer } from '../once-per.ts';
import type { CitedSource, Claim } from './answer.ts';
import type { Dossier } from './dossier.ts';

/** A fact as a claim: its own sentence, standing on itself and on the quotes that it contains. */
export function claimOf(topic: Topic, { id, text }: Fact): Claim {
  return claimOn(topic, text, [id]);
}

/** A sentence on these facts, as a claim: it stands on their quotes as well where it contains them whole. */
export function claimOn(topic: Topic, text: string, facts: readonly string[]): Claim {
  const ofFact = quotesByFact(topic);
  const quotes = facts.flatMap((id) => ofFact.get(id) ?? []).filter((quote) => embeds(text, quote));
  return { text, citations: [...new Set([...facts, ...quotes.map(({ id }) => id)])] };
}

const quotesByFact = oncePer(({ quotes }: Topic) => {
  const pairs = quotes.flatMap((quote) => quote.facts.map((fact) => ({ fact, quote })));
  const grouped = Map.groupBy(pairs, ({ fact }) => fact);
  return new Map([...grouped].map(([fact, group]) => [fact, group.map(({ quote }) => quote)]));
});

/** Whether a text holds a passage in quote marks that is this quote, whole. */
function embeds(text: string, quote: Quote): boolean {
  return quotedPassages(text).includes(quote.text.trim().replace(/[.,;]$/u, ''));
}

/**
 * A quote as a sentence that cites the quote first. Where one of its facts already quotes it, the fact's sentence
 * serves: it carries the context that a fragment such as “cordial” needs.
 */
export function quoteClaim(quote: Quote, dossier: Dossier): Claim {
  const facts = quote.facts.flatMap((id) => dossier.facts.get(id) ?? []);
  const telling = facts.find((fact) => fact.attributedTo === quote.speaker && embeds(fact.text, quote));
  if (telling) {
    const { text, citations } = claimOf(dossier.topic, telling);
    return { text, citations: [quote.id, ...citations.filter((id) => id !== quote.id)] };
  }
  return {
    text: quoteSentence(quote, dossier.topic),
    citations: [quote.id, ...facts.slice(0, 1).map(({ id }) => id)],
  };
}

/** What the accused answer to an accusation, or what a denial denies: neither is told without the other. */
export function otherSides({ citations }: Claim, { topic, quotes, answersTo }: Dossier): readonly Claim[] {
  const facts = new Set(citations.flatMap((id) => [id, ...(quotes.get(id)?.facts ?? [])]));
  return [...facts].flatMap((id) => answersTo.get(id) ?? []).map((fact) => claimOf(topic, fact));
}

/** The claims in their order, each sentence once. */
export function eachOnce(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(({ text }, at) => claims.findIndex((claim) => claim.text === text) === at);
}

/** A fact or quote by its id as a claim, and what is said against it; nothing for an id that the file does not have. */
export function claimsTelling(id: string, dossier: Dossier): readonly Claim[] {
  const [quote, fact] = [dossier.quotes.get(id), dossier.facts.get(id)];
  const claim = quote ? quoteClaim(quote, dossier) : fact && claimOf(dossier.topic, fact);
  return claim ? [claim, ...otherSides(claim, dossier).slice(0, 1)] : [];
}

/** A quote as the desk tells it: "Donald Trump said in a post on Truth Social: “…”." */
export function quoteSentence({ speaker, venue, text }: Quote, { people }: Topic): string {
  const name = people.find(({ id }) => id === speaker)?.name ?? speaker;
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
