/** Editions of a topic: what it said at a moment, as hashes, and what is new in it since. Pure. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Correction, Dispute, Fact, Quote, Topic } from '../../knowledge/schema.ts';

/**
 * What a channel was told is the hash of an edition; channels share editions, so that a subscription stays small.
 * `added`: the day on which the desk first had the fact.
 */
export const editionSchema = z
  .object({
    topic: z.string(),
    hash: z.string(),
    day: z.string(),
    facts: z.record(z.string(), z.object({ hash: z.string(), added: z.string() }).readonly()).readonly(),
    quotes: z.record(z.string(), z.string()).readonly(),
    corrections: z.array(z.string()).readonly(),
    disputes: z.array(z.string()).readonly(),
  })
  .readonly();
export type Edition = z.infer<typeof editionSchema>;

/** What is new in a topic since an edition. No fact is in two of the lists. */
export type Changes = {
  /** Of facts that the edition had; the newest first. */
  readonly corrections: readonly Correction[];
  /** By the day on which they were added, the latest first, then as in the file. */
  readonly added: readonly Fact[];
  /** Told otherwise than before, without a correction. */
  readonly reworded: readonly Fact[];
  readonly quotes: readonly Quote[];
  readonly disputes: readonly Dispute[];
  /** How many facts of the edition are not in the file any more. */
  readonly withdrawn: number;
};

/** The edition that a topic is now. `before` is an earlier one, for the days on which facts were added. */
export function editionOf(topic: Topic, day: string, before?: Edition): Edition {
  return {
    topic: topic.topic,
    hash: topic.hash,
    day,
    facts: Object.fromEntries(
      topic.facts.map((fact) => [
        fact.id,
        { hash: hashOf(contentOf(fact)), added: before?.facts[fact.id]?.added ?? day },
      ]),
    ),
    quotes: Object.fromEntries(topic.quotes.map((quote) => [quote.id, hashOf([quote.text, quote.speaker])])),
    corrections: topic.corrections.map(correctionKey),
    disputes: topic.disputes.map(disputeKey),
  };
}

/** What the topic has that the edition did not. `now` is the topic's own edition, for the days. */
export function changesSince(before: Edition, topic: Topic, now: Edition): Changes {
  const corrections = newCorrections(before, topic);
  const corrected = new Set(corrections.map(({ fact }) => fact));
  const knew = (fact: Fact) => before.facts[fact.id] !== undefined;
  const added = topic.facts.filter((fact) => !knew(fact));
  return {
    corrections,
    added: newestFirst(added, now),
    reworded: topic.facts.filter(
      (fact) =>
        knew(fact) && !corrected.has(fact.id) && before.facts[fact.id]?.hash !== now.facts[fact.id]?.hash,
    ),
    quotes: topic.quotes.filter((quote) => before.quotes[quote.id] !== now.quotes[quote.id]),
    disputes: topic.disputes.filter((dispute) => !before.disputes.includes(disputeKey(dispute))),
    withdrawn: Object.keys(before.facts).filter((id) => now.facts[id] === undefined).length,
  };
}

/** Whether there is anything to tell. */
export function hasNews({ corrections, added, reworded, quotes, disputes, withdrawn }: Changes): boolean {
  return withdrawn > 0 || [corrections, added, reworded, quotes, disputes].some((list) => list.length > 0);
}

/** A correction of a fact that the channel never heard is no correction to it. */
function newCorrections(before: Edition, topic: Topic): readonly Correction[] {
  return topic.corrections
    .filter((each) => !before.corrections.includes(correctionKey(each)) && before.facts[each.fact])
    .sort((a, b) => b.date.localeCompare(a.date));
}

function newestFirst(facts: readonly Fact[], now: Edition): readonly Fact[] {
  const addedOn = (fact: Fact) => now.facts[fact.id]?.added ?? '';
  return facts.toSorted((a, b) => addedOn(b).localeCompare(addedOn(a)));
}

/** What a reader is told of a fact; keywords and paragraph numbers are not. */
function contentOf({ kind, text, attributedTo, date }: Fact): readonly unknown[] {
  return [kind, text, attributedTo ?? '', date ? [date.on, date.to ?? '', date.precision] : ''];
}

function correctionKey({ fact, date, was }: Correction): string {
  return hashOf([fact, date, was]);
}

function disputeKey({ allegations, denials }: Dispute): string {
  return hashOf([[...allegations].sort(), [...denials].sort()]);
}

/** 48 bits: two of a topic's few thousand texts are alike by chance once in tens of millions of topics. */
function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 8);
}
