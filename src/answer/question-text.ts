/** What a user typed → a text that can be read as a question, or why it cannot. */

/** Longer texts are letters or pasted articles, not questions; Discord's own limit for a message is 2,000. */
export const MAX_QUESTION_CHARACTERS = 2000;

/** A readable question, or why there is none. */
export type QuestionText =
  | { readonly kind: 'readable'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly characters: number };

/** Takes out control and formatting characters and makes white space single; total for every string. */
export function readQuestion(typed: string): QuestionText {
  if (typed.length > MAX_QUESTION_CHARACTERS * 4) return { kind: 'too-long', characters: typed.length };
  const text = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cs}]+/gu, '')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'empty' };
  if (text.length > MAX_QUESTION_CHARACTERS) return { kind: 'too-long', characters: text.length };
  return { kind: 'readable', text };
}

/** The sentence for a user whose question could not be read; undefined where it could. */
export function unreadableSentence(question: QuestionText): string | undefined {
  switch (question.kind) {
    case 'readable':
      return undefined;
    case 'empty':
      return 'There is no question in that. Ask in a few words, such as “Who …?” or “When …?”.';
    case 'too-long':
      return `That is too long for a question (${question.characters} characters). Ask in up to ${MAX_QUESTION_CHARACTERS}.`;
  }
}
