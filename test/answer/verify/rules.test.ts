/** Each rule of the verifier: what it drops, and what it lets pass. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../src/answer/verify/rules.ts';
import { isSafelyCut } from '../../../src/answer/verify/text/shortening.ts';
import { type RuleName, verifyClaims } from '../../../src/answer/verify/verify.ts';
import { readTopic } from '../../eval/claims/corpus.ts';

const colombia = readTopic('../../../knowledge/colombia.yaml');
const harwick = readTopic('topics/harwick-port.yaml');
const topics = { colombia, harwick };

type Case = readonly [
  rule: RuleName,
  topic: keyof typeof topics,
  claim: string,
  citations: readonly string[],
];

/** The first rule that each of these breaks. */
const dropped: readonly Case[] = [
  ['cites-what-exists', 'colombia', 'Petro denied having any links to drug trafficking.', ['petro-denies']],
  ['cites-what-exists', 'colombia', 'Petro denied having any links to drug trafficking.', []],
  ['no-hidden-characters', 'harwick', 'Northbay Terminals has offered 3 per cent.\u200B', ['pay-demand']],
  ['no-hidden-characters', 'harwick', '\u202ENorthbay Terminals has offered 3 per cent.', ['pay-demand']],
  ['no-links', 'harwick', 'Northbay has offered 3 per cent: https://evil.example', ['pay-demand']],
  ['no-links', 'harwick', '@everyone Northbay has offered 3 per cent.', ['pay-demand']],
  [
    'quotes-verbatim',
    'colombia',
    'Petro described the call as “friendly”.',
    ['petro-confirms-call', 'quote-cordial'],
  ],
  ['quotes-not-cut', 'harwick', 'Okafor said the union will “take a cent less”.', ['quote-not-a-cent']],
  [
    'quotes-speaker',
    'harwick',
    '“Nobody has been hired, and nobody will be hired,” Okafor said.',
    ['quote-nobody'],
  ],
  [
    'names-stand',
    'harwick',
    'Captain Olena Petrenko said that the freighter Isadora had been at anchor for four days.',
    ['freighter'],
  ],
  [
    'names-stand',
    'colombia',
    'Marco Rubio Gustavo Petro, who spoke at a rally in Bogotá, said that the call went on for more than an hour.',
    ['call-length'],
  ],
  [
    'titles-stand',
    'colombia',
    'Venezuelan leader Gustavo Petro called Trump’s allegations false.',
    ['petro-calls-allegations-false', 'maduro-captured'],
  ],
  ['numbers-stand', 'harwick', 'About 1,500 dock workers walked out at the port of Harwick.', ['walkout']],
  [
    'numbers-stand',
    'harwick',
    'Two dockers and a guard were slightly injured when a lorry drove through the picket line.',
    ['injured'],
  ],
  ['hedges-survive', 'harwick', '1,400 dock workers walked out at the port of Harwick.', ['walkout']],
  [
    'hedges-survive',
    'colombia',
    'The US strikes on suspected drug-smuggling boats have killed 110 people.',
    ['boat-strike-deaths'],
  ],
  [
    'dates-stand',
    'colombia',
    'The United States put sanctions on Petro in September 2025.',
    ['us-sanctions-on-petro'],
  ],
  ['adds-nothing', 'colombia', 'Trump and Petro met in secret.', ['first-call']],
  [
    'adds-no-colour',
    'harwick',
    'Police inexplicably released the lorry driver without charge.',
    ['driver-arrested'],
  ],
  [
    'names-the-speaker',
    'colombia',
    'Petro’s government enables cocaine trafficking into the United States.',
    ['trafficking-allegation'],
  ],
  [
    'fitting-verb',
    'colombia',
    'Trump revealed that Petro’s government enables cocaine trafficking.',
    ['trafficking-allegation'],
  ],
  [
    'negation-kept',
    'colombia',
    'The United States did not put sanctions on Petro.',
    ['us-sanctions-on-petro'],
  ],
  ['certainty-kept', 'harwick', 'The transport ministry appointed a mediator.', ['ministry-mediator']],
  ['roles-kept', 'colombia', 'Petro invited Trump to the White House.', ['first-call']],
  [
    'ties-stand',
    'harwick',
    'The dock workers walked out because talks broke down.',
    ['walkout', 'talks-failed'],
  ],
];

