/** Holds a knowledge file against the article that it was curated from. */
import { containsWording, normaliseWording, quotedPassages } from '../knowledge/quotation.ts';
import type { Topic } from '../knowledge/schema.ts';
import type { Finding } from './finding.ts';
import { articleParagraphs } from './paragraphs.ts';

/** A run of this many words that a fact shares with the article is the article's prose, not the desk's own words. */
const COPIED_WORDS = 9;

/**
 * Checks that every quote stands in the article word for word (quote marks and white space made alike), and that
 * every paragraph is the source of a fact or quote, or listed among the source's asides. With several sources, only the
 * entries of `source` are checked; the file's first source where none is given.
 */
export function checkAgainstArticle(
  topic: Topic,
  article: string,
  source = topic.sources[0]?.id,
): readonly Finding[] {
  return [
    ...alteredQuotes(topic, article, source),
    ...misplacedFacts(topic, article, source),
    ...misplacedAsides(topic, article, source),
    ...uncoveredParagraphs(topic, article, source),
  ];
}

/** Sentences of the desk that take a run of words from the article: only what is quoted is meant to be its own. */
export function findCopiedProse(
  topic: Topic,
  article: string,
  source = topic.sources[0]?.id,
): readonly Finding[] {
  const prose = ` ${wordsOf(article).join(' ')} `;
  const check = (list: 'facts' | 'summary', texts: readonly (string | undefined)[]) =>
    texts.flatMap((text, index): readonly Finding[] => {
      const copied = text === undefined ? undefined : copiedRun(text, prose);
      const message = `“${copied}” is the article's own wording; tell it in the desk's words`;
      return copied === undefined ? [] : [{ path: [list, index, 'text'], message }];
    });
  return [
    ...check(
      'facts',
      topic.facts.map((fact) => (fact.source === source ? fact.text : undefined)),
    ),
    ...check(
      'summary',
      topic.summary.map(({ text }) => text),
    ),
  ];
}

function copiedRun(text: string, prose: string): string | undefined {
  const words = wordsOf(text.replace(/[“"«][^”"»]*[”"»]/gu, ' | '));
  return words
    .map((_, start) => words.slice(start, start + COPIED_WORDS))
    .filter((run) => run.length === COPIED_WORDS)
    .map((run) => run.join(' '))
    .find((run) => prose.includes(` ${run} `));
}

/** Quotes whose words the article has, but not in quote marks: those are the article's words, nobody else's. */
export function findUnmarkedQuotes(
  topic: Topic,
  article: string,
  source = topic.sources[0]?.id,
): readonly Finding[] {
  const marked = quotedPassages(article).map(normaliseWording);
  return topic.quotes.flatMap((quote, index): readonly Finding[] => {
    const words = normaliseWording(quote.text).replace(/[.,;]$/u, '');
    return quote.source !== source || marked.some((passage) => containsWording(passage, words))
      ? []
      : [
          {
            path: ['quotes', index, 'text'],
            message: `“${quote.text}” is not in quote marks in the article; make sure that these are the speaker's own words`,
          },
        ];
  });
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}’'-]+|\|/gu) ?? [];
}

function alteredQuotes(topic: Topic, article: string, source: string | undefined): readonly Finding[] {
  const whole = normaliseWording(article);
  const paragraphs = articleParagraphs(article).map(normaliseWording);
  return topic.quotes.flatMap(({ text, paragraph, ...quote }, index): readonly Finding[] => {
    if (quote.source !== source) return [];
    const words = normaliseWording(text);
    if (!containsWording(whole, words)) {
      const message = `“${text}” is not in the article; copy the words exactly`;
      return [{ path: ['quotes', index, 'text'], message }];
    }
    const isIn = (one: string | undefined) => one !== undefined && containsWording(one, words);
    if (paragraph === undefined || isIn(paragraphs[paragraph - 1])) return [];
    const actual = paragraphs.findIndex(isIn) + 1;
    const message = `“${text}” is ${actual > 0 ? `in paragraph ${actual}, ` : ''}not in paragraph ${paragraph}`;
    return [{ path: ['quotes', index, 'paragraph'], message }];
  });
}

/** Facts of paragraphs that the article does not have. */
function misplacedFacts(topic: Topic, article: string, source: string | undefined): readonly Finding[] {
  const count = articleParagraphs(article).length;
  return topic.facts.flatMap(({ paragraph = 1, ...fact }, index): readonly Finding[] => {
    return fact.source === source && paragraph > count
      ? [{ path: ['facts', index, 'paragraph'], message: noSuchParagraph(paragraph, count) }]
      : [];
  });
}

function misplacedAsides(topic: Topic, article: string, source: string | undefined): readonly Finding[] {
  const count = articleParagraphs(article).length;
  return topic.sources.flatMap(({ id, asides }, index) =>
    (id === source ? asides : []).flatMap((paragraph, at): readonly Finding[] =>
      paragraph > count
        ? [{ path: ['sources', index, 'asides', at], message: noSuchParagraph(paragraph, count) }]
        : [],
    ),
  );
}

function noSuchParagraph(paragraph: number, count: number): string {
  return `the article has ${count} paragraphs; there is no paragraph ${paragraph}`;
}

function uncoveredParagraphs(topic: Topic, article: string, source: string | undefined): readonly Finding[] {
  const entries = [...topic.facts, ...topic.quotes].filter((entry) => entry.source === source);
  const asides = topic.sources.flatMap((each) => (each.id === source ? each.asides : []));
  const covered = new Set([...entries.map(({ paragraph }) => paragraph), ...asides]);
  return articleParagraphs(article).flatMap((paragraph, index) =>
    covered.has(index + 1)
      ? []
      : [
          {
            path: ['facts'],
            message: `no fact covers paragraph ${index + 1} of the article; write one, or list the paragraph in the source's asides where it holds none: ${excerpt(paragraph)}`,
          },
        ],
  );
}

function excerpt(paragraph: string): string {
  return paragraph.length > 80 ? `${paragraph.slice(0, 80)}…` : paragraph;
}
