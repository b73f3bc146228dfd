/** Whether a question is about somebody or something whom the file does not know. */
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { AskedTerm } from './asked-terms.ts';
import { isPossessive } from './mentions.ts';
import { isOfAnother } from './party.ts';

/** Whether a name of the question is not there; `unmet` are the terms that the candidate does not meet. */
export function hasStranger(asked: Asked, unmet: readonly AskedTerm[], dossier: Dossier): boolean {
  return (
    unmet.some(
      (term) =>
        isStranger(term) ||
        isOfficeOf(term, asked) ||
        isOtherOffice(term, asked, dossier) ||
        isOtherCountrys(term, asked) ||
        (HIGHER.test(term.folded) &&
          isOffice(
            asked.terms.find(({ position }) => position === term.position + 1),
            dossier,
          )),
    ) ||
    isOfAnother(asked, dossier) ||
    isHigherOffice(asked, dossier) ||
    isOfficeElsewhere(asked, dossier)
  );
}

/** "Who is the prime minister?" of a file that only has another minister. */
function isOtherOffice(
  { position, part }: AskedTerm,
  { slot, terms, question: { tokens } }: Asked,
  { roles }: Dossier,
): boolean {
  const office = terms.find((term) => term.position === position + 1);
  return (
    slot === 'who' &&
    part === 'content' &&
    /^(?:the|a|an)$/.test(tokens[position - 1]?.folded ?? '') &&
    /^(?:is|are|was|were|whos)$/.test(tokens[position - 2]?.folded ?? '') &&
    office !== undefined &&
    roles.has(office.stem) &&
    office.namesPerson()
  );
}

/** "Mexico's president": somebody of a country that the file does not tell of. */
function isOtherCountrys(
  { folded, start, surface, namesPlace }: AskedTerm,
  { question: { text } }: Asked,
): boolean {
  return /^['’]s\b/u.test(text.slice(start + surface.length)) && !A_PLACE.test(folded) && namesPlace();
}

const HIGHER =
  /^(?:prime|deputy|vice|assistant|foreign|finance|interior|defen[cs]e|justice|health|education|labou?r|transport|home)$/;

/** "The prime minister" where the file's minister is one of health. */
function isHigherOffice({ mentions, question: { tokens } }: Asked, { people }: Dossier): boolean {
  return mentions.some(({ ids, from }) => {
    const before = tokens[from - 1]?.folded ?? '';
    const holders = ids.flatMap((id) => people.get(id) ?? []).filter(({ kind }) => kind === 'person');
    return (
      HIGHER.test(before) &&
      holders.length > 0 &&
      holders.every(({ name, role = '', aliases }) => !hasWord([name, role, ...aliases], before))
    );
  });
}

function isOffice(term: AskedTerm | undefined, { roles }: Dossier): boolean {
  return term !== undefined && roles.has(term.stem) && term.namesPerson();
}

/** "Venezuela's president" where the presidents of the file are others'. */
function isOfficeElsewhere(
  { mentions, terms, question }: Asked,
  { people, roles, ...dossier }: Dossier,
): boolean {
  return mentions.some((mention) => {
    const place = people.get(mention.ids[0] ?? '');
    const office = terms.find(({ position }) => position === mention.to);
    if (
      place?.kind !== 'place' ||
      !isPossessive(mention, question) ||
      !isOffice(office, { people, roles, ...dossier })
    )
      return false;
    const names = [place.name, ...place.aliases].map((name) => name.toLowerCase());
    const holders = [...(roles.get(office?.stem ?? '') ?? [])].flatMap((id) => people.get(id) ?? []);
    return !holders.some((holder) => {
      const text = [holder.name, holder.role ?? '', ...holder.aliases].join(' ').toLowerCase();
      return names.some((name) => text.includes(name));
    });
  });
}

function hasWord(texts: readonly string[], word: string): boolean {
  return texts.some((text) => ` ${text.toLowerCase()} `.includes(` ${word} `));
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
