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
