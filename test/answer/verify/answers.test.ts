/** Ways in which a model answers a reader: each right answer passes, and the wrong one beside it does not. */
import { describe, expect, test } from 'vitest';
import { verifyClaims } from '../../../src/answer/verify/verify.ts';
import { readTopic } from '../../eval/claims/corpus.ts';

type Pair = readonly [way: string, topic: string, ids: string, right: string, wrong: string];

const pairs: readonly Pair[] = [
  [
    'what happened, by a verb that looks like another word',
    '../topics/meridale-bank',
    'bank-closed',
    "Tarvonia's regulators closed Meridale Savings Bank on Wednesday, 18 March 2026, and froze its accounts.",
    "Tarvonia's regulators did not close Meridale Savings Bank on Wednesday, 18 March 2026, and froze its accounts.",
  ],
  [
    'what is set aside',
    '../topics/meridale-bank',
    'one-bank-only',
    'Lind said that the trouble concerned a single bank and not the banking system.',
    'Lind said that the trouble concerned a single bank and the banking system.',
  ],
  [
    'how a vote went',
    '../topics/brandvik',
    'board-vote',
    "The museum's board approved the return by seven votes to two.",
    "The museum's board approved the return by seven votes to one.",
  ],
  [
    '"yes" before what happened',
    'topics/calder-breach',
    'earlier-attack',
    'Yes, in 2022 there had already been a smaller attack on the clinics.',
    'No, in 2022 there had already been a smaller attack on the clinics.',
  ],
  [
    '"no" before what did not happen',
    'topics/calder-breach',
    'ransom ransom-refused',
    'No, Calder Clinics did not pay the ransom of 4 million dollars that Pale Heron demanded.',
    'Yes, Calder Clinics did not pay the ransom of 4 million dollars that Pale Heron demanded.',
  ],
  [
    '"no" before what was refused',
    'topics/calder-breach',
    'ransom-refused',
    'No, Calder Clinics refused to pay the ransom.',
    'Yes, Calder Clinics refused to pay the ransom.',
  ],
  [
    'an office behind a name',
    'topics/varnholm-recount',
    'head-resigned',
    'Hanna Seip, the head of the election commission, stepped down on 6 May.',
    'Hanna Seip, the head of the election commission, stepped down on 8 May.',
  ],
  [
    'who somebody is, by a verb',
    'topics/calder-breach',
    'audit-allegation',
    'Ruth Abara, who chairs the works council, says the management ignored an audit.',
    'Ruth Abara, who sued the works council, says the management ignored an audit.',
  ],
  [
    'an allegation that is denied',
    'topics/varnholm-recount',
    'fraud-allegation fraud-denial',
    'The election commission rejects the allegation by Drost that over 900 ballots were counted twice.',
    'The election commission confirms the allegation by Drost that over 900 ballots were counted twice.',
  ],
  [
    'a denial with the words of the allegation',
    'topics/varnholm-recount',
    'fraud-allegation fraud-denial',
    'The election commission denies that over 900 ballots were counted twice.',
    'The election commission said that over 900 ballots were counted twice.',
  ],
  [
    'what the file is about, beside all that a fact tells',
    'topics/kestrel-launch',
    'debris',
    "Parts of the rocket's debris came down in the sea up to 40 km from the launch site.",
    "Parts of the ferry's debris came down in the sea up to 40 km from the launch site.",
  ],
  [
    'one thing more than a fact tells',
    'topics/kestrel-launch',
    'cargo',
    'The rocket carried two weather satellites, together worth 130 million euros.',
    'The rocket carried two weather satellites and debris, worth 130 million euros together.',
  ],
  [
    'what things are worth together',
    'topics/kestrel-launch',
    'cargo',
    'Two weather satellites worth 130 million euros together were on board.',
    'Two weather satellites worth 130 million euros each were on board.',
  ],
  [
    'a verb that says little of its own',
    '../topics/quarry-lane-stand',
    'players-helped',
    'Players from both teams used advertising boards to carry injured people across the pitch.',
    'Players from both teams smashed advertising boards to carry injured people across the pitch.',
  ],
  [
    'who gets what another supplies',
    '../topics/halvenia-dorrin',
    'gas-share',
    'Halvenia gets about 40 per cent of its natural gas from Dorrin.',
    'Dorrin gets about 40 per cent of its natural gas from Halvenia.',
  ],
  [
    'how many are named',
    '../topics/velmora-coalition',
    'talks-opened',
    'On 19 October, three parties - the Civic Union, the Rural League and Green Path - began coalition negotiations.',
    'On 19 October, four parties - the Civic Union, the Rural League and Green Path - began coalition negotiations.',
  ],
  [
    'who won, and against whom',
    '../topics/serrat-crackdown',
    'election-background',
    'Arrieta won the 2024 presidential election narrowly, beating Calloway with 51.3 per cent.',
    'Calloway won the 2024 presidential election narrowly, beating Arrieta with 51.3 per cent.',
  ],
  [
    'what somebody asks for as what they want',
    '../topics/serrat-crackdown',
    'rights-group-demand',
    'Open Shore, a human rights group, wants the law on opening fire to be repealed.',
    'Open Shore, a human rights group, had the law on opening fire repealed.',
  ],
  [
    'part of a month',
    '../topics/halvenia-dorrin',
    'kastner-left',
    'Kastner flew home to Karsk in early July 2026.',
    'Kastner flew home to Karsk in late July 2026.',
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
