import { createAsk } from '../../src/answer/ask.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { evalTopics } from '../eval/question-set.ts';

const ask = createAsk({ index: createKnowledgeIndex(evalTopics()) });

/** Ids that the answer to a question about a topic of the evaluation cites, in their order; none where it is declined. */
export async function cited(text: string, topic: string): Promise<readonly string[]> {
  const { claims } = await ask({ text, topic });
  return claims.flatMap(({ citations }) => citations);
}

/** The id that the answer cites first. */
export async function firstCited(text: string, topic: string): Promise<string | undefined> {
  return (await cited(text, topic))[0];
}
