/** What a file says around a fact: names and roles, place, venue, context, and whom a "they" means. */
import type { Fact, Person, Quote } from '../../knowledge/schema.ts';
import type { NameBook } from './text/names.ts';
import { readText } from './text/reading.ts';
import type { Word } from './text/words.ts';

type Told = { readonly facts: ReadonlyMap<string, Fact>; readonly book: NameBook };

/** "They climbed scaffolding": whom the file told of right before. */
export function antecedentOf(fact: Fact, prepared: Told): readonly Word[] {
  if (!/^(?:They|Their) /.test(fact.text)) return [];
  const facts = [...prepared.facts.values()];
  const before = facts[facts.indexOf(fact) - 1];
  if (!before || /^(?:They|Their) /.test(before.text)) return [];
  const { predicates } = readText(before.text, prepared.book);
  const main = predicates.find(({ word }) => word.pos === 'VERB');
  return (main?.passive ? main.patients : (main?.agents ?? [])).map(({ word }) => word);
}

/** What the file says around a fact or a quote: who is in it and what they are, where and when it was. */
export function backgroundOf(
  facts: readonly Fact[],
  quotes: readonly Quote[],
  people: readonly Person[],
): readonly string[] {
  return [
    ...people.flatMap(({ name, role, aliases }) => [name, role ?? '', ...aliases]),
    ...facts.flatMap(({ place, date }) => [place ?? '', phraseOf(date)]),
    ...quotes.flatMap(({ venue, context, date }) => [venue ?? '', context ?? '', phraseOf(date)]),
  ].filter((text) => text !== '');
}

const phraseOf = (date: Fact['date']) => (date && 'phrase' in date ? (date.phrase ?? '') : '');
