import { describe, expect, it } from 'vitest';
import { dossierOf } from '../../../src/answer/dossier.ts';
import { readAgainst } from '../../../src/answer/extract/asked.ts';
import { fitOf } from '../../../src/answer/extract/fit.ts';
import { plainly } from '../../../src/answer/extract/phrasing.ts';
import { respell } from '../../../src/answer/extract/respell.ts';
import { analyseQuestion } from '../../../src/retrieval/question.ts';
import { openWordVectors } from '../../../src/retrieval/word-vectors.ts';
import { openWordNet } from '../../../src/retrieval/wordnet.ts';
import { evalTopics } from '../../eval/question-set.ts';

const colombia = evalTopics().find(({ topic }) => topic === 'colombia');
if (!colombia) throw new Error('knowledge/colombia.yaml is missing');
const dossier = dossierOf(colombia);
const wordnet = openWordNet();
const vectors = openWordVectors();
const read = (text: string) => readAgainst(analyseQuestion(plainly(text)), { dossier, wordnet, vectors });

describe('plainly', () => {
  it.each([
    ['can you tell me who called?', 'who called?'],
    ['do we know when they meet', 'when they meet'],
    ['number of strikes', 'how many strikes'],
    ['location of the summit?', 'where is the summit?'],
    ['What has become of Maduro?', 'what happened to Maduro?'],
    ['What did Trump make of the call?', 'what did Trump think of the call?'],
    ['What office does Marco Rubio hold?', 'who is Marco Rubio?'],
    ['What is the foreign minister called?', 'what is the name of the foreign minister'],
    ['Did Trump ask Petro to come over?', 'Did Trump invite Petro?'],
    ['Did Trump ring Petro or was it the other way round?', 'Did Trump ring Petro?'],
    ['Was it Trump who rang Petro or Petro who rang Trump?', 'did Trump ring Petro?'],
    ['Did Trump ring Petro or did Petro ring Trump?', 'Did Trump ring Petro?'],
    ['What does the article say about how long they talked?', 'how long they talked?'],
    ['How many strikes does the file mention?', 'How many strikes?'],
    ['On which platform did he post, X or Truth Social?', 'On which platform did he post'],
    ['Which official is helping to set it up?', 'Which official is set it up?'],
    ['What did Petro ask for on the phone?', 'What did Petro ask for?'],
    ['Give me the exact line where Trump calls it an honor.', 'quote Trump calls it an honor.'],
    ['Which platform did Petro use for his remark?', 'on which platform did Petro post his remark?'],
    ['What part is Rubio playing in this?', 'what role does Rubio have in this?'],
    ["Petro's post as he wrote it", "Petro's post verbatim"],
    ['Is Petro the target of sanctions?', 'Is Petro under sanctions?'],
    ['How are things between Washington and Bogotá?', 'how are relations between Washington and Bogotá?'],
    ['In one word, how did Petro describe the call?', 'which word did Petro use for the call?'],
    ["Can I have the wording of Trump's post?", "quote Trump's post?"],
    ['Who called whom, Trump or Petro?', 'Who called whom'],
    ['Who was it that called?', 'Who called?'],
    ['On what grounds was it revoked?', 'why was it revoked?'],
    ['did they rly talk b4 this lol', 'did they really talk before this'],
    ['y did they call', 'why did they call'],
    ['who is the constructor', 'who is the constructor'],
    ['ties since Jan 2025', 'ties since January 2025'],
    ['so who called?', 'who called?'],
    ['What does the company have to say?', 'What does the company say?'],
    ['How long has the bank been around?', 'how old is the bank?'],
    ['Why did the museum say no?', 'Why did the museum refuse?'],
    ['How expensive was the gallery?', 'how much did the gallery? cost'],
    ['Who is getting the meeting ready?', 'Who is prepare the meeting?'],
    ['What name did Trump give Petro?', 'which word did Trump use for Petro?'],
    ['Is there proof for what Trump says about Petro?', "Is there proof for Trump's claims about Petro?"],
    ['When did they talk?', 'When did they talk?'],
  ])('turns %j into %j', (asked, plain) => {
    expect(plainly(asked)).toBe(plain);
  });
});

