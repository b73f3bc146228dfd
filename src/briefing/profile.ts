/** Somebody of a topic, with all that its file has of them. */
import type { Claim } from '../answer/answer.ts';
import { claimOf } from '../answer/claims.ts';
import type { Known } from '../knowledge/find.ts';
import type { Person, Topic } from '../knowledge/schema.ts';
import type { BriefedQuote } from './briefing.ts';
import { briefQuotes } from './quotes.ts';

/** A person or organisation of a topic with what the file says of them. */
export type Profile = {
  readonly topic: Topic;
  readonly person: Person;
  readonly claims: readonly Claim[];
  readonly quotes: readonly BriefedQuote[];
};

/** What the file says of them, or they themselves, and their quotes. */
export function composeProfile({ topic, person }: Pick<Known, 'topic' | 'person'>): Profile {
  const facts = topic.facts.filter(
    (fact) => fact.attributedTo === person.id || fact.about.includes(person.id),
  );
  return {
    topic,
    person,
    claims: facts.map((fact) => claimOf(topic, fact)),
    quotes: briefQuotes(topic, person.id),
  };
}
