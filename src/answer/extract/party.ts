/** Who stands for whom: a ministry for its country, an administration for its president. */

import type { Person } from '../../knowledge/schema.ts';
import { oncePer } from '../../once-per.ts';
import { oncePerKey } from '../../once-per-key.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';

/** Whether one of the people stands for another. */
function standsFor(one: string, other: string, dossier: Dossier): boolean {
  return proxiesIn(dossier)(other).has(one);
}

/** For each of the people those who stand for them; worked out for those who are asked about. */
const proxiesIn = oncePer((dossier: Dossier) =>
  oncePerKey((id: string): ReadonlySet<string> => {
    const person = dossier.people.get(id);
    const others = [...dossier.people.values()].filter((actor) => person && actsFor(actor, person));
    return new Set(others.map((actor) => actor.id));
  }, Number.POSITIVE_INFINITY),
);

/** "Foreign ministry of Colombia" stands for Colombia, the leader of a union for the union, an administration for its head. */
function actsFor(actor: Person, person: Person): boolean {
  if (actor === person) return false;
  if (person.kind === 'place') return holdsWords(actor.role ?? '', person.name);
  if (person.kind === 'organisation') {
    const isOf = actor.kind === 'person' || RUNS.test(actor.role ?? '');
    return isOf && holdsWords(actor.role ?? '', person.name.replace(/^the /i, ''));
  }
  const names = [lastWord(person.name), ...person.aliases].map((name) => name.replace(/^the /i, ''));
  if (actor.kind === 'person') {
    const role = actor.role ?? '';
    return (
      SPEAKS_FOR.test(role) &&
      [...names, person.role ?? ''].some((name) => name !== '' && holdsWords(role, name))
    );
  }
  return actor.kind === 'organisation' && names.some((name) => holdsWords(actor.name, name));
}

/** "Spokesman of the prime minister". */
const SPEAKS_FOR = /\b(?:spokes\p{L}+|press secretary)\b/iu;

/** "Trust that runs Harbour Hospital". */
const RUNS = /\b(?:runs?|running|owns?|owner|operat(?:es|ing|or)|manages?|managing|parent)\b/iu;

function holdsWords(text: string, words: string): boolean {
  return ` ${text.toLowerCase().replace(/['’]s\b/g, '')} `.includes(` ${words.toLowerCase()} `);
}

function lastWord(name: string): string {
  return name.split(' ').at(-1) ?? name;
}

/** Whether two of the people are one party to a deed. */
export function isSameParty(one: string, other: string, dossier: Dossier): boolean {
  return one === other || standsFor(one, other, dossier) || standsFor(other, one, dossier);
}

/** Whether one of them, or somebody for them, stands in a candidate's own words. */
export function isPartyIn(ids: readonly string[], { reading }: Candidate, dossier: Dossier): boolean {
  const here = [...reading.present];
  return ids.some((id) => here.some((other) => isSameParty(id, other, dossier)));
}

const BY_PROXY = 0.8;

/** How surely a candidate involves somebody: 1 by name, less through who speaks or acts for them, 0 not at all. */
export function involves(ids: readonly string[], { reading }: Candidate, dossier: Dossier): number {
  if (ids.some((id) => reading.involved.has(id))) return 1;
  return ids.some((id) => !proxiesIn(dossier)(id).isDisjointFrom(reading.involved)) ? BY_PROXY : 0;
}

/**
 * How surely a candidate is the word of one of the speakers, 0..1: their own, that of a body that speaks for them,
 * or that of a person who does.
 */
export function voiceOf(
  speakers: readonly string[],
  { fact, quote, reading }: Candidate,
  dossier: Dossier,
): number {
  const voice = quote?.speaker ?? fact?.attributedTo;
  if (voice === undefined) return Number(fact !== undefined && keepsSilent(speakers, fact.text, reading));
  if (speakers.includes(voice)) return 1;
  if (!speakers.some((id) => standsFor(voice, id, dossier))) return 0;
  return dossier.people.get(voice)?.kind === 'organisation' ? 0.8 : 0.5;
}

const SILENCE =
  /\b(?:declin|refus)(?:es?|ed) to (?:comment|say|speak|answer|respond)\b|\bno comment\b|\b(?:did|does|has|have|had) not (?:yet |immediately |publicly )?(?:comment|respond|repl|answer|spoken|said)/iu;

/** "The company declined to comment" is what it says. */
function keepsSilent(speakers: readonly string[], text: string, { mentions }: Candidate['reading']): boolean {
  return SILENCE.test(text) && (mentions[0]?.ids.some((id) => speakers.includes(id)) ?? false);
}

/** "Venezuela's foreign ministry" where the file's is Colombia's: the office of another place than the file knows it of. */
export function isOfAnother({ mentions }: Pick<Asked, 'mentions'>, { people }: Dossier): boolean {
  return mentions.some(({ ids, from, words }, at) => {
    const before = mentions[at - 1];
    const place = people.get(before?.ids[0] ?? '');
    if (before?.to !== from || place?.kind !== 'place') return false;
    const holders = ids.flatMap((id) => people.get(id) ?? []);
    const isOffice = holders.every(({ role = '' }) => words.every((word) => holdsWords(role, word)));
    const names = [place.name, ...place.aliases];
    return (
      isOffice &&
      !holders.some(({ name, role = '' }) => names.some((own) => holdsWords(`${name} ${role}`, own)))
    );
  });
}

/** A place is mostly where a story plays, and need not stand in each fact; as a party to the deed it must. */
export function isEssential(
  ids: readonly string[],
  { deed }: Pick<Asked, 'deed'>,
  dossier: Dossier,
): boolean {
  const isPlace = ids.every((id) => dossier.people.get(id)?.kind === 'place');
  const party = [...(deed?.agents ?? []), ...(deed?.patients ?? [])];
  return !isPlace || ids.some((id) => party.includes(id));
}
