import { describe, expect, it } from 'vitest';
import { type Assessment, assessAll } from '../../../src/answer/extract/assess.ts';
import type { Signals } from '../../../src/answer/extract/signal-names.ts';
import { askedOf } from './asked-of.ts';

/** The signals of one fact of a topic to a question. */
const signals = (text: string, slug: string, id: string): Signals => assessment(text, slug, id).signals;

/** What is made of one fact of a topic for a question. */
function assessment(text: string, slug: string, id: string): Assessment {
  const { asked, means } = askedOf(text, slug);
  const found = assessAll(asked, [], means).find(({ candidate }) => candidate.id === id);
  if (!found) throw new Error(`${slug} has no ${id}`);
  return found;
}

describe('the signals of a candidate', () => {
  it('tell a body that the file does not know, and the office of another country', () => {
    expect(signals('Has the UN condemned the strikes?', 'colombia', 'boat-strikes').stranger).toBe(1);
    const ministry = 'What does the foreign ministry say about force?';
    expect(signals(ministry, 'colombia', 'ministry-rejects-force').stranger).toBe(0);
    const counted = 'How many Venezuelans were killed in the strikes?';
    expect(signals(counted, 'colombia', 'boat-strike-deaths').number).toBe(1);
    const among = 'How many of those killed in the strikes were Venezuelans?';
    expect(signals(among, 'colombia', 'boat-strike-deaths').number).toBe(1);
    const another = "What does Venezuela's foreign ministry say about force?";
    expect(signals(another, 'colombia', 'ministry-rejects-force').stranger).toBe(1);
    expect(signals('has trump phoned the president of brazil', 'colombia', 'first-call').stranger).toBe(1);
    expect(signals('have the heads of state talked', 'colombia', 'first-call').stranger).toBe(0);
  });

  it.each([
    ['In which prison is Maduro held?', 'colombia', 'maduro-on-trial', true],
    ['Which language did they speak?', 'colombia', 'first-call', true],
    ['Which insurer will pay for it?', 'quillon-launch', 'value-lost', true],
    ['In which city is Maduro on trial?', 'colombia', 'maduro-on-trial', true],
    ['In which city was the rally?', 'colombia', 'call-length', false],
    ['In which town is the driver?', 'tellin-derailment', 'driver-in-hospital', false],
    ['Which sea did they strike in?', 'colombia', 'boat-strikes', false],
    ['Which minister is preparing it?', 'colombia', 'who-prepares-the-meeting', false],
  ] as const)('tell whether it names one of the sort that is asked for: %s', (text, slug, id, lacks) => {
    expect(assessment(text, slug, id).faults.includes('sort')).toBe(lacks);
  });

  it.each([
    ['How many of the dead were fishermen?', 'boat-strike-deaths', true],
    ['How many of the strikes were in the eastern Pacific?', 'boat-strikes', true],
    ['How many strikes were there in the Caribbean alone?', 'boat-strikes', true],
    ['How many strikes were there in the Caribbean?', 'boat-strikes', false],
    ['How many were killed in the strikes?', 'boat-strike-deaths', false],
  ] as const)('tell whether it counts others than are asked about: %s', (text, id, others) => {
    expect(assessment(text, 'colombia', id).faults.includes('number')).toBe(others);
  });

  it('tell a count of one thing from the count of another', () => {
    expect(assessment('How many boats were sunk in the strikes?', 'colombia', 'boat-strikes').fill).toBe(0);
    expect(assessment('How many strikes hit boats?', 'colombia', 'boat-strikes').fill).toBe(1);
    expect(assessment('How many times did the US strike boats?', 'colombia', 'boat-strikes').fill).toBe(1);
  });

  it('tell what it says only in passing', () => {
    expect(
      signals('Who rang up for the phone call?', 'colombia', 'talks-being-arranged').aside,
    ).toBeGreaterThan(0.5);
    expect(signals('Who rang up for the phone call?', 'colombia', 'petro-confirms-call').aside).toBe(0);
  });

  it('tell whether both it and the question are of what is to come', () => {
    const next = 'When will the recount be finished?';
    expect(signals(next, 'velmora-coalition', 'recount-end').futureMet).toBe(1);
    expect(signals(next, 'velmora-coalition', 'recount-ordered').futureMissed).toBe(1);
  });

  it('tell whether it says who does what is asked about', () => {
    const asked = 'Who is preparing the meeting?';
    expect(signals(asked, 'colombia', 'who-prepares-the-meeting').doer).toBeGreaterThan(0);
    expect(signals(asked, 'colombia', 'talks-being-arranged').doer).toBeLessThan(0);
  });

  it('tell whether it says that what is asked for is not known', () => {
    expect(signals('Why did the train derail?', 'tellin-derailment', 'cause-unknown').unknownOf).toBe(1);
    expect(
      signals('Is it known who fired first?', 'ardovia-tesmark', 'first-shot-unknown').unknownAsked,
    ).toBe(1);
  });

  it('tell whether it holds the sort of thing that is asked for', () => {
    expect(signals('Where did the leaders last meet?', 'halvenia-dorrin', 'last-meeting').fill).toBe(0);
    expect(signals('Since when have ties been bad?', 'colombia', 'tense-relations').fill).toBe(1);
    expect(signals('How old were the dead?', 'brackwater-fever', 'ages-of-dead').fill).toBe(1);
    expect(signals('Where are the remaining crowns?', 'orrin-verdict', 'money-missing').fill).toBe(1);
    expect(signals('Why is Maduro on trial?', 'colombia', 'maduro-on-trial').fill).toBeGreaterThan(0.5);
    const before = 'How long before the talks did Trump speak of an attack?';
    expect(signals(before, 'colombia', 'military-action-remark').fill).toBeGreaterThan(0.5);
    const venue = 'Where will the talks be held?';
    expect(signals(venue, 'colombia', 'petro-made-the-call').fill).toBeLessThan(1);
    expect(signals('Where did Trump post it?', 'colombia', 'petro-made-the-call').fill).toBe(1);
    const goal = 'Where was the plane flying to?';
    expect(signals(goal, 'colombia', 'operation-sounds-good').fill).toBe(0);
    expect(signals('Where was Maduro flown to?', 'colombia', 'maduro-on-trial').fill).toBe(1);
    const much = 'How much cocaine was on the boats?';
    expect(signals(much, 'colombia', 'boat-strike-deaths').fill).toBeLessThan(0.5);
    const insult = 'What insult did Trump use for Petro?';
    expect(signals(insult, 'colombia', 'trump-insult').fill).toBe(1);
    expect(signals(insult, 'colombia', 'trafficking-allegation').fill).toBeLessThan(1);
  });

  it('tell whether it says that something else is not known', () => {
    expect(signals('Does Trump want to meet Petro?', 'colombia', 'no-meeting-date').unknownElse).toBe(1);
    expect(signals('When will Trump meet Petro?', 'colombia', 'no-meeting-date').unknownElse).toBe(0);
  });

  it('tell whether it counts the people who are asked for', () => {
    const liked = "How many people liked Trump's post?";
    expect(signals(liked, 'colombia', 'petro-made-the-call').fill).toBeLessThan(0.5);
    expect(signals('How many people died?', 'colombia', 'boat-strike-deaths').fill).toBe(1);
  });

  it('tell whether the people asked about stand in it, and whose deed it begins with', () => {
    const asked = 'Did Petro confirm the call?';
    const { namedHere, leads } = signals(asked, 'colombia', 'petro-confirms-call');
    expect([namedHere, leads]).toEqual([1, 1]);
    expect(signals(asked, 'colombia', 'first-call').leads).toBe(0);
  });

  it('tell how many of the words its curator thought of', () => {
    expect(signals('What was the duration?', 'colombia', 'call-length').keyed).toBe(0);
    expect(signals('Did he surrender?', 'colombia', 'petro-would-resist').keyed).toBe(1);
  });
});
