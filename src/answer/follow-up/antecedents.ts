/** Whom the pronouns of a follow-up mean. */
import type { Person } from '../../knowledge/schema.ts';
import { analyseQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions } from '../extract/mentions.ts';
import type { Turn } from '../thread.ts';

const SUBJECT = /\b(?:he|she)\b/giu;
const OBJECT = /\b(?:him|her|hers)\b/giu;
/** "Her" may own and suffer; before a word it owns. */
const OWNER = /\b(?:his|her)(?= \p{L})/giu;
const PLURAL = /\b(?:they|them)\b/giu;
const PLURAL_OWNER = /\btheirs?\b/giu;
const THERE = /\bthere\b(?! (?:is|are|was|were|any|a)\b)(?<!\b(?:is|are|was|were|has|have|been|be) there)/giu;

const has = (words: RegExp, text: string) => new RegExp(words.source, 'iu').test(text);

/** Whether a text speaks of people or of a place by pronouns. */
export function hasPronoun(text: string): boolean {
  return [SUBJECT, OBJECT, OWNER, PLURAL, PLURAL_OWNER, THERE].some((words) => has(words, text));
}

/** People that a pronoun is tried on: those named last come first. */
const TRIED = 4;

/** The text with names for its pronouns, the likeliest reading first; none where nobody was spoken of. */
export function withNames(text: string, last: Turn, dossier: Dossier): readonly string[] {
  const spokenOf = antecedents(last, dossier);
  const people = spokenOf.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  const place = placeOf(last, dossier);
  const placed = place ? text.replace(THERE, `in ${place}`) : text;
  if (has(PLURAL, placed) || has(PLURAL_OWNER, placed))
    return pluralsOf(spokenOf).map((name) => plural(placed, name));
  if (![SUBJECT, OBJECT, OWNER].some((words) => has(words, placed))) return place ? [placed] : [];
  const isOfTwo = has(SUBJECT, placed) && has(OBJECT, placed.replace(OWNER, ''));
  return people.slice(0, TRIED).map((one) => {
    const other = isOfTwo ? people.find((name) => name !== one) : undefined;
    return placed
      .replace(OWNER, `${one}'s`)
      .replace(SUBJECT, one)
      .replace(OBJECT, other ?? one);
  });
}

function plural(text: string, name: string): string {
  return text.replace(PLURAL_OWNER, `${name}'s`).replace(PLURAL, name).replace(OWNER, `${name}'s`);
}

/** "They" are a body, or the two who were spoken of. */
function pluralsOf(spokenOf: readonly Person[]): readonly string[] {
  const bodies = spokenOf.filter(({ kind }) => kind === 'organisation').map(({ name }) => name);
  const [one, two] = spokenOf.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  const both = one && two ? [`${one} and ${two}`] : [];
  return [...bodies, ...both, ...(one ? [one] : [])].slice(0, TRIED);
}

/** Those whom the last question named, then those whose word its answer was, then whom it was about. */
function antecedents({ question, citations }: Turn, dossier: Dossier): readonly Person[] {
  const asked = findMentions(analyseQuestion(question).tokens, dossier).flatMap(({ ids }) => ids);
  const facts = citations.flatMap((id) => dossier.facts.get(id) ?? []);
  const voices = facts.flatMap(({ attributedTo }) => attributedTo ?? []);
  const ids = [...asked, ...voices, ...facts.flatMap(({ about }) => about)];
  return [...new Set(ids)]
    .flatMap((id) => dossier.people.get(id) ?? [])
    .filter(({ kind }) => kind !== 'place');
}

/** "There" is the place that the question named, or where the answer was. */
function placeOf({ question, citations }: Turn, dossier: Dossier): string | undefined {
  const asked = findMentions(analyseQuestion(question).tokens, dossier)
    .flatMap(({ ids }) => ids)
    .find((id) => dossier.people.get(id)?.kind === 'place');
  const told = citations.flatMap((id) => dossier.facts.get(id)?.place ?? [])[0];
  return dossier.people.get(asked ?? '')?.name ?? told;
}
