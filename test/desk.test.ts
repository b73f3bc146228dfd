/** The desk: the one door into the core. */
import { describe, expect, test } from 'vitest';
import { createDesk } from '../src/desk.ts';
import { parsed, topicText } from './knowledge/topic-text.ts';

const older = parsed(topicText('older').replace('asOf: 2026-03-05', 'asOf: 2026-03-01'));
const newer = parsed(topicText('newer').replace('The ferry of', 'The strike of'));
const topics = [older];
const desk = createDesk({
  topics: () => topics,
  ask: () => Promise.reject(new Error('not asked here')),
  vote: () => Promise.resolve(),
});

describe('the desk', () => {
  test('shows its topics newest first, also those that came later', () => {
    expect(desk.topics().map(({ topic }) => topic)).toEqual(['older']);
    topics.push(newer);
    expect(desk.topics().map(({ topic }) => topic)).toEqual(['newer', 'older']);
  });

  test('finds a topic by slug and by name, or offers the nearest', () => {
    expect(desk.topic('older')?.topic).toBe('older');
    expect(desk.topic('Older')).toBeUndefined();
    expect(desk.findTopic('strike of port ardlow')).toMatchObject({
      kind: 'found',
      topic: { topic: 'newer' },
    });
    expect(desk.findTopic('olber coast')).toMatchObject({ kind: 'unknown', words: 'olber coast' });
  });

  test('suggests topics and people while a user types, each once, never places', () => {
    expect(desk.suggest('topic', '').map(({ value }) => value)).toEqual(['newer', 'older']);
    expect(desk.suggest('topic', 'old')[0]).toEqual({ label: older.title, value: 'older' });
    expect(desk.suggest('person', '')).toEqual([
      { label: 'Lina Mora', value: 'Lina Mora' },
      { label: "Dockers' Union", value: "Dockers' Union" },
    ]);
    expect(desk.suggest('topic', '', 1)).toHaveLength(1);
  });

  test('has quotes of everybody, of one speaker, and none of a stranger', () => {
    expect(desk.quotes(older)).toHaveLength(1);
    expect(desk.quotes(older, 'mora')).toHaveLength(1);
    expect(desk.quotes(older, "dockers' union")).toEqual([]);
    expect(desk.quotes(older, 'Angela Merkel')).toEqual([]);
  });

  test('knows what each file says of a person, and what they said', () => {
    const [profile] = desk.who('Lina Mora', older);
    expect(profile?.claims.map(({ citations }) => citations[0])).toEqual(['ferry-in-port', 'mora-denies']);
    expect(profile?.quotes.map(({ id }) => id)).toEqual(['quote-sound']);
    expect(desk.who('lina mora').map(({ topic }) => topic.topic)).toEqual(['newer', 'older']);
    expect(desk.who('lina mora', undefined, 1)).toHaveLength(1);
  });

  test('knows which topic quotes or knows a person', () => {
    expect(desk.topicOfSpeaker('mora')?.topic).toBe('newer');
    expect(desk.topicOfSpeaker("dockers' union")?.topic).toBe('newer');
    expect(desk.topicOfSpeaker('Angela Merkel')).toBeUndefined();
    expect(desk.topicOfSpeaker('ardlow ferry')).toBeUndefined();
  });

  test('briefs from the file alone', async () => {
    expect(await desk.brief(older)).toMatchObject({ topic: 'older', engine: 'extractive' });
  });
});
