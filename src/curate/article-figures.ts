/** Holds the numbers of a file's facts against the article: a slip of the keys is easily overlooked. */
import { type Figure, findFigures } from '../answer/verify/text/figures.ts';
import { readWords, type Word } from '../answer/verify/text/words.ts';
import type { Topic } from '../knowledge/schema.ts';
import type { Finding } from './finding.ts';
import { articleParagraphs } from './paragraphs.ts';

/**
 * Numbers of facts that their paragraph has neither in digits nor in words, nor one that they round. Dates are left
 * out, for curators work out what "Wednesday" is, and so are one and two, which need not be counted anywhere.
 */
export function findStrayFigures(
  topic: Topic,
  article: string,
  source = topic.sources[0]?.id,
): readonly Finding[] {
  // Numbers within quotations count too.
  const paragraphs = articleParagraphs(article.replace(/[“”"«»]/gu, ' ')).map(valuesIn);
  return topic.facts.flatMap((fact, index): readonly Finding[] => {
    const values = fact.paragraph === undefined ? undefined : paragraphs[fact.paragraph - 1];
    if (fact.source !== source || !values) return [];
    const words = readWords(fact.text);
    return findFigures(words)
      .filter((figure) => isCounted(figure, words) && !values.some((value) => rounds(figure.value, value)))
      .map((figure) => ({
        path: ['facts', index, 'text'],
        message: `“${wordsOf(figure, words)}” is not in paragraph ${fact.paragraph} of the article; make sure that it is right`,
      }));
  });
}

/** The numbers of a paragraph, and whatever else is written in digits. */
function valuesIn(paragraph: string): readonly number[] {
  const digits = paragraph.match(/\d+(?:,\d{3})*(?:\.\d+)?/gu) ?? [];
  return [
    ...findFigures(readWords(paragraph)).map(({ value }) => value),
    ...digits.map((written) => Number(written.replaceAll(',', ''))),
  ];
}

function isCounted({ value, at, unit }: Figure, words: readonly Word[]): boolean {
  const isYear = unit === '' && /^(?:19|20)\d\d$/u.test(words[at]?.text ?? '');
  const isSmall = unit === '' ? value < 3 : /^(?:an?|one|per|each|every)$/u.test(words[at]?.folded ?? '');
  return !isYear && !isSmall;
}

/** Whether a number is the other one, in as many digits as it tells. */
function rounds(told: number, exact: number): boolean {
  const digits = String(told)
    .replace('.', '')
    .replace(/^0+|0+$/gu, '').length;
  return told === exact || Number(exact.toPrecision(Math.max(1, Math.min(digits, 21)))) === told;
}

function wordsOf({ at, span }: Figure, words: readonly Word[]): string {
  return words
    .slice(at, Math.max(at, ...span) + 1)
    .map(({ text }) => text)
    .join(' ');
}
