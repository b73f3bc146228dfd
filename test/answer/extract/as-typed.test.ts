import { describe, expect, it } from 'vitest';
import { firstCited } from '../first-cited.ts';

describe('a question as people type it is answered', () => {
  it.each([
    [
      'what somebody is asked to do if others do something',
      'colombia',
      'will colombia fight back if trump attacks',
      'petro-would-resist',
    ],
    ['in words of a chat', 'colombia', "why'd they yank petros visa", 'visa-revoked'],
    ['of "cops"', 'koll', 'are the cops looking into it?', 'police-not-investigating'],
    ['with the question word last', 'colombia', 'us and colombia been beefing since when', 'tense-relations'],
    [
      'with what the reader takes it to be',
      'colombia',
      'what are those boats supposed to carry, guns?',
      'boat-strikes',
    ],
    [
      'where something comes from',
      'sorrel',
      'Where does the valley get its drinking water from?',
      'tap-water-safe',
    ],
    ['until when, by "until further notice"', 'tanker', 'Until when is fishing banned?', 'fishing-ban'],
    ['where somebody was going', 'tanker', 'Where was the tanker going?', 'route'],
    ['in how long it will be over', 'sorrel', 'When will the river be back to normal?', 'recovery-time'],
    [
      'which of a row, by its number',
      'koll',
      'which round were they in when the phone was found',
      'phone-found',
    ],
    [
      'of a crew on board, where a board is in the file',
      'tanker',
      'how many crew were on board',
      'crew-rescued',
    ],
    ['of somebody’s family', 'quillmouth', "who's the lawyer for the dall family", 'lawsuit-undecided'],
    [
      'what number somebody gives',
      'tanker',
      'what figure does the coastguard give for the oil that leaked',
      'oil-leaked',
    ],
    [
      'by the accused rather than by the accuser',
      'koll',
      'What does Koll say about the accusations?',
      'quote-phone-not-mine',
    ],
  ])('%s: %j %j', async (_, topic, text, id) => {
    expect(await firstCited(text, topic)).toBe(id);
  });
});

describe('nothing is told', () => {
  it.each([
    [
      'of the president of a country that the file does not tell of',
      'colombia',
      "what does mexico's president say",
    ],
    [
      'of the president of a country whose president is not in the file',
      'colombia',
      "Who is Venezuela's president now?",
    ],
    ['of a higher office', 'quillmouth', 'what did the prime minister say about it'],
    ['of another ministry', 'colombia', "What did Colombia's defence minister say?"],
    ['of those who suffered something else', 'colombia', 'How many people were wounded in the boat strikes?'],
    [
      'of what happened on the soil of another country',
      'colombia',
      'How many people died in US strikes on Colombian soil?',
    ],
    ['of a name that is not there', 'koll', 'does the arbiter have a name'],
  ])('%s: %j %j', async (_, topic, text) => {
    expect(await firstCited(text, topic)).toBeUndefined();
  });
});
