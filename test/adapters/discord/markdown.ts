/**
 * Reads Discord's Markdown as the client does, for tests that must know what a reader sees, and for the picture of the
 * README. Only what the client knows has a node; all else is text.
 */

export type MarkdownNode =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';
      readonly inner: readonly MarkdownNode[];
    }
  | { readonly kind: 'code' | 'mention' | 'emoji' | 'timestamp' | 'autolink'; readonly text: string }
  | { readonly kind: 'link'; readonly inner: readonly MarkdownNode[]; readonly url: string };

export type Line = {
  readonly kind: 'plain' | 'heading1' | 'heading2' | 'heading3' | 'small' | 'bullet' | 'number' | 'quote';
  readonly inner: readonly MarkdownNode[];
  /** Of what a quote or a bullet holds. */
  readonly block?: Line;
};

type Rule = {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => MarkdownNode;
};

const wrapped =
  (kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'): Rule['read'] =>
  (match) => ({
    kind,
    inner: readInline(match[1] ?? ''),
  });
const word =
  (kind: 'code' | 'mention' | 'emoji' | 'timestamp' | 'autolink'): Rule['read'] =>
  (match) => ({
    kind,
    text: match[0],
  });

/** In the order in which the client tries them. */
const rules: readonly Rule[] = [
  { pattern: /^\\([^0-9A-Za-z\s])/, read: (match) => ({ kind: 'text', text: match[1] ?? '' }) },
  { pattern: /^<(?:@[!&]?|#)\d+>|^<id:\w+>|^<\/[^:>\n]+:\d+>|^@(?:everyone|here)/, read: word('mention') },
  { pattern: /^<a?:\w+:\d+>/, read: word('emoji') },
  { pattern: /^<t:-?\d+(?::[a-zA-Z])?>/, read: word('timestamp') },
  { pattern: /^<(?:https?|steam|discord|mailto):[^\s>]+>/i, read: word('autolink') },
  { pattern: /^(?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s]/i, read: word('autolink') },
  { pattern: /^(?:discord\.gg|discord(?:app)?\.com\/invite)\/\w+/i, read: word('autolink') },
  {
    pattern: /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))+)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?\s*\)/,
    read: (match) => ({ kind: 'link', inner: readInline(match[1] ?? ''), url: match[2] ?? '' }),
  },
  { pattern: /^```[\s\S]+?```|^(`+)[\s\S]*?[^`]\1(?!`)/, read: word('code') },
  { pattern: /^\|\|([\s\S]+?)\|\|/, read: wrapped('spoiler') },
  { pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, read: wrapped('bold') },
  { pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, read: wrapped('underline') },
  { pattern: /^~~([\s\S]+?)~~(?!_)/, read: wrapped('strike') },
  {
    pattern: /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/,
    read: wrapped('italic'),
  },
  { pattern: /^_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/, read: wrapped('italic') },
];

/** Reads inline Markdown. */
function readInline(markdown: string): readonly MarkdownNode[] {
  const nodes: MarkdownNode[] = [];
  let rest = markdown;
  while (rest !== '') {
    const [node, length] = readOne(rest);
    const last = nodes.at(-1);
    if (node.kind === 'text' && last?.kind === 'text')
      nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
    else nodes.push(node);
    rest = rest.slice(length);
  }
  return nodes;
}

function readOne(rest: string): readonly [MarkdownNode, number] {
  for (const { pattern, read } of rules) {
    const match = pattern.exec(rest);
    if (match) return [read(match), match[0].length];
  }
  return [{ kind: 'text', text: rest.charAt(0) }, 1];
}

const blocks = [
  ['heading1', /^# +/],
  ['heading2', /^## +/],
  ['heading3', /^### +/],
  ['small', /^-# +/],
  ['bullet', /^\s*[-*+] +/],
  ['number', /^\s*\d+\. +/],
  ['quote', /^ *(?:>>>|>) ?(?=.)/],
] as const;

/** Reads a message line by line. */
export function readMarkdown(markdown: string): readonly Line[] {
  return markdown.split('\n').map(readLine);
}

function readLine(line: string): Line {
  for (const [kind, pattern] of blocks) {
    const mark = pattern.exec(line)?.[0];
    if (mark === undefined) continue;
    const rest = line.slice(mark.length);
    if (kind === 'quote' || kind === 'bullet') {
      const block = readLine(rest);
      return { kind, inner: block.inner, block };
    }
    return { kind, inner: readInline(rest) };
  }
  return { kind: 'plain', inner: readInline(line) };
}

/** The characters that a reader sees. */
export function visibleText(nodes: readonly MarkdownNode[]): string {
  return nodes.map((node) => ('text' in node ? node.text : visibleText(node.inner))).join('');
}

/** Every node, inner ones too. */
export function allNodes(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  return nodes.flatMap((node) => ('inner' in node ? [node, ...allNodes(node.inner)] : [node]));
}
