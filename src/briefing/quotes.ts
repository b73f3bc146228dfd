/** The quotes of a topic with the names of who said them. */
import { formatFactDate } from '../knowledge/date.ts';
import type { Quote, Topic } from '../knowledge/schema.ts';
import type { BriefedQuote } from './briefing.ts';

/** The quotes in the order of the file; of one speaker where an id from `people` is given. */
export function briefQuotes(topic: Topic, speaker?: string): readonly BriefedQuote[] {
  const names = new Map(topic.people.map(({ id, name }) => [id, name]));
  return topic.quotes
    .filter((quote) => speaker === undefined || quote.speaker === speaker)
    .map((quote) => briefQuote(quote, names.get(quote.speaker) ?? quote.speaker));
}

function briefQuote({ id, text, venue, date, context }: Quote, speaker: string): BriefedQuote {
  return {
    id,
    text,
    speaker,
    ...(venue ? { venue } : {}),
    ...(date ? { date: formatFactDate(date) } : {}),
    ...(context ? { context } : {}),
  };
}
