/** The paragraphs of a saved article. */

/** Where the page's furniture begins in a saved article: what follows is not the article. */
const FURNITURE = /^(related articles|leave a comment|comments?$|your email address)/iu;

/** Paragraphs stand between blank lines; in a text without blank lines, each line is one. */
function chunksOf(article: string): readonly string[] {
  const parts = article.trim().split(/\r?\n[^\S\n]*\r?\n\s*/u);
  return (parts.length > 1 ? parts : article.split('\n')).map((part) => part.trim());
}

/**
 * The paragraphs of a saved article, so that `paragraph: 1` is the first one of the body. A first line without a
 * closing mark is the headline; lines of a word or a number (counters, bylines) and what follows the end are left out.
 */
export function articleParagraphs(article: string): readonly string[] {
  const chunks = chunksOf(article);
  const end = chunks.findIndex((chunk) => FURNITURE.test(chunk));
  const body = (end === -1 ? chunks : chunks.slice(0, end)).filter((chunk) => chunk.split(/\s+/u).length > 2);
  const hasHeadline = body[0] !== undefined && !/[.!?][”"’')]*$/u.test(body[0]);
  return hasHeadline ? body.slice(1) : body;
}
