/** Facts told otherwise mechanically, so that they stay right: what the verifier drops of them it has misread. */
import type { Fact, Topic } from '../../../src/knowledge/schema.ts';
import { baseForm } from '../../../src/retrieval/irregular-forms.ts';
import { joined, withOneSubject } from './retold-pairs.ts';
import { capital, type ReadFact, small, tidy } from './rewriting.ts';
import { readFacts } from './turned.ts';

/** A fact's sentence told otherwise; it cites the facts that it tells. */
export type RetoldClaim = {
  readonly topic: Topic;
  readonly way: string;
  readonly text: string;
  readonly ids: readonly string[];
};

const WAYS: Readonly<Record<string, (fact: ReadFact) => readonly string[]>> = {
  'date first': dateFirst,
  'month first': ({ fact: { text } }) => [text.replace(DATE, '$2 $1, $3')],
  'day without its name': ({ fact: { text } }) => [text.replace(new RegExp(`${DAY}, (?=\\d)`, 'g'), '')],
  digits,
  'per cent as a sign': ({ fact: { text } }) => [text.replace(/(?<=\d) per cent/g, '%')],
  'not shortened': ({ fact: { text } }) => [
    text.replace(/(?<=\b(?:did|does|do|is|are|was|were|has|have|had|would|could)) not\b/g, "n't"),
  ],
  'according to': accordingTo,
  'said behind': saidBehind,
  'said without that': ({ fact: { text } }) => [text.replace(/(?<=^[^,]*\bsaid) that /, ' ')],
  'title before the name': ({ fact, topic }) => withRole(fact, topic, (name, role) => `${role} ${name}`),
  'title behind the name': ({ fact, topic }) =>
    withRole(fact, topic, (name, role) => `${name}, the ${role},`),
  passive,
  'first half': halves(0),
  'second half': halves(1),
};

/** Every fact of every topic in the tree, in every way that it can be told, and each with the fact behind it. */
export function readRetold(): readonly RetoldClaim[] {
  const all = readFacts();
  const alone = all.flatMap((read) =>
    Object.entries(WAYS).flatMap(([way, tell]) =>
      [...new Set(tell(read).map(tidy))]
        .filter((text) => text !== read.fact.text)
        .map((text) => ({ topic: read.topic, way, text, ids: [read.fact.id] })),
    ),
  );
  return [...alone, ...all.flatMap((read, at) => joined(read, all[at + 1])), ...withOneSubject(all)];
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const DATE = new RegExp(`(?<![–-])\\b(\\d{1,2}) (${MONTH}) (\\d{4})\\b`, 'g');
const ON_DATE = new RegExp(`^([^,“]+) (on (?:${DAY}, )?\\d{1,2} ${MONTH} \\d{4})(,? .+|\\.)$`);

function dateFirst(read: ReadFact): readonly string[] {
  const [, before, on, after] = ON_DATE.exec(read.fact.text) ?? [];
  return before && on && after ? [`${capital(on)}, ${small(read, before)}${after.replace(/^,/, '')}`] : [];
}

const WORDS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );

function digits({ fact: { text } }: ReadFact): readonly string[] {
  const written = text.replace(
    new RegExp(`\\b(?:${WORDS.join('|')})\\b(?! (?:of|to|against|past)\\b)`, 'g'),
    (word) => String(WORDS.indexOf(word) + 2),
  );
  return /[“”]/.test(text) ? [] : [written];
}

const SAID =
  /^((?!.*? (?:and|but) said)[^,“]+?) (said|alleged|warned|claimed|claims|alleges|says) that ([^“]+)\.$/;

/** "X said that Y" → "According to X, Y" and "Y, according to X". */
function accordingTo(read: ReadFact): readonly string[] {
  const { text, kind } = read.fact;
  const [, speaker = '', verb, words = ''] = SAID.exec(text) ?? [];
  const plain = verb !== undefined && !/warn/.test(verb) && kind !== 'unknown';
  return plain
    ? [
        `According to ${small(read, speaker)}, ${words}.`,
        `${capital(words)}, according to ${small(read, speaker)}.`,
      ]
    : [];
}

