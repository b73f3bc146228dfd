/** The rule about most, some, all: quantities without a number. */
import { isTimeNoun } from '../lexicon/calendar.ts';
import { linked, type Match } from '../match.ts';
import { isPossessiveMark, type Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

const QUANTITY =
  /^(?:most|all|many|much|several|few|half|every|each|some|majority|minority|dozens|hundreds|thousands|part|section|portion|partly|nearly|almost|both|only|none)$/;

export const quantitiesKept = statementRule({
  name: 'quantities-kept',
  sentence: '"Most" is not told as "all", nor as "some", nor left out.',
  check: (match) => {
    const odd = match.statement.words.find(
      (word) =>
        (word.pos === 'NOUN' || isGroup(word, match.statement.reading.words)) &&
        !word.quoted &&
        !ownsNext(word, match.statement.reading.words) &&
        match.statement.reading.words[word.index + 1]?.pos !== 'NOUN' &&
        // "every day" is a rate, and numbers have a rule of their own.
        !isTimeNoun(word.lemma) &&
        differs(word, match),
    );
    const alone = match.statement.words.find((word) => !word.quoted && standsAlone(word, match));
    if (alone) return alone.text;
    const those = match.statement.words.find((word) => losesShare(word, match));
    if (those) return those.text;
    return odd && `${quantityOf(odd, match.statement.reading.words) ?? ''} ${odd.text}`.trim();
  },
});

/** "both were relegated" for "one of them was relegated". */
function standsAlone({ folded, index }: Word, { statement: { reading }, unit, links }: Match): boolean {
  if (!/^(?:both|all|none|most|some|many|few)$/.test(folded)) return false;
  const verb = reading.words.slice(index + 1).find(({ pos }) => pos !== 'AUX' && pos !== 'ADV');
  if (reading.words[index + 1]?.pos !== 'AUX' || verb?.pos !== 'VERB') return false;
  const others = linked({ links }, verb);
  const clauses = unit.reading.clauses.filter(({ words }) => words.some((word) => others.includes(word)));
  return (
    others.length > 0 && !clauses.some(({ words }) => words.some((word) => plain(word.folded) === folded))
  );
}

/** "Those who died were older than 75" for "three quarters of those who died". */
function losesShare({ folded, index, quoted }: Word, { statement: { reading }, unit }: Match): boolean {
  const isPart = ({ words }: { readonly words: readonly Word[] }, at: number) =>
    words[at - 1]?.folded === 'of';
  const others = unit.reading.words.filter((word) => word.folded === 'those' && !word.quoted);
  return (
    folded === 'those' &&
    !quoted &&
    !isPart(reading, index) &&
    others.length > 0 &&
    others.every((word) => isPart(unit.reading, word.index))
  );
}

/** "the audit's findings": of what is counted, the owner has no share. */
const ownsNext = ({ index }: Word, words: readonly Word[]) => isPossessiveMark(words[index + 1]);

function differs(word: Word, match: Match): boolean {
  const own = quantityOf(word, match.statement.reading.words) ?? floatingAll(word, match);
  const others = linked(match, word)
    .filter(
      (other) =>
        (other.pos === 'NOUN' || isGroup(other, match.unit.reading.words)) &&
        !ownsNext(other, match.unit.reading.words),
    )
    .map((other) => quantityOf(other, match.unit.reading.words));
  const two = (one: string | undefined, other: string | undefined) => one === 'both' && other === undefined;
  if (others.some((other) => two(other, own)) && match.figures.some(({ value }) => value === 2)) return false;
  // "some isolated delays" for "isolated delays"
  if (own === 'some' && linked(match, word).some((other) => isBare(other, match.unit.reading.words)))
    return false;
  return others.length > 0 && !others.includes(own) && !(own === 'both' && match.unit.people.length >= 2);
}

/** "the dead", "the injured": people by what befell them. */
const isGroup = ({ pos, index, quoted }: Word, words: readonly Word[]) =>
  /^(?:ADJ|VERB)$/.test(pos) &&
  !quoted &&
  words[index - 1]?.folded === 'the' &&
  !/^(?:NOUN|PROPN|ADJ|PUNCT|PART)$/.test(words[index + 1]?.pos ?? 'PUNCT');

const SKIPPED = /^(?:of|the|their|its|his|her|'s|')$/;

/** "all Kestrel rockets", "most small ships". */
const isModifier = (word: Word | undefined) =>
  word !== undefined && /^(?:NOUN|PROPN|ADJ)$/.test(word.pos) && !QUANTITY.test(word.folded);

/** "most of the evacuees", "several ships": the quantity right before a noun. "Some 40" is a number. */
function quantityOf(noun: Word, words: readonly Word[]): string | undefined {
  let at = noun.index - 1;
  while (at >= 0 && isModifier(words[at])) at -= 1;
  while (at >= 0 && SKIPPED.test(words[at]?.folded ?? '')) at -= 1;
  // "all of Blue Straits Ferries' sailings"
  if (isPossessiveMark(words[at + 1]))
    while (at >= 0 && (isModifier(words[at]) || SKIPPED.test(words[at]?.folded ?? ''))) at -= 1;
  // "all but two of the dead"
  const part = words[at]?.pos === 'NUM' && words[at + 1]?.folded === 'of';
  if (part && words[at - 1]?.folded === 'but' && words[at - 2]?.folded === 'all') return 'all but';
  const found = words[at]?.folded ?? '';
  // "the nearly bankrupt club", "an 87 per cent majority of the members"
  if (/^(?:nearly|almost)$/.test(found) && words[at + 1]?.pos === 'ADJ') return undefined;
  if (found === 'majority' && /^(?:cent|percent|%)$/.test(words[at - 1]?.folded ?? '')) return undefined;
  return QUANTITY.test(found) ? plain(found) : undefined;
}

/** "delays", of which no word says which or how many. */
const isBare = (noun: Word, words: readonly Word[]) => {
  const before = words.slice(0, noun.index).findLast((word) => !/^(?:ADJ|VERB)$/.test(word.pos));
  return noun.folded !== noun.lemma && !/^(?:DET|NUM|PRON|PART|ADV|NOUN|PROPN)$/.test(before?.pos ?? '');
};

const plain = (folded: string) =>
  folded.replace(/^(?:every|each)$/, 'all').replace(/^(?:section|portion)$/, 'part');

/** "the findings had all been dealt with" */
function floatingAll(word: Word, { statement }: Match): string | undefined {
  const clause = statement.clauses.find(({ words }) => words.includes(word));
  const after = clause?.words.filter(({ index }) => index > word.index) ?? [];
  const all = after.find(({ folded, quoted }) => folded === 'all' && !quoted);
  return all && after.every(({ index, pos }) => index >= all.index || pos === 'AUX' || pos === 'ADV')
    ? 'all'
    : undefined;
}
