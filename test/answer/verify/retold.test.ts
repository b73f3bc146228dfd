/** More ways of telling a fact: each right claim passes, and the wrong one beside it does not. */
import { describe, expect, test } from 'vitest';
import { verifyClaims } from '../../../src/answer/verify/verify.ts';
import { readTopic } from '../../eval/claims/corpus.ts';

type Pair = readonly [way: string, topic: string, ids: string, right: string, wrong: string];

const pairs: readonly Pair[] = [
  [
    'a day counted from another',
    'topics/kestrel-launch',
    'break-up fishing-ban',
    'The rocket broke apart on 14 July, and the coast guard has banned fishing around the island until 21 July.',
    'The rocket broke apart on 14 July, and the coast guard banned fishing around the island a day later.',
  ],
  [
    'the month behind another',
    '../../../knowledge/colombia',
    'visa-revoked us-sanctions-on-petro',
    "The United States revoked Petro's visa in September 2025 and imposed sanctions on him the following month.",
    "The United States revoked Petro's visa in September 2025 and imposed sanctions on him two months later.",
  ],
  ['how old somebody is, with no unit', '../topics/koll', 'koll-age', 'Koll is 27.', 'Koll is 24.'],
  [
    'how often, by a number',
    'topics/varnholm-recount',
    'fraud-allegation',
    'Drost alleged that more than 900 ballots had been counted two times.',
    'Drost alleged that more than 900 ballots had been counted three times.',
  ],
  [
    'what came first, for a cause',
    '../../fixtures/knowledge/volcano-alert',
    'alert-reason',
    'The alert was raised after the ground on the northern flank had risen by 14 centimetres.',
    'The ground on the northern flank rose by 14 centimetres after the alert had been raised.',
  ],
  [
    'a condition by "when"',
    '../topics/tensorel-recall',
    'impurity',
    'NDX-4 may cause cancer when taken for years.',
    'NDX-4 has caused cancer when taken for years.',
  ],
  [
    'what was asked for and refused',
    '../topics/brackwater-teachers',
    'injunction-refused',
    'The district had asked for an order to end the strike, but Judge Hale refused it.',
    'The district had obtained an order to end the strike, but Judge Hale refused it.',
  ],
  [
    'two verbs behind one helping verb',
    '../topics/koll',
    'possible-ban title-at-risk',
    'If the panel finds him guilty, Koll could be banned for as long as three years and lose his national title.',
    'If the panel finds him guilty, Koll could be banned for as long as three years and lost his national title.',
  ],
  [
    'who can do what he will be able to do',
    '../topics/meridale-bank',
    'guaranteed-money-from',
    'Customers can get at their guaranteed money from 30 March, according to the authority.',
    'Customers got at their guaranteed money on 30 March, according to the authority.',
  ],
  [
    'when an office ended, by what its holder did',
    '../topics/meridale-bank',
    'soland-stepped-down',
    'Soland was the chairman of the bank until he stepped down on 16 March.',
    'Soland has been the chairman of the bank since he stepped down on 16 March.',
  ],
  [
    'who says it, over an apposition',
    '../topics/meridale-bank',
    'aas-left-country',
    'Police say that Mikkel Aas, the owner of Norrhus, left Tarvonia in February.',
    'Mikkel Aas, the owner of Norrhus, left Tarvonia in February.',
  ],
  [
    'what is said behind something else',
    '../topics/sorrel',
    'trout-floating',
    'Tansley said that as far as she could see, dead trout were floating on the water.',
    'Oxley said that as far as he could see, dead trout were floating on the water.',
  ],
  [
    'who asks for something, by another verb of asking',
    '../topics/meridale-bank',
    'union-wage-demand',
    "Kvale called on the state to pay the staff's wages until the end of June.",
    "The state called on Kvale to pay the staff's wages until the end of June.",
  ],
  [
    'an accusation and who rejects it',
    '../topics/meridale-bank',
    'hidden-loans-allegation soland-denies-hiding',
    "Vellin alleges that Meridale's former management concealed bad loans, an accusation that Soland has rejected.",
    "Vellin alleges that Meridale's former management concealed bad loans, an accusation that Soland has admitted.",
  ],
  [
    'what is known beside what is not',
    '../topics/sorrel',
    'mussel-deaths-unknown',
    'Divers have to wait until there is less chlorine in the water.',
    'Divers have found how many mussels have died.',
  ],
  [
    'nobody as no one',
    '../topics/meridale-bank',
    'no-arrests',
    'Nobody has been arrested.',
    'Somebody has been arrested.',
  ],
  [
    'a noun of the whole file for one that is left out',
    '../topics/ravensholt-theft',
    'entry-way',
    'The thieves got in through a skylight above the east gallery.',
    'The guards got in through a skylight above the east gallery.',
  ],
  [
    'the noun of what another fact tells by a verb',
    '../topics/koll',
    'koll-suspended suspension-announced',
    'On 19 March, Helen Ostrander announced that Koll had been suspended for 90 days.',
    'On 19 March, Helen Ostrander announced that Koll had been suspended for 60 days.',
  ],
];

describe('keeps to the fact', () => {
  const passes = (topic: string, ids: string, text: string) =>
    verifyClaims([{ text, citations: ids.split(' ') }], { topic: readTopic(`${topic}.yaml`) }).kept.length ===
    1;

  test.each(pairs)('in telling %s', (_way, topic, ids, right, wrong) => {
    expect([passes(topic, ids, right), passes(topic, ids, wrong)]).toEqual([true, false]);
  });
});
