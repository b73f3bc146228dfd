/** How much each word and name of a question counts in what a candidate meets of it. */
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { AskedTerm } from './asked-terms.ts';
import { isEssential } from './party.ts';

type Parts = Pick<Asked, 'terms' | 'mentions' | 'deed'>;

/** What each term counts for where it is met and where not, and each name. */
export type Weights = Readonly<Record<'met' | 'unmet' | 'names', readonly number[]>>;

/** Weighs a question's words against a topic: the rarer there, the more. */
export function weigh(asked: Parts, dossier: Dossier): Weights {
  return {
    met: asked.terms.map((term) => termWeight(term, asked, dossier, true)),
    unmet: asked.terms.map((term) => termWeight(term, asked, dossier, false)),
    names: asked.mentions.map(({ ids }) => nameWeight(ids, asked, dossier)),
  };
}

const PART_WEIGHT = { content: 1, focus: 1.2, type: 0, generic: 0.05, speech: 0.3 } as const;
/** The verb says more than any other word what is asked. */
const DEED_WEIGHT = 1.3;
/** A word that the file uses elsewhere is missed more than one that may only be put differently. */
const USED_ELSEWHERE = 1.4;

function termWeight(term: AskedTerm, { deed }: Parts, dossier: Dossier, met: boolean): number {
  const count = dossier.stems.get(term.stem) ?? 0;
  const emphasis = term === deed?.verb ? DEED_WEIGHT : !met && count > 0 ? USED_ELSEWHERE : 1;
  return PART_WEIGHT[term.part] * emphasis * rarity(count, dossier);
}

function nameWeight(ids: readonly string[], asked: Parts, dossier: Dossier): number {
  const share = isEssential(ids, asked, dossier) ? 0.6 : 0.25;
  return share * rarity(Math.max(...ids.map((id) => dossier.involvements.get(id) ?? 0)), dossier);
}

function rarity(count: number, { facts, quotes }: Dossier): number {
  const size = facts.size + quotes.size;
  return Math.log(1 + (size - Math.min(count, size) + 0.5) / (count + 0.5));
}
