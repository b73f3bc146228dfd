/** The parts of a digest that tell one topic. Pure. */

import type { Claim } from '../../answer/answer.ts';
import { claimOf, claimOn } from '../../answer/claims.ts';
import { composeDisputes, disputedFacts } from '../../briefing/compose.ts';
import { briefQuotes } from '../../briefing/quotes.ts';
import { formatDate } from '../../knowledge/date.ts';
import type { Fact, Topic } from '../../knowledge/schema.ts';
import { asOfLine, disputeBlocks, listOf, quoteBlock, section } from '../../reply/briefing-reply.ts';
import { claimRuns } from '../../reply/references.ts';
import { type Block, type Runs, text } from '../../reply/reply.ts';
import type { Changes } from './edition.ts';
import type { Telling } from './same-event.ts';

/** A fact of a topic; the same event may be told by facts of several topics. */
export type TopicFact = { readonly topic: Topic; readonly fact: Fact };

/** What one topic contributes: its changes, and the events that it tells for all topics of the digest. */
export type TopicNews = {
  readonly topic: Topic;
  readonly changes: Changes;
  readonly tellings: readonly Telling<TopicFact>[];
};

/** Shown at most; the rest is counted, and a button leads to it. */
const SHOWN_FACTS = 12;
const SHOWN_QUOTES = 4;
const DAY_MS = 86_400_000;
/** From this age on, in days, a topic says how old it is. */
const OLD_FROM_DAYS = 2;

/** The dates of a topic on a day, and how old it is where it is not fresh. */
export function ageRuns(topic: Topic, day: string): Runs {
  const days = ageInDays(topic, day);
  return [text(`${asOfLine(topic)}${days >= OLD_FROM_DAYS ? ` · ${days} days old` : ''}`)];
}

/** Whole days from the topic's as-of date, or the last day of a coarser one, to a day. */
export function ageInDays({ asOf }: Topic, day: string): number {
  const [year = 0, month = 12, date] = asOf.split('-').map(Number);
  const written = date ? Date.UTC(year, month - 1, date) : Date.UTC(year, month, 0);
  return Math.max(0, Math.floor((Date.parse(day) - written) / DAY_MS));
}

/** Corrections, what is new, quotes, disputes, then the standing nut graf. */
export function newsBlocks({ topic, changes, tellings }: TopicNews, day: string): readonly Block[] {
  const disputed = disputedFacts(topic);
  const plain = tellings.filter(({ told }) => !disputed.has(told.fact.id));
  return [
    { kind: 'heading', level: 1, text: topic.title },
    { kind: 'context', runs: ageRuns(topic, day) },
    ...section('Corrected', listOf([...correctionItems(topic, changes), ...withdrawnItems(changes)])),
    ...section('New', listOf(newItems(plain))),
    ...section('Changed', listOf(changedItems(topic, changes, disputed))),
    ...section('In their words', newQuotes(topic, changes)),
    ...disputeBlocks({ disputes: composeDisputes(topic, touchedFacts(changes)) }),
    ...section('Where it stands', standingBlocks(topic, toldIn(tellings, topic))),
  ];
}

function correctionItems(topic: Topic, { corrections }: Changes): readonly Runs[] {
  const facts = new Map(topic.facts.map((fact) => [fact.id, fact]));
  return corrections.flatMap(({ fact: id, date, was, why }): readonly Runs[] => {
    const fact = facts.get(id);
    if (!fact) return [];
    const before = text(` Before, this desk said: ${was} ${why}`);
    return [[text(`${formatDate(date)}: `, 'bold'), ...claimRuns(claimOf(topic, fact)), before]];
  });
}

function withdrawnItems({ withdrawn }: Changes): readonly Runs[] {
  if (withdrawn === 0) return [];
  const facts = withdrawn === 1 ? 'One fact' : `${withdrawn} facts`;
  return [
    [text(`${facts} that the desk told before ${withdrawn === 1 ? 'is' : 'are'} no longer in its file.`)],
  ];
}

function newItems(tellings: readonly Telling<TopicFact>[]): readonly Runs[] {
  const shown = tellings.slice(0, SHOWN_FACTS).map(tellingRuns);
  const more = tellings.length - shown.length;
  return more > 0 ? [...shown, [text(`And ${more} more: see the timeline and the briefing.`)]] : shown;
}

/** The sentence once, with the citations of every fact that tells it. */
function tellingRuns(telling: Telling<TopicFact>): Runs {
  return claimRuns(tellingClaim(telling));
}

/** A telling as a claim; facts of other topics than the one that prints it are cited with their topic. */
export function tellingClaim({ told, all }: Telling<TopicFact>): Claim {
  const own = claimOf(told.topic, told.fact);
  const others = all.slice(1).flatMap(({ topic, fact }) => {
    const { citations } = claimOf(topic, fact);
    return topic === told.topic ? citations : citations.map((id) => qualify(topic, id));
  });
  return { text: own.text, citations: [...new Set([...own.citations, ...others])] };
}

/** The id of a fact or quote in a message about several topics; slugs have no slash. */
export function qualify({ topic }: Topic, id: string): string {
  return id.includes('/') ? id : `${topic}/${id}`;
}

function changedItems(topic: Topic, { reworded }: Changes, disputed: ReadonlySet<string>): readonly Runs[] {
  return reworded
    .filter(({ id }) => !disputed.has(id))
    .slice(0, SHOWN_FACTS)
    .map((fact) => claimRuns(claimOf(topic, fact)));
}

function newQuotes(topic: Topic, { quotes }: Changes): readonly Block[] {
  const ids = new Set(quotes.map(({ id }) => id));
  return briefQuotes(topic)
    .filter(({ id }) => ids.has(id))
    .slice(0, SHOWN_QUOTES)
    .map(quoteBlock);
}

/** Facts whose disputes are shown: those that are new or changed, quoted anew, or newly disputed. */
function touchedFacts({ added, reworded, corrections, quotes, disputes }: Changes): ReadonlySet<string> {
  return new Set([
    ...[...added, ...reworded].map(({ id }) => id),
    ...corrections.map(({ fact }) => fact),
    ...quotes.flatMap(({ facts }) => facts),
    ...disputedFacts({ disputes }),
  ]);
}

function toldIn(tellings: readonly Telling<TopicFact>[], topic: Topic): ReadonlySet<string> {
  const facts = tellings.flatMap(({ all }) => all).filter((each) => each.topic === topic);
  return new Set(facts.map(({ fact }) => fact.id));
}

/** The nut graf without the sentences that the digest has just told. */
function standingBlocks(topic: Topic, told: ReadonlySet<string>): readonly Block[] {
  return topic.summary
    .filter(({ facts }) => !facts.every((id) => told.has(id)))
    .map(({ text: sentence, facts }) => ({
      kind: 'paragraph',
      runs: claimRuns(claimOn(topic, sentence, facts)),
    }));
}
