/** The rule about names: the fact has them, or the file gives them to somebody in it. */

import { oncePer } from '../../../once-per.ts';
import { bearsOut } from '../lexicon/meaning.ts';
import { nameKey, withOtherForms } from '../lexicon/places.ts';
import type { Match } from '../match.ts';
import { isProper } from '../text/names.ts';
import { mentionsIn } from '../text/statements.ts';
import { readWords, textOf, type Word } from '../text/words.ts';
import type { Unit } from '../unit.ts';
import { statementRule } from './rule.ts';
import { strayName } from './two-facts.ts';

export const namesStand = statementRule({
  name: 'names-stand',
  sentence:
    'Every name in a claim is in its fact, or is a name or role that the file gives to somebody in it.',
  check: (match) => {
    const known = keysOf(match.unit);
    const odd = namingWords(match).find((word) => !isKnown(word, known));
    const stray = strayName(match);
    return odd?.text ?? strangeMention(match) ?? (stray && match.statement.reading.words[stray.from]?.text);
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
  return before?.sentence !== word.sentence;
}

/** Keys of every name around a unit, short forms and their expansions included. */
const keysOf: (unit: Unit) => ReadonlySet<string> = oncePer((unit: Unit) => {
  const words = [...unit.reading.words, ...unit.background];
  const keys = new Set(words.flatMap(({ folded }) => [nameKey(folded), folded]));
  const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text));
  for (const initials of shortForms(capitals)) keys.add(initials);
  return withOtherForms(keys);
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

function isKnown(word: Word, known: ReadonlySet<string>): boolean {
  if (known.has(word.folded) || known.has(nameKey(word.folded))) return true;
  // A common word in capitals ("Relations" at the head of a headline) is left to the rule about words.
  return (
    word.pos !== 'PROPN' &&
    /^\p{Lu}\p{Ll}+$/u.test(word.text) &&
    /^[\p{Script=Latin}]+$/u.test(word.text) &&
    !isProper(word)
  );
}

/** "Nora Telfer, the chair of the pensioners' association", "who chairs the association": it stands in her role. */
export function standsInRole(
  words: readonly Word[],
  { from, to }: { from: number; to: number },
  unit: Unit,
): boolean {
  const before = words.slice(0, from).findLast(({ folded }) => folded !== 'the');
  const office = before && words[before.index - 1];
  const written = textOf(words, { from, to });
  return unit.people.some(
    ({ role }) =>
      role !== undefined &&
      standsIn(role, written) &&
      before !== undefined &&
      ((/^(?:of|at|for|in|from)$/.test(before.folded) &&
        readWords(role).some(({ folded }) => folded === office?.folded)) ||
        (before.pos === 'VERB' && readWords(role).some((word) => bearsOut(word, before)))),
  );
}

/** Whether a role names so much. */
function standsIn(role: string, written: string): boolean {
  const words = readWords(role);
  return ` ${textOf(words, { from: 0, to: words.length })} `.includes(` ${written} `);
}

/** A name that the file gives to somebody who is not in the fact, though its words are. */
function strangeMention({ statement, unit }: Match): string | undefined {
  const { reading } = statement;
  const present = new Set(unit.people.map(({ id }) => id));
  const odd = mentionsIn(statement).find(({ from, to, ids, keys }) => {
    if (ids.size === 0 || reading.words[from]?.quoted || [...ids].some((id) => present.has(id))) return false;
    if (GIVING_OFFICE.test(reading.words[from - 1]?.lemma ?? '')) return false;
    if (isOfSomebody(reading.words, to, keys, unit)) return false;
    if (standsInRole(reading.words, { from, to }, unit)) return false;
    const titled = reading.mentions.some((other) => other.person && other.from >= to && other.from - to <= 3);
    const around = [
      ...unit.facts.map(({ place }) => place),
      ...unit.quotes.flatMap(({ venue, context }) => [venue, context]),
    ];
    return !titled && !around.some((text) => text?.includes(reading.words[from]?.text ?? ' '));
  });
  return odd && textOf(reading.words, odd);
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
