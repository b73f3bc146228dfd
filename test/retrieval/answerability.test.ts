import { describe, expect, it } from 'vitest';
import { answerability, ON_SUBJECT_FROM, onSubject } from '../../src/retrieval/answerability.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { harbour } from './topics.ts';

const index = createKnowledgeIndex([harbour]);
const chanceOf = (text: string) => {
  const { question, hits } = index.search({ question: text });
  return answerability(question, hits);
};

const subjectOf = (text: string) => onSubject(index.search({ question: text }).hits);

describe('being on the subject', () => {
  it.each([
    'How many container ships are waiting outside the port?',
    'When did dock workers walk out?',
    'Who telephoned both sides on Tuesday evening?',
  ])('is likely for “%s”', (question) => {
    expect(subjectOf(question)).toBeGreaterThan(ON_SUBJECT_FROM);
  });

  it.each(['What is the capital of Mongolia?', 'Who won the cup final?', 'How do I bake bread?', '', '🦑'])(
    'is unlikely for “%s”',
    (question) => {
      expect(subjectOf(question)).toBeLessThan(ON_SUBJECT_FROM);
    },
  );
});

describe('answerability', () => {
  it.each([
    ['Which is the smallest of the three terminals?', 'Which is the largest of the three terminals?'],
    ['How long did the stoppage of 1998 last?', 'How long did the stoppage of 2003 last?'],
    ['Who telephoned both sides on Tuesday?', "Who didn't telephone both sides on Tuesday?"],
    ['What does Vennberg want for every docker?', 'What does Halvorsen want for every docker?'],
  ])('is higher for “%s” than for “%s”', (asked, twisted) => {
    expect(chanceOf(asked)).toBeGreaterThan(chanceOf(twisted));
  });
});
