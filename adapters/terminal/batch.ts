/** `desk ask --batch`: a question a line from standard input, an answer for each, in order. */
import type { Readable } from 'node:stream';
import type { Desk } from '../../src/desk.ts';
import { answerId } from '../../src/feedback/feedback.ts';
import { answerReply } from '../../src/reply/answer-reply.ts';
import { printReply } from './cli.ts';
import { linesOf } from './pipe.ts';

type BatchOptions = {
  readonly json: boolean;
  readonly topic: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** Questions of a batch do not belong to one conversation: each is answered by itself. */
export async function answerBatch(
  input: Readable,
  desk: Desk,
  { json, topic, env }: BatchOptions,
): Promise<void> {
  for await (const text of linesOf(input)) {
    const answer = await desk.ask({ text, ...(topic ? { topic } : {}) });
    const about = answer.topic === undefined ? undefined : desk.topic(answer.topic);
    await printReply(answerReply(answer, about, answerId(answer)), { json, env });
  }
}
