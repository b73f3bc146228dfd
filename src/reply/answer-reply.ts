/** An Answer as a message: its claims, where they stand, and what to ask next. */
import type { Answer, Claim, ToldCorrection } from '../answer/answer.ts';
import { readQuestion, unreadableSentence } from '../answer/question-text.ts';
import { formatDate } from '../knowledge/date.ts';
import type { Topic } from '../knowledge/schema.ts';
import { midSentence } from '../knowledge/title.ts';
import { claimRuns, replyAbout } from './references.ts';
import { type Action, type Block, cite, type Reply, text } from './reply.ts';
import { topicActions } from './topic-actions.ts';

/** `topic` is the one that the answer names; undefined where it names none. */
export function answerReply(answer: Answer, topic: Topic | undefined, answerId: string): Reply {
  if (answer.status === 'abstained' || !topic) return abstention(answer, topic);
  const paragraphs: readonly Block[] = answer.claims.map((claim) => ({
    kind: 'paragraph',
    runs: claimRuns(claim),
  }));
  return replyAbout(
    topic,
    [
      ...paragraphs,
      ...(answer.corrections ?? []).map(correctionNote),
      { kind: 'context', runs: [text(`${topic.title} · as of ${formatDate(topic.asOf)}`)] },
      { kind: 'sources' },
      { kind: 'actions', actions: topicActions(topic, 'sources', 'timeline') },
      { kind: 'actions', actions: [{ kind: 'feedback', answer: answerId }] },
    ],
    answer,
  );
}

/** That a fact of the answer used to be told otherwise. */
function correctionNote({ fact, date, was, why }: ToldCorrection): Block {
  const before = text(`Corrected on ${formatDate(date)}: before, this file said: ${was} ${why}`);
  return { kind: 'context', runs: [before, cite(fact)] };
}

/** An answer as far as it is verified, while the rest of it is still being composed. */
export function partialReply(claims: readonly Claim[], topic: Topic): Reply {
  const paragraphs = claims.map((claim): Block => ({ kind: 'paragraph', runs: claimRuns(claim) }));
  return replyAbout(topic, [...paragraphs, { kind: 'sources' }], undefined);
}

function abstention(answer: Answer, topic: Topic | undefined): Reply {
  const where = whatIsMissing(answer, topic);
  const asks: readonly Action[] = answer.suggestions.map((question) => ({
    kind: 'run',
    label: question,
    command: 'ask',
    options: { question, ...(topic ? { topic: topic.topic } : {}) },
  }));
  const offer: readonly Block[] =
    asks.length === 0
      ? []
      : [
          { kind: 'context', runs: [text('It can answer:')] },
          { kind: 'actions', actions: asks },
        ];
  return { blocks: [{ kind: 'notice', tone: 'info', text: where }, ...offer], references: [], data: answer };
}

function whatIsMissing({ question, suggestions }: Answer, topic: Topic | undefined): string {
  const unreadable = unreadableSentence(readQuestion(question));
  if (unreadable) return unreadable;
  if (topic) return `The file on ${midSentence(topic.title)} (as of ${formatDate(topic.asOf)}) does not say.`;
  return suggestions.length > 0
    ? 'This desk has files on several topics. Say which one you mean.'
    : 'No file of this desk says anything about that.';
}
