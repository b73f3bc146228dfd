/** The rule about what nobody has said. */
import { TAKES_QUESTION } from '../lexicon/speech.ts';
import type { Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

/** Words of the fact that make it one about when, where, who … */
const ASKED: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    when: /^(?:when|date|day|time|month|year|start|end)$/,
    where: /^(?:where|place|location|venue|site|whereabouts)$/,
    who: /^(?:who|whom|name|identity|person|nobody)$/,
    why: /^(?:why|reason|cause|motive)$/,
    how: /^(?:how|way|method|number|amount)$/,
    what: /^(?:what|which|name|content|detail)$/,
    which: /^(?:which|what)$/,
    whether: /^(?:whether|if)$/,
    if: /^(?:whether|if)$/,
  }),
);

/** "want to know how long": a question within what is told. */
const asks = (words: readonly Word[]) =>
  words.some(
    ({ lemma, pos, index }) =>
      pos === 'VERB' &&
      TAKES_QUESTION.has(lemma) &&
      /^(?:how|when|where|who|why)$/.test(words[index + 1]?.folded ?? ''),
  );

/** "take place" asks for no place. */
const isTakenPlace = ({ index, folded }: Word, words: readonly Word[]) =>
  folded === 'place' && words[index - 1]?.lemma === 'take';

export const openQuestionKept = statementRule({
  name: 'open-question-kept',
  sentence: 'What is not known stays that and no other thing: "when" is not told as "why".',
  check: ({ statement, unit }) => {
    if (!unit.unknown && !asks(unit.reading.words)) return undefined;
    // "Varga, who has not commented": no question.
    const relatives = new Set(
      statement.clauses.flatMap(({ link, words: [first] }) =>
        link === 'relative' && first && statement.reading.words[first.index - 1]?.folded === ','
          ? [first.index]
          : [],
      ),
    );
    const odd = statement.words.find(({ folded, quoted, index }) => {
      const form =
        quoted || relatives.has(index) || (!unit.unknown && folded !== 'why') ? undefined : ASKED.get(folded);
      // "have not decided whether to do it" for "are considering it but have not decided"
      const decides = folded === 'whether' && unit.reading.words.some(({ lemma }) => lemma === 'decide');
      return (
        form &&
        !decides &&
        !unit.reading.words.some(
          (word) =>
            !isTakenPlace(word, unit.reading.words) && (form.test(word.lemma) || form.test(word.folded)),
        )
      );
    });
    return odd?.text;
  },
});
