/** A fact or quote that may answer, with everything that it can be matched on. */
import type { Fact, Quote } from '../../knowledge/schema.ts';
import { oncePer } from '../../once-per.ts';
import type { Hit } from '../../retrieval/hit.ts';
import { type Token, tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import { type Lexeme, lexemesOf } from './lexeme.ts';
import type { SentenceMeans } from './means.ts';
import { findMentions, type Mention } from './mentions.ts';

export type Candidate = {
  readonly id: string;
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
  /** Ids of everyone who stands in its own words. */
  readonly present: ReadonlySet<string>;
  /** Ids of everyone in it, those whom it is filed under too. */
  readonly involved: ReadonlySet<string>;
  /** The words of its own text and of what stands beside it, each once. */
  readonly lexemes: readonly Lexeme[];
  readonly lexemesBeside: readonly Lexeme[];
  /** Those of them that say something of their own. */
  readonly words: readonly Lexeme[];
  readonly wordsBeside: readonly Lexeme[];
};

/** In topics up to this size every fact is looked at, found or not: paraphrases share no word with the index. */
const READ_WHOLE = 150;

/** Whether every fact of the topic is looked at, so that its index need not be asked. */
export function isReadWhole({ facts, quotes, curated }: Dossier): boolean {
  return curated && facts.size + quotes.size <= READ_WHOLE;
}

/** What may answer: in a topic of ordinary size everything, elsewhere the hits. */
export function candidatesOf(hits: readonly Hit[], means: SentenceMeans): readonly Candidate[] {
  const { dossier } = means;
  if (isReadWhole(dossier)) return allCandidates(dossier, means);
  return hits.flatMap(({ id }) => {
    const item = dossier.facts.get(id) ?? dossier.quotes.get(id);
    return item ? [candidateOf(item, means)] : [];
  });
}

/** Reads everything that may answer in a topic of ordinary size, one fact or quote for each step. */
export function* readCandidates(means: SentenceMeans): Generator<void> {
  const { dossier } = means;
  if (!isReadWhole(dossier)) return;
  for (const item of [...dossier.facts.values(), ...dossier.quotes.values()]) {
    candidateOf(item, means);
    yield;
  }
}

const allCandidates = oncePer((dossier: Dossier, means: SentenceMeans): readonly Candidate[] =>
  [...dossier.facts.values(), ...dossier.quotes.values()].map((item) => candidateOf(item, means)),
);

const candidateOf = oncePer((item: Fact | Quote, means: SentenceMeans): Candidate => {
  const isQuote = 'speaker' in item;
  return {
    id: item.id,
    fact: isQuote ? undefined : item,
    quote: isQuote ? item : undefined,
    reading: readItem(item, means),
  };
});

function readItem(item: Fact | Quote, means: SentenceMeans): Reading {
  const { dossier } = means;
  const tokens = dossier.tokens.get(item.id) ?? tokenise(item.text);
  const mentions = findMentions(tokens, dossier);
  const beside = tokenise(besideText(item, dossier));
  const present = new Set(
    mentions.flatMap((mention) => [...mention.ids, ...ownersIn(mention, tokens, dossier)]),
  );
  const lexemes = lexemesOf(tokens, means);
  const lexemesBeside = lexemesOf(beside, means);
  return {
    tokens,
    beside,
    mentions,
    inNames: new Set(mentions.flatMap(({ from, to }) => tokens.slice(from, to).map((_, at) => from + at))),
    present,
    involved: involvedIn(item, present, dossier),
    lexemes,
    lexemesBeside,
    words: lexemes.filter(({ isContent }) => isContent),
    wordsBeside: lexemesBeside.filter(({ isContent }) => isContent),
  };
}

/** "Acme's owner, Ada Brandt": the one who has such an alias is there, and Acme too. */
function ownersIn({ from, to }: Mention, tokens: readonly Token[], dossier: Dossier): readonly string[] {
  return findMentions(tokens.slice(from, to - 1), dossier).flatMap(({ ids }) => ids);
}

function besideText(item: Fact | Quote, dossier: Dossier): string {
  const date = item.date?.phrase ?? '';
  if ('speaker' in item) {
    const facts = item.facts.flatMap((id) => {
      const fact = dossier.facts.get(id);
      return fact ? [fact.text, ...fact.keywords] : [];
    });
    return [item.venue ?? '', item.context ?? '', date, ...facts].join(' \n ');
  }
  const quotes = (dossier.quotesOf.get(item.id) ?? []).flatMap(({ text, venue = '' }) => [text, venue]);
  return [item.place ?? '', ...item.keywords, date, ...quotes].join(' \n ');
}

function involvedIn(item: Fact | Quote, present: ReadonlySet<string>, dossier: Dossier): ReadonlySet<string> {
  const ids = new Set(present);
  if ('about' in item) {
    for (const id of item.about) ids.add(id);
    if (item.attributedTo) ids.add(item.attributedTo);
    return ids;
  }
  ids.add(item.speaker);
  for (const id of item.facts) for (const about of dossier.facts.get(id)?.about ?? []) ids.add(about);
  return ids;
}