describe('drops', () => {
  test.each(dropped)('by %s (%s): %s', (_rule, topic, text, citations) => {
    const verdict = verifyClaims([{ text, citations }], { topic: topics[topic] });
    expect(verdict.kept).toEqual([]);
    expect(verdict.dropped).toHaveLength(1);
  });

  test.each(dropped.filter(([rule]) => !/adds|names-stand|titles|ties|roles/.test(rule)))(
    'names the rule %s (%s): %s',
    (rule, topic, text, citations) => {
      expect(verifyClaims([{ text, citations }], { topic: topics[topic] }).dropped[0]?.rule).toBe(rule);
    },
  );

  test('what exists but was not retrieved', () => {
    const claim = { text: 'Harwick last saw a strike in 1998.', citations: ['port-history'] };
    const kept = (ids: string[]) =>
      verifyClaims([claim], { topic: harwick, retrieved: new Set(ids) }).kept.length;
    expect([kept(['walkout']), kept(['port-history'])]).toEqual([0, 1]);
  });
});

describe('lets pass', () => {
  test.each(
    [colombia, harwick].flatMap((topic) => topic.facts.map((fact) => [fact.id, topic, fact.text] as const)),
  )('the fact itself: %s', (id, topic, text) => {
    expect(verifyClaims([{ text, citations: [id] }], { topic }).dropped).toEqual([]);
  });

  test.each([
    ['colombia', 'Over thirty strikes have been carried out by the Trump administration.', ['boat-strikes']],
    ['colombia', 'Petro told a rally in Bogotá that the call lasted over an hour.', ['call-length']],
    [
      'harwick',
      'Олена Петренко said the freighter Marisol was loaded with 900 tonnes of bananas.',
      ['freighter'],
    ],
    ['harwick', 'It is not known when talks might resume.', ['no-end-date']],
    [
      'harwick',
      'The union wants a pay rise of 7.5 per cent, while Northbay has offered 3 per cent.',
      ['pay-demand'],
    ],
  ] as const)('a paraphrase of %s: %s', (topic, text, citations) => {
    expect(verifyClaims([{ text, citations: [...citations] }], { topic: topics[topic] }).dropped).toEqual([]);
  });
});

describe('in another language', () => {
  const verdict = (text: string, citations: string[], language: string) =>
    verifyClaims([{ text, citations }], { topic: colombia }, { language }).kept.length === 1;

  test.each([
    ['es', 'Estados Unidos impuso sanciones a Petro en octubre de 2025.', ['us-sanctions-on-petro'], true],
    ['es', 'Estados Unidos impuso sanciones a Petro en octubre de 2024.', ['us-sanctions-on-petro'], false],
    [
      'es',
      'El gobierno de Petro permite el tráfico de cocaína hacia Estados Unidos.',
      ['trafficking-allegation'],
      false,
    ],
    [
      'es',
      'Según Trump, el gobierno de Petro permite el tráfico de cocaína hacia Estados Unidos.',
      ['trafficking-allegation'],
      true,
    ],
    [
      'fr',
      'Trump a prouvé que le gouvernement de Petro permet le trafic de cocaïne vers les États-Unis.',
      ['trafficking-allegation'],
      false,
    ],
    ['es', 'La luna es de queso.', ['first-call'], false],
    [
      'pt',
      'Trump apresentou novas provas de que o governo de Petro permite o tráfico de cocaína.',
      ['no-evidence-shown'],
      false,
    ],
    [
      'pt',
      'Trump não apresentou provas de que o governo de Petro permite o tráfico de cocaína.',
      ['no-evidence-shown'],
      true,
    ],
    ['es', 'Petro dijo que las acusaciones de Trump son ciertas.', ['petro-calls-allegations-false'], false],
    ['es', 'Petro negoció las acusaciones de Trump, dijo.', ['petro-calls-allegations-false'], false],
    ['es', 'Petro calificó de falsas las acusaciones de Trump.', ['petro-calls-allegations-false'], true],
    ['it', 'Petro ha respinto le accuse di Trump.', ['petro-calls-allegations-false'], true],
    ['fr', 'Petro a rejeté les accusations de Trump.', ['petro-calls-allegations-false'], true],
    ['de', 'Petro nannte die Vorwürfe von Trump falsch.', ['petro-calls-allegations-false'], true],
    ['nl', 'Petro ontkende de beschuldigingen van Trump.', ['petro-calls-allegations-false'], true],
  ])('%s: %s', (language, text, citations, passes) => {
    expect(verdict(text, citations, language)).toBe(passes);
  });
});

