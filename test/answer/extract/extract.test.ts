import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../../src/answer/extract/extract.ts';
import { plainly } from '../../../src/answer/extract/phrasing.ts';
import { analyseQuestion } from '../../../src/retrieval/question.ts';
import { openWordVectors } from '../../../src/retrieval/word-vectors.ts';
import { openWordNet } from '../../../src/retrieval/wordnet.ts';
import { evalTopics } from '../../eval/question-set.ts';

const topics = new Map(evalTopics().map((topic) => [topic.topic, topic]));
const words = { wordnet: openWordNet(), vectors: openWordVectors() };

function extract(text: string, slug: string) {
  const topic = topics.get(slug);
  if (!topic) throw new Error(`there is no topic ${slug}`);
  return extractClaims({ question: analyseQuestion(plainly(text)), hits: [] }, topic, words);
}
const cited = (text: string, slug: string) => extract(text, slug).claims.map(({ citations }) => citations[0]);

describe('answers by extraction', () => {
  it.each([
    ['how many ppl did the strikes kill', 'colombia', 'boat-strike-deaths'],
    ['What did the two presidents discuss?', 'colombia', 'petro-made-the-call'],
    ['how long did the two presidents speak', 'colombia', 'call-length'],
    ['How long did the battle last?', 'ardovia-tesmark', 'clash-length'],
    ['Did the boss of the power company say sorry?', 'kessary-heatwave', 'hallam-apology'],
    ['Was the vote on the spending plan close?', 'brackwater-teachers', 'budget-passed'],
    ['where will the meeting be held?', 'colombia', 'meeting-at-white-house'],
  ])('know other words for the same: %j', (text, slug, id) => {
    expect(cited(text, slug)[0]).toBe(id);
  });

  it('tell what somebody advises, where that is asked for', () => {
    expect(cited('What should people wear, according to the institute?', 'brackwater-fever')[0]).toBe(
      'advice',
    );
    expect(cited('Should people wear gloves at work?', 'colombia')).toEqual([]);
  });

  it('tell nothing further that fits the question less', () => {
    expect(cited('where will the meeting be held?', 'colombia')).toEqual(['meeting-at-white-house']);
  });

  it('tell an allegation with its denial', () => {
    expect(cited('Is Petro involved in drug trafficking?', 'colombia')).toEqual(
      expect.arrayContaining(['petro-denies-drug-links', 'trafficking-allegation']),
    );
  });

  it('never give the words of another for the words that are asked for', () => {
    expect(cited('What did Petro say about Rubio?', 'colombia')).toEqual([]);
  });

  it.each([
    'Who is the US ambassador in Bogotá?',
    'How many boats did Colombia seize?',
    'What did Macron say about the call?',
    'What did Maduro tell Petro at the White House?',
    'Why did the US impose sanctions on Petro?',
    'how old is petro',
    "What is the name of Petro's wife?",
    "Which judge is hearing Maduro's case?",
    'What is a visa?',
  ])('are none where the file does not say: %j', (text) => {
    expect(cited(text, 'colombia')).toEqual([]);
  });

  it('have a chance between 0 and 1, and cite what the topic has, for any question', () => {
    const ids = new Set(
      [...(topics.get('colombia')?.facts ?? []), ...(topics.get('colombia')?.quotes ?? [])].map(
        ({ id }) => id,
      ),
    );
    const word = fc.constantFrom(
      'who',
      'what',
      'did',
      'Petro',
      'Trump',
      'call',
      'boats',
      'not',
      'x',
      '30',
      'Maduro',
      'visa',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 12 }).map((list) => list.join(' ')),
        ),
        (text) => {
          const { claims, confidence, near } = extract(text, 'colombia');
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          for (const id of [...near, ...claims.flatMap(({ citations }) => citations)])
            expect(ids.has(id)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
