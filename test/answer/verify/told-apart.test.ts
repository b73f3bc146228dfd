/** One sentence that tells things of several facts, or of what a fact tells in another grammar. */
import { type Pair, testPairs } from './pairs.ts';

const pairs: readonly Pair[] = [
  [
    'between commas what another fact says',
    '../topics/brandvik',
    'friends-criticise friends-members',
    'The Friends of the Brandvik, a society with almost 5,000 members, called the return a mistake.',
    'The Friends of the Brandvik, a society with almost 9,000 members, called the return a mistake.',
  ],
  [
    'a rank at the end that another fact gives',
    '../topics/lyrran-rate',
    'rate-raised rate-highest',
    'The Bank of Lyrra raised its key rate to 5 per cent, the highest level since 2009.',
    'The Bank of Lyrra raised its key rate to 5 per cent, the lowest level since 2009.',
  ],
  [
    'who denies it, by a pronoun',
    '../topics/lyrran-rate',
    'agreement-allegation agreement-denial',
    'Tollander accuses Castellan of breaking an agreement to leave the rate alone until the autumn, which she denies.',
    'Castellan accuses Tollander of breaking an agreement to leave the rate alone until the autumn, which he denies.',
  ],
  [
    'what one of two did, without the other',
    '../topics/brandvik',
    'museum-denies-sale',
    'The museum denies having sold the Lady of the Reeds.',
    'The museum admits having sold the Lady of the Reeds.',
  ],
  [
    'an order of time for "when"',
    '../topics/brandvik',
    'objection-fell-away',
    "The museum's objection fell away after Talavia had opened its new gallery, Rasch said.",
    "Talavia opened its new gallery after the museum's objection had fallen away, Rasch said.",
  ],
  [
    'how something was refused',
    '../topics/brandvik',
    'museum-refused-twice',
    "The museum turned down Talavia's request twice, arguing that the island had nowhere safe to keep the statues.",
    "The museum turned down Talavia's request twice, arguing that the museum had nowhere safe to keep the statues.",
  ],
  [
    'by the present what will be on a day',
    '../topics/brandvik',
    'hall-closes',
    'The Bronze Hall closes for packing on 5 October 2026.',
    'The Bronze Hall closed for packing on 5 October 2026.',
  ],
  [
    'until when, by the day alone',
    '../topics/brandvik',
    'free-admission',
    'Admission is free until 5 October 2026.',
    'Admission is free from 5 October 2026.',
  ],
  [
    'an event with "when" for "on"',
    '../topics/brandvik',
    'schools-closed',
    'Schools in Talavia will be closed for a day when the statues arrive, Amaru said.',
    'Schools in Talavia will be closed for a day before the statues arrive, Amaru said.',
  ],
  [
    'that several denied it, by "neither"',
    '../topics/lyrran-rate',
    'leak-denial',
    'Nordby says neither he nor his staff passed anything on.',
    'Nordby says both he and his staff passed something on.',
  ],
  [
    'who is based where, for where its office is',
    '../../fixtures/knowledge/dairy-merger',
    'headquarters',
    'The joint company will be headquartered in Rotterdam.',
    'The joint company was headquartered in Rotterdam.',
  ],
  [
    'who has how many employees',
    '../topics/quillon-launch',
    'workforce',
    'Quillon has 1,150 employees.',
    'Quillon has 1,150 employees in Tanholt.',
  ],
  [
    'a rank by "more than in any"',
    '../topics/velmora-coalition',
    'turnout',
    'Of the registered voters, 68.4 per cent went to the polls, more than in any election since 1998.',
    'Of the registered voters, 68.4 per cent went to the polls, less than in any election since 1998.',
  ],
  [
    'what is open, twice',
    '../topics/serrat-crackdown',
    'footage-unknown',
    'Whether there is video footage of the shooting is not known, as the coast guard has not said.',
    'Whether there is no video footage of the shooting is not known, as the coast guard has not said.',
  ],
  [
    'who was told, and not who told it',
    '../topics/brandvik',
    'loss-reported',
    'The loss of the Lady of the Reeds was reported to the police within 24 hours, Fenn said.',
    'The police reported the loss of the Lady of the Reeds within 24 hours, Fenn said.',
  ],
];

testPairs(pairs);
