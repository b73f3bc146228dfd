/** The briefing of a topic: from its file alone, complete, in order, nothing altered. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { briefingSchema } from '../../src/briefing/briefing.ts';
import { composeBriefing } from '../../src/briefing/compose.ts';
import { briefQuotes } from '../../src/briefing/quotes.ts';
import { composeTimeline } from '../../src/briefing/timeline.ts';
import { parsed } from '../knowledge/topic-text.ts';

const colombia = parsed(readFileSync('knowledge/colombia.yaml', 'utf8'));
const ferry = parsed();
const briefing = composeBriefing(colombia);

describe('a briefing', () => {
  test('keeps the contract of `desk brief --json`', () => {
    expect(briefingSchema.parse(JSON.parse(JSON.stringify(briefing)))).toEqual(briefing);
    expect(composeBriefing(colombia)).toEqual(briefing);
  });

  test('tells every fact of the file somewhere', () => {
    const told = [
      ...[briefing.claims, briefing.facts, briefing.unknowns].flat(),
      ...briefing.disputes.flatMap(({ allegations, denials }) => [...allegations, ...denials]),
    ].flatMap(({ citations }) => citations);
    expect(colombia.facts.map(({ id }) => id).filter((id) => !told.includes(id))).toEqual([]);
  });

  test('stands on facts and quotes that exist', () => {
    const ids = new Set([...colombia.facts, ...colombia.quotes].map(({ id }) => id));
    const cited = [...briefing.claims, ...briefing.facts, ...briefing.timeline].flatMap(
      ({ citations }) => citations,
    );
    expect(cited.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('cites the quote too, where a sentence has its words in quote marks', () => {
    const cordial = briefing.facts.find(({ text }) => text.includes('“cordial”'));
    expect(cordial?.citations).toEqual(['petro-confirms-call', 'quote-cordial']);
  });

  test('begins with what is reported where the curator wrote no summary', () => {
    expect(composeBriefing(ferry).claims).toEqual([
      { text: 'The ferry has not left port since Monday.', citations: ['ferry-in-port'] },
    ]);
  });

  test('leaves out what the file does not say of a source', () => {
    expect(briefing.sources).toEqual([
      {
        id: 'trump-petro-call',
        headline: 'Trump holds first phone call with Colombia’s Petro, invites him to White House',
        date: '2026-01-08',
      },
    ]);
  });
});

describe('quotes', () => {
  test('are those of the file, word for word, under the speaker’s name', () => {
    expect(briefQuotes(colombia).map(({ text }) => text)).toEqual(colombia.quotes.map(({ text }) => text));
    expect(new Set(briefQuotes(colombia, 'petro').map(({ speaker }) => speaker))).toEqual(
      new Set(['Gustavo Petro']),
    );
    expect(briefQuotes(colombia, 'nobody')).toEqual([]);
  });
});

describe('a timeline', () => {
  test('is in the order of the calendar, a month before its days', () => {
    const dates = composeTimeline(colombia).map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(dates[0]).toBe('2025-01');
  });

  test('has the dated facts only', () => {
    expect(composeTimeline(ferry).map(({ citations }) => citations[0])).toEqual(['ferry-in-port']);
  });

  test('tells an allegation with its denial', () => {
    const entry = composeTimeline(colombia).find(
      ({ citations }) => citations[0] === 'cocaine-mills-allegation',
    );
    expect(entry?.citations).toContain('petro-calls-allegations-false');
    expect(entry?.text).toContain('false');
  });
});
