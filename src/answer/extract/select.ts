/** The best candidate and what belongs with it → the claims of an answer. */
import type { Claim } from '../answer.ts';
import { claimsTelling } from '../claims.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { Assessment } from './assess.ts';
import type { SignalName } from './signal-names.ts';

/** Sentences of an answer; the other side of a dispute comes on top. */
const MAX_CLAIMS = 3;
/** A further candidate answers as well when its score is this near to the best one's: at least half as likely. */
const AS_GOOD = 0.7;

/** In what it must be no worse: that it says of the same thing what is asked for. */
const TELLING = ['share', 'exact', 'fill', 'fragment'] as const satisfies readonly SignalName[];

type Reading = { readonly asked: Asked; readonly dossier: Dossier };

/** One to three claims that answer, each allegation with its denial right behind it. */
export function claimsOf(
  best: Assessment,
  ranked: readonly Assessment[],
  { asked, dossier }: Reading,
): readonly Claim[] {
  const further = ranked.filter(
    (other) =>
      other !== best &&
      other.faults.length === 0 &&
      other.score >= best.score - AS_GOOD &&
      TELLING.every((signal) => other.signals[signal] >= best.signals[signal]),
  );
  const claims: Claim[] = [];
  for (const { candidate } of [best, ...further].slice(0, MAX_CLAIMS)) {
    const [claim, ...others] = claimsTelling(candidate.id, dossier);
    if (!claim || repeats(claim, claims)) continue;
    claims.push(claim, ...others.filter((other) => !repeats(other, claims)));
  }
  return asked.slot === 'quote' ? claims : claims.slice(0, MAX_CLAIMS + 1);
}

function repeats(claim: Claim, claims: readonly Claim[]): boolean {
  return claims.some(
    ({ text, citations }) => text === claim.text || citations.includes(claim.citations[0] ?? ''),
  );
}
