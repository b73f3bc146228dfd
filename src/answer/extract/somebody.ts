/** Whether a candidate has somebody who may be asked for, or introduces somebody who is asked about. */
import type { Person } from '../../knowledge/schema.ts';
import { oncePer } from '../../once-per.ts';
import { tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import { asksForName } from './asked-slot.ts';
import type { Candidate } from './candidate.ts';
import { isName } from './times.ts';
import { STATE } from './vocabulary.ts';

/** Share of somebody's name and role that the candidate gives: the fact that introduces them answers who they are. */
export function introduces({ question, mentions }: Asked, { reading }: Candidate, dossier: Dossier): number {
  const person = dossier.people.get(mentions[0]?.ids[0] ?? '');
  if (!person) return 0;
  const { wanted, isDescribed } = introduction(person);
  if (isDescribed && (person.kind === 'person' || asksForName(question, mentions))) return 0;
  const given = wanted.filter((stem) => reading.tokens.some((token) => token.stem === stem));
  return given.length / Math.max(1, wanted.length);
}

/** Stems of somebody's name and role; whether the file only knows them by office: "Colombia's foreign minister". */
const introduction = oncePer(({ name, role = '' }: Person) => {
  const named = tokenise(`${name} ${role}`).filter(
    ({ folded }) => !/^(?:of|the|a|an|in|for|and)$/.test(folded),
  );
  const office = new Set(tokenise(role).map(({ stem }) => stem));
  return {
    wanted: [...new Set(named.map(({ stem }) => stem))],
    isDescribed: tokenise(name).every(({ stem }) => office.has(stem)),
  };
});

/** A state or an unlisted name may be who is asked for. */
const A_STATE = 0.7;

/** "Who is Petro?" asks about the one it names; every other "who" asks for somebody else. */
export function namesAnother(asked: Asked, { reading, fact, quote }: Candidate, dossier: Dossier): number {
  const named = new Set(asked.mentions.flatMap(({ ids }) => ids));
  if (named.size > 0 && asked.terms.length === 0) return 1;
  const voices = [fact?.attributedTo, quote?.speaker].filter((id) => id !== undefined);
  const others = [...reading.involved, ...voices].filter((id) => !named.has(id) && isActor(id, dossier));
  const isHere = (id: string) => reading.present.has(id) || voices.includes(id);
  const actors = others.filter((id) => dossier.people.get(id)?.kind !== 'place');
  if (actors.length > 0) return actors.some(isHere) ? 1 : FILED;
  const isNamed = reading.tokens.some((token, at) => at > 0 && isName(token));
  return others.length > 0 || isNamed ? A_STATE : 0;
}

/** Whom a fact is filed under need not stand in it. */
const FILED = 0.8;

/** States act; towns and buildings do not. */
function isActor(id: string, { people }: Dossier): boolean {
  const person = people.get(id);
  return person?.kind !== 'place' || STATE.test(person.name);
}