describe('a mistyped word', () => {
  it.each([
    ['how many poeple died', 'how many people died'],
    ['what did they disscuss', 'what did they discuss'],
    ['did petroo call', 'did petro call'],
    ['the cordail call', 'the cordial call'],
    ['Xylqor and zzzzqx', 'Xylqor and zzzzqx'],
  ])('in %j is read as the common word that was meant, unless the topic knows it', (typed, meant) => {
    expect(respell(typed, { dossier, wordnet, vectors })).toBe(meant);
  });
});

describe('a question read against a topic', () => {
  it.each([
    ['who is marco rubio', ['rubio']],
    ['what did potus say', ['trump']],
    ['petros visa', ['petro']],
    ['Maduroo', ['maduro']],
    ['the president of Colombia', ['petro']],
    ['tell us more', []],
  ])('knows the names in %j', (text, ids) => {
    expect(read(text).mentions.flatMap((mention) => mention.ids)).toEqual(ids);
  });

  it.each([
    ['Who is Petro?', 'identity'],
    ['who got captured', 'who'],
    ['what time did it start', 'clock'],
    ['how much did it cost', 'money'],
    ['how old is Petro', 'measure'],
    ['How many minutes was the call?', 'how-long'],
    ['On which platform did Trump write?', 'where'],
    ['At what time did they talk?', 'clock'],
    ['On which three things do they agree?', 'what'],
    ['What was the call about?', 'subject'],
    ['What did Petro call Trump about?', 'subject'],
    ['what exactly did Petro write on X?', 'quote'],
    ['On what day did Trump say that they will meet?', 'when'],
    ['For what reason, according to Trump, did Petro call?', 'why'],
    ['Which drug is Trump talking about?', 'what'],
  ])('knows what %j wants', (text, slot) => {
    expect(read(text).slot).toBe(slot);
  });

  it('takes a word for a name where no sentence begins with it', () => {
    const roles = (text: string) => read(text).terms.map(({ surface, role }) => `${surface} ${role}`);
    expect(roles('Did they talk? Word of it.')).toContain('Word word');
    expect(roles('Did Gen. Smithers talk?')).toContain('Smithers name');
  });

  it('knows a noun behind a name as a noun', () => {
    expect(read('the Trump–Petro talks').terms.map(({ nominal }) => nominal)).toEqual([true]);
  });

  it('knows whose words are asked for', () => {
    expect(read('what did rubio say').speakers).toEqual(['rubio']);
    expect(read('are the claims true according to Petro').speakers).toEqual(['petro']);
    expect(read('when was the visa revoked').speakers).toEqual([]);
    expect(read('According to Trump, what did Petro explain to him?').speakers).toEqual(['trump']);
    expect(read('what are the charges that Maduro has to answer for').speakers).toEqual([]);
  });

  it('takes a turn of phrase for what it says', () => {
    const [bearer, spared] = read('how many have lost their lives').terms.slice(-2);
    expect([bearer, spared].map((term) => term?.part)).toEqual(['content', 'generic']);
    expect(bearer?.kin.words.has('die')).toBe(true);
  });

  it('asks nothing of a word that only places a day, or that is mistyped and means little', () => {
    const partOf = (text: string, word: string) =>
      read(text).terms.find(({ folded }) => folded === word)?.part;
    expect(partOf('What did the US do last October?', 'last')).toBe('generic');
    expect(partOf('How many poeple have died?', 'poeple')).toBe('generic');
  });

  it('knows that the one who did it is asked for by what they are', () => {
    expect(read('which country revoked the visa').deed?.wanted).toBe('agent');
    expect(read('which officials are preparing the meeting').deed?.wanted).toBe('agent');
    expect(read('who called whom').deed?.toSomebody).toBe(true);
  });
});

describe('who did what to whom', () => {
  const fitting = (text: string, id: string) => {
    const { deed } = read(text);
    const fact = dossier.facts.get(id);
    return deed && fact ? fitOf(deed, fact, dossier) : 'open';
  };

  it('fits where the fact tells the same', () => {
    expect(fitting('Who accused Petro’s government?', 'trafficking-allegation')).toBe('fits');
  });

  it('contradicts where the roles are turned round', () => {
    expect(fitting('Who accused Trump?', 'trafficking-allegation')).toBe('contradicts');
    expect(fitting('Why did Petro revoke Trump’s visa?', 'visa-revoked')).toBe('contradicts');
  });

  it('stays open where the fact does not tell', () => {
    expect(fitting('Who translated the call?', 'call-length')).toBe('open');
  });
});
