/** Makes text that people wrote harmless in each of Slack's kinds of text: all of it is shown, none of it acts. */

/** Text for `plain_text` objects, which know no markup: only what a reader of the raw message could take for a mention is broken. */
export function inertPlain(words: string): string {
  return clean(words).replace(/<(?=[!@#])/g, `<${WORD_JOINER}`);
}

/**
 * Text for mrkdwn objects and a message's `text`: control characters become entities, and markup characters, which
 * mrkdwn has no escape for, get an invisible neighbour that keeps them from opening a style.
 */
export function inertMrkdwn(words: string): string {
  return escapeEntities(clean(words)).replace(/[*_~`]/g, `${WORD_JOINER}$&`);
}

/** Text for the `text` of a message with blocks: notifications and screen readers show it without styles. */
export function inertFallback(words: string): string {
  return escapeEntities(clean(words));
}

/**
 * Text for rich text elements, which are literal, in parts: "<" and what makes a mention of it never share a string,
 * so that a tool that reads raw messages cannot take it for one either.
 */
export function inertParts(words: string): readonly string[] {
  return clean(words)
    .split(/(?<=<)(?=[!@#])/)
    .filter((part) => part !== '');
}

/** An address for `<…>` links; undefined where it is not http(s) or too long for `limit`. */
export function inertUrl(url: string, limit: number): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  const encoded = href.replace(/[<>|]/g, encodeURIComponent);
  return (protocol === 'http:' || protocol === 'https:') && encoded.length <= limit ? encoded : undefined;
}

/** Undoes Slack's escaping in what a user typed, after which `<@U1>` is a mention that the text itself spells out. */
export function unescapeEntities(words: string): string {
  return words.replace(/&(amp|lt|gt);/g, (_, name: string) =>
    name === 'amp' ? '&' : name === 'lt' ? '<' : '>',
  );
}

/** U+2060: has no width, allows no line break, and is a letter to no markup. */
const WORD_JOINER = '\u2060';

function escapeEntities(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Slack refuses lone surrogates, and drops control characters in some clients only. */
function clean(words: string): string {
  return words.toWellFormed().replace(/(?![\n\t])\p{Cc}/gu, ' ');
}
