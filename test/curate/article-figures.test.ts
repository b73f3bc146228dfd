/** The numbers of facts against the article. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findStrayFigures } from '../../src/curate/article-figures.ts';
import type { Topic } from '../../src/knowledge/schema.ts';
import { parsed } from '../knowledge/topic-text.ts';

const ARTICLE = `The vote in Eastport

The council passed the plan with 218 votes to 97 on Tuesday, after a debate of ninety minutes in a hall for 1,250 people.

The repair costs 4.75 million euros, the mayor said: “We need five dozen workers.”
`;

const withFact = (text: string, paragraph: number): Topic => {
  const ferry = parsed();
  return { ...ferry, facts: ferry.facts.slice(0, 1).map((fact) => ({ ...fact, text, paragraph })) };
};
const strays = (text: string, paragraph = 1) =>
  findStrayFigures(withFact(text, paragraph), ARTICLE).map(({ message }) => message.split('”')[0]?.slice(1));

describe('a number that the paragraph does not have', () => {
  test.each([
    ['The plan got 281 votes.', 1, '281'],
    ['The plan got two hundred and eighteen votes, and 79 were against it.', 1, '79'],
    ['The hall is for 1,520 people.', 1, '1,520'],
    ['The repair costs 4.57 million euros.', 2, '4.57 million euros'],
    ['The plan got 218 votes.', 2, '218'],
  ])('%s (paragraph %i)', (text, paragraph, stray) => {
    expect(strays(text, paragraph)).toContain(stray);
  });
});

describe('no number is doubted', () => {
  test.each([
    ['that stands there', 'The plan got 218 votes; 97 were against it.', 1],
    [
      'in words for digits, and digits for words',
      'They debated for 90 minutes before ninety-seven said no.',
      1,
    ],
    ['in another unit of time', 'They debated for 1.5 hours.', 1],
    ['that rounds one', 'More than 200 were for it, in a hall for some 1,300.', 1],
    ['within a quotation of the article', 'The mayor wants 60 workers.', 2],
    ['of a date', 'On 3 March 2026 the plan, first told of in 2019, was passed.', 1],
    ['so small that nobody counts', 'Two councils spent an hour on one plan.', 1],
  ])('%s', (_, text, paragraph) => {
    expect(strays(text, paragraph)).toEqual([]);
  });
});

const saved = '../shared/article/trump-petro-call.txt';
test.runIf(existsSync(saved))('the file on Colombia has no number that its article has not', () => {
  const topic = parsed(readFileSync('knowledge/colombia.yaml', 'utf8'));
  expect(findStrayFigures(topic, readFileSync(saved, 'utf8'))).toEqual([]);
});
