/** Makes text from outside inert in Discord's Markdown: readers see exactly its characters. */

/**
 * Escapes what Discord would read as formatting, a link, an invite, a mention, an emoji, a timestamp or a spoiler. A
 * backslash before punctuation is never shown. `atLineStart`: whether the text begins a line, where `#`, `>`, `-`
 * and `1.` have a meaning.
 */
export function escapeText(text: string, atLineStart = true): string {
  if (!MEANINGFUL.test(text)) return text;
  const inline = closeDirections(text)
    .replace(/[\\*_~|`[]/g, '\\$&')
    // A tag such as <@1>, <:name:1>, <t:1:R>, </name:1>, <id:guide> or <https://…>, or one that the next run completes.
    .replace(/<(?!\s)/g, '\\<')
    .replace(/@(?=everyone|here|$)/g, '\\@')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/(discord(?:app)?)\.(?=gg|com|gift|new|me)/gi, '$1\\.');
  return inline.replace(
    /^([^\S\n]*)(?:([#>+-])|(\d+)\.(?=\s|$))/gm,
    (found, space: string, ...rest: unknown[]) => {
      const [mark, digits, at] = rest;
      if (at === 0 && !atLineStart) return found;
      return typeof mark === 'string' ? `${space}\\${mark}` : `${space}${String(digits)}\\.`;
    },
  );
}

/** What any of the steps above looks for: most text has none of it. */
const MEANINGFUL = /[\\*_~|`[<@\u202A-\u202E\u2066-\u2068]|:\/\/|discord|^[^\S\n]*(?:[#>+-]|\d+\.)/im;

const OPENERS = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/g;

/** Closes writing directions that the text leaves open, so that it cannot turn round what stands behind it. */
function closeDirections(text: string): string {
  const opened = text.match(OPENERS) ?? [];
  const closed = text.match(/[\u202C\u2069]/g) ?? [];
  if (opened.length <= closed.length) return text;
  const closers = opened.map((opener) => (opener >= '\u2066' ? '\u2069' : '\u202C'));
  return text + closers.reverse().join('');
}

/** A URL for `[…](url)`: the characters that would end the link are percent-encoded. Undefined if it is no web link. */
export function linkTarget(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href, protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return href.replace(/[()<>\\\s]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
