/** Forms of verbs that say in which time or voice they stand. */
import { wordSet } from './word-list.ts';

/** Verbs that are the same in the past as in the present. */
export const SAME_IN_PAST = wordSet(
  'put cut set hit let shut cost hurt spread read split quit cast bet burst shed',
);

/** Helping verbs that leave open whether something happens. */
export const MODALS = wordSet("will would shall may might must could can should 'll");

const PASTS =
  wordSet(`gave took wrote went came saw knew began fell flew broke spoke chose drove rose rode grew threw drew ate
  forbade shook stole wore swore tore froze did became sank ran`);

/** "gave", "advises": no form that a passive has. */
export const isPastOrPresentOnly = (folded: string) => /[^s]s$/.test(folded) || PASTS.has(folded);
