/** A topic's title in the middle of a sentence: "the file on the harbour bridge of Eastport". */
export function midSentence(title: string): string {
  return title.replace(/^(?:The(?= )|An?(?= \p{Ll}))/u, (article) => article.toLowerCase());
}