describe('tells apart', () => {
  const kept = (name: string, text: string, id: string) =>
    verifyClaims([{ text, citations: [id] }], { topic: readTopic(`../topics/${name}.yaml`) }).kept.length ===
    1;

  test.each([
    [
      'what a number goes with',
      'kessary-heatwave',
      'power-restored',
      'Power came back in most of Balmoor after nine hours, but in the southern suburbs only after two days.',
      'Power came back in most of Balmoor after two days, but in the southern suburbs only after nine hours.',
    ],
    [
      'a rate and a time',
      'brackwater-teachers',
      'pay-offer',
      'A rise of 2.5 per cent for one year has been offered by the school district.',
      'The school district has offered a rise of 2.5 per cent a year.',
    ],
    [
      'an exception and the rule',
      'thornmouth-sale',
      'mayor-protects',
      'Mayor Jean Harker said that the town would not permit any building other than a stadium there.',
      'Mayor Jean Harker said that the town would not permit a stadium at Quay Road.',
    ],
    [
      'ranks',
      'quillon-launch',
      'fourth-flight',
      'It was the fourth flight of a Petrel 2, and the first to fail.',
      'It was the first flight of a Petrel 2 and the fourth to fail.',
    ],
    [
      'two who act',
      'halvenia-dorrin',
      'ambassador-expelled',
      'Halvenia expelled Dorrin’s ambassador on 6 July.',
      'Dorrin expelled Halvenia’s ambassador on 6 July.',
    ],
    [
      'an offer and a payment',
      'ravensholt-theft',
      'reward',
      'A reward of 250,000 marks has been offered by Nordhaven Mutual.',
      'Nordhaven Mutual has paid a reward of 250,000 marks.',
    ],
    [
      'what is said and who says it',
      'ravensholt-theft',
      'cameras-allegation',
      'Palisade Security claims that it warned the museum in January 2026.',
      'Palisade Security warned the museum in January 2026.',
    ],
    [
      'a denial and its bound',
      'corvane-breach',
      'known-flaw-denial',
      'Dacosta denied that the company had received any warning before the intrusion.',
      'Dacosta denied that the company had received any warning.',
    ],
    [
      'one who is talked to and one who talks',
      'kessary-heatwave',
      'warning-allegation',
      'Rook alleges that workers had warned the management in March.',
      'Rook alleges that the management had warned workers in March.',
    ],
    [
      'one who claims and what is so',
      'corvane-breach',
      'ransom-paid-allegation',
      'Rory Fell claims that Corvane secretly paid half of the ransom on 20 February 2026.',
      'Corvane secretly paid half of the ransom on 20 February 2026.',
    ],
    [
      'what one has until a day to do and what is done',
      'velmora-coalition',
      'mandate-deadline',
      'Solvaas must present a cabinet to parliament by 26 November.',
      'Solvaas has presented a cabinet to parliament.',
    ],
    [
      'a condition and what came of it',
      'ravensholt-theft',
      'bergh-released',
      'Bergh was released but must hand in her passport and report to the police twice a week.',
      'Bergh was released and has handed in her passport.',
    ],
    [
      'who dies and who kills',
      'ardovia-tesmark',
      'clash-dead',
      '14 soldiers died in the clash, nine from Ardovia and five from Tesmark.',
      'Fourteen soldiers killed nine from Ardovia and five from Tesmark in the clash.',
    ],
    [
      'a part and its whole',
      'brackwater-teachers',
      'schools-shut',
      '58 of the 64 public schools are closed.',
      'Of the 58 public schools, 64 are closed.',
    ],
    [
      'what is in and what is outside',
      'saltmere-whales',
      'ear-damage',
      'The biologists found bleeding in the inner ears of seven of the animals.',
      'The biologists found bleeding outside the inner ears of seven of the animals.',
    ],
    [
      'up and down',
      'lyrran-rate',
      'wages',
      'Castellan said that wages, up by 8 per cent, were now pushing prices too.',
      'Castellan said that wages, down by 8 per cent, were now pushing prices too.',
    ],
    [
      'earlier and later',
      'saltmere-whales',
      'low-tide',
      'The tide had gone out two hours earlier.',
      'The tide had gone out two hours later.',
    ],
    [
      'the youngest and the oldest',
      'quarry-lane-stand',
      'killed',
      'Seven people were killed, the youngest of them 16 years old.',
      'Seven people were killed, the oldest of them 16 years old.',
    ],
    [
      'his and her',
      'orrin-verdict',
      'hush-denial',
      'Beatrix Lund denied that her client had ever offered Wray money.',
      'Beatrix Lund denied that his client had ever offered Wray money.',
    ],
    [
      'one of a few and two',
      'lyrran-rate',
      'vote',
      'The board was divided, with five votes for the rise and two against.',
      'The board was divided, with five votes for the rise and one against.',
    ],
    [
      'who receives and what is received',
      'ravensholt-theft',
      'cameras-denial',
      'Vale denied that the museum had received any warning about its cameras.',
      'Vale denied that the warning had received any museum about its cameras.',
    ],
    [
      'what is taken over and what is not',
      'thornmouth-sale',
      'club-debt',
      'The club has debts of 37 million pounds, which the buyer takes over.',
      'The club has debts of 37 million pounds, which the buyer does not take over.',
    ],
    [
      'a cause that is open and one that is known',
      'quillon-launch',
      'cause-unknown',
      'It has not been established what caused the failure.',
      'It has been established what caused the failure.',
    ],
    [
      'a denial and a denial of a denial',
      'ardovia-tesmark',
      'secret-deal-denial',
      'Maruk denied having promised anything of the kind.',
      'Maruk denied that he had not promised anything of the kind.',
    ],
    [
      'those who are somewhere and those who are not',
      'quarry-lane-stand',
      'still-in-hospital',
      'Twenty-two of the injured were still in hospital on 3 April.',
      'Twenty-two of the injured were not still in hospital on 3 April.',
    ],
    [
      'an age and another',
      'brackwater-fever',
      'first-case',
      'Ansel Rusk, a 44-year-old reed cutter, fell ill on 2 July 2026.',
      'Ansel Rusk, a 45-year-old reed cutter, fell ill on 2 July 2026.',
    ],
    [
      'a rise to and a rise by',
      'lyrran-rate',
      'rate-raised',
      'The Bank of Lyrra raised its key interest rate from 4.25% to 5%.',
      'The Bank of Lyrra raised its key interest rate by 5 per cent.',
    ],
    [
      'what was done to all and what to some of them',
      'neru-posts',
      'how-taken',
      'The ship’s log says that Rooke’s men emptied eleven meeting houses in two days.',
      'Rooke’s men set fire to eleven meeting houses in two days, according to the ship’s log.',
    ],
    [
      'what is caused and what carries it',
      'brackwater-fever',
      'mite-source',
      'On 6 August 2026, the institute announced that a virus carried by mites in stored reed causes the fever.',
      'The institute announced that the mites are caused by a virus in stored reed.',
    ],
    [
      'a section and the whole',
      'quarry-lane-stand',
      'collapse',
      'Part of the north stand at Quarry Lane collapsed.',
      'The whole north stand at Quarry Lane collapsed.',
    ],
    [
      'a tally and its reverse',
      'lyrran-rate',
      'vote',
      'The board voted five to two for the rise.',
      'The board voted two to five for the rise.',
    ],
    [
      'who hands over and who is given',
      'neru-posts',
      'handover',
      'The Oumani council received 86 carved house posts from the Royal Museum of Astrel.',
      'The Royal Museum of Astrel received 86 carved house posts from the Oumani council.',
    ],
    [
      'what came first',
      'brackwater-fever',
      'rusk-recovered',
      'After 16 days in hospital, Ansel Rusk has recovered.',
      'After he had recovered, Ansel Rusk spent 16 days in hospital.',
    ],
    [
      'a cause and its effect',
      'lyrran-rate',
      'cause-energy',
      'Castellan said that half of the inflation is due to energy.',
      'Castellan said that energy is due to half of the inflation.',
    ],
    [
      'a law and another year’s',
      'neru-posts',
      'law-changed',
      'Under a law passed in 2024, Astrel’s museums may give up objects that were taken by force.',
      'Under a law passed in 2023, Astrel’s museums may give up objects that were taken by force.',
    ],
    [
      'a clause behind a date and none',
      'brackwater-teachers',
      'injunction-refused',
      'On 8 October 2026, Judge Hale turned down the district’s request for an order to end the strike.',
      'On 8 October 2026, Judge Hale granted the district’s request for an order to end the strike.',
    ],
    [
      'what was not done until a day and what was not done',
      'corvane-breach',
      'patients-told',
      'Corvane did not inform its patients until 4 March 2026.',
      'Corvane did not inform its patients on 4 March 2026.',
    ],
    [
      'when a term ends and when it began',
      'lyrran-rate',
      'castellan-term',
      'Castellan’s term ends in February 2028.',
      'Castellan’s term began in February 2028.',
    ],
    [
      'owner and owned',
      'ravensholt-theft',
      'crown-uninsured',
      'Vale said the crown, which is owned by the state, was not insured.',
      'Vale said the state, which is owned by the crown, was not insured.',
    ],
    [
      'a brother-in-law and a brother',
      'serrat-crackdown',
      'varga-family',
      'Varga Shipping is owned by Luis Varga, the president’s brother-in-law.',
      'Varga Shipping is owned by Luis Varga, the president’s brother.',
    ],
    [
      'two warnings and none',
      'serrat-crackdown',
      'emergency-law',
      'Under a law passed in January 2026, the coast guard is allowed to fire on boats that do not stop after two warnings.',
      'A law passed in January 2026 allows the coast guard to fire on boats without a warning.',
    ],
    [
      'one who got away and one who was caught',
      'serrat-crackdown',
      'crew-arrested',
      'Seven crew members of the Santa Oda were arrested, but the captain escaped in a dinghy.',
      'The captain of the Santa Oda was arrested in a dinghy.',
    ],
    [
      'what is still to be decided and what is decided',
      'tensorel-recall',
      'licence-open',
      'The Board has yet to decide whether to suspend the licence of the plant.',
      'The Board has decided to suspend the licence of the plant.',
    ],
    [
      'what somebody expects and what is so',
      'tensorel-recall',
      'shortage',
      'Blood-pressure tablets will be scarce until July, Ruth Calloway expects.',
      'Blood-pressure tablets will be scarce until July.',
    ],
    [
      'a plan not given up and a plan given up',
      'velmora-coalition',
      'walkout-reason',
      'The League pulled out over the Civic Union’s plan to increase the duty on diesel by 12 cents a litre.',
      'The League pulled out because the Civic Union dropped its plan to increase the duty on diesel by 12 cents a litre.',
    ],
    [
      'what is free of charge and what is charged',
      'tensorel-recall',
      'exchange',
      'Recalled packs can be exchanged at any pharmacy at no cost until the end of May 2026.',
      'Recalled packs can be exchanged at any pharmacy at a cost until the end of May 2026.',
    ],
    [
      'an engine that failed and a warning that was not heard',
      'serrat-crackdown',
      'sister-disputes',
      'Brill’s sister, Rosa, said his engine had failed and that he could not hear any warning.',
      'Brill’s sister, Rosa, said his engine had failed and that he could hear a warning.',
    ],
    [
      'what came before and what came after',
      'serrat-crackdown',
      'dahl-on-warnings',
      'Admiral Dahl said two loudspeaker warnings were given before the patrol ship’s crew opened fire.',
      'Admiral Dahl said two loudspeaker warnings were given after the patrol ship’s crew opened fire.',
    ],
    [
      'a beginning and an end',
      'ardovia-tesmark',
      'ceasefire',
      'The ceasefire has been in force since midnight on 13 September 2026.',
      'The ceasefire was in force until midnight on 13 September 2026.',
    ],
    [
      'two who stand behind somebody and against them',
      'brackwater-teachers',
      'tibbs-parents',
      'Tibbs said that most parents are behind the teachers.',
      'Tibbs said that most parents are against the teachers.',
    ],
    [
      'a verb that only carries its noun, and one that does not',
      'ardovia-tesmark',
      'withdrawal-open',
      'No agreement on a withdrawal from the Sorrin Pass was reached in the talks.',
      'An agreement on a withdrawal from the Sorrin Pass was reached in the talks.',
    ],
    [
      'more pay and less',
      'brackwater-teachers',
      'pay-demand',
      'Teachers want a 7 per cent pay rise over two years.',
      'Teachers want a 7 per cent pay cut over two years.',
    ],
    [
      'what is spared and what is affected',
      'kessary-heatwave',
      'hospitals-exempt',
      'The planned cuts do not affect hospitals and water pumps.',
      'The planned cuts affect hospitals and water pumps.',
    ],
    [
      'a rise and a fall',
      'brackwater-teachers',
      'pay-offer',
      'The school district has offered a rise of 2.5 per cent for one year.',
      'The school district has offered a fall of 2.5 per cent for one year.',
    ],
    [
      'shut and open',
      'brackwater-teachers',
      'schools-shut',
      'Of the 64 public schools, 58 are closed.',
      'Of the 64 public schools, 58 are open.',
    ],
    [
      'who denied and who may have denied',
      'corvane-breach',
      'known-flaw-denial',
      'Dacosta denied that the company had received any warning before the intrusion.',
      'Dacosta may have denied that the company had received any warning before the intrusion.',
    ],
    [
      'who alleged and who will allege',
      'ravensholt-theft',
      'cameras-allegation',
      'Palisade Security claimed that it warned the museum in January 2026.',
      'Palisade Security will claim that it warned the museum in January 2026.',
    ],
    [
      'an office held and not held',
      'velmora-coalition',
      'lindqvar-since-2018',
      'Lindqvar has been prime minister since 2018.',
      'Lindqvar has not been prime minister since 2018.',
    ],
    [
      'what a court orders and what has come of it',
      'ravensholt-theft',
      'custody',
      'The brothers are to be held in custody for four weeks, a court ordered on Thursday, 21 May.',
      'The brothers have been held in custody for four weeks.',
    ],
    [
      'where something is not known to be',
      'ravensholt-theft',
      'crown-missing',
      'It is not known where the crown and the drinking horn are.',
      'The crown and the drinking horn are known.',
    ],
    [
      'a state and a doing',
      'halvenia-dorrin',
      'informers-denial',
      'Dole denied that the embassy had been engaged in spying.',
      'Dole said that the embassy had been engaged in spying.',
    ],
  ])('%s (%s)', (_what, name, id, right, wrong) => {
    expect(kept(name, right, id)).toBe(true);
    expect(kept(name, wrong, id)).toBe(false);
  });
});

