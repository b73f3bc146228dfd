/** The rule about titles and roles: each goes with the right person. */
import { bearsOut } from '../lexicon/meaning.ts';
import { nameKey } from '../lexicon/places.ts';
import { follows } from '../lexicon/senses.ts';
import type { Match } from '../match.ts';
import type { Mention } from '../text/names.ts';
import { mentionsIn } from '../text/statements.ts';
import { readWords, textOf, type Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

export const titlesStand = statementRule({
  name: 'titles-stand',
  sentence: 'A title or role goes with the person whom the file gives it to.',
  check: (match) => clashingNames(match) ?? strangeTitle(match),
});

/** "Venezuelan leader Gustavo Petro" and "Trump, the Colombian president,": two names for one person that are two people. */
function clashingNames({ statement }: Match): string | undefined {
  const { reading } = statement;
  const named = mentionsIn(statement).filter(({ ids }) => ids.size > 0);
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
    if (beside) return textOf(reading.words, { from: one.from, to: other.to });
  }
  return undefined;
}

function strangeTitle(match: Match): string | undefined {
  const { reading } = match.statement;
  for (const mention of mentionsIn(match.statement)) {
    if (!mention.person) continue;
    // "a 34-year-old fisherman": an age is no title.
    const counts = (word: Word) => match.figures.some(({ span }) => span.has(word.index));
    const odd = titleBefore(reading.words, mention).find(
      (word) => !counts(word) && !isTitleOf(word, mention, match),
    );
    if (odd) return `${odd.text} ${reading.words[mention.to - 1]?.text}`;
  }
  return undefined;
}

/** The nouns and adjectives right before a name; none where the noun is no person's: "the first time Trump", "in court Fenn". */
function titleBefore(words: readonly Word[], { from }: Mention): readonly Word[] {
  const noun = words[from - 1];
  if (noun?.pos === 'NOUN' && (noun.lemma === 'time' || isFronted(words, from))) return [];
  let start = from;
  while (start > 0 && /^(?:NOUN|ADJ|PROPN)$/.test(words[start - 1]?.pos ?? '') && !words[start - 1]?.quoted)
    start -= 1;
  return words
    .slice(start, from)
    .filter(({ folded }) => !/^(?:mr|mrs|ms|dr|mr\.|mrs\.|ms\.|dr\.)$/.test(folded));
}

/** "On the steps of the court Fenn said": a phrase in front of the subject, of things alone. */
function isFronted(words: readonly Word[], from: number): boolean {
  const sentence = words.slice(0, from).filter((word) => word.sentence === words[from]?.sentence);
  return (
    sentence[0]?.pos === 'ADP' &&
    /^(?:VERB|AUX)$/.test(words[from + 1]?.pos ?? '') &&
    sentence.every(({ pos }) => /^(?:ADP|DET|ADJ|NOUN|NUM)$/.test(pos)) &&
    sentence.every(({ pos, lemma }) => pos !== 'NOUN' || !follows(lemma, 'person'))
  );
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
