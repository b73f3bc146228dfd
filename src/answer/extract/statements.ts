/** Questions put as statements: "so she is leaving?", "he signed it, didn't he?" */
import { baseForm } from '../../retrieval/irregular-forms.ts';

/** Helpers that a question begins with, as the alternatives of a pattern. */
export const AUXILIARY =
  'is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|does|did|do';
/** "Isn't he in prison?" asks whether he is. */
const NOT = new RegExp(`^(?:(${AUXILIARY})(?:n['’]?t| not(?! to\\b))|(wo|ca|ai)n['’]?t|(can)not)\\b`, 'iu');
const SHORTENED: Readonly<Record<string, string>> = { wo: 'will', ca: 'can', ai: 'is' };
/** ", didn't he?", ", right?", "or what?" */
const TAG = new RegExp(
  `(?:,? (?:(?:${AUXILIARY}|wo|ca|ai)n['’]?t (?:he|she|it|they|we|you|there)|or (?:not|what|nah|no)|innit)|, (?:${AUXILIARY}) (?:he|she|it|they|we|you|there)|, ?(?:right|no|yes|yeah|correct|true|eh|huh|ok))\\s*\\?*$`,
  'iu',
);
/** "I thought that …", "apparently …": what is to be set right. */
const HEARSAY =
  /^(?:(?:(?:i|we) (?:thought|heard|read|saw|guess|assume|suppose|take it)|heard|apparently|supposedly|they say|people say|so you['’]?re (?:saying|telling me))(?: that| how)?),? (?=\p{L})/iu;
/** What a statement does not begin with. */
const NO_STATEMENT = new RegExp(
  `^(?:${AUXILIARY}|who|whom|whose|when|where|why|how|what|which|in|on|at|from|to|for|by|of|with|about|during|since|until|any|no|not|more|and|or|whats|whos|if|apart|besides|other|admit|given|as|because|although|though|while|like|just|quote|tell|give|show)\\b|\\b(?:who|whom|when|where|why|how|what|which)(?:ever)?\\b`,
  'iu',
);
/** The helper of a statement and what stands before it. */
const HELPED = new RegExp(`^((?:[\\p{L}\\p{N}'’.-]+ ){1,4}?)(${AUXILIARY})(n['’]?t| not)? (?=\\p{L})`, 'iu');

/** "They have been at odds since when?", "he was captured by whom?" */
const ASKED_LAST =
  /^(?!(?:in|on|at) (?:what|which)\b)([^,?]{4,80}?),? ((?:(?:since|until|till|by|with|for|from|to) )?(?:when|where|why|whom?|how (?:long|many|much)))\s*\?*$/iu;

/** A question that is put as a statement, or as whether something is not so, as the plain question; others are given back. */
export function asQuestion(text: string): string {
  const plain = text.replace(
    NOT,
    (_, verb?: string, short?: string, can?: string) => verb ?? can ?? SHORTENED[short ?? ''] ?? '',
  );
  const [, said, word] = ASKED_LAST.exec(plain) ?? [];
  if (said && word && !NO_STATEMENT.test(said)) return `${word} ${said}`;
  const stated = plain.replace(TAG, '').replace(HEARSAY, '');
  if (NO_STATEMENT.test(stated) || (stated === plain && !/\?\s*$/u.test(plain)))
    return stated === plain || stated.includes(' ') ? stated : plain;
  const [whole = '', subject = '', helper = ''] = HELPED.exec(stated) ?? [];
  if (whole !== '') return `${helper} ${subject}${stated.slice(whole.length)}`;
  return stated.split(/\s+/).slice(1).some(isPast) ? `did ${stated}` : plain;
}

function isPast(word: string): boolean {
  const folded = word.toLowerCase().replace(/[^a-z]/gu, '');
  return /[a-z]{2}ed$/.test(folded) || (/[a-z]/.test(baseForm(folded)) && baseForm(folded) !== folded);
}
