import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../src/answer/extract/candidate.ts';
import { type DOUBTS, doubtsOf } from '../../../src/answer/extract/doubts.ts';
import { askedOf } from './asked-of.ts';

function doubt(name: (typeof DOUBTS)[number], text: string, [slug, id]: readonly [string, string]): number {
  const { asked, means } = askedOf(text, slug);
  const candidate = candidatesOf([], means).find((each) => each.id === id);
  if (!candidate) throw new Error(`${slug} has no ${id}`);
  return doubtsOf(asked, candidate, means.dossier)[name];
}

describe('a candidate is doubted', () => {
  it.each([
    ['unforeseen', 'Will Petro get his visa back?', 'colombia', 'visa-revoked'],
    ['nameless', "What is the name of Kastner's wife?", 'halvenia-dorrin', 'kastner-left'],
    ['anonymous', 'Which economists signed the petition?', 'lyrran-rate', 'petition'],
    ['absent', 'How long has Petro been president?', 'colombia', 'first-conversation-since-return'],
    [
      'personal',
      'How do I claim a refund for a delayed train?',
      'tellin-derailment',
      'timetable-pressure-allegation',
    ],
    ['today', 'What is the weather in Thornmouth today?', 'thornmouth-sale', 'ticket-prices'],
    ['missing', "Did the US capture Maduro's wife?", 'colombia', 'maduro-captured'],
    ['undone', 'Have the sanctions on Petro been lifted?', 'colombia', 'us-sanctions-on-petro'],
    ['ordinal', 'When was the most recent strike?', 'colombia', 'boat-strikes'],
  ] as const)('as %s: %j', (name, text, slug, id) => {
    expect(doubt(name, text, [slug, id])).toBe(1);
  });

  it.each([
    ['unforeseen', 'When will they meet?', 'colombia', 'no-meeting-date'],
    ['nameless', 'What is the name of the culture minister?', 'ravensholt-theft', 'feld-on-vale'],
    ['anonymous', 'Which minister wants Vale to stay?', 'ravensholt-theft', 'feld-on-vale'],
    ['absent', 'Did Petro lose his visa?', 'colombia', 'visa-revoked'],
    [
      'missing',
      'Who is preparing the meeting with the foreign minister?',
      'colombia',
      'who-prepares-the-meeting',
    ],
    ['undone', 'When did the museum reopen?', 'ravensholt-theft', 'museum-reopened'],
    ['ordinal', 'What happened last September?', 'colombia', 'visa-revoked'],
    ['ordinal', 'When was the last accident as bad?', 'tellin-derailment', 'worst-since'],
    ['unforeseen', 'Where will the leaders meet?', 'halvenia-dorrin', 'summit-venue'],
    ['undone', 'Does Petro want to go back to arms?', 'colombia', 'petro-would-resist'],
    ['personal', 'How did the thieves get in?', 'ravensholt-theft', 'entry-way'],
  ] as const)('not as %s: %j', (name, text, slug, id) => {
    expect(doubt(name, text, [slug, id])).toBe(0);
  });
});
