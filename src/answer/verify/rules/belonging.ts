/** The rule about what belongs to whom. */
import { linked, type Match } from '../match.ts';
import { type Mention, sameName } from '../text/names.ts';
import type { Reading } from '../text/reading.ts';
import { mentionsIn } from '../text/statements.ts';
import { isPossessiveMark, textOf, type Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

export const belongingKept = statementRule({
  name: 'belonging-kept',
  sentence:
    '"The governor\'s office" and "the approval of the authority" stay theirs, and become nobody else\'s; his does not become hers.',
  check: (match) => {
    const { reading, words } = match.statement;
    for (const mention of mentionsIn(match.statement)) {
      if (reading.words[mention.from]?.quoted) continue;
      const thing = owned(reading, mention) ?? headOf(reading, mention);
      if (thing && isSomebodyElses(thing, mention, match))
        return `${thing.text}: ${textOf(reading.words, mention)}`;
    }
    return words.find((word) => isAnothers(word, match) || isTakenFrom(word, match))?.text;
  },
});

const HIS: ReadonlySet<string> = new Set(['he', 'him', 'his', 'himself']);
const HER: ReadonlySet<string> = new Set(['she', 'her', 'hers', 'herself']);

/** "her call" for "his call": what the fact gives to a man, the claim to a woman. */
function isAnothers(word: Word, match: Match): boolean {
  const [own, other] = HIS.has(word.folded) ? [HIS, HER] : [HER, HIS];
  if (word.quoted || !own.has(word.folded)) return false;
  const told = match.unit.reading.words.filter(({ quoted }) => !quoted);
  if (told.some(({ folded }) => own.has(folded))) return false;
  const thing = possessed(word, match.statement.reading);
  const owners = thing
    ? linked(match, thing).flatMap((same) =>
        told.filter((one) => possessed(one, match.unit.reading) === same),
      )
    : [];
  return owners.some(({ folded }) => other.has(folded));
}

/** "the police's offices" where the police are in the fact and the offices are Kestrel's. */
function isTakenFrom(mark: Word, match: Match): boolean {
  const { reading } = match.statement;
  const owner = reading.words[mark.index - 1];
  const isMention = reading.mentions.some(({ from, to }) => mark.index - 1 >= from && mark.index - 1 < to);
  if (!isPossessiveMark(mark) || mark.quoted || owner?.pos !== 'NOUN' || isMention) return false;
  const thing = nounFrom(reading.words, mark.index + 1);
  const same = thing ? linked(match, thing).filter(({ lemma }) => lemma === thing.lemma) : [];
  const fact = match.unit.reading;
  const isOwner = (other: Word, word: Word) =>
    isPossessiveMark(fact.words[other.index + 1]) && nounFrom(fact.words, other.index + 2) === word;
  return (
    same.length > 0 &&
    linked(match, owner).length > 0 &&
    same.every(
      (word) =>
        fact.mentions.some((mention) => owned(fact, mention) === word) &&
        !linked(match, owner).some((other) => isOwner(other, word)),
    )
  );
}

/** The noun behind "his" or "her". */
function possessed({ folded, index }: Word, { words }: Reading): Word | undefined {
  return /^(?:his|her)$/.test(folded) ? nounFrom(words, index + 1) : undefined;
}

/** The noun behind "Petro's". */
function owned({ words }: Reading, { to }: Mention): Word | undefined {
  return isPossessiveMark(words[to]) ? nounFrom(words, to + 1) : undefined;
}

const FARTHEST = 3;

/** The noun that a phrase begins with, over its adjectives and the nouns before it. */
function nounFrom(words: readonly Word[], from: number): Word | undefined {
  const phrase = words.slice(from, from + FARTHEST);
  return phrase.find(({ pos }, at) => pos === 'NOUN' && phrase[at + 1]?.pos !== 'NOUN');
}

const ATTACHING = /^(?:of|at|for|against|by|with)$/;

/** The noun or "somebody" that a name hangs on: "the approval of the authority". */
function headOf({ words }: Reading, { from }: Mention): Word | undefined {
  const at = /^(?:the|a|an)$/.test(words[from - 1]?.folded ?? '') ? from - 2 : from - 1;
  const head = words[at - 1];
  // "the takeover of Halbrook Dairies by Norvane": not the Dairies are Norvane's.
  if (head?.pos === 'PROPN' && words[at]?.folded !== 'of') return undefined;
  return ATTACHING.test(words[at]?.folded ?? '') &&
    head &&
    !head.quoted &&
    (head.pos === 'NOUN' || head.pos === 'PROPN' || /^some(?:body|one)$/.test(head.folded))
    ? head
    : undefined;
}

/** Where the fact says whose each such thing is, and it is somebody else's every time. */
function isSomebodyElses(thing: Word, mention: Mention, match: Match): boolean {
  const { reading } = match.unit;
  const owners = linked(match, thing)
    .filter(({ lemma }) => lemma === thing.lemma)
    .map((word) => ownersOf(word, reading));
  return (
    owners.length > 0 &&
    owners.every((known) => known.length > 0 && !known.some((other) => sameName(other, mention)))
  );
}

/** Whose a word of the fact is: in front of it, behind it, or by the name that it is part of. */
function ownersOf(word: Word, reading: Reading): readonly Mention[] {
  const holder = reading.mentions.find(({ from, to }) => from <= word.index && word.index < to);
  return reading.mentions.filter(
    (mention) =>
      mention === holder ||
      // "Economist Kofi Brandt of Merel Bank"
      (holder && headOf(reading, mention)?.index === holder.to - 1) ||
      owned(reading, mention) === word ||
      headOf(reading, mention) === word,
  );
}
