/** Finding topics and people from what users type. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPeople, findTopic, nearestTopics, rankTopics } from '../../src/knowledge/find.ts';
import { foldName, nameScore } from '../../src/knowledge/name.ts';
import type { Topic } from '../../src/knowledge/schema.ts';
import { parsed, topicText } from './topic-text.ts';

const colombia = parsed(readFileSync('knowledge/colombia.yaml', 'utf8'));
const ferry = parsed();
const topics: readonly Topic[] = [colombia, ferry];

describe('the topic that a user means', () => {
  test.each([
    ['colombia', 'colombia'],
    ['COLOMBIA?', 'colombia'],
    ['columbia', 'colombia'],
    ['Bogotá', 'colombia'],
    ['bogota please', 'colombia'],
    ['petro', 'colombia'],
    ['Petro’s', 'colombia'],
    ['potus', 'colombia'],
    ['colombia and the united', 'colombia'],
    ['ferry', 'ferry'],
    ['ardlow ferry', 'ferry'],
    ['lina mora', 'ferry'],
    ['the fery of port ardlow', 'ferry'],
  ])('“%s” is %s', (words, slug) => {
    expect(findTopic(words, topics)?.topic).toBe(slug);
  });

  test.each(['', '   ', 'xyzzy', '🛳️', '?!', '\0', 'x'.repeat(10_000)])('%j is none', (words) => {
    expect(findTopic(words, topics)).toBeUndefined();
  });

  test('is the one of that slug, whatever others are called', () => {
    const other = { ...ferry, topic: 'other', title: 'Colombia', aliases: ['colombia'] };
    expect(findTopic('colombia', [other, colombia])?.topic).toBe('colombia');
    expect(rankTopics('colombia', [other, colombia])[0]?.topic.topic).toBe('colombia');
  });

  test('is none where two have the name equally well', () => {
    expect(findTopic('Ardlow ferry', [ferry, { ...ferry, topic: 'ferry-2' }])).toBeUndefined();
  });
});

describe('the topics to offer', () => {
  test('are the nearly named ones first, then those spelt alike', () => {
    expect(nearestTopics('colmbio', topics).map(({ topic }) => topic)).toEqual(['colombia', 'ferry']);
    expect(nearestTopics('fery', topics, 1).map(({ topic }) => topic)).toEqual(['ferry']);
  });

  test('are none where the desk has none', () => {
    expect(nearestTopics('colombia', [])).toEqual([]);
  });
});

describe('the people that a user means', () => {
  test.each([
    ['petro', 'petro'],
    ['the colombian president', 'petro'],
    ['marco rubio', 'rubio'],
    ['Nicolas Maduro', 'maduro'],
    ['potus', 'trump'],
    ['Secretary of State', 'rubio'],
  ])('“%s” is %s first', (words, id) => {
    expect(findPeople(words, [colombia])[0]?.person.id).toBe(id);
  });

  test('are none for a stranger', () => {
    expect(findPeople('Angela Merkel', topics)).toEqual([]);
  });

  test('come before those of newer topics who are named less well', () => {
    const [first] = findPeople('Marco Rubio', [ferry, colombia]);
    expect(first).toMatchObject({ topic: { topic: 'colombia' }, person: { id: 'rubio' } });
  });
});

const anyWords = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.lorem({ maxCount: 30 }));

test('any words at all find something or nothing, and scores stay between 0 and 1', () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      for (const { score } of rankTopics(words, topics)) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }
      expect(nearestTopics(words, topics)).toHaveLength(2);
      const found = findPeople(words, [colombia]).map(({ person }) => person);
      expect(colombia.people).toEqual(expect.arrayContaining(found));
    }),
  );
});

const slug = fc.stringMatching(/^[a-z]{3,12}(-[a-z]{2,8}){0,2}$/);

test('an exact slug always finds its topic', () => {
  fc.assert(
    fc.property(fc.uniqueArray(slug, { minLength: 1, maxLength: 6 }), fc.nat(), (slugs, pick) => {
      const all = slugs.map((each) => parsed(topicText(each)));
      const wanted = slugs[pick % slugs.length] ?? '';
      expect(findTopic(` ${wanted.toUpperCase()} `, all)?.topic).toBe(wanted);
    }),
    { numRuns: 50 },
  );
});

test('a name of at least six letters is found with one letter wrong, missing or added', () => {
  const name = fc.stringMatching(/^[a-z]{6,14}$/);
  const slip = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('wrong', 'missing', 'added'),
    letter: fc.stringMatching(/^[a-z]$/),
  });
  fc.assert(
    fc.property(name, slip, (right, { at, kind, letter }) => {
      const place = at % right.length;
      const typed =
        right.slice(0, place) +
        (kind === 'missing' ? '' : letter) +
        right.slice(kind === 'added' ? place : place + 1);
      expect(nameScore(foldName(typed), foldName(right))).toBeGreaterThanOrEqual(0.6);
    }),
  );
});
