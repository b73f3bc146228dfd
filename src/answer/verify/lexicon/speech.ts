/** Verbs and nouns of saying, by what they let the reader believe of what is said. */
import { wordSet } from './word-list.ts';

/** Says that somebody said it, and no more. */
const NEUTRAL =
  wordSet(`say tell write state add stress emphasise emphasize underline declare announce post tweet reply answer respond describe call refer comment
  remark voice express report speak estimate put label reiterate dub term characterise characterize brand message cite rule`);

/** Says that it is disputed or without proof. */
const CHARGING =
  wordSet(`claim allege accuse assert contend maintain insist charge complain suggest argue believe think
  blame describe level`);

const DENYING = wordSet(
  `deny reject dismiss dispute rebut contradict disavow disclaim insist maintain repudiate push`,
);

/** Takes what was said for true: only where the fact has the same verb. */
const FACTIVE =
  wordSet(`reveal prove show admit acknowledge confirm concede note discover find expose demonstrate
  know realise realize recall explain point disclose establish detail confess recognise recognize`);

/** Says of the speaker more than that he spoke: only where the fact says as much. */
const LOADED =
  wordSet(`warn announce agree boast brag gush lament joke lie threaten vow promise pledge predict urge
  demand request ask appeal expect fear hope caution assure`);

/** Nouns for what somebody said. */
export const SPEECH_NOUNS =
  wordSet(`allegation claim statement accusation denial word account remark comment post
  message tweet view telling opinion assertion contention`);

/** Kinds of fact that are somebody's word. */
export type VoicedKind = 'statement' | 'allegation' | 'denial';

const FITTING: Readonly<Record<VoicedKind, readonly ReadonlySet<string>[]>> = {
  statement: [NEUTRAL, new Set(['argue'])],
  allegation: [NEUTRAL, CHARGING],
  denial: [NEUTRAL, DENYING],
};

/** Whether the verb (a lemma) reports this kind of word without making more or less of it. */
export const fitsKind = (lemma: string, kind: VoicedKind) => FITTING[kind].some((verbs) => verbs.has(lemma));

const ALL = [NEUTRAL, CHARGING, DENYING, LOADED, FACTIVE];

/** Whether the verb (a lemma) takes what was said for true. */
export const isFactive = (lemma: string) => FACTIVE.has(lemma);

/** Whether the lemma is a verb of saying at all. */
export const isSpeechVerb = (lemma: string) => ALL.some((verbs) => verbs.has(lemma));

/** Verbs that take the words said as a clause of its own: "said (that) …". */
export const TAKES_CLAUSE =
  wordSet(`say tell write state add declare announce post tweet reply answer respond claim allege
  assert contend maintain insist complain argue believe deny reveal prove show admit acknowledge confirm concede note
  discover find know realise recall warn explain announce disclose report comment remark suggest estimate boast lament
  joke threaten vow promise pledge predict insist agree demand rule expect fear hope caution think reiterate repeat`);

/** Verbs that a question can hang on: "asked whether", "do not know where". */
export const TAKES_QUESTION = wordSet('ask wonder know say announce understand');

/** Verbs whose object is whom the words are about: "called him a sick man", "accused them of". */
export const NAMES_TARGET = wordSet(`call describe refer accuse label dub term brand blame charge`);
