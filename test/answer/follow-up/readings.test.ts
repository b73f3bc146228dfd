import { describe, expect, it } from 'vitest';
import { createAsk } from '../../../src/answer/ask.ts';
import { dossierOf } from '../../../src/answer/dossier.ts';
import { readFollowUp } from '../../../src/answer/follow-up/lead.ts';
import { fullQuestions } from '../../../src/answer/follow-up/readings.ts';
import { createKnowledgeIndex } from '../../../src/retrieval/knowledge-index.ts';
import { evalTopics } from '../../eval/question-set.ts';

const topics = evalTopics();
const [colombia] = topics.filter(({ topic }) => topic === 'colombia');
if (!colombia) throw new Error('knowledge/colombia.yaml is missing');

const turn = {
  question: 'Did Petro deny drug links?',
  topic: 'colombia',
  citations: ['petro-denies-drug-links'],
};
const readings = (text: string, question = turn.question) =>
  fullQuestions(readFollowUp(text), [{ ...turn, question }], dossierOf(colombia)).map(
    (reading) => reading.text,
  );

describe('fullQuestions', () => {
  it('leaves a question alone that stands alone', () => {
    expect(readings('How many boat strikes were there?')).toEqual(['How many boat strikes were there?']);
  });

  it.each(["What's the latest?", 'and what is new?', 'ok, any news', 'brief me please'])(
    'leaves “%s” alone',
    (text) => {
      expect(readings(text)).toHaveLength(1);
    },
  );

  it('leaves every question alone outside a conversation', () => {
    expect(fullQuestions(readFollowUp('why?'), [], dossierOf(colombia))).toEqual([{ text: 'why?' }]);
  });

  it('tries pronouns on the people of the last question', () => {
    expect(readings('what did he say about it?')).toContain('what did Gustavo Petro say about drug links');
    expect(readings('and his visa?')).toContain("Gustavo Petro's visa?");
  });

  it.each([
    ['When did the US revoke his visa?', 'and by whom?', 'by whom did the US revoke his visa'],
    ['How many strikes were there?', 'in which sea?', 'in which sea were there strikes'],
    ['Has the visa been given back?', 'on what day?', 'on what day Has the visa been given back'],
  ])('asks “%s” anew with “%s”', (question, text, full) => {
    expect(readings(text, question)).toContain(full);
  });

  it.each([
    ['Who published the leaked letter?', 'when was it written?', 'when was the leaked letter written?'],
    ['How old is the White House?', 'has it been rebuilt?', 'has White House been rebuilt?'],
    ['When is the interim report due?', 'and the final one?', 'When is the final report due?'],
    ['Did the sanctions come in October?', 'are they still in force?', 'are the sanctions still in force?'],
  ])('tries the things of “%s” in “%s”', (question, text, full) => {
    expect(readings(text, question)).toContain(full);
  });

  it('puts a noun in the place of the one that was counted', () => {
    expect(readings('and planes?', 'How many boats were hit?')).toContain('How many planes were hit?');
  });

  it('puts a name in the place of a title with its article', () => {
    expect(readings('and Rubio?', 'What does the Venezuelan leader want?')).toEqual([
      'Rubio?',
      'What does Marco Rubio want?',
    ]);
  });

  it('looks for what hangs on the question before it nowhere else', () => {
    const [alone] = fullQuestions(readFollowUp('with interest?'), [turn], dossierOf(colombia));
    expect(alone).toMatchObject({ needsContext: true });
  });

  it('takes nobody for a pronoun who is named behind it', () => {
    expect(readings('has he met Petro?')).not.toContain('has Gustavo Petro met Petro?');
  });

  it('fills a bare question word up with what the last question was about', () => {
    expect(readings('why?')).toContain('why? about Petro deny drug links');
  });
});

describe('a conversation', () => {
  const store = new Map<string, unknown>();
  const lifetimes: number[] = [];
  const threads = {
    get: async (key: string) => store.get(key),
    set: async (key: string, value: unknown, ttlMs: number) => {
      lifetimes.push(ttlMs);
      store.set(key, value);
    },
  };
  const ask = createAsk({ index: createKnowledgeIndex(topics), threads });

  it('answers a follow-up from what was asked before, and is kept for a day', async () => {
    await ask({ text: 'Where will Trump and Petro meet?', topic: 'colombia', thread: 'a' });
    const answer = await ask({ text: 'and when?', thread: 'a' });
    expect(answer.claims[0]?.citations[0]).toBe('no-meeting-date');
    expect(new Set(lifetimes)).toEqual(new Set([24 * 60 * 60 * 1000]));
  });

  it('gives the overview of its topic, whatever was asked before and however many topics there are', async () => {
    await ask({ text: 'How many people were killed in the boat strikes?', topic: 'colombia', thread: 'c' });
    const latest = await ask({ text: "What's the latest?", thread: 'c' });
    const overview = await ask({ text: "What's the latest?", topic: 'colombia' });
    expect(latest).toMatchObject({ status: 'answered', topic: 'colombia', claims: overview.claims });
  });

  it.each([
    ['what did rubio say?', 'and why?'],
    ['who is the us ambassador in bogota?', 'since when?'],
    ['who is the pope?', 'what did he say?'],
  ])('does not go on about what was answered before “%s” was declined', async (declined, text) => {
    const thread = declined;
    await ask({ text: 'Did Petro deny drug links?', thread });
    expect(await ask({ text: declined, thread })).toMatchObject({ status: 'abstained' });
    expect(await ask({ text, topic: 'colombia', thread })).toMatchObject({ status: 'abstained' });
    expect(await ask({ text: 'Who is Marco Rubio?', thread })).toMatchObject({ status: 'answered' });
  });

  it('takes a pronoun for who was named in a question that was declined', async () => {
    await ask({ text: 'Did Petro deny it?', topic: 'colombia', thread: 'd' });
    await ask({ text: 'What did Rubio say?', topic: 'colombia', thread: 'd' });
    const answer = await ask({ text: 'Who is he?', thread: 'd' });
    expect(answer.claims[0]?.text).toContain('Marco Rubio');
  });

  it('takes a pronoun for who was named in the question rather than in its answer', async () => {
    await ask({ text: 'Was Maduro captured?', topic: 'colombia', thread: 'e' });
    const answer = await ask({ text: 'what are the charges against him?', thread: 'e' });
    expect(answer.claims[0]?.citations[0]).toBe('maduro-on-trial');
  });

  it('is of no other thread', async () => {
    expect(await ask({ text: 'and when?', thread: 'b' })).toMatchObject({ status: 'abstained' });
  });

  it('goes on without its context where the store fails', async () => {
    const events: string[] = [];
    const broken = {
      get: () => Promise.reject(new Error('down')),
      set: () => Promise.reject(new Error('down')),
    };
    const alone = createAsk({
      index: createKnowledgeIndex(topics),
      threads: broken,
      report: ({ kind }) => events.push(kind),
    });
    const answer = await alone({ text: 'Who is Marco Rubio?', topic: 'colombia', thread: 'a' });
    expect(answer.status).toBe('answered');
    expect(events).toEqual(['thread-unavailable', 'thread-unavailable']);
  });
});
