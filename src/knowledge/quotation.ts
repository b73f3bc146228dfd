/** Finds words in quote marks, and compares wordings apart from marks and white space. */

/** Double marks of the common styles; single ones are left out, they are apostrophes as often as not. */
const QUOTED = /“([^”]+)”|"([^"]+)"|«([^»]+)»|„([^“”]+)[“”]/gu;

/** The passages of a text that stand in double quote marks, without the marks and a trailing comma or full stop. */
export function quotedPassages(text: string): readonly string[] {
  return [...text.matchAll(QUOTED)].map((match) =>
    trimPassage(match.slice(1).find((group) => group !== undefined) ?? ''),
  );
}

function trimPassage(passage: string): string {
  return passage.trim().replace(/[.,;]$/u, '');
}

/** Text with quote marks and white space made alike, for comparing wordings: case and words are kept. */
export function normaliseWording(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚]/gu, "'")
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}

/** Whether the words stand in the text as whole words; both sides normalised. */
export function containsWording(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1 && words !== ''; at = text.indexOf(words, at + 1)) {
    const isWhole =
      !joins(text.at(at - 1), words.at(0), at > 0) && !joins(words.at(-1), text.at(at + words.length));
    if (isWhole) return true;
  }
  return false;
}

/** Two characters that belong to one word. */
function joins(before: string | undefined, after: string | undefined, exists = true): boolean {
  const isLetter = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  return exists && isLetter(before) && isLetter(after);
}
