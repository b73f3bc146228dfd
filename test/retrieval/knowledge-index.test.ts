import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { openWordNet } from '../../src/retrieval/wordnet.ts';
import { anyString, harbour, topicOf, volcano } from './topics.ts';

const wordnet = openWordNet();
const indexOf = (...topics: Parameters<typeof createKnowledgeIndex>[0] & object) =>
  createKnowledgeIndex(topics, { wordnet });
const index = indexOf(harbour, volcano);
const firstFor = (question: string) => index.search({ question, topic: 'harbour-strike' }).hits[0]?.id;

/** Everything that is told of the hits. */
const toldBy = ({ search }: typeof index, question: string) =>
  search({ question }).hits.map((hit) => ({ ...hit, support: hit.support() }));

describe('ranking', () => {
  it.each([
    ['How many ships are waiting?', 'ships-waiting'],
    ['how many ships are waitin', 'ships-waiting'],
    ['When did the dock workers walk out?', 'walkout'],
    ['What happened on 5 January 2026?', 'walkout'],
    ['Who phoned both sides?', 'mayor-phoned'],
    ['How many pickets died?', 'deaths-1998'],
    ['Why are they angry?', 'cause-of-anger'],
    ['Where will the talks resume?', 'talks-place'],
    ['what does the union boss want', 'union-demand'],
    ['What does Venberg want per docker?', 'union-demand'],
    ['How long did the stoppage of 1998 last?', 'last-strike'],
    ['Which terminal is open?', 'smallest-terminal'],
    ['What did Vennberg say about going back?', 'quote-line'],
  ])('answers “%s” with %s first', (question, expected) => {
    expect(firstFor(question)).toBe(expected);
  });

  it('puts the fact with the very words before one with words of like meaning', () => {
    const topic = topicOf('seas', {
      'very-words': 'The boat sank at dawn.',
      'like-meaning': 'The vessel sank at dawn.',
    });
    const { hits } = indexOf(topic).search({ question: 'When did the boat sink?' });
    expect(hits.map(({ id }) => id)).toEqual(['very-words', 'like-meaning']);
  });

  it('prefers a fact that goes on from one about what is asked', () => {
    const topic = topicOf('river', {
      bridge: { text: 'The bridge over the Torne fell in March.', paragraph: 1 },
      'bridge-cost': { text: 'It had cost 40 million to build.', paragraph: 1 },
      mill: { text: 'A mill upstream cost 3 million.', paragraph: 2 },
    });
    const { hits } = indexOf(topic).search({ question: 'How much did the Torne bridge cost?' });
    const order = hits.map(({ id }) => id);
    expect(order.indexOf('bridge-cost')).toBeLessThan(order.indexOf('mill'));
  });

  it('knows a fact by words that keep company with those of the question', () => {
    const topic = topicOf('ferry', {
      rescued: { text: 'All 40 passengers were taken off the ferry.', paragraph: 1 },
      repaired: { text: 'All 40 windows were taken out of the ferry.', paragraph: 2 },
      painted: { text: 'The ferry was painted by a local firm.', paragraph: 3 },
    });
    const { hits } = indexOf(topic).search({ question: 'How many tourists were on the ferry?' });
    expect(hits[0]?.id).toBe('rescued');
  });

  it('prefers a fact with somebody new to say who it was', () => {
    const topic = topicOf('award', {
      ceremony: { text: 'The prize for the bridge was given in June.', paragraph: 1 },
      winner: { text: 'The prize for the bridge was given to Amara Feld.', paragraph: 2 },
    });
    const { hits } = indexOf(topic).search({ question: 'Who was given the prize for the bridge?' });
    expect(hits[0]?.id).toBe('winner');
  });

  it('prefers the topic that the question is about when none is given', () => {
    expect(
      index.search({ question: 'Is the port closed because of ash from the volcano?' }).hits[0],
    ).toMatchObject({
      id: 'port-closed',
      topic: 'volcano-watch',
    });
  });
});

