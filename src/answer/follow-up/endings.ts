/** What a question ends with, asked by itself of what was just told: "who else?", "to whom?", "on the American side?" */
import { tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import type { Candidate } from '../extract/candidate.ts';
import type { Turn } from '../thread.ts';
import { nameKey } from '../verify/lexicon/places.ts';
import { namedIn } from './antecedents.ts';

/** "Who else?" */
const WHO_ELSE = /^(?:who|anyone|anybody|someone|somebody|(?:by|with|to|for) whom) else\s*\?*$/iu;
/** "To whom?", "for what cause?" */
const END = /^(to|with|for|against|from) (?:whom?|what)(?: \p{L}+)?(?: exactly)?\s*\?*$/iu;
/** "And on the American side?" */
const SIDE = /^(?:on|from|for) (?:the )?(?:\p{L}+ )?\p{L}+(?:['’]s)? side\s*\?*$/iu;
/** How a sentence goes on that holds what follows such a word. */
const ENDS: Readonly<Record<string, RegExp>> = {
  to: /\b(?:told|informed|assured|warned) (?!that\b)|\bto (?:the|an?|his|her|its|their|\p{Lu})/u,
  with: /\bwith (?:the|an?|his|her|its|their|\p{L}+s\b|\p{Lu})/u,
  for: /\bfor (?:the|an?|his|her|its|their|\p{Lu})|\bpro-\p{L}|\bin support of\b/u,
  against: /\bagainst (?!all\b)|\banti-\p{L}/u,
  from: /\bfrom (?:the|an?|his|her|its|their|\p{L}+s\b|\p{Lu})/u,
};

/** Whether a question is such an ending alone. */
export function isEnding(bare: string): boolean {
  return [WHO_ELSE, END, SIDE].some((ending) => ending.test(bare));
}

/** Whether what was told holds what such an ending asks for. */
export function holdsEnding(bare: string, candidate: Candidate, { last, dossier }: Told): boolean {
  if (WHO_ELSE.test(bare)) return namesOthers(candidate, last, dossier);
  if (SIDE.test(bare)) return namesOneOf(bare, candidate, dossier);
  const [, word = ''] = END.exec(bare) ?? [];
  return ENDS[word.toLowerCase()]?.test(candidate.fact?.text ?? '') ?? false;
}

type Told = { readonly last: Turn; readonly dossier: Dossier };

/** Whether it names somebody beside one whom the last question named. */
function namesOthers({ fact, reading }: Candidate, { question }: Turn, dossier: Dossier): boolean {
  const asked = new Set(namedIn(question, dossier));
  const here = [...reading.present]
    .flatMap((id) => dossier.people.get(id) ?? [])
    .filter(({ kind, id }) => kind !== 'place' && id !== fact?.attributedTo);
  return here.some((person) => asked.has(person)) && here.some((person) => !asked.has(person));
}

/** Whether it names somebody whose office is in the country that is named: "US Secretary of State" is American. */
function namesOneOf(bare: string, { reading }: Candidate, dossier: Dossier): boolean {
  const countries = new Set(tokenise(bare).map(({ folded }) => nameKey(folded)));
  return [...reading.present].some((id) =>
    tokenise(dossier.people.get(id)?.role ?? '').some(
      ({ surface, folded }) => /^\p{Lu}/u.test(surface) && countries.has(nameKey(folded)),
    ),
  );
}
