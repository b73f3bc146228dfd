/** Facts and quotes as the index sees them: a text, words beside it, and the group that they are read with. */
import type { Fact, Person, Quote, Topic } from '../knowledge/schema.ts';

/** A fact or quote to be searched. */
export type Entry = {
  readonly id: string;
  readonly kind: 'fact' | 'quote';
  readonly text: string;
  /** Words of its date, place, keywords, context and venue. */
  readonly fields: string;
  /** Names, aliases and roles of the people whom it is by, about or names. */
  readonly aliases: string;
  /** Whether it has a date, and a place, of its own beside the text. */
  readonly dated: boolean;
  readonly placed: boolean;
  /** Entries of one paragraph share a number; groups are numbered in reading order. */
  readonly group: number;
};

/** The entries of a topic, those of a group together, otherwise in the order of the file. */
export function entriesOf(topic: Topic): Entry[] {
  const groups = groupNumbers();
  const people = new Map(topic.people.map((person) => [person.id, person]));
  const entries = [
    ...topic.facts.map((fact) => factEntry(fact, people, groups(fact))),
    ...topic.quotes.map((quote) => quoteEntry(quote, people, groups(quote))),
  ];
  return entries.sort((a, b) => a.group - b.group);
}

type Placed = Pick<Fact | Quote, 'source' | 'paragraph'>;

/** Facts without a paragraph are read with their neighbours in the file, this many together. */
const STRETCH = 4;

function groupNumbers(): (place: Placed) => number {
  const known = new Map<string, number>();
  let loose = 0;
  return ({ source, paragraph }) => {
    if (paragraph === undefined) loose += 1;
    const key = paragraph === undefined ? `#${Math.ceil(loose / STRETCH)}` : `${source}#${paragraph}`;
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
}

function factEntry(fact: Fact, people: ReadonlyMap<string, Person>, group: number): Entry {
  return {
    id: fact.id,
    kind: 'fact',
    text: fact.text,
    fields: [dateWords(fact), fact.place ?? '', ...fact.keywords].join('\n'),
    aliases: aliasesOf([...fact.about, fact.attributedTo ?? ''], fact.text, people),
    dated: fact.date !== undefined,
    placed: fact.place !== undefined,
    group,
  };
}

function quoteEntry(quote: Quote, people: ReadonlyMap<string, Person>, group: number): Entry {
  const context = quote.context ?? '';
  return {
    id: quote.id,
    kind: 'quote',
    text: quote.text,
    fields: [dateWords(quote), quote.venue ?? '', context].join('\n'),
    aliases: aliasesOf([quote.speaker], `${quote.text} ${context}`, people),
    dated: quote.date !== undefined,
    placed: quote.venue !== undefined,
    group,
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function dateWords({ date }: Fact | Quote): string {
  if (!date) return '';
  return [inWords(date.on), date.to ? inWords(date.to) : '', date.phrase ?? ''].join('\n');
}

function inWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day.replace(/^0/, '')} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

function aliasesOf(ids: readonly string[], text: string, people: ReadonlyMap<string, Person>): string {
  const found = [...people.values()].filter((person) => ids.includes(person.id) || isNamedIn(text, person));
  return found.flatMap(({ name, role, aliases }) => [name, role ?? '', ...aliases]).join('\n');
}

/** Only names with a capital count: an alias such as "the president" may be somebody else here. */
function isNamedIn(text: string, { name, aliases }: Person): boolean {
  return [name, ...aliases].some(
    (alias) => /^\p{Lu}/u.test(alias) && alias.length > 2 && text.includes(alias),
  );
}