describe('a translation behind a quotation', () => {
  const sick = ['trump-insult', 'quote-sick-man'];
  const cordial = ['petro-confirms-call', 'quote-cordial'];
  const good = ['military-action-remark', 'quote-sounds-good'];
  test.each([
    ['de', 'Trump bezeichnete Petro als “a sick man” (Übersetzung: ein kranker Mann).', sick, true],
    ['fr', 'Trump a qualifié Petro de “a sick man” (traduction : un homme malade).', sick, true],
    [
      'de',
      'Petro bestätigte das Telefonat und nannte es “cordial” (Übersetzung: „herzlich“).',
      cordial,
      true,
    ],
    ['es', 'Trump dijo: “sounds good” (traducción: suena bien).', good, true],
    ['de', 'Petro bestätigte das Telefonat und nannte es „herzlich“.', cordial, false],
    ['de', 'Petro bestätigte das Telefonat und nannte es “cordial” (herzlich).', cordial, false],
    ['fr', 'Petro a qualifié Trump de “a sick man” (traduction : un homme malade).', sick, false],
    ['es', 'Trump dijo: “sounds good” (traducción: suena bien para 500 soldados).', good, false],
    ['es', 'Trump dijo: “sounds good” (traducción: no suena bien).', good, false],
    ['es', 'Trump dijo: “sounds good” (traducción: suena bien según Maduro).', good, false],
    [
      'es',
      'Trump dijo: “sounds good” (traducción: Colombia será destruida por completo mañana).',
      good,
      false,
    ],
    ['es', 'Petro dijo que el mundo es plano (traducción: “cordial”).', cordial, false],
    ['en', 'Trump called Petro “a sick man” (translation: ein kranker Mann).', sick, false],
  ])('%s: %s', (language, text, citations, passes) => {
    const verdict = verifyClaims([{ text, citations }], { topic: colombia }, { language });
    expect(verdict.kept.length === 1).toBe(passes);
  });
});

