import { describe, expect, it } from 'vitest';
import { firstCited } from '../first-cited.ts';

describe('an ordinary question is answered', () => {
  it.each([
    [
      'how many, counted in words',
      'ardovia-tesmark',
      'How many soldiers were killed in the clash?',
      'clash-dead',
    ],
    [
      'how many people, who are no noun with what they do',
      'meridale-bank',
      'How many people work there?',
      'staff-and-branches',
    ],
    ['how old somebody is', 'meridale-bank', 'How old is the retired teacher?', 'morn-waited'],
    ['how old something is', 'meridale-bank', 'How long has Meridale been around?', 'bank-founded'],
    ['how big, of less than half a millimetre', 'brackwater-fever', 'How big is the mite?', 'mite-size'],
    [
      'how often, without a number',
      'lyrran-rate',
      'How many times in a row has the rate gone up?',
      'fourth-rise',
    ],
    [
      'where, by a place without a name',
      'ravensholt-theft',
      'Where were the gold collars found?',
      'collars-found',
    ],
    [
      'which places, by what stands there',
      'meridale-bank',
      'What places did prosecutors search?',
      'searches',
    ],
    [
      'what somebody says who says nothing',
      'meridale-bank',
      'What does Norrhus have to say about it?',
      'norrhus-no-comment',
    ],
    ['who owns it, of "its owner"', 'meridale-bank', 'Who owns Norrhus?', 'aas-left-country'],
    [
      'of others than the one called "the bank"',
      'meridale-bank',
      'Are the other banks in Tarvonia safe?',
      'other-lenders-sound',
    ],
    [
      'whom somebody blames, of an allegation',
      'meridale-bank',
      'Who does Soland blame for the panic?',
      'soland-blames-authority',
    ],
    [
      'whether somebody was pleased',
      'colombia',
      'Did Trump like the way Petro talked to him?',
      'trump-liked-the-tone',
    ],
    [
      'what was talked about',
      'colombia',
      'What did the two presidents talk about on the phone?',
      'petro-made-the-call',
    ],
  ] as const)('%s: %j, %j', async (_, topic, text, id) => {
    expect(await firstCited(text, topic)).toBe(id);
  });
});

describe('a question that the file does not answer is declined', () => {
  it.each([
    ['another office', 'meridale-bank', 'Who is the prime minister of Tarvonia?'],
    ['the age of a founder', 'meridale-bank', 'How old is Henrik Soland?'],
    ['the first by the fourth', 'meridale-bank', 'Which is the largest bank in Tarvonia?'],
    ['something new', 'serrat-crackdown', 'Has the coast guard got a new admiral?'],
    ['what happened to nobody', 'colombia', 'Was anyone killed during the capture of Maduro?'],
    ['who people are, of a number of them', 'brandvik', 'Who are the three experts?'],
    ['a price, of a purchase', 'brandvik', 'What did Lauritz Brandvik pay for the statues?'],
  ] as const)('%s: %j, %j', async (_, topic, text) => {
    expect(await firstCited(text, topic)).toBeUndefined();
  });
});
