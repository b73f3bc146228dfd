/** What is told of a name between commas, taken out of its statement. */
import type { Statement } from './statements.ts';
import type { Word } from './words.ts';

const SHORTEST = 2;

/**
 * "The Friends, a society with 5,000 members, called it a mistake" → "The Friends called it a mistake" and "The Friends, a
 * society with 5,000 members": two things told, of which each may be another fact's. Undefined where there is none.
 */
export function withoutApposition(statement: Statement): readonly Statement[] | undefined {
  const { words, reading } = statement;
  for (const { from, to, ids } of reading.mentions) {
    const name = words.filter(({ index }) => index >= from && index < to);
    const comma = words.findIndex(({ index, text }) => index === to && text === ',');
    if (ids.size === 0 || name.length === 0 || comma < 0) continue;
    const end = words.findIndex(({ text, quoted }, at) => at > comma && text === ',' && !quoted);
    const aside = words.slice(comma + 1, end < 0 ? comma + 1 : end);
    if (aside.length < SHORTEST || !tellsWhat(aside) || isListed(words[end + 1])) continue;
    const left = new Set([words[comma], words[end], ...aside]);
    return [
      { ...statement, words: words.filter((word) => !left.has(word)) },
      { ...statement, words: [...name, ...aside], clauses: [], frames: [] },
    ];
  }
  return rankedLast(statement);
}

/** "raised its key rate to 5 per cent, the highest level since 2009": a rank at the end, of what the statement is about. */
function rankedLast(statement: Statement): readonly Statement[] | undefined {
  const { words, reading } = statement;
  const comma = words.findLastIndex(({ text, quoted }) => text === ',' && !quoted);
  const aside = words.slice(comma + 1);
  const isRank =
    aside[0]?.folded === 'the' && /(?:est|first|second|third|th|most)$/.test(aside[1]?.folded ?? '');
  if (comma < 0 || !isRank || aside.some(({ pos }) => /^(?:VERB|AUX|CCONJ)$/.test(pos))) return undefined;
  const clause = statement.clauses.at(-1)?.index;
  const act = reading.predicates.find((one) => one.clause === clause && one.word.pos === 'VERB');
  const [about] = [...(act?.patients ?? []), ...(act?.agents ?? [])].filter(({ mention }) => !mention);
  return about && about.word.index < (aside[0]?.index ?? 0)
    ? [
        { ...statement, words: words.slice(0, comma) },
        { ...statement, words: [about.word, ...aside], clauses: [], frames: [] },
      ]
    : undefined;
}

/** "a society with almost 5,000 members": a noun with what hangs on it, and no verb. */
const tellsWhat = (words: readonly Word[]) =>
  /^(?:DET|NOUN|ADJ|NUM)$/.test(words[0]?.pos ?? '') &&
  words.some(({ pos }) => pos === 'NOUN') &&
  words.every(({ pos, quoted }) => !quoted && /^(?:DET|ADJ|ADV|NOUN|PROPN|NUM|ADP|PART|SYM)$/.test(pos));

/** "Petro, a minister, and Trump": a list, and nothing told of anybody. */
const isListed = (next: Word | undefined) => next === undefined || /^(?:and|or)$/.test(next.folded);