describe('an ellipsis in a quotation', () => {
  test.each([
    ['“I appreciated his call … and look forward to meeting him in the near future.”', true],
    ['“… I appreciated his call and tone …”', true],
    ['“I appreciated his call … in the near future.”', false],
    ['“I appreciated … meeting him in the near future.”', false],
    ['“I appreciated his tone … and look forward to meeting him.”', false],
    ['“I look forward to meeting him … I appreciated his call.”', false],
  ])('%s', (quoted, passes) => {
    const claim = { text: `Trump wrote: ${quoted}`, citations: ['quote-call-and-tone'] };
    expect(verifyClaims([claim], { topic: colombia }).kept.length === 1).toBe(passes);
  });

  test.each([
    ['We hate the enemies of our friends', 'the enemies of '],
    ['I support peace and the end of war', ' and the end'],
    ['They said Petro, not Maduro, is ill', ', not Maduro,'],
    ['We welcome talks, if they are honest, and peace', ', if they are honest,'],
    ['I like him. He hates me', '. He hates'],
  ])('does not turn the meaning of: %s, without "%s"', (source, out) => {
    const from = source.indexOf(out);
    expect(isSafelyCut(source, [[from, from + out.length]])).toBe(false);
  });
});

describe('whatever comes in', () => {
  const ids = [...harwick.facts, ...harwick.quotes].map(({ id }) => id);
  const anyClaim = fc.record({
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
    citations: fc.array(fc.constantFrom(...ids), { maxLength: 3 }),
  });

  test('every claim is either kept or dropped, unchanged and in order', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 4 }), (claims) => {
        const { kept, dropped: out } = verifyClaims(claims, { topic: harwick });
        expect(kept.length + out.length).toBe(claims.length);
        expect(claims.filter((claim) => kept.includes(claim))).toEqual(kept);
      }),
      { numRuns: 60 },
    );
  });

  test('a word that every JavaScript object has a property of is a word like any other', () => {
    const verdict = (word: string, text: string) => {
      const fact = `Apex scored 30 ${word} points on ${word} 8 January 2026, and two drivers of its ${word} quit.`;
      const topic = { ...harwick, facts: harwick.facts.slice(0, 1).map((one) => ({ ...one, text: fact })) };
      const claim = { text: text.replaceAll('…', word), citations: [topic.facts[0]?.id ?? ''] };
      return verifyClaims([claim], { topic }).dropped.map(({ rule }) => rule);
    };
    for (const claim of [
      'Apex scored 30 … points on … 8 January 2026.',
      'Two … drivers quit.',
      'Apex scored 30 … points on … 9 January 2026.',
      'Apex scored a united … point.',
      'Apex scored by … 30 points.',
    ])
      expect(verdict('constructor', claim), claim).toEqual(verdict('builder', claim));
  });

  test('a claim of letters that no fact has is never kept', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[qxz]{4,12}( [qxz]{4,12}){0,4}$/),
        fc.constantFrom(...ids),
        (text, id) => {
          expect(verifyClaims([{ text, citations: [id] }], { topic: harwick }).kept).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('every rule has a row in the document that people read', () => {
  const document = readFileSync(new URL('../../../src/answer/VERIFICATION.md', import.meta.url), 'utf8');
  for (const { name, sentence } of rules) expect(document).toContain(`| \`${name}\` | ${sentence} |`);
});

describe('two facts told in one', () => {
  const kept = (text: string, ...citations: string[]) =>
    verifyClaims([{ text, citations }], { topic: readTopic('../topics/velmora-coalition.yaml') }).kept
      .length === 1;
  const facts = ['civic-union-first', 'league-seats'];

  test('keep each name with the words of its own fact', () => {
    expect(
      kept(
        'The Civic Union came first, with 33.8 per cent of the votes, and the Rural League took 21 seats.',
        ...facts,
      ),
    ).toBe(true);
    expect(
      kept('The Rural League came first, with 33.8 per cent of the votes and 52 of the 151 seats.', ...facts),
    ).toBe(false);
  });

  test('keep each number with the words of its own fact', () => {
    expect(kept('The Civic Union took 21 seats.', ...facts)).toBe(false);
  });

  test('are parted by a semicolon, and the speaker of one need not be that of the other', () => {
    const cited = ['oster-denies-promise', 'alliance-no-tolerance', 'recount-ordered'];
    expect(
      kept(
        'Lindqvar said that the Progress Alliance would not keep a minority government in office; the electoral commission ordered a recount in Tarsk on 3 November 2026.',
        ...cited,
      ),
    ).toBe(true);
  });
});
