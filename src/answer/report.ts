/** What operators hear of answering. */
import type { Engine } from './answer.ts';
import type { DroppedClaim } from './verify/verify.ts';

/** What happened on the way to an answer that operators count; never holds what users wrote. */
export type AskEvent =
  | {
      readonly kind: 'claim-dropped';
      readonly engine: Engine;
      readonly topic: string;
      readonly dropped: DroppedClaim;
    }
  | { readonly kind: 'composer-failed'; readonly topic: string; readonly error: unknown }
  | { readonly kind: 'thread-unavailable'; readonly error: unknown };

/** Is told of each event as it happens. */
export type Report = (event: AskEvent) => void;
