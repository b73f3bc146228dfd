/** Rules about names: that the fact names them, and that titles go with the right person. */

import { oncePer } from '../../../once-per.ts';
import type { Unit } from '../evidence.ts';
import { bearsOut } from '../lexicon/meaning.ts';
import { EXPANSIONS, nameKey } from '../lexicon/places.ts';
import type { Match } from '../match.ts';
import type { Mention } from '../text/names.ts';
import { isProper } from '../text/names.ts';
import { readWords, type Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

export const namesStand = statementRule({
  name: 'names-stand',
  sentence:
    'Every name in a claim is in its fact, or is a name or role that the file gives to somebody in it.',
  check: (match) => {
    const known = keysOf(match.unit);
    const odd = namingWords(match).find((word) => !isKnown(word, known, match));
    return odd?.text ?? strangeMention(match);
  },
});

/** Words that name: proper nouns, capitals in the middle of a sentence, words in another script. */
function namingWords({ statement, dates }: Match): readonly Word[] {
  const dated = (index: number) => dates.some(({ from, to }) => index >= from && index < to);
  return statement.words.filter((word) => {
    if (word.quoted || dated(word.index) || word.pos === 'PUNCT') return false;
    if (/\p{L}/u.test(word.text) && !/\p{Script=Latin}/u.test(word.text)) return true;
    if (/^\p{Lu}[\p{Lu}\p{N}.&]+$/u.test(word.text)) return true;
    return (
      isProper(word) ||
      (/^\p{Lu}/u.test(word.text) && !startsSentence(word, statement.reading.words) && word.text !== 'I')
    );
  });
}

function startsSentence(word: Word, words: readonly Word[]): boolean {
  const before = words.slice(0, word.index).findLast(({ text }) => /[\p{L}\p{N}.!?:]/u.test(text));
  return !before || before.sentence !== word.sentence || /^[.!?:]$/.test(before.text);
}

/** Keys of every name around a unit, short forms and their expansions included. */
const keysOf: (unit: Unit) => ReadonlySet<string> = oncePer((unit: Unit) => {
  const words = [...unit.reading.words, ...unit.background];
  const keys = new Set(words.flatMap(({ folded }) => [nameKey(folded), folded]));
  const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text));
  for (const initials of shortForms(capitals)) keys.add(initials);
  for (const [short, long] of Object.entries(EXPANSIONS)) {
    if (keys.has(short)) for (const word of long) keys.add(word).add(nameKey(word));
    if (long.every((word) => keys.has(word))) keys.add(short);
  }
  return keys;
});

/** "UNGA" for "UN General Assembly", "WHO" for "World Health Organization". */
function shortForms(capitals: readonly Word[]): readonly string[] {
  return capitals.flatMap((_, at) =>
    [2, 3, 4, 5].map((length) =>
      capitals
        .slice(at, at + length)
        .map(({ folded }) => folded[0] ?? '')
        .join(''),
    ),
  );
}

function isKnown(word: Word, known: ReadonlySet<string>, match: Match): boolean {
  if (known.has(word.folded) || known.has(nameKey(word.folded)) || known.has(word.folded.replaceAll('.', '')))
    return true;
  if (match.links.has(word.index) || match.background.has(word.index)) return true;
  // A common word in capitals ("Relations" at the head of a headline) is left to the rule about words.
  return (
    word.pos !== 'PROPN' &&
    /^\p{Lu}\p{Ll}+$/u.test(word.text) &&
    /^[\p{Script=Latin}]+$/u.test(word.text) &&
    !isProper(word)
  );
}

/** Whether a role names so much. */
const standsIn = (role: string, written: readonly string[]) =>
  ` ${readWords(role)
    .map(({ text }) => text)
    .join(' ')} `.includes(` ${written.join(' ')} `);

