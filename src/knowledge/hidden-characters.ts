/** Characters that nobody sees: they hide words from readers and from search, or turn the direction of reading. */

/** Control, format, private and unassigned characters. */
const HIDDEN =
  /\p{Cc}|\p{Cf}|\p{Co}|\p{Cn}|\p{Cs}|\p{Zl}|\p{Zp}|\u115F|\u1160|\u3164|\uFFA0|\u2800|[\uFE00-\uFE0E]|[\u{E0100}-\u{E01EF}]/u;
/** Joiners are let through where scripts, and emoji made of several, need them. */
const NEEDED_JOINER =
  /(?<=\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]?)\u200D(?=\p{Extended_Pictographic})|(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Gujarati}])[\u200C\u200D](?=\p{L})/gu;
/** More marks on one letter than any script stacks. */
const STACKED = /\p{M}{4,}/u;

/** The first of them in a text, such as "character U+200B"; undefined where there is none. */
export function findHidden(text: string): string | undefined {
  const hidden = HIDDEN.exec(text.replace(NEEDED_JOINER, ''))?.[0];
  if (hidden)
    return `character U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return STACKED.test(text) ? 'stacked marks' : undefined;
}
