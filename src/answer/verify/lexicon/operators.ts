/** Words that decide whether something happened: not, would, plan, ask for, suspected … */
import { wordSet } from './word-list.ts';

/** What an operator does to the words in its reach. */
export type Operator =
  | 'negation'
  | 'future'
  | 'possibility'
  | 'request'
  | 'suspicion'
  | 'condition'
  | 'attempt'
  | 'undoing'
  | 'saying';

/** Negation by grammar; two of them undo each other. */
export const NEGATORS = wordSet(
  `not n't no never without nobody nothing none neither nor nowhere hardly barely cannot`,
);

/** Negation by a word's own meaning; "dismissed as false" is one negation, not two. */
export const DENIALS =
  wordSet(`deny denial reject rejection dismiss refuse refusal false untrue fail failure lack unable
  rebut disavow repudiate unclear unknown unannounced undisclosed undecided unfounded`);

const CLASSES: Readonly<Record<Exclude<Operator, 'negation' | 'saying'>, ReadonlySet<string>>> = {
  future: wordSet(`will would shall 'll plan planned prepare preparation arrange arrangement intend intention
    upcoming forthcoming scheduled schedule expect expected future invite invitation
    preparing arranging promise pledge vow pending`),
  possibility: wordSet(`may might could can consider possible possibly potential perhaps maybe whether suggest
    suggestion option idea prospect likely unlikely`),
  request:
    wordSet(`need require must should await ask request demand urge seek want appeal call_for propose proposal offer wish hope request desire
    insist`),
  suspicion:
    wordSet(`suspected suspect alleged suspicion so-called purported apparent apparently reportedly allegedly
    supposed`),
  condition: wordSet(`if unless provided whether`),
  attempt: wordSet(`try attempt attempted bid threaten threat warn warning effort fail nearly almost failed`),
  undoing:
    wordSet(`revoke cancel lift withdraw end stop halt suspend ban block prevent remove lose drop scrap abandon
    rescind repeal avert avoid foil thwart`),
};

/** Verbs of asking and wanting that also only report speech, as in "asked if". */
const byWord = new Map<string, Operator[]>();
for (const [operator, words] of Object.entries(CLASSES) as [Operator, ReadonlySet<string>][])
  for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), operator]);

/** The operators that a word (its folded form or its lemma) is. */
export function operatorsOf(folded: string, lemma: string): readonly Operator[] {
  if (NEGATORS.has(folded) || NEGATORS.has(lemma) || DENIALS.has(folded) || DENIALS.has(lemma))
    return ['negation'];
  return byWord.get(folded) ?? byWord.get(lemma) ?? [];
}
