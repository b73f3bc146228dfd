/** Holding a knowledge file against its article: every quote, every paragraph, nobody's prose. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAgainstArticle, findCopiedProse, findUnmarkedQuotes } from '../../src/curate/article.ts';
import { articleParagraphs } from '../../src/curate/paragraphs.ts';
import { findUnquotedPassages } from '../../src/curate/unquoted.ts';
import type { Topic } from '../../src/knowledge/schema.ts';
import { parsed } from '../knowledge/topic-text.ts';

const ARTICLE = `Ferry stays in port

12

Port Ardlow, 5 March: No ferry has crossed the sound since Monday, and no one at the quay can say when one will.

The union called the boat unsafe. “She is as sound as the day she was built,” answered Lina Mora.

Related Articles & Comments

Leave a Comment
`;

const ferry = parsed();
const messagesOf = (findings: readonly { readonly message: string }[]) =>
  findings.map(({ message }) => message);
const withQuote = (text: string, paragraph?: number): Topic => ({
  ...ferry,
  quotes: ferry.quotes.map((quote) => ({ ...quote, text, paragraph })),
});
const withFact = (text: string): Topic => ({
  ...ferry,
  facts: ferry.facts.map((fact) => ({ ...fact, text })),
});

describe('a file that agrees with its article', () => {
  test('has no findings', () => {
    expect(checkAgainstArticle(ferry, ARTICLE)).toEqual([]);
    expect(findCopiedProse(ferry, ARTICLE)).toEqual([]);
    expect(findUnmarkedQuotes(ferry, ARTICLE)).toEqual([]);
    expect(findUnquotedPassages(ferry)).toEqual([]);
  });

  test('may differ in quote marks and white space', () => {
    const typed = ARTICLE.replaceAll(/[“”]/g, '"').replace('sound as', 'sound\u00a0\n as');
    expect(checkAgainstArticle(ferry, typed)).toEqual([]);
  });

  test('is held against one of its sources only', () => {
    expect(checkAgainstArticle(withQuote('Never said', 2), ARTICLE, 'another')).toHaveLength(2);
  });
});

describe('a quote that differs from the article is found', () => {
  test.each([
    ['another word', 'She is as safe as the day she was built'],
    ['a word left out', 'She is as sound as the day was built'],
    ['a word more', 'She is as sound as the very day she was built'],
    ['another case', 'she is as sound as the day she was built'],
    ['half a word', 'She is as sound as the day she was buil'],
    ['another mark', 'She is as sound as the day, she was built'],
  ])('%s', (_, text) => {
    expect(checkAgainstArticle(withQuote(text, 2), ARTICLE)).toEqual([
      { path: ['quotes', 0, 'text'], message: `“${text}” is not in the article; copy the words exactly` },
    ]);
  });

  test('in another paragraph', () => {
    expect(checkAgainstArticle(withQuote(ferry.quotes[0]?.text ?? '', 1), ARTICLE)).toEqual([
      {
        path: ['quotes', 0, 'paragraph'],
        message: '“She is as sound as the day she was built” is in paragraph 2, not in paragraph 1',
      },
    ]);
  });

  test('in prose that nobody is quoted with', () => {
    expect(messagesOf(findUnmarkedQuotes(withQuote('no one at the quay can say'), ARTICLE))[0]).toContain(
      'is not in quote marks in the article',
    );
  });
});

describe('a fact that does not fit the article is found', () => {
  test('of a paragraph that there is not', () => {
    const topic = { ...ferry, facts: ferry.facts.map((fact) => ({ ...fact, paragraph: 9 })) };
    expect(messagesOf(checkAgainstArticle(topic, ARTICLE))).toContain(
      'the article has 2 paragraphs; there is no paragraph 9',
    );
  });

  test('for a paragraph that none covers', () => {
    const topic = { ...ferry, facts: ferry.facts.slice(1) };
    expect(messagesOf(checkAgainstArticle(topic, ARTICLE))).toEqual([
      "no fact covers paragraph 1 of the article; write one, or list the paragraph in the source's asides where it holds none: Port Ardlow, 5 March: No ferry has crossed the sound since Monday, and no one at…",
    ]);
  });

  test('but not for a paragraph that is listed as an aside', () => {
    const withAsides = (asides: readonly number[]): Topic => ({
      ...ferry,
      facts: ferry.facts.slice(1),
      sources: ferry.sources.map((source) => ({ ...source, asides })),
    });
    expect(checkAgainstArticle(withAsides([1]), ARTICLE)).toEqual([]);
    expect(checkAgainstArticle(withAsides([1, 3]), ARTICLE)).toEqual([
      {
        path: ['sources', 0, 'asides', 1],
        message: 'the article has 2 paragraphs; there is no paragraph 3',
      },
    ]);
  });

  test('with a run of the article’s own words', () => {
    const [message] = messagesOf(
      findCopiedProse(withFact('It is true that no one at the quay can say when one will.'), ARTICLE),
    );
    expect(message).toContain("is the article's own wording; tell it in the desk's words");
  });

  test('but not for words that it quotes', () => {
    expect(
      findCopiedProse(withFact('Mora said: “She is as sound as the day she was built.”'), ARTICLE),
    ).toEqual([]);
  });

  test('with words in quote marks that no quote has', () => {
    expect(messagesOf(findUnquotedPassages(withFact('Mora called it “as sound as ever”.')))[0]).toContain(
      '“as sound as ever” is in quote marks, but no quote of this file has these words',
    );
    expect(findUnquotedPassages(withFact('Mora called it “as sound as the day”.'))).toEqual([]);
  });
});

const SEED = '../shared/article/trump-petro-call.txt';

describe('the first knowledge file', () => {
  const colombia = parsed(readFileSync('knowledge/colombia.yaml', 'utf8'));

  test('cites all thirteen paragraphs and has eleven quotes', () => {
    const paragraphs = new Set(colombia.facts.map(({ paragraph }) => paragraph ?? 0));
    expect([...paragraphs].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(colombia.quotes).toHaveLength(11);
  });

  test('tells no accusation without its denial', () => {
    const disputed = new Set(colombia.disputes.flatMap(({ allegations }) => allegations));
    const allegations = colombia.facts.filter(({ kind }) => kind === 'allegation').map(({ id }) => id);
    expect(allegations.filter((id) => !disputed.has(id))).toEqual([]);
  });

  test('has no passage in quote marks that is not one of its quotes', () => {
    expect(findUnquotedPassages(colombia)).toEqual([]);
  });

  describe.runIf(existsSync(SEED))('beside its article', () => {
    const article = existsSync(SEED) ? readFileSync(SEED, 'utf8') : '';

    test('agrees with it in every quote and paragraph, and copies none of its prose', () => {
      expect(articleParagraphs(article)).toHaveLength(13);
      expect(checkAgainstArticle(colombia, article)).toEqual([]);
      expect(findCopiedProse(colombia, article)).toEqual([]);
      expect(findUnmarkedQuotes(colombia, article)).toEqual([]);
    });

    test('shows any change of one word of any quote', () => {
      const words = fc.stringMatching(/^[a-z]{1,9}$/).filter((word) => !article.toLowerCase().includes(word));
      const change = fc.nat({ max: colombia.quotes.length - 1 }).chain((index) => {
        const count = colombia.quotes[index]?.text.split(' ').length ?? 1;
        return fc.tuple(fc.constant(index), fc.nat({ max: count - 1 }), words);
      });
      fc.assert(
        fc.property(change, ([index, position, word]) => {
          const text = colombia.quotes[index]?.text.split(' ').with(position, word).join(' ') ?? '';
          const quotes = colombia.quotes.map((quote, each) => (each === index ? { ...quote, text } : quote));
          expect(checkAgainstArticle({ ...colombia, quotes }, article)).toHaveLength(1);
        }),
      );
    });
  });
});
