/** What a digest says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeDigest, isNews } from '../../../src/digest/compose/compose-digest.ts';
import { changesSince, editionOf, hasNews } from '../../../src/digest/compose/edition.ts';
import type { Topic } from '../../../src/knowledge/schema.ts';
import { citedIds, numberCitations } from '../../../src/reply/citations.ts';
import type { Block, Reply } from '../../../src/reply/reply.ts';
import { BASE_FACTS, makeTopic, withFacts } from '../topic.ts';

const DAY = '2026-01-08';

/** The digest for a channel that was told `before`. */
function digest(
  before: Topic | undefined,
  now: Topic,
  options: { day?: string; dueAt?: string } = {},
): Reply {
  return composeDigest({ day: DAY, topics: [since(before, now)], ...options });
}

function since(before: Topic | undefined, topic: Topic) {
  if (!before) return { topic };
  const earlier = editionOf(before, '2026-01-05');
  return { topic, changes: changesSince(earlier, topic, editionOf(topic, DAY, earlier)) };
}

function lines(block: Block): string[] {
  const words = (runs: readonly { kind: string; text?: string; reference?: string }[]) =>
    runs.map((run) => run.text ?? `[${run.reference}]`).join('');
  switch (block.kind) {
    case 'heading':
      return [`# ${block.text}`];
    case 'paragraph':
    case 'context':
      return [words(block.runs)];
    case 'list':
      return block.items.map((item) => `- ${words(item)}`);
    case 'quote':
      return [`“${block.text}” ${block.speaker}`];
    case 'dispute':
      return [...block.allegations, ...block.denials].map(words);
    case 'notice':
      return [`! ${block.text}`];
    default:
      return [];
  }
}

const print = (reply: Reply) => reply.blocks.flatMap(lines);

const WITH_ALL = withFacts(
  [
    { id: 'deal', kind: 'event', text: 'The owners offered higher pay on Wednesday.', date: '2026-01-07' },
    {
      id: 'bribe',
      kind: 'allegation',
      attributedTo: 'union',
      text: 'The union says that the mayor took bribes.',
    },
    { id: 'no-bribe', kind: 'denial', attributedTo: 'mayor', text: 'The mayor denies having taken bribes.' },
  ],
  {
    quotes: [{ id: 'q', text: 'We will not move.', speaker: 'union', facts: ['walkout'] }],
    disputes: [{ allegations: ['bribe'], denials: ['no-bribe'] }],
    corrections: [
      {
        fact: 'ships',
        date: '2026-01-08',
        was: 'The harbour handles 14 ships a week.',
        why: 'A misreading.',
      },
    ],
  },
);

