/** Whether a candidate names one of the sort that is asked for: a prison for "which prison". */
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { AskedTerm } from './asked-terms.ts';
import type { Candidate } from './candidate.ts';
import { isOfSort } from './coverage.ts';
import { kinshipOf } from './kinship.ts';
import { asksWhereSaid, isPlaceName } from './places.ts';
import { TOWN } from './sort.ts';
import { isName } from './times.ts';
import { PERSON_NOUNS, PLACE_NOUNS, SPEECH, STATE } from './vocabulary.ts';

/** From this strength on a word is the one that was asked for rather than one of its kind. */
const SAME = 0.8;

/** Whether one of a sort of people, bodies or things is asked for ("in which prison?"), and none is named. */
export function lacksInstance(asked: Asked, candidate: Candidate, dossier: Dossier): boolean {
  const of = asked.terms.find((term) => asksWhich(term, asked));
  return (
    of !== undefined && candidate.fact?.kind !== 'unknown' && !hasInstance(of, asked, candidate, dossier)
  );
}

/** "Which place" and "which official" are met by any of the file's names. */
function asksWhich({ part, sort, stem, folded, position }: AskedTerm, { question, slot }: Asked): boolean {
  return (
    (part === 'focus' ||
      (slot === 'where' && (TOWN.test(folded) || !PLACE_NOUNS.has(stem)) && !PERSON_NOUNS.has(stem))) &&
    sort?.isNameable === true &&
    !SPEECH.has(stem) &&
    /^(?:which|what)$/.test(question.tokens[position - 1]?.folded ?? '')
  );
}

/** A word for a kind of it, the seventh of several, somebody of the file who is one, a name that may be one's, or several of them as asked. */
function hasInstance(
  of: AskedTerm,
  asked: Asked,
  { fact, quote, reading }: Candidate,
  dossier: Dossier,
): boolean {
  const { mentions, question } = asked;
  const isCountry = (word: string) => STATE.test(word) || of.sort?.isCountry(word) === true;
  const named = new Set(mentions.flatMap(({ ids }) => ids));
  const platform = asksWhereSaid(asked) ? (fact?.place ?? quote?.venue) : undefined;
  const isTown = (words: readonly string[], id: string) =>
    TOWN.test(of.folded) && dossier.people.get(id)?.kind === 'place' && !words.some(isCountry);
  const said = new Set(question.tokens.map(({ folded }) => folded));
  return (
    (of.sort?.people === undefined &&
      of.folded.endsWith('s') &&
      reading.tokens.some(({ folded }) => folded === of.folded)) ||
    (platform !== undefined && !isPlaceName(platform, dossier)) ||
    reading.tokens.some(({ stem }, at) => /^\d/.test(stem) && reading.tokens[at + 1]?.stem === of.stem) ||
    reading.lexemes.some((word) => of.sort?.isNamedBy(word) && kinshipOf(of, word) < SAME) ||
    reading.mentions.some(({ ids, words }) =>
      ids.some((id) => !named.has(id) && (isOfSort(dossier.people.get(id), of) || isTown(words, id))),
    ) ||
    reading.tokens.some(
      (token, at) =>
        at > 0 &&
        isName(token) &&
        !reading.inNames.has(at) &&
        !said.has(token.folded) &&
        !of.sort?.isOtherPlace(token.folded),
    )
  );
}
