import { describe, expect, it } from 'vitest';
import { createAsk } from '../../../src/answer/ask.ts';
import { createKnowledgeIndex } from '../../../src/retrieval/knowledge-index.ts';
import { evalTopics } from '../../eval/question-set.ts';

const index = createKnowledgeIndex(evalTopics());

/** What the last of the questions is answered with first; undefined where the desk abstains. */
async function lastAnswer(topic: string, questions: readonly string[]): Promise<string | undefined> {
  const store = new Map<string, unknown>();
  const threads = {
    get: async (key: string) => store.get(key),
    set: async (key: string, value: unknown) => void store.set(key, value),
  };
  const ask = createAsk({ index, threads });
  let first: string | undefined;
  for (const text of questions) first = (await ask({ text, topic, thread: 'a' })).claims[0]?.citations[0];
  return first;
}

describe('a follow-up', () => {
  it.each([
    ['who said what was just told', ['How long did the call last?', 'who said that?'], 'call-length'],
    ['when it was said', ['What did Trump call Petro?', 'when did he say that?'], 'trump-insult'],
    [
      'where it was posted',
      ['What did Petro write about taking up arms?', 'where did he post it?'],
      'petro-would-take-up-arms',
    ],
    ['the words themselves', ['Did Petro confirm the call?', 'his exact words?'], 'quote-cordial'],
    ['the source', ['Did Trump say Colombia has cocaine mills?', 'source?'], 'cocaine-mills-allegation'],
    [
      'whether an accusation is true, by its denial',
      ["Does Petro's government enable cocaine trafficking?", 'is that true?'],
      'petro-denies-drug-links',
    ],
    [
      'what the accused says',
      ["What does Trump say about Petro's government and cocaine?", 'and Petro?'],
      'petro-denies-drug-links',
    ],
    [
      'the same of somebody else',
      ['What did Trump say about the phone call?', 'no, I meant Petro'],
      'petro-confirms-call',
    ],
    [
      'more, without what was told',
      ['What does the Foreign Ministry think of threats?', 'anything else from them?'],
      'ministry-on-relations',
    ],
    [
      'what came after it',
      ['Who captured Maduro?', 'and what happened to him after that?'],
      'maduro-on-trial',
    ],
    [
      'where, though the last answer does not say',
      ['How many boat strikes were there?', 'where?'],
      'boat-strikes',
    ],
    [
      'a new question behind thanks',
      ['Did Trump invite Petro?', 'Thanks! How long was the call?'],
      'call-length',
    ],
    [
      'which month it was',
      ['When did Petro lose his visa?', 'do you know which month that was'],
      'visa-revoked',
    ],
    [
      'how somebody responds, to what was asked about',
      ['What did Trump say about military action against Colombia?', 'and how did Petro respond?'],
      'petro-would-resist',
    ],
    [
      'who takes part beside the one named',
      ['Is Rubio preparing the visit?', 'who else?'],
      'who-prepares-the-meeting',
    ],
    ['whom it was told', ['How long did the call last, says Petro?', 'to whom?'], 'call-length'],
    ['a count of something else', ['How many boats were hit?', 'and the victims?'], 'boat-strike-deaths'],
    [
      'what a speaker says about something else',
      ['What relations does the Foreign Ministry stand by?', 'and the use of force?'],
      'ministry-rejects-force',
    ],
    [
      'what the accused says, some turns later',
      [
        "Does Petro's government enable cocaine trafficking?",
        'has Trump shown any proof?',
        'and Petro says?',
      ],
      'petro-denies-drug-links',
    ],
    ['what they spoke about', ['Did Trump speak to Petro?', 'what about?'], 'trump-honoured'],
    [
      'who takes part for the other country',
      ["Does Colombia's foreign minister prepare the meeting?", 'and on the American side?'],
      'who-prepares-the-meeting',
    ],
    [
      'what a body thinks by “it”',
      ['What does the Foreign Ministry say?', 'does it think using force is ok?'],
      'ministry-rejects-force',
    ],
    [
      'whether it is really so, by the denial',
      ["Does Petro's government enable cocaine trafficking?", 'really?'],
      'petro-denies-drug-links',
    ],
    [
      'whether it is really so, where nobody denies it',
      ['When were sanctions put on Petro?', 'are you sure?'],
      'us-sanctions-on-petro',
    ],
    [
      'the words of an answer rather than any',
      ['Would Petro fight if the US attacks?', 'what exactly did he write?'],
      'quote-take-up-arms',
    ],
    [
      'where it was said, which a further fact tells',
      ['What did Trump say about military action against Colombia?', 'where was he when he said that?'],
      'operation-sounds-good',
    ],
    [
      'the same of somebody else, with a pronoun before the name',
      ['What did Trump say about the phone call?', 'and him, Petro?'],
      'petro-confirms-call',
    ],
    ['how often it was done', ['Has the US attacked drug boats?', 'how many times?'], 'boat-strikes'],
    [
      'what something should be, in the view of who was asked about',
      ['What does the Foreign Ministry say about relations?', 'what should they be based on, in its view?'],
      'ministry-on-relations',
    ],
  ] as const)('asks for %s', async (_, questions, id) => {
    expect(await lastAnswer('colombia', questions)).toBe(id);
  });

  it.each([
    [
      'a ministry by what it is',
      ['Does Tveit say that an audit warned the Finance Ministry?', 'what does the ministry itself say?'],
      'ministry-no-alarm',
    ],
    [
      'somebody by the office in a body that was spoken of',
      ["Does Soland say the authority's letter was leaked?", 'and what does its director say about that?'],
      'brandvold-denies-leak',
    ],
    [
      'a thing by a pronoun',
      ['Which paper published the leaked letter?', 'who gave it to them?'],
      'leaker-unknown',
    ],
    [
      'whoever did it by no name',
      ['Who says the bank kept two sets of books?', 'did she say who did it?'],
      'vellin-named-no-one',
    ],
  ] as const)('means %s', async (_, questions, id) => {
    expect(await lastAnswer('meridale-bank', questions)).toBe(id);
  });

  it.each([
    ['a reason that is not told', ['When did the US put sanctions on Petro?', 'why did they do it?']],
    ['what became of what was lost', ["Why was Petro's visa revoked?", 'did he get it back?']],
    ['who did it', ['Which demonstration did Petro join?', 'who organised it?']],
    [
      'a deed of the one named, with somebody named beside him',
      ['Is Rubio coordinating the preparations?', 'has he spoken with Petro himself?'],
    ],
    ['why, of which another deed has a reason', ['When did the US impose sanctions on Petro?', 'what for?']],
    ['others to whom it was done', ['Did the US sanction Petro in October?', 'his family too?']],
    ['a reason that is not told of it', ['When did Petro lose his visa?', 'because of drugs, right?']],
    ['others than those told of', ["Why was Petro's visa revoked?", 'did other presidents lose theirs too?']],
    [
      'the name of somebody who is only a minister',
      ['Who prepares the visit for Colombia?', "what is the minister's name?"],
    ],
    ['somebody who said nothing', ['How did Trump describe the call?', 'and Rubio?']],
  ] as const)('is declined where it asks for %s', async (_, questions) => {
    expect(await lastAnswer('colombia', questions)).toBeUndefined();
  });

  it.each([
    ['quarry-lane-stand', ['Who built the stand?', 'have they built others?'], 'kestrel-other'],
    [
      'quarry-lane-stand',
      ['What does Haldane accuse Kestrel of?', 'what do they say?'],
      'hidden-change-denial',
    ],
    ['quarry-lane-stand', ['Who is Ellie Pask?', 'what did she say it was like?'], 'quote-lift'],
    ['tellin-derailment', ['Is somebody being prosecuted?', 'for what?'], 'prosecutor-case'],
    ['orrin-verdict', ['Was Dellacourt found guilty?', 'on how many counts?'], 'counts-guilty'],
    ['orrin-verdict', ['How many witnesses were heard?', 'did he testify himself?'], 'no-testimony'],
    ['corvane-breach', ['How did the hackers get in?', 'whose software was it?'], 'entry-point'],
    ['saltmere-whales', ['How many whales died?', 'were any put down?'], 'euthanised'],
    ['corvane-breach', ['Was the suit not dismissed?', 'so when does the trial start?'], 'trial-date'],
  ] as const)('goes by what is typed as much as by what was told: %s, %j', async (topic, questions, id) => {
    expect(await lastAnswer(topic, questions)).toBe(id);
  });

  it.each([
    ['the price of something else', ['What did the rescue cost?', 'and the burial?']],
    ['who says what was declined', ['Who paid for the sheets?', 'who says so?']],
  ] as const)('is declined for want of %s', async (_, questions) => {
    expect(await lastAnswer('saltmere-whales', questions)).toBeUndefined();
  });
});
