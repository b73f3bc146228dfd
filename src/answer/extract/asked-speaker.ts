/** Whose words a question asks for. */
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import type { Mention } from './mentions.ts';
import { LANGUAGE_NOUNS, SPEECH } from './vocabulary.ts';

/**
 * Ids of the speakers: the name before a verb of saying ("what did Rubio say"), after "by" or "quote", or that the
 * question refers to ("according to Petro"). Empty where nobody's words are asked for.
 */
export function speakersOf(question: AnalysedQuestion, mentions: readonly Mention[]): readonly string[] {
  if (asksForBasis(question)) return [];
  const told = mentions.find(({ from }) => isToldBy(question, from));
  if (told) return told.ids;
  const speech = question.tokens.findIndex(
    ({ stem, folded }, at) =>
      SPEECH.has(stem) &&
      !(/^quotes?$/.test(folded) && at > 2) &&
      question.tokens[at + 1]?.folded !== 'for' &&
      mentions.some(({ to }) => to <= at && at - to <= 2),
  );
  if (speech >= 0) return mentions.findLast(({ to }) => to <= speech)?.ids ?? [];
  const [only, ...others] = mentions;
  if (only && others.length === 0 && SPEECH.has(question.focus?.stem ?? '') && !isPlainPosition(question)) {
    const at = question.focus?.position ?? 0;
    if (only.to === at || (only.from > at && only.from - at <= 3)) return only.ids;
  }
  const asksForWords = question.kind === 'quote' || LANGUAGE_NOUNS.has(question.focus?.stem ?? '');
  if (!asksForWords) return [];
  return (
    mentions.find(({ from }) => /^(?:by|from|quote)$/.test(question.tokens[from - 1]?.folded ?? ''))?.ids ??
    mentions[0]?.ids ??
    []
  );
}

/** "What position are they in": a place in a table, not a view on something. */
function isPlainPosition({ focus, tokens }: AnalysedQuestion): boolean {
  return (
    focus?.folded === 'position' && !tokens.some(({ folded }) => /^(?:on|about|of|regarding)$/.test(folded))
  );
}

/** "According to Petro", ", says the ministry". */
function isToldBy({ tokens }: AnalysedQuestion, from: number): boolean {
  const before = tokens
    .slice(Math.max(0, from - 3), from)
    .map(({ folded }) => folded)
    .join(' ');
  return /\baccording to(?: the)?$/.test(before) || /\b(?:says|said|claims)(?: the)?$/.test(before);
}

/** "Is there any proof for what she says?": what speaks for it is asked, not her words. */
function asksForBasis({ kind, tokens }: AnalysedQuestion): boolean {
  return (
    kind === 'yes-no' &&
    tokens.slice(0, 5).some(({ folded }) => /^(?:proofs?|evidence|basis|substance|documents?)$/.test(folded))
  );
}
