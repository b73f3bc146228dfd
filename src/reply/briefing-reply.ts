/** A Briefing as a message, and its parts: quotes, timeline, disputes. */
import type { Claim } from '../answer/answer.ts';
import type { BriefedQuote, Briefing, TimelineEntry } from '../briefing/briefing.ts';
import { composeDisputes } from '../briefing/compose.ts';
import { formatDate } from '../knowledge/date.ts';
import type { Topic } from '../knowledge/schema.ts';
import { claimRuns, replyAbout } from './references.ts';
import { type Block, cite, type Reply, type Runs, text } from './reply.ts';
import { topicActions } from './topic-actions.ts';

/** Facts and quotes of a briefing that are shown at once; the buttons under it lead to the rest. */
const SHOWN_FACTS = 10;
const SHOWN_QUOTES = 4;

/** The whole briefing: nut graf, facts, quotes, disputes, what nobody knows, sources. */
export function briefingReply(briefing: Briefing, topic: Topic): Reply {
  const quotes = briefing.quotes.filter(isSentence).slice(0, SHOWN_QUOTES);
  return replyAbout(
    topic,
    [
      { kind: 'heading', level: 1, text: briefing.title },
      { kind: 'context', runs: [text(asOfLine(topic))] },
      ...correctionBlocks(briefing),
      ...briefing.claims.map((claim): Block => ({ kind: 'paragraph', runs: claimRuns(claim) })),
      ...section('What is known', listOf(factsBeside(quotes, briefing, topic).map(claimRuns))),
      ...section('In their words', quotes.map(quoteBlock)),
      ...disputeBlocks(briefing),
      ...section('Not known', listOf(briefing.unknowns.map(claimRuns))),
      { kind: 'sources' },
      { kind: 'actions', actions: topicActions(topic, 'sources', 'timeline', 'quotes') },
    ],
    briefing,
  );
}

/** A statement whose very words are shown as a quote is not told a second time. */
function factsBeside(quotes: readonly BriefedQuote[], { facts }: Briefing, topic: Topic): readonly Claim[] {
  const shown = new Set(quotes.map(({ id }) => id));
  const quoted = new Set(topic.quotes.flatMap((quote) => (shown.has(quote.id) ? quote.facts : [])));
  return facts
    .filter(({ citations: [fact] }) => fact !== undefined && !quoted.has(fact))
    .slice(0, SHOWN_FACTS);
}

/** The topic's dates for the small print: its as-of date and where its sources were written. */
export function asOfLine(topic: Topic): string {
  const dateline = topic.sources.length === 1 ? topic.sources[0]?.dateline : undefined;
  return `As of ${formatDate(topic.asOf)}${dateline ? ` · ${dateline}` : ''}`;
}

/** Quotes with their speakers; under them the disputes that quoted accusations and denials are part of. */
export function quotesReply(quotes: readonly BriefedQuote[], topic: Topic): Reply {
  const shown = new Set(quotes.map(({ id }) => id));
  const told = new Set(topic.quotes.flatMap(({ id, facts }) => (shown.has(id) ? facts : [])));
  return replyAbout(
    topic,
    [
      { kind: 'heading', level: 1, text: `Quotes: ${topic.title}` },
      { kind: 'context', runs: [text(asOfLine(topic))] },
      ...quotes.map(quoteBlock),
      ...disputeBlocks({ disputes: composeDisputes(topic, told) }),
      { kind: 'sources' },
      { kind: 'actions', actions: topicActions(topic, 'brief', 'sources') },
    ],
    { schema: 1, topic: topic.topic, title: topic.title, asOf: topic.asOf, quotes },
  );
}

/** What happened when. */
export function timelineReply(timeline: readonly TimelineEntry[], topic: Topic): Reply {
  const entries = timeline.map((entry) => ({
    when: entry.inferred ? `${entry.when} (inferred)` : entry.when,
    runs: claimRuns(entry),
  }));
  return replyAbout(
    topic,
    [
      { kind: 'heading', level: 1, text: `Timeline: ${topic.title}` },
      { kind: 'context', runs: [text(asOfLine(topic))] },
      ...(entries.length > 0
        ? [{ kind: 'timeline', entries } as const]
        : [nothing('No fact of this topic has a date.')]),
      { kind: 'sources' },
      { kind: 'actions', actions: topicActions(topic, 'brief', 'sources') },
    ],
    { schema: 1, topic: topic.topic, title: topic.title, asOf: topic.asOf, timeline },
  );
}

/** A quote with who said it, where and when. */
export function quoteBlock({ id, text: words, speaker, venue, date, context }: BriefedQuote): Block {
  const where = [venue, date].filter((part) => part !== undefined).join(', ');
  return {
    kind: 'quote',
    text: words,
    speaker,
    reference: id,
    ...(where ? { where } : {}),
    ...(context ? { context } : {}),
  };
}

/** Every dispute as one block, so that no renderer can tell an allegation without its denial. */
export function disputeBlocks({ disputes }: Pick<Briefing, 'disputes'>): readonly Block[] {
  return section(
    'Disputed',
    disputes.map(({ title, allegations, denials }) => ({
      kind: 'dispute',
      ...(title ? { title } : {}),
      allegations: allegations.map(claimRuns),
      denials: denials.map(claimRuns),
    })),
  );
}

/** What was changed since it was first told. */
function correctionBlocks({ corrections }: Pick<Briefing, 'corrections'>): readonly Block[] {
  const items = corrections.map(
    ({ fact, date, was, now, why }): Runs => [
      text(`${formatDate(date)}: `, 'bold'),
      text(`${now} `),
      cite(fact),
      text(` Before, this file said: ${was} ${why}`),
    ],
  );
  return section('Corrected', listOf(items));
}

/** A heading with blocks under it; nothing at all where there are none. */
export function section(title: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: title }, ...blocks];
}

/** Items as one list; nothing at all where there are none. */
export function listOf(items: readonly Runs[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function nothing(words: string): Block {
  return { kind: 'notice', tone: 'info', text: words };
}

/** A briefing quotes what people said at some length; single words stand in the facts already. */
function isSentence({ text: words }: BriefedQuote): boolean {
  return words.split(/\s+/u).length >= 4;
}
