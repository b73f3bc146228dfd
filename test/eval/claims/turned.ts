/** Facts turned round mechanically: each is told denied, with an opposite, another number, another date, others acting … */
import { readdirSync } from 'node:fs';
import { isFiniteVerb } from '../../../src/answer/verify/text/finite-verbs.ts';
import { nameBook } from '../../../src/answer/verify/text/names.ts';
import { type Reading, readText } from '../../../src/answer/verify/text/reading.ts';
import type { Word } from '../../../src/answer/verify/text/words.ts';
import type { Topic } from '../../../src/knowledge/schema.ts';
import { readTopic } from './corpus.ts';
import { DIRECTIONS, OPPOSITES } from './opposites.ts';
import { capital, isPlain, like, type ReadFact, rewrite } from './rewriting.ts';
import { date, hedge, isMonth, isWeekday, isYear, number } from './turned-numbers.ts';

const FOLDERS = ['../topics', 'topics', '../../fixtures/knowledge', '../../../knowledge'];

/** A fact's sentence turned, so that it is wrong; it cites that fact. */
export type TurnedClaim = {
  readonly topic: Topic;
  readonly turn: string;
  readonly text: string;
  readonly id: string;
};

const TURNS: Readonly<Record<string, (subject: ReadFact) => readonly string[]>> = {
  denied,
  opposite: (subject) => replaced(subject, OPPOSITES),
  direction: (subject) => replaced(subject, DIRECTIONS),
  number,
  date,
  hedge,
  swapped,
  speaker,
  unattributed,
};

/** Every fact of every topic in the tree, in every turn that it can take. */
export const readTurned = (): readonly TurnedClaim[] =>
  readFacts().flatMap((subject) =>
    Object.entries(TURNS).flatMap(([turn, turned]) =>
      [...new Set(turned(subject))]
        .filter((text) => text !== subject.fact.text)
        .map((text) => ({ topic: subject.topic, turn, text, id: subject.fact.id })),
    ),
  );

/** Every fact of every topic in the tree, read. */
export function readFacts(): readonly ReadFact[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(new URL(folder, import.meta.url))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .flatMap((name) => {
        const topic = readTopic(`${folder}/${name}`);
        const book = nameBook(topic);
        return topic.facts.map((fact) => ({ fact, topic, reading: readText(fact.text, book) }));
      }),
  );
}

const NEGATOR = /^(?:not|n't|no|never|nobody|nothing|none|neither|nor|without|cannot)$/;

/** "raised" → "did not raise", "has fallen" → "has not fallen", "has not said" → "has said"; in each clause. */
function denied({ reading }: ReadFact): readonly string[] {
  return reading.clauses.flatMap(({ words, link }) => {
    const not = words.find(({ folded, quoted }) => !quoted && folded === 'not');
    if (not) return [rewrite(reading, not, '')];
    const at = words.findIndex((_, place) => isFiniteVerb(words, place));
    const verb = words[at];
    if (!verb || words.some(({ folded }) => NEGATOR.test(folded)) || link === 'tied') return [];
    if (verb.pos === 'AUX' || verb.lemma === 'be') return [rewrite(reading, verb, `${verb.text} not`)];
    // ", planned for 15 May,": no verb that can be denied with "did".
    return words[at - 1]?.folded === ',' ? [] : [rewrite(reading, verb, `${doOf(verb)} not ${verb.lemma}`)];
  });
}

const doOf = ({ folded, lemma }: Word) =>
  folded === lemma ? 'do' : /s$/.test(folded) && folded !== 'was' ? 'does' : 'did';

function replaced({ reading }: ReadFact, table: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return reading.words
    .filter((word) => isPlain(word) && !isSetPhrase(word, reading))
    .flatMap((word) => (table.get(word.folded) ?? []).map((other) => rewrite(reading, word, other)));
}

/** "to meet", "according to", "in all", "swearing-in", "on 9 March": other words than the ones that have an opposite. */
function isSetPhrase({ folded, index }: Word, { words }: Reading): boolean {
  const [before, next] = [words[index - 1], words[index + 1]];
  if (folded === 'to')
    return next?.pos === 'VERB' || next?.pos === 'AUX' || /^(?:according|due)$/.test(before?.folded ?? '');
  if (folded === 'all') return before?.folded === 'in';
  if (before?.folded === '-') return true;
  const dated = words
    .slice(index + 1, index + 4)
    .some((word) => isMonth(word) || isYear(word) || isWeekday(word));
  return dated && /^(?:in|on|off|for|from|over)$/.test(folded);
}

/** Who acts and whom it is done to change places. */
function swapped({ reading }: ReadFact): readonly string[] {
  return reading.predicates
    .filter(({ word }) => word.pos === 'VERB' && !word.quoted)
    .flatMap(({ agents, patients }) => {
      const [agent, other] = agents;
      const patient = patients.find(({ preposition }) => preposition === undefined || preposition === 'by');
      if (!agent || !patient || other || [agent, patient].some(({ word }) => word.pos === 'PRON')) return [];
      return [exchange(reading, spanOf(agent, reading), spanOf(patient, reading))];
    });
}

type Span = { readonly start: number; readonly end: number };
type Head = Reading['predicates'][number]['agents'][number];

/** A name whole, a noun alone. */
function spanOf({ word, mention }: Head, { words }: Reading): Span {
  const first = (mention && words[mention.from]) ?? word;
  const last = (mention && words[mention.to - 1]) ?? word;
  return { start: first.start, end: last.start + last.text.length };
}

function exchange({ text }: Reading, one: Span, two: Span): string {
  const [a, b] = one.start < two.start ? [one, two] : [two, one];
  if (a.end > b.start) return text;
  const [first, second] = [text.slice(a.start, a.end), text.slice(b.start, b.end)];
  return (
    text.slice(0, a.start) +
    like(text.slice(a.start), second) +
    text.slice(a.end, b.start) +
    first +
    text.slice(b.end)
  );
}

/** Somebody else of the file said it. */
function speaker({ fact, topic, reading }: ReadFact): readonly string[] {
  const owner = topic.people.find(({ id }) => id === fact.attributedTo);
  const mention = reading.mentions.find(({ ids }) => owner !== undefined && ids.has(owner.id));
  const other = topic.people.find(
    ({ id, kind, name }) =>
      id !== owner?.id && kind === owner?.kind && !fact.text.includes(name) && !fact.about.includes(id),
  );
  const [first, last] = [mention && reading.words[mention.from], mention && reading.words[mention.to - 1]];
  if (!other || !first || !last) return [];
  return [
    fact.text.slice(0, first.start) + capital(other.name) + fact.text.slice(last.start + last.text.length),
  ];
}

/** "X said that Y." → "Y." */
function unattributed({ fact: { text, attributedTo } }: ReadFact): readonly string[] {
  const said =
    /^.*? (?:said|alleged|warned|announced|claimed|wrote|argued|complained|denied) that (.+)$/.exec(text) ??
    /^According to [^,]+, (.+)$/.exec(text);
  return attributedTo && said?.[1] ? [capital(said[1])] : [];
}
