/** A topic with its parts looked up by id and its names by their first word; made once for each version of a file. */

import type { Fact, Person, Quote, Topic } from '../knowledge/schema.ts';
import { oncePer } from '../once-per.ts';
import { oncePerKey } from '../once-per-key.ts';
import { type Token, tokenise } from '../retrieval/tokens.ts';
import { nameKey } from './verify/lexicon/places.ts';

/** A name, alias or surname as folded words, and whose it is. */
export type KnownName = {
  readonly words: readonly string[];
  readonly id: string;
  /** Whether it is a noun for what they are, such as "the bank", which others are too. */
  readonly isCommon: boolean;
};

/** A topic with its parts looked up. */
export type Dossier = {
  readonly topic: Topic;
  readonly facts: ReadonlyMap<string, Fact>;
  /** The place of each fact in a curated file, from 0. */
  readonly order: ReadonlyMap<string, number>;
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly people: ReadonlyMap<string, Person>;
  /** Quotes that are part of a fact. */
  readonly quotesOf: ReadonlyMap<string, readonly Quote[]>;
  /** For an allegation its denials, and for a denial its allegations, in the file's order. */
  readonly answersTo: ReadonlyMap<string, readonly Fact[]>;
  /** Names by the key of their first word, longest first. */
  readonly names: ReadonlyMap<string, readonly KnownName[]>;
  /** Folded words of the topic's title, slug and aliases. */
  readonly subject: ReadonlySet<string>;
  /** Tokens of each fact and quote of a curated file, by id. */
  readonly tokens: ReadonlyMap<string, readonly Token[]>;
  /** Folded words that stand in the file's sentences. */
  readonly vocabulary: ReadonlySet<string>;
  /** How many facts and quotes hold a stem. */
  readonly stems: ReadonlyMap<string, number>;
  /** Whose role holds a stem: "president" for presidents, "ministry" for ministries. */
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many facts are about somebody or are their word. */
  readonly involvements: ReadonlyMap<string, number>;
  /** Whether a curator listed people: then names, roles and voices can be told apart. */
  readonly curated: boolean;
};

/** The dossier of a topic. */
export const dossierOf: (topic: Topic) => Dossier = oncePer(makeDossier);

function makeDossier(topic: Topic): Dossier {
  const facts = new Map(topic.facts.map((fact) => [fact.id, fact]));
  const curated = topic.people.length > 0;
  // Plain files may be very large, and what their sentences hold is the index's business.
  const texts = curated ? [...topic.facts, ...topic.quotes] : [];
  const tokens = new Map(texts.map(({ id, text }) => [id, tokenise(text)]));
  return {
    topic,
    facts,
    order: new Map(curated ? topic.facts.map(({ id }, at) => [id, at]) : []),
    quotes: new Map(topic.quotes.map((quote) => [quote.id, quote])),
    people: new Map(topic.people.map((person) => [person.id, person])),
    quotesOf: groupBy(topic.quotes, (quote) => quote.facts),
    answersTo: disputesOf(topic, facts),
    names: namesOf(topic.people),
    subject: new Set([topic.title, ...topic.aliases, topic.topic].flatMap((text) => wordsOf(text))),
    tokens,
    stems: countAll([...tokens.values()].map((list) => list.map(({ stem }) => stem))),
    roles: rolesOf(topic.people),
    involvements: countAll(
      topic.facts.map(({ about, attributedTo }) => [...about, ...(attributedTo ? [attributedTo] : [])]),
    ),
    vocabulary: new Set([...tokens.values()].flatMap((list) => list.map(({ folded }) => folded))),
    curated,
  };
}

function rolesOf(people: readonly Person[]): Map<string, Set<string>> {
  const roles = new Map<string, Set<string>>();
  for (const { id, role = '', kind } of people) {
    if (kind === 'place') continue;
    for (const { stem } of tokenise(role)) roles.set(stem, (roles.get(stem) ?? new Set()).add(id));
  }
  return roles;
}

/** In how many of the lists each key stands. */
function countAll(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const key of new Set(list)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function disputesOf(topic: Topic, facts: ReadonlyMap<string, Fact>): Map<string, readonly Fact[]> {
  const sides = topic.disputes.flatMap(({ allegations, denials }) => [
    ...allegations.map((id) => ({ id, others: denials })),
    ...denials.map((id) => ({ id, others: allegations })),
  ]);
  const grouped = groupBy(sides, ({ id }) => [id]);
  return new Map(
    [...grouped].map(([id, rows]) => {
      const others = new Set(rows.flatMap((row) => row.others));
      return [id, [...others].flatMap((other) => facts.get(other) ?? [])];
    }),
  );
}

/** Folded words of a text, in order. */
function wordsOf(text: string): string[] {
  return tokenise(text).map(({ folded }) => folded);
}

function namesOf(people: readonly Person[]): Map<string, KnownName[]> {
  const read = oncePerKey(wordsOf, Number.POSITIVE_INFINITY);
  const joined = (name: string) => read(name).join(' ');
  const given = new Set(people.flatMap(({ name, aliases }) => [name, ...aliases]).map(joined));
  const all = people.flatMap((person) =>
    [
      person.name,
      ...person.aliases,
      ...shortNames(person).filter((name) => !given.has(joined(name))),
      ...roleNames(person),
    ].map((name) => ({
      words: withoutArticle(read(name)),
      id: person.id,
      isCommon: name === name.toLowerCase(),
    })),
  );
  const named = groupBy(
    all.filter(({ words }) => words.length > 0),
    ({ words }) => [nameKey(words[0] ?? '')],
  );
  for (const list of named.values()) list.sort((a, b) => b.words.length - a.words.length);
  return named;
}

function withoutArticle(words: readonly string[]): readonly string[] {
  return words[0] === 'the' ? words.slice(1) : words;
}

/** People are called by their surname, whether or not the curator thought of listing it. */
function shortNames({ kind, name }: Person): readonly string[] {
  const last = name.split(/\s+/).at(-1) ?? '';
  return kind === 'person' && /^\p{Lu}/u.test(last) && name.includes(' ') ? [last] : [];
}

/** "President of Colombia" names somebody as well; a longer description does not. */
function roleNames({ role }: Person): readonly string[] {
  if (!role || role.split(/\s+/).length > 5) return [];
  const [, office, place] = /^(.+?) of (?:the )?(\p{Lu}.*)$/u.exec(role) ?? [];
  if (!office || !place) return [role];
  const titles = HEADS.test(office) ? [office, 'leader'] : [office];
  return titles.flatMap((title) => [`${title} of ${place}`, `${title} of the ${place}`, `${place} ${title}`]);
}

/** Heads of a country are called its leader as well. */
const HEADS = /^(?:president|prime minister|chancellor|king|queen|premier)$/i;
