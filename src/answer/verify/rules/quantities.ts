/** The rule about most, some, all: quantities without a number. */
import { linked, type Match } from '../match.ts';
import type { Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

const QUANTITY =
  /^(?:most|all|many|much|several|few|half|every|each|some|majority|minority|dozens|hundreds|thousands|part|partly|nearly|almost|both|only|none)$/;

/** "every day" is a rate, and numbers have a rule of their own. */
const TIME = /^(?:second|minute|hour|day|week|month|year|time)$/;

export const quantitiesKept = statementRule({
  name: 'quantities-kept',
  sentence: '"Most" is not told as "all", nor as "some", nor left out.',
  check: (match) => {
    const odd = match.statement.words.find(
      (word) => word.pos === 'NOUN' && !word.quoted && !TIME.test(word.lemma) && differs(word, match),
    );
    return odd && `${quantityOf(odd, match.statement.reading.words) ?? ''} ${odd.text}`.trim();
  },
});

function differs(word: Word, match: Match): boolean {
  const own = quantityOf(word, match.statement.reading.words);
  const others = linked(match, word)
    .filter(({ pos }) => pos === 'NOUN')
    .map((other) => quantityOf(other, match.unit.reading.words));
  return others.length > 0 && !others.includes(own) && !(own === 'both' && match.unit.people.length >= 2);
}

const SKIPPED = /^(?:of|the|their|its|his|her|'s|')$/;

/** "most of the evacuees", "several ships": the quantity right before a noun. "Some 40" is a number. */
function quantityOf(noun: Word, words: readonly Word[]): string | undefined {
  let at = noun.index - 1;
  while (at >= 0 && SKIPPED.test(words[at]?.folded ?? '')) at -= 1;
  // "all of Blue Straits Ferries' sailings"
  if (/^(?:'s|')$/.test(words[at + 1]?.folded ?? ''))
    while (at >= 0 && (words[at]?.pos === 'PROPN' || SKIPPED.test(words[at]?.folded ?? ''))) at -= 1;
  const found = words[at]?.folded ?? '';
  return QUANTITY.test(found) ? found : undefined;
}
