/** Rules about the words themselves: nothing is added, nothing is coloured. */
import { isContent, type Match } from '../match.ts';
import type { Word } from '../text/words.ts';
import { tellsWhoSomebodyIs } from './attribution.ts';
import { isExempt } from './exempt-words.ts';
import { countedDates } from './relative-dates.ts';
import { statementRule } from './rule.ts';
import { isSpared } from './told-whole.ts';

export const addsNothing = statementRule({
  name: 'adds-nothing',
  sentence: 'A claim says nothing that one of its facts does not say.',
  check: (match) => unsupported(match).find((word) => !isColour(word))?.text,
});

export const addsNoColour = statementRule({
  name: 'adds-no-colour',
  sentence: 'A claim judges nothing: it adds no adjective or adverb to what the fact says.',
  check: (match) => unsupported(match).find(isColour)?.text,
});

const isColour = ({ pos }: Word) => pos === 'ADJ' || pos === 'ADV';

/** Words of the claim that neither the fact nor what the file says around it bears out. */
function unsupported(match: Match): readonly Word[] {
  const counted = new Set(match.figures.flatMap(({ span }) => [...span]));
  for (const { from, to } of [...match.dates, ...match.times, ...countedDates(match)])
    for (let at = from; at < to; at += 1) counted.add(at);
  for (const { from, to, ids } of match.statement.reading.mentions)
    if (match.unit.people.some(({ id }) => ids.has(id)))
      for (let at = from; at < to; at += 1) counted.add(at);
  const odd = match.statement.words.filter(
    (word) =>
      match.contrary.has(word.index) ||
      ((isContent(word) || isPredicate(word, match)) &&
        !counted.has(word.index) &&
        !match.links.has(word.index) &&
        !match.background.has(word.index) &&
        !isExempt(word, match)),
  );
  if (match.contrary.size === 0 && tellsWhoSomebodyIs(match)) return [];
  return odd.every((word) => !match.contrary.has(word.index) && isSpared(word, match)) ? [] : odd;
}

/** "is over", "is off": a little word that carries the whole statement. */
function isPredicate(word: Word, { statement: { reading } }: Match): boolean {
  const before = reading.words.slice(0, word.index).findLast(({ pos }) => pos !== 'ADV' && pos !== 'PART');
  const after = reading.words[word.index + 1];
  if (word.quoted || before?.lemma !== 'be' || !/^(?:ADP|ADV|SCONJ|ADJ)$/.test(word.pos)) return false;
  // "are against the plan": a stand of its own, whatever follows.
  return word.folded === 'against' || !after || /^(?:PUNCT|CCONJ)$/.test(after.pos);
}
