/** A fact or quote that may answer, with everything that it can be matched on. */
import type { Fact, Quote } from '../../knowledge/schema.ts';
import type { Hit } from '../../retrieval/knowledge-index.ts';
import { type Token, tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions, type Mention } from './mentions.ts';

export type Candidate = {
  readonly id: string;
  /** Place among the hits, from 0; the number of hits for one that was not found. */
  readonly rank: number;
  readonly fact: Fact | undefined;
  readonly quote: Quote | undefined;
  readonly reading: Reading;
};

/** A fact or quote read once. */
type Reading = {
  /** Its own words. */
  readonly tokens: readonly Token[];
  /** Words beside them: place, date, keywords, context, the quotes of a fact, the facts of a quote. */
  readonly beside: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Numbers of the tokens that belong to a name. */
  readonly inNames: ReadonlySet<number>;
  /** Ids of everyone in it. */
  readonly involved: ReadonlySet<string>;
};

/** In topics up to this size every fact is looked at, found or not: paraphrases share no word with the index. */
const READ_WHOLE = 150;

/** Whether every fact of the topic is looked at, so that its index need not be asked. */
export function isReadWhole({ facts, quotes, curated }: Dossier): boolean {
  return curated && facts.size + quotes.size <= READ_WHOLE;
}

/** What may answer: the hits, and in a topic of ordinary size everything else behind them. */
export function candidatesOf(hits: readonly Hit[], dossier: Dossier): readonly Candidate[] {
  const found = hits.flatMap(({ id }, rank) => candidateOf(id, rank, dossier) ?? []);
  if (!isReadWhole(dossier)) return found;
  const known = new Set(found.map(({ id }) => id));
  const others = [...dossier.facts.keys(), ...dossier.quotes.keys()].filter((id) => !known.has(id));
  return [...found, ...others.flatMap((id) => candidateOf(id, hits.length, dossier) ?? [])];
}

function candidateOf(id: string, rank: number, dossier: Dossier): Candidate | undefined {
  const fact = dossier.facts.get(id);
  const quote = dossier.quotes.get(id);
  const item = fact ?? quote;
  return item && { id, rank, fact, quote, reading: readingOf(item, dossier) };
}

const readings = new WeakMap<Fact | Quote, Reading>();

function readingOf(item: Fact | Quote, dossier: Dossier): Reading {
  const known = readings.get(item);
  if (known) return known;
  const tokens = dossier.tokens.get(item.id) ?? tokenise(item.text);
  const mentions = findMentions(tokens, dossier);
  const beside = tokenise(besideText(item, dossier));
  const inNames = new Set(
    mentions.flatMap(({ from, to }) => tokens.slice(from, to).map((_, at) => from + at)),
  );
  const reading = { tokens, beside, mentions, inNames, involved: involvedIn(item, mentions, dossier) };
  readings.set(item, reading);
  return reading;
}

function besideText(item: Fact | Quote, dossier: Dossier): string {
  const date = item.date?.phrase ?? '';
  if ('speaker' in item) {
    const facts = item.facts.flatMap((id) => dossier.facts.get(id)?.text ?? []);
    return [item.venue ?? '', item.context ?? '', date, ...facts].join(' \n ');
  }
  const quotes = (dossier.quotesOf.get(item.id) ?? []).flatMap(({ text, venue = '' }) => [text, venue]);
  return [item.place ?? '', ...item.keywords, date, ...quotes].join(' \n ');
}

function involvedIn(item: Fact | Quote, mentions: readonly Mention[], dossier: Dossier): ReadonlySet<string> {
  const ids = new Set(mentions.flatMap((mention) => mention.ids));
  if ('about' in item) {
    for (const id of item.about) ids.add(id);
    if (item.attributedTo) ids.add(item.attributedTo);
    return ids;
  }
  ids.add(item.speaker);
  for (const id of item.facts) for (const about of dossier.facts.get(id)?.about ?? []) ids.add(about);
  return ids;
}
