/** Ways in which reports tell the same thing: each right one passes, and the wrong one beside it does not. */
import { describe, expect, test } from 'vitest';
import { verifyClaims } from '../../../src/answer/verify/verify.ts';
import { readTopic } from '../../eval/claims/corpus.ts';

type Pair = readonly [way: string, topic: string, ids: string, right: string, wrong: string];

const pairs: readonly Pair[] = [
  [
    'who speaks, by an office',
    'corvane-breach',
    'known-flaw-allegation',
    "The patients' lawyer alleged in court that Corvane had been warned of the software flaw in September 2025.",
    "The district court's judge alleged that Corvane had been warned of the software flaw in September 2025.",
  ],
  [
    'who speaks, by an office that only one has',
    'corvane-breach',
    'bonus-waived',
    'The chief executive has given up her 2025 bonus, worth 620,000 crowns.',
    'The chief executive has given up her 2024 bonus, worth 620,000 crowns.',
  ],
  [
    'who speaks, by an office in an organisation',
    'thornmouth-sale',
    'quote-not-a-car-park',
    '"This is a football club, not a building plot," the chair of the Supporters\' Trust said in a speech.',
    '"This is a football club, not a building plot," the owner of the club said in a speech.',
  ],
  [
    'a speaker with her office behind her name',
    'orrin-verdict',
    'telfer-on-verdict',
    "Nora Telfer, who chairs the pensioners' association, said that the verdict restored the workers' honour.",
    "Nora Telfer, who chairs Halvern Bank, said that the verdict restored the workers' honour.",
  ],
  [
    'a phrase in front of the speaker',
    'orrin-verdict',
    'quote-greed',
    "On the steps of the court Fenn said: “I lost five years to another man's greed”.",
    "On the steps of the court Dellacourt said: “I lost five years to another man's greed”.",
  ],
  [
    'a first time and whose it was',
    'colombia',
    'first-conversation-since-return',
    'It was the first time Trump and Petro had spoken directly since Trump returned to office in January 2025.',
    'It was the second time Trump and Petro had spoken directly since Trump returned to office in January 2025.',
  ],
  [
    'two facts joined by "with"',
    'lyrran-rate',
    'vote dissenters',
    'The board of the central bank voted five to two for the rise, with Hedda Voss and Deputy Governor Paul Nordby voting against it.',
    'The board of the central bank voted five to two for the rise, with Hedda Voss and Deputy Governor Paul Nordby voting for it.',
  ],
  [
    'what goes on beside what will be',
    'thornmouth-sale',
    'stake',
    'Lumen Gate will hold 88 per cent of the shares, while Pale keeps 12 per cent.',
    'Lumen Gate holds 88 per cent of the shares.',
  ],
  [
    'a condition on what "it" may mean',
    'thornmouth-sale',
    'price',
    'Lumen Gate is paying 142 million pounds for the club, but 30 million of that is due only if the club is promoted.',
    'Lumen Gate is paying 142 million pounds for the club, but 30 million of that is due only if the club is relegated.',
  ],
  [
    'a denial and what was condemned',
    'thornmouth-sale',
    'threats-denial',
    'Finch condemned the threats and denied that the Trust had anything to do with them.',
    'Pale condemned the threats and denied that the Trust had anything to do with them.',
  ],
  [
    'what is on offer',
    'brackwater-teachers',
    'meals',
    'Pupils can get free lunches at nine church halls.',
    'Pupils could get free lunches at nine church halls.',
  ],
  [
    'a mark that is passed',
    'kessary-heatwave',
    'hot-nights',
    'The temperature in Balmoor has not fallen below 27 degrees for six nights in a row.',
    'The temperature in Balmoor has fallen below 27 degrees for six nights in a row.',
  ],
  [
    'a place by what it is',
    'kessary-heatwave',
    'generator-cause-unknown',
    'It is not known why the generator at the care home failed.',
    'It is not known why the generator in Balmoor failed.',
  ],
  [
    'a date from which something dates',
    'kessary-heatwave',
    'old-record',
    'The previous record was 44.9 degrees, set in August 2003.',
    'The previous record was 44.9 degrees, set before August 2003.',
  ],
  [
    'a forecast and its year',
    'lyrran-rate',
    'growth-forecast',
    'The bank has also cut its growth forecast for 2026 from 1.8 to 0.9 per cent.',
    'The bank has also cut its growth forecast for 2027 from 1.8 to 0.9 per cent.',
  ],
  [
    'what is lost and what falls',
    'lyrran-rate',
    'shares-fall',
    'Shares in builders fell by 6 per cent.',
    'Shares in builders rose by 6 per cent.',
  ],
  [
    'a number at most',
    'orrin-verdict',
    'maximum',
    'Fraud of this size carries a maximum of 18 years in prison.',
    'Fraud of this size carries a minimum of 18 years in prison.',
  ],
  [
    'a vote in figures and in words',
    'orrin-verdict',
    'jury-votes',
    'The jurors voted 10 to 1 on the counts of false accounting.',
    'The jurors voted 10 to 2 on the counts of false accounting.',
  ],
  [
    'what was spoken of in a quotation',
    'orrin-verdict',
    'quote-vanish',
    'Explaining why she revoked bail, the judge said in court: “He has the means to vanish and every reason to”.',
    'Explaining why she granted bail, the judge said in court: “He has the means to vanish and every reason to”.',
  ],
  [
    'two things at one time',
    'orrin-verdict',
    'calm-in-dock',
    'Dellacourt looked at the floor as the verdict was read out.',
    'Dellacourt looked at the floor before the verdict was read out.',
  ],
  [
    'a share of those who are meant',
    'kessary-heatwave',
    'deaths-age',
    'Three quarters of those who died were older than 75.',
    'Those who died were older than 75.',
  ],
  [
    'a time of day',
    'quarry-lane-stand',
    'collapse',
    'Part of the north stand at Quarry Lane collapsed at 4:12 p.m. on 28 March 2026.',
    'Part of the north stand at Quarry Lane collapsed at 4:12 a.m. on 28 March 2026.',
  ],
  [
    'a time of day in words',
    'kessary-heatwave',
    'first-cut',
    'The first large power cut hit Balmoor at 4:20 p.m. on 16 July 2026.',
    'The first large power cut hit Balmoor at 4:40 p.m. on 16 July 2026.',
  ],
  [
    'nearly all',
    'brackwater-fever',
    'ages-of-dead',
    'All but two of the dead were older than 65.',
    'All of the dead were over 65.',
  ],
  [
    'a part of those who are counted',
    'brackwater-fever',
    'in-hospital',
    'There are currently 58 people in hospital, including six in intensive care.',
    'Fifty-eight people are in intensive care.',
  ],
  [
    'a part of an amount',
    'quarry-lane-stand',
    'stand-cost',
    'The north stand cost 11 million pounds, three million of which was paid by the town.',
    'The town paid 11 million pounds for the north stand.',
  ],
  [
    'whose offices were searched',
    'quarry-lane-stand',
    'raids',
    'On 8 April 2026 the offices of Kestrel Construction were searched by police.',
    "On 8 April 2026 Kestrel searched the police's offices.",
  ],
  [
    'a witness in the words of a witness',
    'quarry-lane-stand',
    'warning-noise',
    'Survivors said they heard a loud crack about ten seconds before the floor gave way.',
    'Survivors said they heard a loud crack about ten seconds after the floor gave way.',
  ],
  [
    'a speaker with who she is',
    'quarry-lane-stand',
    'quote-lift',
    'Ellie Pask, a supporter who was in block K, said: “It was like standing in a lift when the rope breaks”.',
    'Ellie Pask, a steward who was in block K, said: “It was like standing in a lift when the rope breaks”.',
  ],
  [
    'advice in two parts',
    'brackwater-fever',
    'advice',
    'The institute advises people to wear gloves and wash their clothes at 60 degrees.',
    'People wear gloves and wash their clothes at 60 degrees.',
  ],
  [
    'when a law was made',
    'neru-posts',
    'law-changed',
    "Under a law from 2024, Astrel's museums may give up objects that were taken by force.",
    "Under a law from 2014, Astrel's museums may give up objects that were taken by force.",
  ],
  [
    'what was denied in one word',
    'ravensholt-theft',
    'crown-uninsured',
    'Museum director Sigrun Vale said the crown was uninsured.',
    'Museum director Sigrun Vale said the crown was insured.',
  ],
  [
    'an allegation and who denied it',
    'ardovia-tesmark',
    'first-shot-allegation first-shot-denial',
    "Ardovia's defence minister alleged that Tesmark's troops crossed the border, which Tesmark's foreign minister, Nadia Ferro, denied.",
    "Tesmark's foreign minister alleged that Tesmark's troops crossed the border, which Ardovia's defence minister, Goran Tavik, denied.",
  ],
  [
    'a number and a base',
    'tensorel-recall',
    'risk-estimate',
    'Cardiologist Hanna Weiss estimated that there would be one additional cancer case for every 9,000 people who take the highest dose for four years.',
    'Weiss estimated that 9,000 people would get cancer.',
  ],
  [
    'a part of those killed',
    'ardovia-tesmark',
    'clash-dead',
    'Fourteen soldiers died, nine from Ardovia and five from Tesmark.',
    'Fourteen soldiers from Ardovia were killed in the clash.',
  ],
  [
    'what nobody knows beside what somebody did not do',
    'halvenia-dorrin',
    'no-evidence-published damage-unknown',
    'The Security Service has published no evidence against Kastner, and it is not known how many documents may have reached Dorrin.',
    'The Security Service has published evidence against Kastner, and it is not known how many documents may have reached Dorrin.',
  ],
  [
    'what boats do that are fired on',
    'serrat-crackdown',
    'emergency-law',
    'A law from January 2026 allows the coast guard to fire on boats that do not stop after two warnings.',
    'A law from January 2026 allows the coast guard to fire on boats that stop after two warnings.',
  ],
  [
    'two of a ship’s officers',
    'serrat-crackdown',
    'officers-suspended',
    "Two of the patrol ship's officers were suspended on 9 March 2026.",
    "Three of the patrol ship's officers were suspended on 9 March 2026.",
  ],
  [
    'who has kept silent',
    'serrat-crackdown',
    'varga-family varga-silent',
    "Varga Shipping is owned by Luis Varga, the president's brother-in-law, who has not commented on the allegation.",
    "Varga Shipping is owned by Luis Varga, the president's brother-in-law, who has commented on the allegation.",
  ],
  [
    'an accusation and when it was made',
    'serrat-crackdown',
    'calloway-accused',
    "In a televised speech on 17 March 2026, Arrieta accused Ines Calloway of having financed her last campaign with smugglers' money.",
    "In a televised speech on 17 March 2026, Calloway accused Arrieta of having financed his last campaign with smugglers' money.",
  ],
  [
    'a record',
    'kessary-heatwave',
    'demand-record',
    'Electricity demand reached 9,400 megawatts on 16 July, the highest ever in Kessary.',
    'Electricity demand reached 9,400 megawatts on 16 July, the lowest ever in Kessary.',
  ],
  [
    'prices that have risen',
    'lyrran-rate',
    'food-prices',
    'Food prices have gone up by 11.4 per cent within a year.',
    'Food prices have gone down by 11.4 per cent within a year.',
  ],
  [
    'the two sides of a vote',
    'orrin-verdict',
    'jury-votes',
    'The jurors voted 10 to 1 on the counts of false accounting.',
    'The jurors voted 1 to 10 on the counts of false accounting.',
  ],
];

const topicOf = (name: string) =>
  readTopic(name === 'colombia' ? '../../../knowledge/colombia.yaml' : `../topics/${name}.yaml`);

describe('keeps to the fact', () => {
  const passes = (topic: string, ids: string, text: string) =>
    verifyClaims([{ text, citations: ids.split(' ') }], { topic: topicOf(topic) }).kept.length === 1;

  test.each(pairs)('in telling %s', (_way, topic, ids, right, wrong) => {
    expect([passes(topic, ids, right), passes(topic, ids, wrong)]).toEqual([true, false]);
  });
});
