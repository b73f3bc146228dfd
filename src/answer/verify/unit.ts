/** What can bear out a statement by itself: facts and quotes, each read once and kept with its topic. */
import type { Fact, Person, Quote, Topic } from '../../knowledge/schema.ts';
import { oncePer } from '../../once-per.ts';
import { lazily } from '../remember-last.ts';
import { antecedentOf, backgroundOf } from './background.ts';
import type { VoicedKind } from './lexicon/speech.ts';
import { isFiniteVerb } from './text/finite-verbs.ts';
import { withoutInjections } from './text/injections.ts';
import { commonNouns, shareMatter } from './text/matters.ts';
import { type NameBook, nameBook } from './text/names.ts';
import { type Reading, readText } from './text/reading.ts';
import { readWords, type Word } from './text/words.ts';

/** A fact, a quote, or a fact together with the quotes in it: what can bear out a statement by itself. */
export type Unit = {
  readonly facts: readonly Fact[];
  readonly quotes: readonly Quote[];
  readonly reading: Reading;
  /** Words that the file says around it: names and roles, place, venue, context. Keywords help to search and assert nothing. */
  readonly background: readonly Word[];
  readonly people: readonly Person[];
  /** Nouns that the whole file is about, as lemmas. */
  readonly matters: ReadonlySet<string>;
  /** Whose word it is; absent for what is told in the source's own voice. */
  readonly voice?: { readonly speaker: string; readonly kind: VoicedKind };
  readonly unknown: boolean;
  /** Of a denial told with the allegation that it answers: the index of the allegation's first word. */
  readonly allegedFrom?: number;
};

/** A topic made ready for claims that cite it. */
export type Prepared = {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly people: ReadonlyMap<string, Person>;
  readonly book: NameBook;
  readonly theme: readonly Word[];
  readonly matters: ReadonlySet<string>;
  readonly disputes: Topic['disputes'];
  readonly units: Map<string, Unit>;
};

/** Makes a topic ready, once. */
export const prepare = oncePer((topic: Topic): Prepared => {
  const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
    new Map(items.map((item) => [item.id, item]));
  const book = lazily(() => nameBook(topic));
  const theme = lazily(() => readWords(topic.title).filter(({ pos }) => pos === 'NOUN'));
  const matters = lazily(() => commonNouns(topic));
  return {
    get theme() {
      return theme();
    },
    get matters() {
      return matters();
    },
    disputes: topic.disputes,
    facts: byId(topic.facts),
    quotes: byId(topic.quotes),
    people: byId(topic.people),
    get book() {
      return book();
    },
    units: new Map<string, Unit>(),
  };
});

/** What of the cited facts and quotes can bear out a statement, alone or together. */
export function unitsOf(
  prepared: Prepared,
  facts: readonly Fact[],
  quotes: readonly Quote[],
): readonly Unit[] {
  const joint = facts.flatMap((fact) => {
    const own = quotes.filter((quote) => quote.facts.includes(fact.id) && sameVoice(fact, quote));
    return own.length > 0 ? [unit(prepared, [fact], own)] : [];
  });
  return [
    ...facts.map((fact) => unit(prepared, [fact], [])),
    ...quotes.map((quote) => unit(prepared, [], [quote])),
    ...joint,
    ...facts.flatMap((one, at) =>
      facts
        .slice(at + 1)
        .filter((other) => isSameMatter(prepared, one, other))
        .map((other) => unit(prepared, [one, other], [])),
    ),
    ...facts.flatMap((denial) =>
      facts
        .filter((allegation) => answers(prepared, denial, allegation))
        .map((allegation) => unit(prepared, [denial, allegation], [])),
    ),
  ];
}

/** "More than 30 strikes" and "the strikes have killed": facts in one voice on one matter may be told in one breath. */
function isSameMatter(prepared: Prepared, one: Fact, other: Fact): boolean {
  const [voice, another] = [voiceOf(one, undefined), voiceOf(other, undefined)];
  if (voice?.speaker !== another?.speaker || one.kind === 'unknown' || other.kind === 'unknown') return false;
  if (voice && (voice.kind !== 'statement' || another?.kind !== 'statement')) return false;
  const [first, second] = [one, other].map((fact) => unit(prepared, [fact], []).reading);
  return first !== undefined && second !== undefined && shareMatter(first, second);
}

/** Whether the file lists the one as a denial of the other. */
const answers = ({ disputes }: Prepared, denial: Fact, allegation: Fact) =>
  disputes.some(
    ({ allegations, denials }) => denials.includes(denial.id) && allegations.includes(allegation.id),
  );

const sameVoice = (fact: Fact, quote: Quote) => !fact.attributedTo || fact.attributedTo === quote.speaker;

function unit(prepared: Prepared, facts: readonly Fact[], quotes: readonly Quote[]): Unit {
  const key = JSON.stringify([...facts, ...quotes].map(({ id }) => id));
  const known = prepared.units.get(key);
  if (known) return known;
  const made = readUnit(prepared, facts, quotes);
  prepared.units.set(key, made);
  return made;
}

function readUnit(prepared: Prepared, facts: readonly Fact[], quotes: readonly Quote[]): Unit {
  const texts = [
    ...facts.map(({ text }) => withoutInjections(text)),
    ...quotes.map((quote) => tellQuote(prepared, quote)),
  ];
  const reading = readText(texts.join(' '), prepared.book);
  const named = reading.mentions.flatMap(({ ids }) => [...ids]);
  const ids = [
    ...facts.flatMap(({ about, attributedTo }) => [...about, attributedTo ?? '']),
    ...quotes.map(({ speaker }) => speaker),
    ...named,
  ];
  const people = [...new Set(ids)].flatMap((id) => prepared.people.get(id) ?? []);
  const voice = voiceOf(facts[0], quotes[0]);
  const [first, second] = facts;
  const alleged =
    first && second && answers(prepared, first, second)
      ? reading.words.find(({ start }) => start > (texts[0]?.length ?? 0))
      : undefined;
  return {
    facts,
    quotes,
    reading,
    people,
    // Reads every fact of the topic: not before it is asked.
    get matters() {
      return prepared.matters;
    },
    background: [
      ...backgroundOf(facts, quotes, people).flatMap(readWords),
      ...prepared.theme,
      ...facts.flatMap((fact) => antecedentOf(fact, prepared)),
    ],
    ...(voice ? { voice } : {}),
    unknown: facts.some(({ kind }) => kind === 'unknown'),
    ...(alleged ? { allegedFrom: alleged.index } : {}),
  };
}

/**
 * A quote as a sentence of its own, so that it is read with its speaker. A fragment ("restoration of direct
 * dialogue") asserts nothing by itself: it bears out only its own words in quote marks.
 */
function tellQuote({ people }: Prepared, { speaker, text }: Quote): string {
  const name = people.get(speaker)?.name ?? speaker;
  const fragment = /^\P{Lu}/u.test(text) || !readWords(text).some((_, at, words) => isFiniteVerb(words, at));
  return fragment ? `${name} spoke.` : `${name} said: ${withoutInjections(text)}.`;
}

function voiceOf(fact: Fact | undefined, quote: Quote | undefined): Unit['voice'] {
  const kind = fact?.kind;
  if (fact?.attributedTo && (kind === 'statement' || kind === 'allegation' || kind === 'denial'))
    return { speaker: fact.attributedTo, kind };
  if (fact) return undefined;
  return quote && { speaker: quote.speaker, kind: 'statement' };
}
