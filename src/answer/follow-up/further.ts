/** What goes on from the last answer: "and Petro?" of an allegation against him, "anything else?" of somebody's words. */
import type { Dossier } from '../dossier.ts';
import type { Turn } from '../thread.ts';
import { namedIn } from './antecedents.ts';
import { namedAlone } from './exchange.ts';
import { asksForMore, type FollowUpText, ownMatter } from './lead.ts';
import { withNames } from './pronouns.ts';
import { answersBy, speakersAlone } from './replies.ts';

/** Facts told when more is asked for. */
const FURTHER = 2;

/** "What does he say to that?" */
const TO_THAT =
  /\b(?:say|says|said|repl(?:y|ies|ied)|respond(?:s|ed)?|answer(?:s|ed)?|react(?:s|ed)?|reaction|response)\b.{0,20}\bto (?:that|this|it|these|those)\b/iu;
/** "Does she deny it?" */
const POINTED = /\b(?:that|this|it|these|those|them)\s*\?*$/iu;

/** Ids of the facts that go on from the last answer; none where the question asks for something else. */
export function furtherOf(
  { bare, led }: FollowUpText,
  turns: readonly Turn[],
  dossier: Dossier,
): readonly string[] {
  const citations = turns.at(-1)?.citations ?? [];
  const named = namedAlone(bare, dossier);
  if (named) {
    const denials = citations.flatMap((id) => dossier.answersTo.get(id) ?? []);
    return denials.flatMap(({ id, attributedTo = '' }) => (named.ids.includes(attributedTo) ? [id] : []));
  }
  const all = turns.toReversed().flatMap((turn) => turn.citations);
  if (TO_THAT.test(bare) && namedIn(bare, dossier).length === 0 && ownMatter(bare).length === 0)
    return denialsOf(all, dossier);
  const last = turns.at(-1);
  const [said = bare] = last && /\bthey\b/iu.test(bare) ? withNames(bare, last, dossier) : [];
  const speakers = speakersAlone(said, dossier);
  if (speakers) return answersBy(speakers, led || POINTED.test(bare) ? all : citations, dossier);
  const told = new Set(turns.flatMap((turn) => turn.citations));
  const [first] = citations.flatMap((id) => dossier.facts.get(id) ?? []);
  if (!asksForMore(bare) || !first?.attributedTo) return [];
  const place = (id: string) => dossier.order.get(id) ?? 0;
  return [...dossier.facts.values()]
    .filter(({ id, attributedTo }) => attributedTo === first.attributedTo && !told.has(id))
    .map(({ id }) => id)
    .toSorted((a, b) => Math.abs(place(a) - place(first.id)) - Math.abs(place(b) - place(first.id)))
    .slice(0, FURTHER);
}

/** Ids of what is said against the first of the allegations. */
export function denialsOf(ids: readonly string[], { answersTo, facts }: Dossier): readonly string[] {
  const allegation = ids.find((id) => facts.get(id)?.kind === 'allegation');
  return (answersTo.get(allegation ?? '') ?? []).map(({ id }) => id);
}
