/** What a search finds. */
import type { Features } from './features.ts';
import type { Support } from './support.ts';

/** A fact or quote found, with its score (higher is better; comparable within one result only). */
export type Hit = {
  readonly id: string;
  /** Slug of its topic. */
  readonly topic: string;
  readonly kind: 'fact' | 'quote';
  readonly score: number;
  /** What the score was made of. */
  readonly features: Features;
  /** How well it supports the question: worked out when asked for, for few are. */
  readonly support: () => Support;
};
