/** Paragraphs as readers of the page count them. */
import { describe, expect, test } from 'vitest';
import { articleParagraphs } from '../../src/curate/paragraphs.ts';

const article = `Ferry stays in port

12

Port Ardlow, 5 March: No ferry has crossed the sound since Monday, and no one at the quay can say when one will.

The union called the boat unsafe.

Related Articles & Comments

Leave a Comment
`;

describe('the paragraphs of a saved article', () => {
  test('are those of its body, without headline, counters and what follows the end', () => {
    expect(articleParagraphs(article).map((paragraph) => paragraph.slice(0, 11))).toEqual([
      'Port Ardlow',
      'The union c',
    ]);
  });

  test('are found with Windows line ends, and line by line where there are no blank lines', () => {
    expect(articleParagraphs(article.replaceAll('\n', '\r\n'))).toHaveLength(2);
    expect(articleParagraphs('First there was this.\nThen there was that.\n')).toHaveLength(2);
  });

  test('of an empty text are none', () => {
    expect(articleParagraphs('')).toEqual([]);
  });
});
