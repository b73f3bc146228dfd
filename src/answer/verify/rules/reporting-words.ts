/** Words of a claim that tell how something came to be known, and add nothing to what is known. */
import { linked, type Match } from '../match.ts';
import { clauseOf } from '../text/clauses.ts';
import { helpersOf } from '../text/finite-verbs.ts';
import type { Word } from '../text/words.ts';

/** "Commenting on the number of cases, she said: “…”": what a quotation is about, which the file says around it. */
export const opensSpeech = (
  { index, folded, lemma, sentence }: Word,
  { statement: { reading }, unit }: Match,
) =>
  unit.quotes.some(({ context }) => context !== undefined) &&
  /ing$/.test(folded) &&
  /^(?:comment|speak|talk|refer|reply|respond|sum|describe|recall|discuss|address)$/.test(lemma) &&
  (index === 0 || reading.words[index - 1]?.sentence !== sentence);

/** "Survivors said they heard a crack" for "Survivors heard a crack": told as their word, it is claimed no more than that. */
export function isOwnReport(word: Word, { statement: { reading }, unit, links }: Match): boolean {
  if (word.pos !== 'VERB' || !/^(?:say|tell|report|recall|describe)$/.test(word.lemma)) return false;
  const speaker = reading.predicates.find((predicate) => predicate.word === word)?.agents[0]?.word;
  const said = reading.words.slice(word.index + 1).find(({ pos }) => pos !== 'SCONJ');
  const heads = speaker ? linked({ links }, speaker) : [];
  return (
    /^(?:he|she|they|it)$/.test(said?.folded ?? '') &&
    unit.reading.predicates.some(
      ({ agents, passive }) => !passive && agents.some((head) => heads.includes(head.word)),
    )
  );
}

/** "27 new cases were reported" for "there were 27 new cases". */
export function isCounted(
  { lemma, pos, index }: Word,
  { statement: { reading }, unit, figures }: Match,
): boolean {
  const clause = clauseOf(reading, index);
  return (
    pos === 'VERB' &&
    /^(?:report|record|register|count)$/.test(lemma) &&
    clause !== undefined &&
    figures.some(({ at }) => clause.words.some((word) => word.index === at)) &&
    helpersOf({ index }, reading).some((helper) => helper.lemma === 'be') &&
    unit.reading.words.some(({ folded }) => folded === 'there')
  );
}
