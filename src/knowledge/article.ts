/** Holds a knowledge file against the article that it was curated from, and against its own quotes. */
import { normaliseWording, quotedPassages } from './quotation.ts';
import type { Topic } from './schema.ts';

/** Something for a curator to look at; `path` is where in the file it stands. */
export type Finding = { readonly path: readonly (string | number)[]; readonly message: string };

/** Words in quote marks that no quote of the file has: an invented quote looks just like this. */
export function findUnquotedPassages(topic: Topic): readonly Finding[] {
  const quotes = topic.quotes.map(({ text }) => normaliseWording(text));
  const check = (list: 'facts' | 'summary') =>
    topic[list].flatMap((item, index) =>
      quotedPassages(item.text)
        .filter((passage) => !quotes.some((quote) => quote.includes(normaliseWording(passage))))
        .map((passage) => ({
          path: [list, index, 'text'],
          message: `“${passage}” is in quote marks, but no quote of this file has these words; add the quote or drop the marks`,
        })),
    );
  return [...check('facts'), ...check('summary')];
}

/** A run of this many words that a fact shares with the article is the article's prose, not the desk's own words. */
const COPIED_WORDS = 9;

/**
 * Checks that every quote stands in the article word for word (quote marks and white space made alike), and that
 * every paragraph with a sentence in it is the source of a fact or quote. With several sources, only the entries of
 * `source` are checked; the file's first source where none is given.
 */
export function checkAgainstArticle(
  topic: Topic,
  article: string,
  source = topic.sources[0]?.id,
): readonly Finding[] {
  return [...alteredQuotes(topic, article, source), ...uncoveredParagraphs(topic, article, source)];
}

/** Facts that take a run of words from the article: quoted words are meant to be its own, all else is to be told anew. */
export function findCopiedProse(
  topic: Topic,
  article: string,
  source = topic.sources[0]?.id,
): readonly Finding[] {
  const prose = ` ${wordsOf(article).join(' ')} `;
  return topic.facts.flatMap((fact, index): readonly Finding[] => {
    const words = wordsOf(fact.text.replace(/[“"«][^”"»]*[”"»]/gu, ' | '));
    const runs = words
      .map((_, start) => words.slice(start, start + COPIED_WORDS))
      .filter((run) => run.length === COPIED_WORDS);
    const copied = fact.source === source && runs.find((run) => prose.includes(` ${run.join(' ')} `));
    return copied
      ? [
          {
            path: ['facts', index, 'text'],
            message: `“${copied.join(' ')}” is the article's own wording; tell it in the desk's words`,
          },
        ]
      : [];
  });
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}’'-]+|\|/gu) ?? [];
}

function alteredQuotes(topic: Topic, article: string, source: string | undefined): readonly Finding[] {
  const whole = normaliseWording(article);
  const paragraphs = articleParagraphs(article).map(normaliseWording);
  return topic.quotes.flatMap((quote, index): readonly Finding[] => {
    if (quote.source !== source) return [];
    const words = normaliseWording(quote.text);
    if (!whole.includes(words))
      return [
        {
          path: ['quotes', index, 'text'],
          message: `“${quote.text}” is not in the article; copy the words exactly`,
        },
      ];
    const inParagraph = quote.paragraph === undefined || paragraphs[quote.paragraph - 1]?.includes(words);
    const actual = paragraphs.findIndex((paragraph) => paragraph.includes(words)) + 1;
    return inParagraph
      ? []
      : [
          {
            path: ['quotes', index, 'paragraph'],
            message: `“${quote.text}” is in paragraph ${actual}, not ${quote.paragraph}`,
          },
        ];
  });
}

function uncoveredParagraphs(topic: Topic, article: string, source: string | undefined): readonly Finding[] {
  const covered = new Set(
    [...topic.facts, ...topic.quotes]
      .filter((entry) => entry.source === source)
      .map(({ paragraph }) => paragraph),
  );
  return articleParagraphs(article).flatMap((paragraph, index) =>
    covered.has(index + 1)
      ? []
      : [
          {
            path: ['facts'],
            message: `no fact covers paragraph ${index + 1} of the article: ${excerpt(paragraph)}`,
          },
        ],
  );
}

function excerpt(paragraph: string): string {
  return paragraph.length > 80 ? `${paragraph.slice(0, 80)}…` : paragraph;
}

/** Where the page's furniture begins in a saved article: what follows is not the article. */
const FURNITURE =
  /^(related articles|leave a comment|comments?$|your email address|share this|read more|advertisement)/iu;

/**
 * The paragraphs of a saved article, so that `paragraph: 1` is the first one of the body. A first line without a
 * closing mark is the headline; lines of a word or a number (counters, bylines) and what follows the end are left out.
 */
export function articleParagraphs(article: string): readonly string[] {
  const chunks = article.split(/\n\s*\n/u).map((chunk) => chunk.trim());
  const end = chunks.findIndex((chunk) => FURNITURE.test(chunk));
  const body = (end === -1 ? chunks : chunks.slice(0, end)).filter((chunk) => chunk.split(/\s+/u).length > 2);
  const hasHeadline = body[0] !== undefined && !/[.!?][”"’')]*$/u.test(body[0]);
  return hasHeadline ? body.slice(1) : body;
}