/** "X said that Y" → "Y, X said." */
function saidBehind(read: ReadFact): readonly string[] {
  const { text, kind } = read.fact;
  const [, speaker = '', verb = '', words = ''] = SAID.exec(text) ?? [];
  return words !== '' && kind !== 'unknown' ? [`${capital(words)}, ${small(read, speaker)} ${verb}.`] : [];
}

/** A person's name with the title that the file gives. */
function withRole(
  { text }: Fact,
  { people }: Topic,
  write: (name: string, role: string) => string,
): readonly string[] {
  return people
    .filter(({ kind, role }) => kind === 'person' && role !== undefined && /^[a-z ]+(?: of .+)?$/.test(role))
    .flatMap(({ name, role = '', aliases }) => {
      const surname = name.split(' ').at(-1) ?? name;
      const place = [name, ...aliases, surname].find((one) => text.startsWith(`${one} `));
      const short = role.replace(/ (?:of|at|who) .*$/, '');
      const verb =
        place &&
        /^(?:has|had|was|is|said|denied|accused|alleged|will|called)\b/.test(text.slice(place.length + 1));
      return place && verb
        ? [capital(`${write(name, write(name, '').endsWith(',') ? role : short)}${text.slice(place.length)}`)]
        : [];
    });
}

/** "Police arrested three people …" → "Three people were arrested by police …". */
function passive(read: ReadFact): readonly string[] {
  const { text } = read.fact;
  const { reading } = read;
  const { words, predicates } = reading;
  return predicates.flatMap(({ word, agents, patients, passive: isPassive }) => {
    const [agent] = agents;
    const [patient] = patients;
    const regular =
      /ed$/.test(word.folded) || (baseForm(word.folded) !== word.folded && PARTICIPLES.test(word.folded));
    if (!agent || agents.length > 1 || !patient || isPassive || patient.preposition !== undefined) return [];
    if (word.pos !== 'VERB' || !regular || words[agent.word.index + 1] !== word) return [];
    if (patient.word.index < word.index || word.phrase !== undefined || /[“”]/.test(text)) return [];
    const between = words.slice(word.index + 1, patient.word.index);
    if (
      between.some(({ pos }) => !/^(?:DET|ADJ|NUM|NOUN|PROPN|PRON)$/.test(pos)) ||
      /^(?:his|her|its|their)$/.test(between[0]?.folded ?? '')
    )
      return [];
    if (words.slice(0, agent.word.index).some(({ pos }) => !/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(pos)))
      return [];
    const end = patient.word.start + patient.word.text.length;
    const who = small(read, text.slice(0, word.start).trim());
    const whom = text.slice(word.start + word.text.length, end).trim();
    const many =
      patient.word.folded !== patient.word.lemma || /^(?:people|police)$/.test(patient.word.folded);
    const rest = text.slice(end);
    if (/^ (?:of|who|which|that|and|or|to|'s|’s)\b/.test(rest) || /^['’]/.test(rest)) return [];
    return [`${capital(whom)} ${many ? 'were' : 'was'} ${word.text} by ${who}${rest}`];
  });
}

const PARTICIPLES =
  /^(?:sent|bought|sold|found|made|told|held|shown|given|taken|put|cut|hit|shut|built|led|lost|paid|left|won)$/;

/** One of two things that a fact tells: "X, and Y" → "X." */
function halves(at: 0 | 1): (fact: ReadFact) => readonly string[] {
  return ({ fact: { text, kind } }) => {
    const [one = '', two = '', ...more] = text.split(/, (?:and|but) /);
    const whole =
      /^(?:the|a|an|it|they|he|she|[A-Z]\w+) /.test(two) &&
      /\b(?:was|were|is|are|has|had|will|would|\w+ed)\b/.test(two) &&
      !/^(?:If|When|Whether|Although|Asked)/.test(one);
    if (
      more.length > 0 ||
      two === '' ||
      !whole ||
      kind === 'unknown' ||
      /[“”]/.test(text) ||
      SAID.test(`${text.split(',')[0]}.`)
    )
      return [];
    return at === 0 ? [`${one}.`] : /^(?:it|they|he|she) /.test(two) ? [] : [capital(two)];
  };
}