describe('support', () => {
  const supportOf = (question: string) =>
    index.search({ question, topic: 'harbour-strike' }).hits[0]?.support();

  it('tells how each term is met', () => {
    const met = supportOf('Who telephoned the mayor on Tuesday?')?.met;
    expect(met?.map(({ term, how }) => [term.folded, how])).toEqual([
      ['telephoned', 'exact'],
      ['mayor', 'exact'],
      ['tuesday', 'exact'],
    ]);
  });

  it('marks a name that no fact holds as unknown', () => {
    expect(supportOf('What did Halvorsen demand for every docker?')?.unmet).toContainEqual(
      expect.objectContaining({
        known: false,
        term: expect.objectContaining({ folded: 'halvorsen', role: 'name' }),
      }),
    );
  });

  it('names the opposite that a fact says', () => {
    expect(supportOf('Which is the largest of the three terminals?')?.conflicts).toContainEqual({
      kind: 'opposite',
      asked: 'largest',
      said: 'smallest',
    });
  });

  it('names another number in place of the one asked about', () => {
    expect(supportOf('Did the previous stoppage, in 2003, last eleven days?')?.conflicts).toContainEqual({
      kind: 'number',
      asked: '2003',
      said: '1998',
    });
  });
});

describe('topics', () => {
  it('replaces a topic of the same slug', () => {
    const changing = indexOf(harbour);
    changing.putTopic(topicOf('harbour-strike', { over: 'The strike ended at noon.' }));
    expect(changing.topics()).toHaveLength(1);
    expect(changing.search({ question: 'How many ships are waiting?' }).hits).toEqual([]);
    expect(changing.search({ question: 'When did the strike end?' }).hits[0]?.id).toBe('over');
  });

  it('forgets a removed topic and leaves the others as they were', () => {
    const changing = indexOf(harbour, volcano);
    expect(changing.removeTopic('harbour-strike')).toBe(true);
    expect(changing.removeTopic('harbour-strike')).toBe(false);
    expect(changing.topic('harbour-strike')).toBeUndefined();
    const ask = 'Which villages were left?';
    expect(toldBy(changing, ask)).toEqual(toldBy(indexOf(volcano), ask));
  });

  it('finds the last of many topics as if the others had never been', () => {
    const topics = Array.from({ length: 9 }, (_, n) =>
      topicOf(`dock-${n}`, { fact: `Crane ${n} fell into the dock on Monday.` }),
    );
    const changing = indexOf(...topics);
    for (const { topic } of topics.slice(0, -1)) changing.removeTopic(topic);
    const ask = 'When did the crane fall?';
    expect(toldBy(changing, ask)).toEqual(toldBy(indexOf(...topics.slice(-1)), ask));
  });

  it('finds nothing in an unknown topic', () => {
    expect(index.search({ question: 'How many ships?', topic: 'no-such-topic' }).hits).toEqual([]);
  });
});

describe('for every input', () => {
  const words = ['ferry', 'bridge', 'winter', 'cargo', 'signal', 'harvest', 'Tomsk', '1912'];
  const text = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
    .map((list) => list.join(' '));

  it('finds each fact that shares a word with the question, as a naive search does', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), text, (texts, question) => {
        const topic = topicOf('any', Object.fromEntries(texts.map((each, n) => [`f${n}`, each])));
        const { hits } = indexOf(topic).search({ question, limit: 50 });
        const met = hits
          .filter(({ support }) => support().met.some(({ how }) => how === 'exact'))
          .map(({ id }) => id);
        const naive = texts.flatMap((each, n) =>
          each.split(' ').some((word) => question.split(' ').includes(word)) ? [`f${n}`] : [],
        );
        expect(met.sort()).toEqual(naive.sort());
      }),
    );
  });

  it('ranks any question without an error, best first, within bounds', () => {
    const strange = fc.oneof(
      anyString(200),
      fc.constantFrom(
        '',
        '\u0000',
        '🦑🦑',
        'שלום עולם',
        'x'.repeat(10_000),
        'who '.repeat(2500),
        "''''",
        '?!',
      ),
    );
    fc.assert(
      fc.property(strange, (question) => {
        const { hits } = index.search({ question, limit: 5 });
        expect(hits.length).toBeLessThanOrEqual(5);
        const scores = hits.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const { support } of hits) {
          expect(support().coverage).toBeGreaterThanOrEqual(0);
          expect(support().coverage).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('answers the same after topics came and went', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(harbour, volcano), { maxLength: 6 }), (puts) => {
        const changing = indexOf(harbour);
        for (const topic of puts) {
          changing.putTopic(topic);
          if (topic === volcano) changing.removeTopic('volcano-watch');
        }
        const ask = 'Which port is closed?';
        expect(toldBy(changing, ask)).toEqual(toldBy(indexOf(harbour), ask));
      }),
      { numRuns: 20 },
    );
  });
});
