/** The numbered source list, as small print. */
import type { types } from '@slack/bolt';
import { chunks } from '../../../src/chunks.ts';
import { formatDate } from '../../../src/knowledge/date.ts';
import type { NumberedPlace } from '../../../src/reply/citations.ts';
import { groupBySource, type ListedSource } from '../../../src/reply/source-list.ts';
import { splitText } from '../../../src/reply/split.ts';
import { limits } from '../limits.ts';
import { inertFallback, inertMrkdwn, inertPlain, inertUrl } from './inert.ts';
import { type Part, partOf } from './parts.ts';

type TextObject = types.PlainTextElement | types.MrkdwnElement;

/** Each source once, with the numbers that stand for it and their paragraphs: context blocks, as many as it takes. */
export function sourceParts(places: readonly NumberedPlace[]): readonly Part[] {
  const listed = groupBySource(places);
  const elements = listed.flatMap((entry) => sourceElements(entry).map((element) => ({ element, entry })));
  return chunks(elements, limits.contextElements).map((chunk) =>
    partOf(
      { type: 'context', elements: chunk.map(({ element }) => element) },
      [...new Set(chunk.map(({ entry }) => inertFallback(sourceLine(entry))))].join('\n'),
    ),
  );
}

/** Small print as context blocks. */
export function contextParts(words: string): readonly Part[] {
  const pieces = splitText(words, (piece) => inertPlain(piece).length <= limits.contextText);
  return pieces.map((piece) =>
    partOf({ type: 'context', elements: [plainText(piece)] }, inertFallback(piece)),
  );
}

/** A literal text object: no markup, no mention, no `:emoji:`. */
export function plainText(words: string): types.PlainTextElement {
  return { type: 'plain_text', text: inertPlain(words), emoji: false };
}

function sourceElements(entry: ListedSource): readonly TextObject[] {
  const linked = linkedSource(entry);
  if (linked && linked.text.length <= limits.contextText) return [linked];
  return splitText(sourceLine(entry), (piece) => inertPlain(piece).length <= limits.contextText).map(
    plainText,
  );
}

function linkedSource(entry: ListedSource): types.MrkdwnElement | undefined {
  const { url, headline } = entry.source;
  const address = url === undefined ? undefined : inertUrl(url, limits.linkUrl);
  if (address === undefined) return undefined;
  const label = inertMrkdwn(headline).replace(/\s+/g, ' ');
  // verbatim: without it Slack would look for further links and names in the text.
  return {
    type: 'mrkdwn',
    text: `<${address.replace(/&/g, '&amp;')}|${label}>${inertMrkdwn(behindHeadline(entry))}`,
    verbatim: true,
  };
}

function sourceLine(entry: ListedSource): string {
  return `${entry.source.headline}${behindHeadline(entry)}`;
}

/** Publisher and date behind the headline, then which number stands for which paragraph. */
function behindHeadline({ source: { publisher, date }, places }: ListedSource): string {
  const marks = places.map(({ number, paragraph }) =>
    paragraph === undefined ? `[${number}]` : `[${number}] ¶${paragraph}`,
  );
  const about = [publisher, date === undefined ? undefined : formatDate(date)];
  return `${about.flatMap((part) => (part ? [` · ${part}`] : [])).join('')}\n${marks.join(', ')}`;
}
