/** Whether a question is about somebody or something whom the file does not know. */
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { AskedTerm } from './asked-terms.ts';
import { asksForOtherOffice, isOtherOffice } from './offices.ts';
import { isOfAnother } from './party.ts';

/** Whether a name of the question is not there; `unmet` are the terms that the candidate does not meet. */
export function hasStranger(asked: Asked, unmet: readonly AskedTerm[], dossier: Dossier): boolean {
  return (
    unmet.some(
      (term) =>
        isStranger(term) ||
        isOfficeOf(term, asked) ||
        isOtherOffice(term, asked, dossier) ||
        isOtherCountrys(term, asked),
    ) ||
    isOfAnother(asked, dossier) ||
    asksForOtherOffice(asked, dossier)
  );
}

/** "Mexico's president": somebody of a country that the file does not tell of. */
function isOtherCountrys(
  { folded, start, surface, namesPlace }: AskedTerm,
  { question: { text } }: Asked,
): boolean {
  return /^['’]s\b/u.test(text.slice(start + surface.length)) && !A_PLACE.test(folded) && namesPlace();
}

/** "MPs" and "GDP" are words, the UN is a name. */
function isStranger({ role, part, surface, namesBody }: AskedTerm): boolean {
  return role === 'name' && part !== 'generic' && (!/^\p{Lu}{2,}s?$/u.test(surface) || namesBody());
}

/** Words for a place that name none: "head of state". */
const A_PLACE = /^(?:states?|country|countries|nations?|city|town|government)$/;

/** "The president of brazil", in lower case: the office is somebody's of the file, the country none of it. */
function isOfficeOf(
  { position, folded, namesPlace }: AskedTerm,
  { question: { tokens }, terms }: Asked,
): boolean {
  const office = terms.find((term) => term.position === position - 2);
  return (
    tokens[position - 1]?.folded === 'of' &&
    (office?.holders.size ?? 0) > 0 &&
    !A_PLACE.test(folded) &&
    namesPlace()
  );
}
