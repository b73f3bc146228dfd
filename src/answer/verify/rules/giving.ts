/** Who gives and who gets. */
import { wordSet } from '../lexicon/word-list.ts';
import type { Match } from '../match.ts';
import type { Predicate } from '../text/roles.ts';
import type { Word } from '../text/words.ts';
import { same } from './role-agreement.ts';

const GIVING =
  wordSet(`give hand hand_out hand_over give_back return give_out distribute pay provide supply grant
  award send serve lend sell`);

/** Whether what somebody does so to a thing, another one gets. */
export const gives = ({ lemma, phrase }: Pick<Word, 'lemma' | 'phrase'>) =>
  GIVING.has((phrase ?? lemma).replace(' ', '_'));

/**
 * "Kessary gets power from Tarn" for "Tarn supplies Kessary with power": who gives it and to whom stay who they are.
 * Undefined where the two tell of nothing that is given.
 */
export function isReceived(
  { word, agents, patients, passive }: Predicate,
  { unit: { reading } }: Match,
): boolean | undefined {
  const givers = patients.filter(({ preposition }) => preposition === 'from');
  const giving = reading.predicates.filter(
    (other) => other.word.pos === 'VERB' && !other.passive && gives(other.word),
  );
  if (passive || !/^(?:get|receive|obtain)$/.test(word.lemma) || givers.length * giving.length === 0)
    return undefined;
  const owners = reading.predicates.flatMap((other) => (other.word.pos === 'NOUN' ? other.agents : []));
  return giving.some(
    (other) =>
      givers.every((head) => other.agents.some((one) => same(one, head))) &&
      agents.every((head) => [...other.patients, ...owners].some((one) => same(one, head))),
  );
}
