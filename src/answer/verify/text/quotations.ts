/** Quotations inside a sentence: where quote marks open and close, in every common style. */

/** UTF-16 places of the opening and the closing mark; `close` is the text's length where it never closes. */
export type QuotedRange = { readonly open: number; readonly close: number };

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”“"',
  '„': '“”"',
  '‟': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '"': '"',
  '＂': '＂',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
  '`': "`'",
};

const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** The outermost quotations of a text, in order. An apostrophe inside or at the end of a word opens nothing. */
export function quotedRanges(text: string): readonly QuotedRange[] {
  const ranges: QuotedRange[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    const closers = PAIRS[mark];
    if (!closers || (isSingle(mark) && isLetter(text[at - 1]))) continue;
    const close = closing(text, at, closers);
    if (close === undefined && isSingle(mark)) continue;
    ranges.push({ open: at, close: close ?? text.length });
    at = close ?? text.length;
  }
  return ranges;
}

const isSingle = (mark: string) => mark === "'" || mark === '‘' || mark === '`' || mark === '‚';

function closing(text: string, open: number, closers: string): number | undefined {
  for (let at = open + 1; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (!closers.includes(mark)) continue;
    // Between letters it is an apostrophe, as in "don't".
    if (/['’‘]/.test(mark) && isLetter(text[at + 1])) continue;
    return at;
  }
  return undefined;
}

/** The words of each quotation, without the marks. */
export function quotations(text: string): readonly string[] {
  return quotedRanges(text).map(({ open, close }) => text.slice(open + 1, close).trim());
}

/** Quote marks, dashes and white space made alike, as typesetting varies them; words stay as they are. */
export function normaliseQuotation(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[“”„‟«»＂]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