/** A name that the file gives to somebody who is not in the fact, though its words are. */
function strangeMention({ statement: { reading, words }, unit }: Match): string | undefined {
  const own = new Set(words.map(({ index }) => index));
  const present = new Set(unit.people.map(({ id }) => id));
  const odd = reading.mentions.find(({ from, to, ids, keys }) => {
    if (
      !own.has(from) ||
      ids.size === 0 ||
      reading.words[from]?.quoted ||
      [...ids].some((id) => present.has(id))
    )
      return false;
    if (GIVING_OFFICE.test(reading.words[from - 1]?.lemma ?? '')) return false;
    if (isOfSomebody(reading.words, to, keys, unit)) return false;
    const written = reading.words.slice(from, to).map(({ text }) => text);
    // "Nora Telfer, the chair of the pensioners' association": it stands in her role.
    const before = reading.words.slice(0, from).findLast(({ folded }) => folded !== 'the');
    if (before?.folded === 'of' && unit.people.some(({ role }) => role && standsIn(role, written)))
      return false;
    const titled = reading.mentions.some((other) => other.person && other.from >= to && other.from - to <= 3);
    const around = [
      ...unit.facts.map(({ place }) => place),
      ...unit.quotes.flatMap(({ venue, context }) => [venue, context]),
    ];
    return !titled && !around.some((text) => text?.includes(reading.words[from]?.text ?? ' '));
  });
  return (
    odd &&
    reading.words
      .slice(odd.from, odd.to)
      .map(({ text }) => text)
      .join(' ')
  );
}

/** "was elected mayor of Varnholm": an office, and not who holds it. */
const GIVING_OFFICE = /^(?:elect|become|appoint|name|as|remain)$/;

/** "his Colombian counterpart": by the role of somebody who is in the fact. */
function isOfSomebody(
  words: Match['statement']['reading']['words'],
  to: number,
  keys: ReadonlySet<string>,
  unit: Unit,
): boolean {
  if (words[to]?.pos !== 'NOUN') return false;
  const roles = unit.people.flatMap(({ role, aliases }) => readWords([role ?? '', ...aliases].join(', ')));
  return [...keys].every((key) => roles.some(({ folded }) => nameKey(folded) === key));
}

export const titlesStand = statementRule({
  name: 'titles-stand',
  sentence: 'A title or role goes with the person whom the file gives it to.',
  check: (match) => clashingNames(match) ?? strangeTitle(match),
});

/** "Venezuelan leader Gustavo Petro" and "Trump, the Colombian president,": two names for one person that are two people. */
function clashingNames({ statement: { reading, words } }: Match): string | undefined {
  const own = new Set(words.map(({ index }) => index));
  const named = reading.mentions.filter(({ from, ids }) => own.has(from) && ids.size > 0);
  for (const [at, one] of named.entries()) {
    const other = named[at + 1];
    if (!other) continue;
    const between = reading.words.slice(one.to, other.from).map(({ folded }) => folded);
    const alike = [...one.ids].some((id) => other.ids.has(id));
    if (alike && /^and(?: the)?$/.test(between.join(' '))) return `${reading.words[one.from]?.text} twice`;
    if (!one.person || !other.person || alike) continue;
    const after = reading.words.slice(other.to, other.to + 2).map(({ folded }) => folded);
    const beside =
      between.length === 0 ||
      (/^, ?(?:the|a)?$/.test(between.join(' ')) && after[0] === ',' && !/^(?:and|or)$/.test(after[1] ?? ''));
    if (beside)
      return reading.words
        .slice(one.from, other.to)
        .map(({ text }) => text)
        .join(' ');
  }
  return undefined;
}

function strangeTitle(match: Match): string | undefined {
  const { reading, words } = match.statement;
  const own = new Set(words.map(({ index }) => index));
  for (const mention of reading.mentions) {
    if (!mention.person || mention.ids.size === 0 || !own.has(mention.from)) continue;
    const odd = titleBefore(reading.words, mention).find((word) => !isTitleOf(word, mention, match));
    if (odd) return `${odd.text} ${reading.words[mention.to - 1]?.text}`;
  }
  return undefined;
}

/** The nouns and adjectives right before a name. */
function titleBefore(words: readonly Word[], { from }: Mention): readonly Word[] {
  let start = from;
  while (start > 0 && /^(?:NOUN|ADJ|PROPN)$/.test(words[start - 1]?.pos ?? '') && !words[start - 1]?.quoted)
    start -= 1;
  return words
    .slice(start, from)
    .filter(({ folded }) => !/^(?:mr|mrs|ms|dr|mr\.|mrs\.|ms\.|dr\.)$/.test(folded));
}

function isTitleOf(word: Word, { ids }: Mention, { unit }: Match): boolean {
  const given = unit.people
    .filter(({ id }) => ids.has(id))
    .flatMap(({ name, role, aliases }) => [name, role ?? '', ...aliases]);
  const roles = given.flatMap(readWords);
  if (roles.some((other) => nameKey(other.folded) === nameKey(word.folded) || bearsOut(other, word)))
    return true;
  return unit.reading.mentions.some(
    (mention) =>
      [...mention.ids].some((id) => ids.has(id)) &&
      titleBefore(unit.reading.words, mention).some((other) => bearsOut(other, word)),
  );
}
