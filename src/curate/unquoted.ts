/** Holds what stands in quote marks in a file's sentences against the file's own quotes. */
import { containsWording, normaliseWording, quotedPassages } from '../knowledge/quotation.ts';
import type { Topic } from '../knowledge/schema.ts';
import type { Finding } from './finding.ts';

/** Words in quote marks that no quote of the file has: an invented quote looks just like this. */
export function findUnquotedPassages(topic: Topic): readonly Finding[] {
  const quotes = topic.quotes.map(({ text }) => normaliseWording(text));
  const check = (list: 'facts' | 'summary') =>
    topic[list].flatMap((item, index) =>
      quotedPassages(item.text)
        .filter((passage) => !quotes.some((quote) => containsWording(quote, normaliseWording(passage))))
        .map((passage) => ({
          path: [list, index, 'text'],
          message: `“${passage}” is in quote marks, but no quote of this file has these words; add the quote or drop the marks`,
        })),
    );
  return [...check('facts'), ...check('summary')];
}
