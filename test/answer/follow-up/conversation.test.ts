import { describe, expect, it } from 'vitest';
import { createAsk } from '../../../src/answer/ask.ts';
import { createKnowledgeIndex } from '../../../src/retrieval/knowledge-index.ts';
import { evalTopics } from '../../eval/question-set.ts';

const index = createKnowledgeIndex(evalTopics());

/** What the last of the questions is answered with first; undefined where the desk abstains. */
async function lastAnswer(topic: string, questions: readonly string[]): Promise<string | undefined> {
  const store = new Map<string, unknown>();
  const threads = {
    get: async (key: string) => store.get(key),
    set: async (key: string, value: unknown) => void store.set(key, value),
  };
  const ask = createAsk({ index, threads });
  let first: string | undefined;
  for (const text of questions) first = (await ask({ text, topic, thread: 'a' })).claims[0]?.citations[0];
  return first;
}

describe('a follow-up', () => {
  it.each([
    ['who said what was just told', ['How long did the call last?', 'who said that?'], 'call-length'],
    ['when it was said', ['What did Trump call Petro?', 'when did he say that?'], 'trump-insult'],
    [
      'where it was posted',
      ['What did Petro write about taking up arms?', 'where did he post it?'],
      'petro-would-take-up-arms',
    ],
    ['the words themselves', ['Did Petro confirm the call?', 'his exact words?'], 'quote-cordial'],
    ['the source', ['Did Trump say Colombia has cocaine mills?', 'source?'], 'cocaine-mills-allegation'],
    [
      'whether an accusation is true, by its denial',
      ["Does Petro's government enable cocaine trafficking?", 'is that true?'],
      'petro-denies-drug-links',
    ],
    [
      'what the accused says',
      ["What does Trump say about Petro's government and cocaine?", 'and Petro?'],
      'petro-denies-drug-links',
    ],
    [
      'the same of somebody else',
      ['What did Trump say about the phone call?', 'no, I meant Petro'],
      'petro-confirms-call',
    ],
    [
      'more, without what was told',
      ['What does the Foreign Ministry think of threats?', 'anything else from them?'],
      'ministry-on-relations',
    ],
    [
      'what came after it',
      ['Who captured Maduro?', 'and what happened to him after that?'],
      'maduro-on-trial',
    ],
    [
      'where, though the last answer does not say',
      ['How many boat strikes were there?', 'where?'],
      'boat-strikes',
    ],
    [
      'a new question behind thanks',
      ['Did Trump invite Petro?', 'Thanks! How long was the call?'],
      'call-length',
    ],
    [
      'which month it was',
      ['When did Petro lose his visa?', 'do you know which month that was'],
      'visa-revoked',
    ],
  ] as const)('asks for %s', async (_, questions, id) => {
    expect(await lastAnswer('colombia', questions)).toBe(id);
  });

  it.each([
    ['a reason that is not told', ['When did the US put sanctions on Petro?', 'why did they do it?']],
    ['what became of what was lost', ["Why was Petro's visa revoked?", 'did he get it back?']],
    ['who did it', ['Which demonstration did Petro join?', 'who organised it?']],
    ['somebody who said nothing', ['How did Trump describe the call?', 'and Rubio?']],
  ] as const)('is declined where it asks for %s', async (_, questions) => {
    expect(await lastAnswer('colombia', questions)).toBeUndefined();
  });
});