describe('a digest', () => {
  test('tells corrections, what is new, quotes and disputes, then where the topic stands', () => {
    expect(print(digest(makeTopic(), WITH_ALL))).toEqual([
      '# Daily digest: 8 January 2026',
      '# The harbour strike',
      'As of 8 January 2026',
      '# Corrected',
      '- 8 January 2026: The harbour handles 40 ships a week.[ships] Before, this desk said: The harbour handles 14 ships a week. A misreading.',
      '# New',
      '- The owners offered higher pay on Wednesday.[deal]',
      '# In their words',
      '“We will not move.” the dock union',
      '# Disputed',
      'The union says that the mayor took bribes.[bribe]',
      'The mayor denies having taken bribes.[no-bribe]',
      '# Where it stands',
      'Dockers have stopped work at the harbour.[walkout]',
    ]);
  });

  test('has a source for every mark, and a list of them', () => {
    const reply = digest(makeTopic(), WITH_ALL);
    const { numbers } = numberCitations(reply);
    for (const id of reply.blocks.flatMap(citedIds)) expect(numbers.has(id), id).toBe(true);
    expect(reply.blocks.some(({ kind }) => kind === 'sources')).toBe(true);
  });

  test('is a full briefing the first time', () => {
    const printed = print(digest(undefined, WITH_ALL));
    expect(printed).toContain('# What is known');
    expect(printed).toContain('# Disputed');
    expect(printed).not.toContain('# New');
  });

  test('never tells an allegation without its denial', () => {
    const before = withFacts([
      {
        id: 'bribe',
        kind: 'allegation',
        attributedTo: 'union',
        text: 'The union says that the mayor took bribes.',
      },
    ]);
    const printed = print(digest(before, WITH_ALL));
    const told = printed.findIndex((line) => line.includes('took bribes'));
    expect(printed[told + 1]).toContain('denies having taken bribes');
  });

  test('says how old a topic is, and that it comes late', () => {
    const printed = print(digest(makeTopic(), WITH_ALL, { day: '2026-01-20', dueAt: '08:00' }));
    expect(printed).toContain('As of 8 January 2026 · 12 days old');
    expect(printed).toContain('! This digest comes late: it was due at 08:00.');
  });

  test('tells one event once, with every source that tells it', () => {
    const twice = withFacts([
      {
        id: 'deal',
        kind: 'event',
        text: 'The owners offered dockers higher pay on Wednesday.',
        date: '2026-01-07',
      },
      { id: 'offer', kind: 'event', text: 'Higher pay was offered by the owners.', date: '2026-01-07' },
    ]);
    const items = print(digest(makeTopic(), twice)).filter((line) => line.startsWith('- '));
    expect(items).toEqual(['- The owners offered dockers higher pay on Wednesday.[deal][offer]']);
  });

  test('leaves out of the nut graf what it has just told', () => {
    const grown = withFacts(
      [{ id: 'end', kind: 'event', text: 'The strike ended on Thursday.', date: '2026-01-08' }],
      { summary: [{ text: 'The strike is over.', facts: ['end'] }] },
    );
    expect(print(digest(makeTopic(), grown))).not.toContain('# Where it stands');
  });

  test('does not correct for a channel what that channel never heard', () => {
    const corrected = withFacts([{ id: 'late', kind: 'event', text: 'A ship left.' }], {
      corrections: [{ fact: 'late', date: '2026-01-08', was: 'Two ships left.', why: 'A miscount.' }],
    });
    const printed = print(digest(makeTopic(), corrected));
    expect(printed).toContain('- A ship left.[late]');
    expect(printed).not.toContain('# Corrected');
  });

  test('says that a fact was withdrawn or worded otherwise', () => {
    const reworded = makeTopic({
      facts: [
        { id: 'walkout', kind: 'event', text: 'All dockers stopped work on Monday.', date: '2026-01-05' },
      ],
    });
    const printed = print(digest(makeTopic(), reworded));
    expect(printed).toContain('- One fact that the desk told before is no longer in its file.');
    expect(printed).toContain('- All dockers stopped work on Monday.[walkout]');
  });

  test('tells the fact that was added last first', () => {
    const first = withFacts([{ id: 'a', kind: 'event', text: 'A crane fell into the sea.' }]);
    const second = withFacts([
      { id: 'a', kind: 'event', text: 'A crane fell into the sea.' },
      { id: 'b', kind: 'event', text: 'Two ferries turned back.' },
    ]);
    const told = editionOf(makeTopic(), '2026-01-05');
    const between = editionOf(first, '2026-01-06', told);
    const { added } = changesSince(told, second, editionOf(second, '2026-01-07', between));
    expect(added.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('a digest of several topics', () => {
  const other = makeTopic({
    topic: 'port',
    title: 'The port',
    facts: [
      ...BASE_FACTS,
      { id: 'pay', kind: 'event', text: 'The owners offered higher pay on Wednesday.', date: '2026-01-07' },
    ],
  });

  test('tells an event of two topics once and cites both', () => {
    const reply = composeDigest({
      day: DAY,
      topics: [since(makeTopic(), WITH_ALL), since(makeTopic({ topic: 'port', title: 'The port' }), other)],
    });
    const told = print(reply).filter((line) => line.includes('higher pay'));
    expect(told).toEqual(['- The owners offered higher pay on Wednesday.[harbour/deal][port/pay]']);
    const { numbers, places } = numberCitations(reply);
    for (const id of reply.blocks.flatMap(citedIds)) expect(numbers.has(id), id).toBe(true);
    expect(new Set(places.map(({ topic }) => topic))).toEqual(new Set(['harbour', 'port']));
  });

  test('names those without news in one line', () => {
    const reply = composeDigest({ day: DAY, topics: [since(makeTopic(), WITH_ALL), since(other, other)] });
    expect(print(reply)).toContain('Nothing new: The port.');
  });
});

describe('a day without news', () => {
  test('is one line that says how old the topic is', () => {
    const topics = [since(makeTopic(), makeTopic())];
    expect(isNews({ topics })).toBe(false);
    expect(print(composeDigest({ day: '2026-01-10', topics }))).toEqual([
      'Nothing new today: The harbour strike (last updated 8 January 2026, 2 days ago).',
    ]);
  });

  test('is one whatever changes in a file that readers are not told', () => {
    const noted = makeTopic({ aliases: ['docks'], asOf: '2026-01-09' });
    expect(isNews({ topics: [since(makeTopic(), noted)] })).toBe(false);
  });
});

test('a topic has no news since its own edition, and every new fact is told in one part only', () => {
  const fact = fc.record({
    id: fc.integer({ min: 0, max: 30 }).map((n) => `f${n}`),
    kind: fc.constantFrom('event', 'background', 'unknown'),
    text: fc.constantFrom('A ship left.', 'The crane fell.', 'The mayor spoke at noon.', 'No date is known.'),
  });
  const facts = fc.uniqueArray(fact, { selector: ({ id }) => id, minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(facts, facts, (before, now) => {
      const [old, next] = [before, now].map((each) => makeTopic({ facts: each, summary: [] }));
      if (!old || !next) return;
      expect(hasNews(changesSince(editionOf(old, DAY), old, editionOf(old, DAY)))).toBe(false);
      const changes = changesSince(editionOf(old, DAY), next, editionOf(next, DAY));
      const told = [...changes.added, ...changes.reworded].map(({ id }) => id);
      expect(new Set(told).size).toBe(told.length);
      const oldTexts = new Map(before.map((each) => [each.id, `${each.kind} ${each.text}`]));
      expect(new Set(told)).toEqual(
        new Set(
          now.filter((each) => oldTexts.get(each.id) !== `${each.kind} ${each.text}`).map(({ id }) => id),
        ),
      );
    }),
    { numRuns: 100 },
  );
});
