/** Composes the briefing of a topic from its file alone: no model, no choice that depends on the moment. */
import type { Claim } from '../answer/answer.ts';
import { citeSource, claimOf, claimOn } from '../answer/claims.ts';
import { composeCorrections } from '../answer/corrections.ts';
import type { Topic } from '../knowledge/schema.ts';
import type { Briefing } from './briefing.ts';
import { briefQuotes } from './quotes.ts';
import { composeTimeline } from './timeline.ts';

/** Sentences of a nut graf where the curator wrote none. */
const NUT_GRAF_SENTENCES = 3;

/**
 * The whole briefing of a topic; what to leave out for a small screen is the renderer's choice. `claims` lead it, by
 * default the curator's own.
 */
export function composeBriefing(topic: Topic, claims: readonly Claim[] = nutGraf(topic)): Briefing {
  return {
    schema: 1,
    topic: topic.topic,
    title: topic.title,
    asOf: topic.asOf,
    engine: 'extractive',
    claims,
    facts: remainingFacts(topic, claims),
    quotes: briefQuotes(topic),
    timeline: composeTimeline(topic),
    disputes: composeDisputes(topic),
    unknowns: topic.facts.filter(({ kind }) => kind === 'unknown').map((fact) => claimOf(topic, fact)),
    corrections: composeCorrections(topic),
    sources: topic.sources.map(citeSource),
  };
}

function nutGraf(topic: Topic): readonly Claim[] {
  if (topic.summary.length > 0) return topic.summary.map(({ text, facts }) => claimOn(topic, text, facts));
  const reported = topic.facts.filter(({ kind }) => kind === 'event' || kind === 'background');
  return (reported.length > 0 ? reported : topic.facts)
    .slice(0, NUT_GRAF_SENTENCES)
    .map((fact) => claimOf(topic, fact));
}

/** What is disputed or unknown has its own part of the briefing. */
function remainingFacts(topic: Topic, claims: readonly Claim[]): readonly Claim[] {
  const told = new Set([...claims.flatMap(({ citations }) => citations), ...disputedFacts(topic)]);
  return topic.facts
    .filter(({ id, kind }) => kind !== 'unknown' && !told.has(id))
    .map((fact) => claimOf(topic, fact));
}

/** Ids of the facts that any dispute is about: they are told there, with their answer, and nowhere else. */
export function disputedFacts({ disputes }: Pick<Topic, 'disputes'>): ReadonlySet<string> {
  return new Set(disputes.flatMap(({ allegations, denials }) => [...allegations, ...denials]));
}

/** The disputes that any of these facts is part of, or all; each with both of its sides. */
export function composeDisputes(topic: Topic, among?: ReadonlySet<string>): Briefing['disputes'] {
  const facts = new Map(topic.facts.map((fact) => [fact.id, fact]));
  const claims = (ids: readonly string[]) =>
    ids.flatMap((id) => facts.get(id) ?? []).map((fact) => claimOf(topic, fact));
  return topic.disputes
    .filter(({ allegations, denials }) => !among || [...allegations, ...denials].some((id) => among.has(id)))
    .map(({ title, allegations, denials }) => ({
      ...(title ? { title } : {}),
      allegations: claims(allegations),
      denials: claims(denials),
    }));
}
