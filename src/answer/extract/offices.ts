/** Whether a question is about an office that somebody else holds than those of the file. */
import type { Person } from '../../knowledge/schema.ts';
import { oncePer } from '../../once-per.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { AskedTerm } from './asked-terms.ts';
import { isPossessive } from './mentions.ts';

/** "The prime minister" of a file that has one of health, "Venezuela's president" of one that has others'. */
export const asksForOtherOffice = oncePer(
  (asked: Asked, dossier: Dossier): boolean => isOfOtherRank(asked, dossier) || isElsewhere(asked, dossier),
);

/** "Who is the prime minister?" of a file that only has another minister. */
export function isOtherOffice(
  { position, part }: AskedTerm,
  { slot, terms, question: { tokens } }: Asked,
  dossier: Dossier,
): boolean {
  const office = terms.find((term) => term.position === position + 1);
  return (
    slot === 'who' &&
    part === 'content' &&
    /^(?:the|a|an)$/.test(tokens[position - 1]?.folded ?? '') &&
    /^(?:is|are|was|were|whos)$/.test(tokens[position - 2]?.folded ?? '') &&
    isOffice(office, dossier)
  );
}

const RANK =
  /^(?:prime|deputy|vice|assistant|foreign|finance|interior|defen[cs]e|justice|health|education|labou?r|transport|home)$/;

/** The word before an office says which, and nobody of the file has that one. */
function isOfOtherRank({ mentions, terms, question: { tokens } }: Asked, dossier: Dossier): boolean {
  const isRanked = (at: number) => RANK.test(tokens[at - 1]?.folded ?? '');
  const named = mentions
    .filter(({ from }) => isRanked(from))
    .map(({ ids, from }) => ({ from, holders: ids.flatMap((id) => dossier.people.get(id) ?? []) }))
    .filter(({ holders }) => holders.some(({ kind }) => kind === 'person'));
  const offices = terms
    .filter((term) => isRanked(term.position) && isOffice(term, dossier))
    .map((term) => ({ from: term.position, holders: holdersOf(term, dossier) }));
  return [...named, ...offices].some(
    ({ from, holders }) =>
      !holders.some((holder) => wordsFor(holder).includes(` ${tokens[from - 1]?.folded} `)),
  );
}

/** A country owns the office, and nobody of the file who has such an office has it there. */
function isElsewhere({ mentions, terms, question }: Asked, dossier: Dossier): boolean {
  return mentions.some((mention) => {
    const place = dossier.people.get(mention.ids[0] ?? '');
    const office = terms.find(({ position }) => position === mention.to);
    if (place?.kind !== 'place' || !isPossessive(mention, question) || !isOffice(office, dossier))
      return false;
    const names = [place.name, ...place.aliases].map((name) => name.toLowerCase());
    return !holdersOf(office, dossier).some((holder) =>
      names.some((name) => wordsFor(holder).includes(name)),
    );
  });
}

function isOffice(term: AskedTerm | undefined, { roles }: Dossier): term is AskedTerm {
  return term !== undefined && roles.has(term.stem) && term.namesPerson();
}

function holdersOf({ stem }: AskedTerm, { roles, people }: Dossier): readonly Person[] {
  return [...(roles.get(stem) ?? [])].flatMap((id) => people.get(id) ?? []);
}

/** All that somebody is called, in lower case between spaces. */
function wordsFor({ name, role = '', aliases }: Person): string {
  return ` ${[name, role, ...aliases].join(' ').toLowerCase()} `;
}
