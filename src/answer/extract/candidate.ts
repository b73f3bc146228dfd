/** A fact or quote that may answer, with everything that it can be matched on. */
import type { Fact, Quote } from '../../knowledge/schema.ts';
import type { Hit } from '../../retrieval/knowledge-index.ts';
import { type Token, tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions, type Mention } from './mentions.ts';

export type Candidate = {
  readonly hit: Hit;
  /** Place among the hits, from 0. */
  readonly rank: number;
  readonly fact: Fact | undefined;
  readonly quote: Quote | undefined;
  readonly reading: Reading;
};

/** A fact or quote read once: its tokens, the names in it, and all ids that it involves. */
export type Reading = {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly involved: ReadonlySet<string>;
};

const readings = new WeakMap<Fact | Quote, Reading>();

/** The candidate behind a hit; undefined for an id that the topic no longer has. */
export function candidateOf(hit: Hit, rank: number, dossier: Dossier): Candidate | undefined {
  const quote = hit.kind === 'quote' ? dossier.quotes.get(hit.id) : undefined;
  const fact = hit.kind === 'fact' ? dossier.facts.get(hit.id) : undefined;
  const item = fact ?? quote;
  return item && { hit, rank, fact, quote, reading: readingOf(item, dossier) };
}

function readingOf(item: Fact | Quote, dossier: Dossier): Reading {
  const known = readings.get(item);
  if (known) return known;
  const tokens = tokenise(item.text);
  const mentions = findMentions(tokens, dossier);
  const reading = { tokens, mentions, involved: involvedIn(item, mentions, dossier) };
  readings.set(item, reading);
  return reading;
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
