import { describe, expect, it } from 'vitest';
import { assessAll } from '../../../src/answer/extract/assess.ts';
import { lacksPremise, quotedShare } from '../../../src/answer/extract/premises.ts';
import { askedOf } from './asked-of.ts';

function judge(text: string, slug: string, id: string) {
  const { asked, means } = askedOf(text, slug);
  const judged = assessAll(asked, [], means, Number.POSITIVE_INFINITY);
  const assessment = judged.find(({ candidate }) => candidate.id === id);
  if (!assessment) throw new Error(`${slug} has no ${id}`);
  return { asked, assessment, dossier: means.dossier };
}

describe('a candidate does not answer', () => {
  it.each([
    ['an act that it does not tell of', 'Has Petro accepted the invitation?', 'colombia', 'first-call'],
    ['a plea before a trial', 'Did Maduro plead guilty?', 'colombia', 'maduro-on-trial'],
    ['a denial by a dispute', 'Why did Petro deny the call?', 'colombia', 'petro-made-the-call'],
    ['what was found', 'Were any drugs found on the boats?', 'colombia', 'boat-strike-deaths'],
    ['what was looked for', 'Did they find any drugs on the boats?', 'colombia', 'boat-strike-deaths'],
    ['what a measure forbids', 'What do the sanctions on Petro forbid?', 'colombia', 'us-sanctions-on-petro'],
    ['whether something is lawful', 'Are the boat strikes legal?', 'colombia', 'boat-strikes'],
    ['somebody’s relative', "Was Maduro's wife captured too?", 'colombia', 'maduro-captured'],
    [
      'a name for it that it lacks',
      'Why did Petro call the call hostile?',
      'colombia',
      'petro-confirms-call',
    ],
    ['words in quote marks that it lacks', 'Where did Petro say "hostile"?', 'colombia', 'call-length'],
    ['a second by the first', 'What was said in their second call?', 'colombia', 'first-call'],
    ['a nationality', 'What nationality were those killed?', 'colombia', 'boat-strike-deaths'],
    ['who asked, by who was asked', 'Who asked Trump on Air Force One?', 'colombia', 'operation-sounds-good'],
    ['what others say', 'What do the democrats say about the threat?', 'colombia', 'military-action-remark'],
    ['who wrote the article', 'Who wrote this article?', 'colombia', 'trump-honoured'],
    ['a count elsewhere', 'How many were killed in Venezuela?', 'colombia', 'boat-strike-deaths'],
  ] as const)('%s: %j', (_, text, slug, id) => {
    const { asked, assessment, dossier } = judge(text, slug, id);
    expect(lacksPremise(asked, assessment, dossier)).toBe(true);
  });

  it.each([
    ['Who called Petro "a sick man"?', 'colombia', 'trump-insult'],
    ['Who called the conversation cordial?', 'colombia', 'petro-confirms-call'],
    ['Did Petro deny the allegations?', 'colombia', 'petro-denies-drug-links'],
    ['Did Petro confess to drug trafficking?', 'colombia', 'petro-denies-drug-links'],
    ['Was it their first call?', 'colombia', 'first-call'],
    ["Who are Petro's supporters?", 'colombia', 'call-length'],
    ['How many people were killed?', 'colombia', 'boat-strike-deaths'],
    ['Who spoke of the threats?', 'colombia', 'ministry-rejects-force'],
  ] as const)('but may answer %j', (text, slug, id) => {
    const { asked, assessment, dossier } = judge(text, slug, id);
    expect(lacksPremise(asked, assessment, dossier)).toBe(false);
  });
});

describe('words in quote marks', () => {
  it('are looked for as they stand, whatever the case and the marks', () => {
    const { asked, assessment, dossier } = judge('Who said “Sounds  Good”?', 'colombia', 'quote-sounds-good');
    expect(quotedShare(asked, assessment.candidate, dossier)).toBe(1);
  });

  it('are counted one by one', () => {
    const { asked, assessment, dossier } = judge(
      'Who said "sounds good" and "sounds bad"?',
      'colombia',
      'quote-sounds-good',
    );
    expect(quotedShare(asked, assessment.candidate, dossier)).toBe(0.5);
  });
});
