/** The knowledge file: one topic as people write it, and the single source of its types. */
import { z } from 'zod';
import { calendarDateSchema, type WrittenDate } from './date.ts';
import { findHidden } from './hidden-characters.ts';

const slug = () =>
  z
    .string()
    .min(1)
    .max(80)
    .regex(
      /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/,
      `write it in lower case letters and digits with hyphens, such as "boat-strikes"`,
    );

/** One line, however it is broken in the file. What the verifier would keep from readers is refused here. */
const line = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/[\t\n ]+/g, ' '))
    .trim()
    .min(1, 'write at least a word here, or leave the field out')
    .max(max)
    .refine((text) => findHidden(text) === undefined, {
      error: ({ input }) => `remove what readers cannot see: ${findHidden(String(input))}`,
    });

const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);

/** Written as a bare date, or with what else is known of it. */
const factDateSchema = z.union([
  calendarDateSchema.transform((on): WrittenDate => ({ on, precision: precisionOf(on), inferred: false })),
  z
    .strictObject({
      on: calendarDateSchema.describe('YYYY, YYYY-MM or YYYY-MM-DD'),
      to: calendarDateSchema.optional().describe('the last day of a period; absent for a single date'),
      precision: z.enum(['year', 'month', 'day', 'about']).optional(),
      inferred: z.boolean().default(false),
      phrase: line(80).optional().describe('how the source says it: "over the weekend"'),
    })
    .transform((date): WrittenDate => ({ ...date, precision: date.precision ?? precisionOf(date.on) })),
]);

function precisionOf(date: string): 'year' | 'month' | 'day' | 'about' {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/** Where a fact or quote stands: a source of this file and, when it has them, the paragraph (counted from 1). */
const placeInSource = {
  source: slug().optional().describe('a source id; may be left out when the file has one source'),
  paragraph: z.int().min(1).max(100_000).optional(),
};

const factBase = {
  id: slug().describe('a readable slug that never changes: it is a permalink'),
  text: line(1000).describe("one sentence in the desk's own words"),
  date: factDateSchema.optional(),
  about: list(slug()).describe('ids of the people and organisations that it is about'),
  place: line(120).optional().describe('where it happened or was said'),
  keywords: list(line(60)).describe('further words that readers use for this; searched, never shown'),
  ...placeInSource,
};

const inOwnVoice = z.strictObject({
  ...factBase,
  kind: z.enum(['event', 'background', 'unknown']),
  attributedTo: slug().optional(),
});
const inSomebodysVoice = z.strictObject({
  ...factBase,
  kind: z.enum(['statement', 'allegation', 'denial']),
  attributedTo: slug().describe('the person or organisation whose word it is'),
});

/** A fact; only the kinds told in the source's own voice can go without a speaker. */
const factSchema = z.discriminatedUnion('kind', [inOwnVoice, inSomebodysVoice]);

const quoteSchema = z.strictObject({
  id: slug(),
  text: line(2000).describe('the words exactly as the source prints them, without the quote marks'),
  speaker: slug(),
  venue: line(160).optional().describe('where it was said: "a post on Truth Social"'),
  date: factDateSchema.optional(),
  context: line(400).optional().describe("what it was said about, in the desk's words"),
  facts: list(slug()).describe('the facts that this quote is part of'),
  ...placeInSource,
});

const personSchema = z.strictObject({
  id: slug(),
  name: line(120),
  kind: z.enum(['person', 'organisation', 'place']).default('person'),
  role: line(160).optional(),
  aliases: list(line(120)),
});

const sourceSchema = z.strictObject({
  id: slug(),
  headline: line(400),
  publisher: line(160).optional(),
  author: line(160).optional(),
  dateline: line(160).optional().describe('as printed: "Washington, Jan 8, 2026"'),
  date: calendarDateSchema.optional(),
  url: z
    .url({
      protocol: /^https?$/,
      hostname: z.regexes.domain,
      error: 'write the whole address, such as https://news.example/article',
    })
    .max(2000)
    .optional(),
  asides: list(z.int().min(1).max(100_000)).describe(
    'paragraphs of it that hold no fact, such as a photo credit: check does not ask for one',
  ),
});

const disputeSchema = z.strictObject({
  id: slug().optional(),
  title: line(160).optional(),
  allegations: z.array(slug()).min(1),
  denials: z.array(slug()).min(1),
});

const correctionSchema = z.strictObject({
  fact: slug(),
  date: calendarDateSchema,
  was: line(1000),
  why: line(400),
});

const summarySentenceSchema = z.strictObject({
  text: line(600),
  facts: z.array(slug()).min(1),
});

/** A whole knowledge file, as written. References between its parts are checked by `checkReferences`. */
export const topicFileSchema = z.strictObject({
  topic: slug(),
  title: line(160),
  aliases: list(line(80)),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .default('en')
    .describe("ISO 639-1 code of the desk's sentences"),
  asOf: calendarDateSchema,
  fixture: z.boolean().default(false).describe('true for made-up topics that exist for tests only'),
  summary: list(summarySentenceSchema).describe('the nut graf: a few sentences, each with its facts'),
  sources: z.array(sourceSchema).min(1),
  people: list(personSchema),
  facts: z.array(factSchema).min(1),
  quotes: list(quoteSchema),
  disputes: list(disputeSchema),
  corrections: list(correctionSchema),
});

/** What a curator may write: the input side of the schema, defaults left out. */
export type TopicFile = z.input<typeof topicFileSchema>;

type Parsed = z.output<typeof topicFileSchema>;
type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
/** After loading, every fact and quote names its source: the file's only one where it was left out. */
type Placed<T> = T extends unknown ? Omit<T, 'source'> & { readonly source: string } : never;

/** A topic as the core sees it: parsed, defaults filled in, every reference known to exist. Never mutated. */
export type Topic = Omit<DeepReadonly<Parsed>, 'facts' | 'quotes'> & {
  readonly facts: readonly Fact[];
  readonly quotes: readonly Quote[];
  /** Hash of the file's bytes: changes whenever the file does. */
  readonly hash: string;
};

/** A fact of a topic. */
export type Fact = Placed<DeepReadonly<Parsed['facts'][number]>>;
/** Somebody's words, verbatim. */
export type Quote = Placed<DeepReadonly<Parsed['quotes'][number]>>;
/** A person, an organisation or a place. */
export type Person = DeepReadonly<Parsed['people'][number]>;
/** What facts and quotes are taken from. */
export type Source = DeepReadonly<Parsed['sources'][number]>;
/** Which denials answer which allegations. */
export type Dispute = DeepReadonly<Parsed['disputes'][number]>;
/** What a fact said before, and why it was changed. */
export type Correction = DeepReadonly<Parsed['corrections'][number]>;
/** The date of a fact or quote. */
export type FactDate = NonNullable<Fact['date']>;
