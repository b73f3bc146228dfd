/** Briefings, answers, quotes, timelines, sources and people as messages. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { composeBriefing } from '../../src/briefing/compose.ts';
import { createDesk } from '../../src/desk.ts';
import type { Topic } from '../../src/knowledge/schema.ts';
import { answerReply, partialReply } from '../../src/reply/answer-reply.ts';
import { briefingReply, quotesReply, timelineReply } from '../../src/reply/briefing-reply.ts';
import { citedIds, numberCitations } from '../../src/reply/citations.ts';
import type { Block, Reply } from '../../src/reply/reply.ts';
import { sourcesReply } from '../../src/reply/sources-reply.ts';
import { whoReply } from '../../src/reply/who-reply.ts';
import { parsed, topicText } from '../knowledge/topic-text.ts';
import { textsOf } from './arbitrary.ts';

const colombia = parsed(readFileSync('knowledge/colombia.yaml', 'utf8'));
const ferry = parsed();
const deskOf = (...topics: readonly Topic[]) =>
  createDesk({
    topics: () => topics,
    ask: () => Promise.reject(new Error('not asked')),
    vote: () => Promise.resolve(),
  });
const desk = deskOf(colombia);

const replies = (topic: Topic) => ({
  brief: briefingReply(composeBriefing(topic), topic),
  quotes: quotesReply(deskOf(topic).quotes(topic), topic),
  timeline: timelineReply(deskOf(topic).timeline(topic), topic),
  sources: sourcesReply(topic.sources, topic),
  who: whoReply(topic.people.flatMap(({ name }) => deskOf(topic).who(name, topic))),
});
const all = [...Object.entries(replies(colombia)), ...Object.entries(replies(ferry))];
const sentences = (reply: Reply) => textsOf(reply).join('\n');
const kinds = (reply: Reply) => reply.blocks.map(({ kind }) => kind);

describe.each(all)('the reply to /%s', (_, reply) => {
  test('cites only what its references hold, each once', () => {
    const ids = reply.references.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...new Set(reply.blocks.flatMap(citedIds))]));
  });

  test('lists its sources, and leads on', () => {
    expect(kinds(reply)).toContain('sources');
    expect(numberCitations(reply).places.length).toBeGreaterThan(0);
    expect(kinds(reply).at(-1)).toBe('actions');
  });

  test('has its content for programs', () => {
    expect(JSON.parse(JSON.stringify(reply.data))).toMatchObject({ schema: 1 });
  });
});

describe('a dispute', () => {
  const sidesOf = (block: Block) => (block.kind === 'dispute' ? [block.allegations, block.denials] : []);
  const topicsOf = (topic: Topic) => topic.disputes.flatMap(({ allegations }) => allegations);

  test.each(all)('always has both sides in /%s', (_, reply) => {
    for (const side of reply.blocks.flatMap(sidesOf)) expect(side.length).toBeGreaterThan(0);
  });

  test.each(
    [colombia, ferry].flatMap((topic) =>
      Object.entries(replies(topic)).map(([name, reply]) => ({ name, reply, topic })),
    ),
  )('is told with its denial wherever $name tells it', ({ reply, topic }) => {
    const cited = new Set(reply.blocks.flatMap(citedIds).map((id) => id.replace(/^.*:/, '')));
    const told = topicsOf(topic).filter((id) => cited.has(id));
    for (const id of told) {
      const denials = topic.disputes.flatMap((each) => (each.allegations.includes(id) ? each.denials : []));
      expect(denials.some((denial) => cited.has(denial))).toBe(true);
    }
  });
});

describe('a briefing', () => {
  test('begins with its title, dates and nut graf, and ends with what nobody knows', () => {
    const reply = replies(colombia).brief;
    expect(reply.blocks[0]).toEqual({ kind: 'heading', level: 1, text: colombia.title });
    expect(sentences(reply)).toContain('As of 8 January 2026 · Washington, Jan 8, 2026');
    expect(sentences(reply)).toContain('No date has been announced');
    expect(kinds(reply).slice(2, 6)).toEqual(['paragraph', 'paragraph', 'paragraph', 'paragraph']);
  });

  test('says first what was corrected, newest first', () => {
    const corrections = [
      {
        fact: 'ferry-in-port',
        date: '2026-03-05',
        was: 'It left on Monday.',
        why: 'The Gazette corrected it.',
      },
      { fact: 'ferry-in-port', date: '2026-03-06', was: 'It left on Tuesday.', why: 'A typing slip.' },
    ];
    const texts = sentences(briefingReply(composeBriefing({ ...ferry, corrections }), ferry));
    expect(texts.indexOf('6 March 2026')).toBeLessThan(texts.indexOf('5 March 2026: '));
    expect(texts).toContain('Before, this file said: It left on Monday. The Gazette corrected it.');
  });

  test('has no empty parts', () => {
    const bare = { ...ferry, quotes: [], disputes: [], facts: ferry.facts.slice(0, 1) };
    expect(sentences(briefingReply(composeBriefing(bare), bare))).not.toMatch(
      /Disputed|In their words|Not known|Corrected/,
    );
  });

  test('leads on to quotes where there are any', () => {
    const leadsTo = (topic: Topic) => {
      const last = briefingReply(composeBriefing(topic), topic).blocks.at(-1);
      return last?.kind === 'actions'
        ? last.actions.map((action) => action.kind === 'run' && action.command)
        : [];
    };
    expect(leadsTo(ferry)).toContain('quotes');
    expect(leadsTo({ ...ferry, quotes: [] })).not.toContain('quotes');
  });
});

describe('an answer', () => {
  const answer: Extract<Answer, { status: 'answered' }> = {
    schema: 1,
    question: 'Is the ferry sound?',
    status: 'answered',
    engine: 'extractive',
    topic: 'ferry',
    asOf: '2026-03-05',
    claims: [{ text: 'Mora says that the ferry is sound.', citations: ['mora-denies'] }],
    sources: [{ id: 'gazette', headline: 'Ferry stays in port' }],
    suggestions: [],
  };
  test('says what was corrected right under its sentences, with its place', () => {
    const correction = {
      fact: 'mora-denies',
      date: '2026-03-06',
      was: 'Mora says that the ferry is new.',
      now: answer.claims[0]?.text ?? '',
      why: 'A slip.',
    };
    const reply = answerReply({ ...answer, corrections: [correction] }, ferry, 'id');
    expect(kinds(reply).slice(0, 2)).toEqual(['paragraph', 'context']);
    expect(sentences(reply)).toContain(
      'Corrected on 6 March 2026: before, this file said: Mora says that the ferry is new. A slip.',
    );
    expect(reply.blocks[1] && citedIds(reply.blocks[1])).toEqual(['mora-denies']);
  });

  const abstained = (question: string, topic?: string): Answer => ({
    schema: 1,
    question,
    status: 'abstained',
    engine: 'extractive',
    ...(topic ? { topic, asOf: '2026-03-05' } : {}),
    claims: [],
    sources: [],
    suggestions: topic ? ['What has happened to the ferry?'] : [],
  });

  test('shows its claims with their places, its date, and takes a vote', () => {
    const reply = answerReply(answer, ferry, 'id-1');
    expect(sentences(reply)).toContain('The ferry of Port Ardlow · as of 5 March 2026');
    expect(numberCitations(reply).places.map(({ paragraph }) => paragraph)).toEqual([2]);
    expect(reply.blocks.at(-1)).toEqual({ kind: 'actions', actions: [{ kind: 'feedback', answer: 'id-1' }] });
    expect(reply.data).toBe(answer);
  });

  test('that is growing shows its claims so far', () => {
    expect(sentences(partialReply(answer.claims, ferry))).toBe('Mora says that the ferry is sound.');
  });

  test('that is not in the file says so, with the file’s date and what it can answer', () => {
    const reply = answerReply(abstained('Who owns it?', 'ferry'), ferry, 'id');
    expect(sentences(reply)).toContain(
      'The file on the ferry of Port Ardlow (as of 5 March 2026) does not say.',
    );
    expect(reply.blocks.at(-1)).toMatchObject({
      actions: [
        {
          kind: 'run',
          command: 'ask',
          options: { question: 'What has happened to the ferry?', topic: 'ferry' },
        },
      ],
    });
  });

  test('to nothing that this desk knows, or to what is no question, is one sentence', () => {
    expect(sentences(answerReply(abstained('Who won the cup?'), undefined, 'id'))).toBe(
      'No file of this desk says anything about that.',
    );
    for (const question of ['', ' ', '🎉', '?!'])
      expect(sentences(answerReply(abstained(question), undefined, 'id'))).toContain(
        'There is no question in that.',
      );
    expect(sentences(answerReply(abstained('x'.repeat(9000)), undefined, 'id'))).toContain(
      'too long for a question',
    );
  });

  test('to any words is a message', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (question) => {
        expect(sentences(answerReply(abstained(question), undefined, 'id')).trim()).not.toBe('');
      }),
    );
  });
});

describe('people', () => {
  test('of several topics keep their own sources, also where facts have the same ids', () => {
    const other = parsed(topicText('strike').replace('Ferry stays in port', 'Strike at the quay'));
    const reply = whoReply(deskOf(ferry, other).who('Lina Mora'));
    const { places } = numberCitations(reply);
    expect(new Set(places.map(({ source }) => source.headline))).toEqual(
      new Set(['Ferry stays in port', 'Strike at the quay']),
    );
    for (const block of reply.blocks)
      for (const id of citedIds(block)) expect(reply.references.map((each) => each.id)).toContain(id);
  });

  test('are told with their role, and their quotes word for word', () => {
    const reply = whoReply(desk.who('petro', colombia));
    expect(sentences(reply)).toContain('President of Colombia · Colombia and the United States');
    const quotes = reply.blocks.flatMap((block) => (block.kind === 'quote' ? [block.text] : []));
    expect(colombia.quotes.map((quote) => quote.text)).toEqual(expect.arrayContaining(quotes));
  });
});

test('a timeline without dates says so', () => {
  expect(sentences(timelineReply([], ferry))).toContain('No fact of this topic has a date.');
});
