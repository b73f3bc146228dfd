/** Who and what a text names: the people, organisations and places of the file, and any other proper name. */
import type { Person, Topic } from '../../../knowledge/schema.ts';
import { isMonthOrWeekday } from '../lexicon/calendar.ts';
import { nameKey, shortForm } from '../lexicon/places.ts';
import { rolesAsNames, soleOffice, withOwner } from './role-names.ts';
import { fold, type Word } from './words.ts';

/** A name in a text: whom of the file it can mean, and the keys of its own words. */
export type Mention = {
  readonly from: number;
  /** Index of the first word after it. */
  readonly to: number;
  /** Ids of the people that bear this name; empty for a name that the file does not list. */
  readonly ids: ReadonlySet<string>;
  /** Whether the file calls it a person. */
  readonly person: boolean;
  /** Whether the file calls it a place; a name that the file does not list may be one. */
  readonly place: boolean;
  readonly keys: ReadonlySet<string>;
};

type Form = {
  readonly keys: readonly string[];
  readonly id: string;
  readonly person: boolean;
  readonly place: boolean;
  readonly capital: boolean;
  /** An office by itself, which names somebody behind "the" alone: "the chief executive". */
  readonly alone?: true;
};
/** The forms of every name of a topic by their first word, longest first. */
export type NameBook = ReadonlyMap<string, readonly Form[]>;

const ARTICLE = /^(?:the|a|an)$/;

/** Every form under which the file's people can be named, roles included. */
export function nameBook(topic: Topic): NameBook {
  const book = new Map<string, Form[]>();
  for (const form of topic.people.flatMap((person) => formsOf(person, topic.people))) {
    const first = form.keys[0] ?? '';
    book.set(
      first,
      [...(book.get(first) ?? []), form].sort((a, b) => b.keys.length - a.keys.length),
    );
  }
  return book;
}

function formsOf(person: Person, people: readonly Person[]): Form[] {
  const names = [person.name, ...person.aliases];
  const written = [
    ...names,
    ...(person.kind === 'person' ? surname(person.name) : names.flatMap((name) => withOwner(name, people))),
  ];
  const roles = person.role ? rolesAsNames(person.role, people) : [];
  const form = (text: string): Form => ({
    id: person.id,
    person: person.kind === 'person',
    place: person.kind === 'place',
    capital: /^(?:[Tt]he |[Aa]n? )?\p{Lu}/u.test(text),
    keys: keysOf(text),
  });
  return [
    ...[...new Set([...written, ...roles])].map(form),
    ...soleOffice(person, people).map((text) => ({ ...form(text), alone: true as const })),
  ].filter(({ keys }) => keys.length > 0);
}

const surname = (name: string) => name.trim().split(/\s+/).slice(1).slice(-1);

function keysOf(form: string): string[] {
  const words = fold(form)
    .replace(/[’]/g, "'")
    .replace(/'s\b|'(?=\s)/g, " 's")
    .split(/[\s–—-]+/)
    .filter((word) => word !== '' && !ARTICLE.test(word));
  return joinLongForms(words)
    .filter((word) => word !== "'s")
    .map(nameKey);
}

/** "united states" is one word to the book, as "US" is. */
function joinLongForms(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const pair = shortForm(words[at], words[at + 1]);
    joined.push(pair ?? words[at] ?? '');
    if (pair) at += 1;
  }
  return joined;
}

/** The names in a text, left to right, never overlapping; a form of the book goes before loose capitals. */
export function findMentions(words: readonly Word[], book: NameBook): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; ) {
    const mention = bookMention(words, at, book) ?? looseMention(words, at, book);
    if (mention) mentions.push(mention);
    at = mention?.to ?? at + 1;
  }
  return mentions;
}

type Step = { readonly key: string; readonly to: number };

/** The key at a place, over "United States" and over a possessive mark that follows. */
function step(words: readonly Word[], at: number): Step | undefined {
  const word = words[at];
  if (!word) return undefined;
  const long = shortForm(word.folded, words[at + 1]?.folded);
  return { key: long ?? nameKey(word.folded), to: at + (long ? 2 : 1) };
}

function bookMention(words: readonly Word[], at: number, book: NameBook): Mention | undefined {
  const first = step(words, at);
  const word = words[at];
  if (!first || !word) return undefined;
  const hits = (book.get(first.key) ?? []).flatMap((form) => {
    const to = matchForm(words, at, form.keys);
    return to !== undefined && looksLikeName(words, { from: at, to }, form) ? [{ ...form, to }] : [];
  });
  const longest = Math.max(...hits.map(({ to }) => to));
  const best = hits.filter(({ to }) => to === longest);
  if (best.length === 0) return undefined;
  return {
    from: at,
    to: longest,
    ids: new Set(best.map(({ id }) => id)),
    keys: new Set(best[0]?.keys),
    person: best[0]?.person ?? false,
    place: best[0]?.place ?? false,
  };
}

function matchForm(words: readonly Word[], from: number, keys: readonly string[]): number | undefined {
  let at = from;
  for (const [index, key] of keys.entries()) {
    while (
      index > 0 &&
      (words[at]?.folded === "'s" ||
        words[at]?.folded === "'" ||
        words[at]?.folded === '-' ||
        words[at]?.folded === 'the')
    )
      at += 1;
    const here = step(words, at);
    if (here?.key !== key) return undefined;
    at = here.to;
  }
  return at;
}

/** "us" and "the States" are names in capitals only; a form of several words is one in any case. */
function looksLikeName(words: readonly Word[], span: { from: number; to: number }, form: Form): boolean {
  if (form.alone)
    return words[span.from - 1]?.folded === 'the' && !/^(?:of|for|at)$/.test(words[span.to]?.folded ?? '');
  return span.to - span.from > 1 || !form.capital || /^\P{Ll}/u.test(words[span.from]?.text ?? '');
}

/** A run of capitalised words that the file does not list; it ends where a listed name begins. */
function looseMention(words: readonly Word[], at: number, book: NameBook): Mention | undefined {
  let to = at;
  while (isProper(words[to]) && !(to > at && bookMention(words, to, book))) to += 1;
  if (to === at) return undefined;
  const keys = new Set(words.slice(at, to).map(({ folded }) => nameKey(folded)));
  return { from: at, to, ids: new Set(), person: false, place: true, keys };
}

/** A proper noun as the tagger sees it, in capitals. */
export const isProper = (word: Word | undefined) =>
  word !== undefined &&
  word.pos === 'PROPN' &&
  /^[\p{Lu}\p{Lo}\p{Lt}]/u.test(word.text) &&
  !isMonthOrWeekday(word.folded);

/** Whether two mentions can mean the same. */
export function sameName(one: Mention, other: Mention): boolean {
  if (one.ids.size > 0 && other.ids.size > 0) return [...one.ids].some((id) => other.ids.has(id));
  return [...one.keys].some((key) => other.keys.has(key));
}
