/** Which of the people and places of a question a candidate has. */
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import type { Coverage } from './coverage.ts';
import { isPartyIn } from './party.ts';
import { whereFill } from './places.ts';

/** Of nobody named, everybody is there. */
function mean(shares: readonly number[]): number {
  return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Share of the question's people and places that it has; a place that a yes-or-no question may have wrong does not count. */
export function namedShare({ question, mentions }: Asked, { named }: Coverage): number {
  const isWhether = question.kind === 'yes-no';
  return mean(named.filter((_, at) => !(isWhether && mentions[at]?.located)));
}

/** Share of the question's people who stand in the sentence itself, or somebody for them, not only in what it is filed under. */
export function namedHere({ mentions }: Asked, candidate: Candidate, dossier: Dossier): number {
  return mean(mentions.map(({ ids }) => Number(isPartyIn(ids, candidate, dossier))));
}

/** Whether it begins with the one whose deed is asked about. */
export function leads({ deed }: Asked, { reading, quote }: Candidate): boolean {
  const first = quote ? [quote.speaker] : (reading.mentions[0]?.ids ?? []);
  return deed?.agents.some((id) => first.includes(id)) ?? false;
}

/** Where a yes-or-no question has the place wrong, the fact that has it right is the answer. */
export function rightPlace(
  { question, mentions }: Asked,
  candidate: Candidate,
  { coverage, dossier }: { readonly coverage: Coverage; readonly dossier: Dossier },
): number {
  if (question.kind !== 'yes-no') return 0;
  const isWrong = mentions.some(
    ({ ids }, at) => !coverage.named[at] && ids.every((id) => dossier.people.get(id)?.kind === 'place'),
  );
  return isWrong ? whereFill(candidate, dossier) : 0;
}
