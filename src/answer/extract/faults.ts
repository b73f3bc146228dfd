/** What speaks against giving a candidate as the answer. */
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { AskedTerm } from './asked-terms.ts';
import type { Candidate } from './candidate.ts';
import { type Coverage, MET } from './coverage.ts';
import { lacksInstance } from './instance.ts';
import { countsOthers } from './other-counts.ts';
import { isEssential, voiceOf } from './party.ts';
import { hasStranger } from './strangers.ts';

/**
 * `person`: somebody named is not in it. `place`: it is not where the question says. `stranger`: a name that the file
 * does not know. `number`: a figure that is not in it, or a count of others. `focus`: it does not have the thing
 * asked for. `verb`: it says
 * nothing of what is asked to have happened. `role`: it says that others did it. `slot`: it has no date, place, number …
 * to answer with. `speaker`: others said it. `advice`: it does not say what should be. `general`: what a thing is or how
 * it is done in general, which no news tells. `sort`: which prison it is is asked, and it names none. `thin`: it shares too little with the question.
 */
export type Fault =
  | 'person'
  | 'place'
  | 'stranger'
  | 'number'
  | 'focus'
  | 'verb'
  | 'role'
  | 'slot'
  | 'speaker'
  | 'advice'
  | 'general'
  | 'sort'
  | 'thin';

/** Below this share of the question met, a fact only shares words with it. */
const THIN = 0.5;

type Measures = {
  readonly coverage: Coverage;
  readonly fill: number;
  readonly dossier: Dossier;
};

/** Every fault of the candidate but `role`, which takes a reading of who does what in it. */
export function faultsOf(asked: Asked, candidate: Candidate, measures: Measures): readonly Fault[] {
  const { coverage, fill, dossier } = measures;
  const missing = asked.mentions.filter((_, at) => coverage.named[at] === 0);
  const unmet = asked.terms.filter((_, at) => (coverage.strengths[at] ?? 0) < MET);
  const faults: readonly (readonly [Fault, boolean])[] = [
    ['person', missing.some(({ ids, located }) => !located && isEssential(ids, asked, dossier))],
    ['place', missing.some(({ located }) => located)],
    ['stranger', hasStranger(asked, unmet, dossier)],
    [
      'number',
      unmet.some(
        ({ role, stem, dated }) => dated || (role === 'number' && !/^[123](?:st|nd|rd)?$/.test(stem)),
      ) || countsOthers(asked, candidate, { coverage, unmet, dossier }),
    ],
    ['focus', unmet.some((term) => isIndispensable(term, asked, dossier))],
    ['verb', isVerbUnmet(asked, measures)],
    ['slot', fill === 0],
    ['speaker', asked.speakers.length > 0 && voiceOf(asked.speakers, candidate, dossier) === 0],
    ['advice', asksForAdvice(asked) && !candidate.reading.tokens.some(({ folded }) => ADVISING.test(folded))],
    ['general', asksInGeneral(asked)],
    ['sort', lacksInstance(asked, candidate, dossier)],
    ['thin', isThin(coverage)],
  ];
  return faults.filter(([, present]) => present).map(([fault]) => fault);
}

/** Whether a candidate only shares words with the question. */
export function isThin({ share }: Coverage): boolean {
  return share < THIN;
}

/** From this strength on a word stands for the verb; a looser one joins deeds that no reader would. */
const SAME_VERB = 0.6;

/** Whether a candidate leaves open what is asked to have happened. */
function isVerbUnmet({ deed, terms }: Asked, { coverage }: Measures): boolean {
  if (deed?.verb.part !== 'content') return false;
  return (coverage.strengths[terms.indexOf(deed.verb)] ?? 0) < SAME_VERB;
}

/** What is asked for, what does it, and what it is done to where the file speaks of that elsewhere. */
function isIndispensable(term: AskedTerm, { deed, question }: Asked, dossier: Dossier): boolean {
  if (term.part === 'focus' || term === deed?.subject || isThere(term, question)) return true;
  return (
    question.kind !== 'yes-no' &&
    term === deed?.object &&
    term.part === 'content' &&
    dossier.stems.has(term.stem)
  );
}

/** "Is there a recording?" */
function isThere({ position, role }: AskedTerm, { tokens }: AnalysedQuestion): boolean {
  return (
    role !== 'number' &&
    position <= 4 &&
    tokens.slice(0, 2).some(({ folded }) => folded === 'there') &&
    /^(?:an?|any|there|no)$/.test(tokens[position - 1]?.folded ?? '')
  );
}

const ADVISING =
  /^(?:should|must|ought|need|needs|urged?|urges|call(?:s|ed)|demand(?:s|ed|ing)?|recommend(?:s|ed)?|advise[sd]?|warn(?:s|ed))$/;

const IN_GENERAL =
  /^(?:(?:so|and|but|hey|hi|pls|please) )*(?:what(?:['’]?s| is| are) (?:an? )(?!\w+ (?:of|by|in)\b)|what does an? (?!.*\bcost\b)|how (?:does|do) (?:an? )?\w+(?: \w+)? works?\b|how (?:do|can|does) (?:i|you|one|we|somebody) become\b)/iu;

/** What a word means and how one becomes a judge is for a dictionary to say. */
function asksInGeneral({ question, mentions }: Asked): boolean {
  return mentions.length === 0 && IN_GENERAL.test(question.text);
}

/** What somebody ought to do is for the file to say, never for the desk. */
function asksForAdvice({ question, speakers }: Asked): boolean {
  return (
    speakers.length === 0 && question.tokens.some(({ folded }) => /^(?:should|ought|shouldnt)$/.test(folded))
  );
}
