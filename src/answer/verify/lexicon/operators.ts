/** Words that decide whether something happened: not, would, plan, ask for, suspected … */
import type { Word } from '../text/words.ts';
import { wordSet } from './word-list.ts';

/** What an operator does to the words in its scope. "aim" is an infinitive's, "saying" a verb's or noun's that reports words. */
export type Operator =
  | 'negation'
  | 'future'
  | 'possibility'
  | 'request'
  | 'order'
  | 'duty'
  | 'wish'
  | 'intent'
  | 'aim'
  | 'suspicion'
  | 'condition'
  | 'attempt'
  | 'undoing'
  | 'deferral'
  | 'saying';

/** Negation by grammar; two of them undo each other. */
export const NEGATORS = wordSet(
  `not n't no never without nobody nothing none neither nor nowhere hardly barely cannot`,
);

/** Whether a word negates by grammar. */
export const isNegator = ({ folded, lemma }: Pick<Word, 'folded' | 'lemma'>) =>
  NEGATORS.has(folded) || NEGATORS.has(lemma);

/** Negation by a word's own meaning; "dismissed as false" is one negation, not two. */
export const DENIALS =
  wordSet(`deny denial reject rejection dismiss refuse refusal decline false untrue fail failure lack unable
  rebut disavow repudiate unclear unknown unannounced undisclosed undecided unfounded turn_down`);

/** Whether a word denies by its own meaning, alone or with its particle: "refused", "turned down". */
export const isDenial = ({ folded, lemma, phrase }: Pick<Word, 'folded' | 'lemma' | 'phrase'>) =>
  [folded, lemma, phrase?.replace(' ', '_') ?? ''].some((form) => DENIALS.has(form));

const CLASSES: Readonly<Record<Exclude<Operator, 'negation' | 'saying' | 'aim'>, ReadonlySet<string>>> = {
  future: wordSet(`will would shall 'll planned prepare preparation arrange arrangement
    upcoming forthcoming scheduled schedule expect expected suppose_to future invite invitation
    preparing arranging promise pledge vow pending`),
  possibility:
    wordSet(`may might could can allow permit consider possible possibly potential perhaps maybe whether probably presumably suggest
    suggestion option idea prospect likely unlikely`),
  request:
    wordSet(`should await ask request demand urge encourage seek appeal call_for call_on call_upon propose proposal offer
    insist`),
  order: wordSet(`order instruct decree`),
  duty: wordSet(`need require must requirement`),
  wish: wordSet(`want wish hope desire would_like`),
  intent: wordSet(`plan intend intention aim target goal`),
  suspicion:
    wordSet(`suspected suspect alleged suspicion so-called purported apparent apparently reportedly allegedly
    supposed`),
  condition: wordSet(`if unless provided whether condition`),
  attempt: wordSet(`try attempt attempted bid threaten threat warn warning effort fail nearly almost failed`),
  deferral: wordSet(`postpone postponement delay defer adjourn put_off push_back`),
  undoing:
    wordSet(`revoke cancel lift withdraw end stop halt suspend ban block prevent remove lose drop scrap abandon
    rescind repeal avert avoid foil thwart`),
};

const byWord = new Map<string, Operator[]>();
for (const [operator, words] of Object.entries(CLASSES) as [Operator, ReadonlySet<string>][])
  for (const written of words) {
    const word = written.replaceAll('_', ' ');
    byWord.set(word, [...(byWord.get(word) ?? []), operator]);
  }

/** "tried on 140 volunteers": done, and no attempt; "appeal against the ruling": a deed, and no request. */
const WITHOUT_OUTCOME = /^(?:try (?:on|out)|appeal against)$/;

/** The operators that a word is: by its form with the particle behind it, its own form, or its lemma. */
export function operatorsOf(word: Pick<Word, 'folded' | 'lemma' | 'phrase'>): readonly Operator[] {
  const { folded, lemma, phrase } = word;
  if (phrase !== undefined && WITHOUT_OUTCOME.test(phrase)) return [];
  const whole = phrase === undefined ? undefined : byWord.get(phrase);
  if (whole) return whole;
  if (isNegator(word) || isDenial(word)) return ['negation'];
  return byWord.get(folded) ?? byWord.get(lemma) ?? [];
}
