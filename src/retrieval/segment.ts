/** The index of one topic: postings of its facts and quotes, and the accumulators of the question at hand. */
import type { Fact, Person, Quote, Topic } from '../knowledge/schema.ts';
import { isFunctionWord } from './stop-words.ts';
import { type Token, tokenise } from './tokens.ts';

/** A fact or quote as indexed. */
export interface Entry {
  readonly id: string;
  readonly kind: 'fact' | 'quote';
  readonly text: string;
  /** Length of the text in content words. */
  readonly length: number;
  /** Words of dates, place, keywords, context and venue. */
  readonly fields: string;
  /** Names, aliases and roles of the people it is about or by. */
  readonly aliases: string;
  /** Entries of the same paragraph of the same source share a number. */
  readonly group: number;
}

/** Postings: entry number × 64 + frequency in sixteenths, so that field matches can count for less than one. */
export interface Segment {
  readonly topic: Topic;
  readonly entries: readonly Entry[];
  readonly postings: ReadonlyMap<string, Uint32Array>;
  readonly averageLength: number;
}

const SHIFT = 64;
const FULL = 16;

/** Entry number of a posting. */
export function entryOf(posting: number): number {
  return Math.floor(posting / SHIFT);
}

/** Weighted frequency of a posting: 1 for one occurrence in the text. */
export function frequencyOf(posting: number): number {
  return (posting % SHIFT) / FULL;
}

/** Indexes a topic. */
export function indexTopic(topic: Topic): Segment {
  const people = new Map(topic.people.map((person) => [person.id, person]));
  const groups = new Map<string, number>();
  const entries = [
    ...topic.facts.map((fact) => factEntry(fact, people, groups)),
    ...topic.quotes.map((quote) => quoteEntry(quote, people, groups)),
  ];
  const lengths = entries.map((entry) => entry.length);
  return {
    topic,
    entries,
    postings: postingsOf(entries),
    averageLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, entries.length),
  };
}

function factEntry(fact: Fact, people: ReadonlyMap<string, Person>, groups: Map<string, number>): Entry {
  const about = [...fact.about, ...(fact.attributedTo ? [fact.attributedTo] : [])];
  return {
    id: fact.id,
    kind: 'fact',
    text: fact.text,
    length: contentLength(fact.text),
    fields: [dateWords(fact), fact.place ?? '', ...fact.keywords].join(' \n '),
    aliases: aliasWords(about, people),
    group: groupOf(fact, groups),
  };
}

function quoteEntry(quote: Quote, people: ReadonlyMap<string, Person>, groups: Map<string, number>): Entry {
  return {
    id: quote.id,
    kind: 'quote',
    text: quote.text,
    length: contentLength(quote.text),
    fields: [dateWords(quote), quote.venue ?? '', quote.context ?? ''].join(' \n '),
    aliases: aliasWords([quote.speaker], people),
    group: groupOf(quote, groups),
  };
}

function contentLength(text: string): number {
  return tokenise(text).filter((token) => !isFunctionWord(token.folded)).length;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function dateWords({ date }: Fact | Quote): string {
  if (!date) return '';
  const words = [date.on, date.to ?? ''].map((day) => {
    const [year = '', month = '', dayOfMonth = ''] = day.split('-');
    return `${year} ${MONTHS[Number(month) - 1] ?? ''} ${dayOfMonth.replace(/^0/, '')}`;
  });
  return [...words, date.phrase ?? ''].join(' ');
}

function aliasWords(ids: readonly string[], people: ReadonlyMap<string, Person>): string {
  const found = ids.flatMap((id) => people.get(id) ?? []);
  return found.flatMap((person) => [person.name, person.role ?? '', ...person.aliases]).join(' \n ');
}

function groupOf(
  place: { source: string; paragraph?: number | undefined },
  groups: Map<string, number>,
): number {
  const key = place.paragraph === undefined ? `?${groups.size}` : `${place.source}#${place.paragraph}`;
  const known = groups.get(key);
  if (known !== undefined) return known;
  groups.set(key, groups.size);
  return groups.size - 1;
}

const FIELD_WEIGHT = 0.5;
const ALIAS_WEIGHT = 0.5;

function postingsOf(entries: readonly Entry[]): Map<string, Uint32Array> {
  const lists = new Map<string, number[]>();
  entries.forEach((entry, number) => {
    for (const [stem, frequency] of frequencies(entry)) {
      const posting = number * SHIFT + Math.min(SHIFT - 1, Math.round(frequency * FULL));
      const list = lists.get(stem);
      if (list) list.push(posting);
      else lists.set(stem, [posting]);
    }
  });
  return new Map([...lists].map(([stem, list]) => [stem, Uint32Array.from(list)]));
}

function frequencies(entry: Entry): Map<string, number> {
  const found = new Map<string, number>();
  const add = (tokens: readonly Token[], weight: number, repeat: boolean) => {
    for (const { stem, folded } of tokens) {
      if (isFunctionWord(folded)) continue;
      const before = found.get(stem) ?? 0;
      if (repeat || before === 0) found.set(stem, before + weight);
    }
  };
  add(tokenise(entry.text), 1, true);
  add(tokenise(entry.fields), FIELD_WEIGHT, false);
  add(tokenise(entry.aliases), ALIAS_WEIGHT, false);
  return found;
}
