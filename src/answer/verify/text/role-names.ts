/** What somebody can be called by office: "the Colombian leader", "the Trust's chair". */
import type { Person } from '../../../knowledge/schema.ts';

/** Every form of a role that names who has it: the office with its place or its organisation, by each of their names. */
export const rolesAsNames = (role: string, people: readonly Person[]): readonly string[] => [
  ...officesOf(role, people),
  ...governed(role, people),
];

/** The office of a person by itself ("chief executive"), where the file gives it to nobody else. */
export function soleOffice({ id, kind, role = '' }: Person, people: readonly Person[]): readonly string[] {
  const office = OFFICE.exec(role)?.[1]?.toLowerCase();
  const others = people.filter((other) => other.id !== id);
  const isShared = others.some(({ name, role: theirs = '', aliases }) =>
    [name, theirs, ...aliases].some((text) => text.toLowerCase().includes(office ?? '')),
  );
  return office && kind === 'person' && !isShared ? shortened(office) : [];
}

const shortened = (office: string) => [
  office,
  ...SHORT_OFFICES.filter(([long]) => long.test(office)).map(([, short]) => short),
];

/** "President of Colombia" is also written "Colombia's president" and "the Colombian leader", by every name of Colombia. */
function officesOf(role: string, people: readonly Person[]): readonly string[] {
  const [, office = '', link = '', whole = ''] = OFFICE.exec(role) ?? [];
  const owner = ownerOf(whole, people);
  const place = /^(?:\p{Ll}+ )?(\p{Lu}[\p{L}'. -]*)$/u.exec(whole)?.[1];
  const whose = owner ? [whole, owner.name, ...owner.aliases] : link === 'of' && place ? [place] : [];
  if (whose.length === 0) return role.split(' ').length <= 4 ? [role] : [];
  return formsWith(shortened(office), whose);
}

/** "the board of the Bank of Lyrra" is also "the board of the central bank", "the central bank's board". */
export function withOwner(name: string, people: readonly Person[]): readonly string[] {
  const [, office = '', , whole = ''] = OFFICE.exec(withoutArticle(name)) ?? [];
  const owner = ownerOf(whole, people);
  return owner ? formsWith([office], [owner.name, ...owner.aliases]) : [];
}

const LINKS = ['of', 'at', 'for'];

const formsWith = (offices: readonly string[], whose: readonly string[]) =>
  offices.flatMap((title) =>
    whose
      .map(withoutArticle)
      .flatMap((of) => [
        ...LINKS.map((link) => `${title} ${link} ${of}`),
        `${of}'s ${title}`,
        `${of} ${title}`,
      ]),
  );

const OFFICE = /^([\p{L} -]+?) (of|at|for) (?:the )?(.+)$/u;

const withoutArticle = (name: string) => name.replace(/^(?:the|an?) /i, '');

/** Whom of the file an office is held with. */
function ownerOf(whole: string, people: readonly Person[]): Person | undefined {
  const last = /^\p{Ll}+ (\p{Lu}.*)$/u.exec(whole)?.[1];
  const named = (wanted: string | undefined) =>
    people.find(({ name, aliases }) => [name, ...aliases].map(withoutArticle).some((one) => one === wanted));
  return named(whole) ?? named(last);
}

/** Reports say "the US" for its government: what is done by the one is done by the other. */
function governed(role: string, people: readonly Person[]): readonly string[] {
  const place = /^(?:the )?(?:government|administration|cabinet) of (?:the )?(.+)$/i.exec(role)?.[1];
  const owner = people.find(({ name, aliases }) => place !== undefined && [name, ...aliases].includes(place));
  return owner ? [owner.name, ...owner.aliases] : [];
}

const SHORT_OFFICES: readonly (readonly [RegExp, string])[] = [
  [/president|prime minister|chancellor|king|queen|general secretary|leader/i, 'leader'],
  [/chief executive/i, 'CEO'],
  [/chief|head|director|president|chair|chief executive/i, 'boss'],
];
