/** Whom the pronouns of a follow-up mean. */
import type { Person } from '../../knowledge/schema.ts';
import type { Dossier } from '../dossier.ts';
import type { Turn } from '../thread.ts';
import { namedIn, placeOf, spokenOf } from './antecedents.ts';

const SUBJECT = /\b(?:he|she)\b/giu;
const OBJECT = /\b(?:him|her|hers)\b/giu;
/** "Her" may own and suffer; before a word it owns. */
const OWNER =
  /\b(?:his|her)(?= (?!(?:to|in|at|and|for|on|from|with|back|again|so|then|now|as|or|by|out|up|off|about|before|after|when|if|too|as)\b)\p{L})/giu;
const PLURAL = /\b(?:they|them)\b/giu;
const PLURAL_OWNER = /\btheirs?\b/giu;
/** "Does it deny that?", "will it appeal?": a body that acts. */
const BODY =
  /(?<=\b(?:does|did|will|would|has|can|could) )it(?= (?!take\b|last\b|happen|cost\b|start|begin|mean|matter|go\b|come\b|end\b|look|seem|work|rain|help)\p{L})/giu;
const THERE = /\bthere\b(?! (?:is|are|was|were|any|a)\b)(?<!\b(?:is|are|was|were|has|have|been|be) there)/giu;

/** "In its view": whoever it is, their word. */
const IN_VIEW = /,? in (?:his|her|its|their) (?:view|opinion|eyes|words|telling)\b/iu;

const has = (words: RegExp, text: string) => new RegExp(words.source, 'iu').test(text);

/** Whether a text speaks of people or of a place by pronouns. */
export function hasPronoun(text: string): boolean {
  return [IN_VIEW, BODY, SUBJECT, OBJECT, OWNER, PLURAL, PLURAL_OWNER, THERE].some((words) =>
    has(words, text),
  );
}

/** People that a pronoun is tried on: those named last come first. */
const TRIED = 4;

/** The text with names for its pronouns, the likeliest reading first; none where nobody was spoken of. */
export function withNames(text: string, last: Turn, dossier: Dossier): readonly string[] {
  const place = placeOf(last, dossier);
  const placed = place ? text.replace(THERE, `in ${place}`) : text;
  const known = spokenOf(last, dossier);
  const viewed = known[0] ? placed.replace(IN_VIEW, ` according to ${known[0].name}`) : placed;
  if (viewed !== placed) return withNames(viewed, last, dossier).concat(viewed);
  const [body, ...otherBodies] = namedIn(last.question, dossier).filter(
    ({ kind }) => kind === 'organisation',
  );
  if (has(BODY, placed) && body && otherBodies.length === 0) return [placed.replace(BODY, body.name)];
  if (has(PLURAL, placed) || has(PLURAL_OWNER, placed))
    return pluralsOf(known, namedIn(last.question, dossier)).map((name) => plural(placed, name));
  if (![SUBJECT, OBJECT, OWNER].some((words) => has(words, placed))) return place ? [placed] : [];
  const isOfTwo = has(SUBJECT, placed) && has(OBJECT, placed.replace(OWNER, ''));
  const people = known.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  return meantBy(placed, people, namesIn(last.question, dossier), dossier).map((one) => {
    const other = isOfTwo ? people.find((name) => name !== one) : undefined;
    return placed
      .replace(OWNER, `${one}'s`)
      .replace(SUBJECT, one)
      .replace(OBJECT, other ?? one);
  });
}

const namesIn = (text: string, dossier: Dossier) => new Set(namedIn(text, dossier).map(({ name }) => name));

/** Whoever is named behind the pronoun is somebody else; the only one whom the last question named is meant. */
function meantBy(text: string, people: readonly string[], asked: ReadonlySet<string>, dossier: Dossier) {
  const behind = namesIn(text.replace(TITLED, '').replace(UNTIL, ''), dossier);
  const others = people.filter((name) => !behind.has(name));
  const named = others.filter((name) => asked.has(name));
  return (named.length === 1 ? named : others).slice(0, TRIED);
}

const UNTIL = /^.*?(?=\b(?:he|she|him|hers?|his)\b)/iu;
/** "Is he still the chairman?" */
const TITLED =
  /(?<=\b(?:is|was|be|become|becomes|became) )(?:he|she)\b.*|\b(?:he|she) (?:is|was|be|become|becomes|became) .*/iu;

function plural(text: string, name: string): string {
  return text.replace(PLURAL_OWNER, `${name}'s`).replace(PLURAL, name).replace(OWNER, `${name}'s`);
}

/** "They" are a body, the one that the last question named where it named one, or the two who were spoken of. */
function pluralsOf(known: readonly Person[], asked: readonly Person[]): readonly string[] {
  const bodies = known.filter(({ kind }) => kind === 'organisation');
  const named = bodies.filter((body) => asked.includes(body));
  const [one, two] = known.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  const people = one && two ? [`${one} and ${two}`] : one ? [one] : [];
  return [...(named.length === 1 ? named : bodies).map(({ name }) => name), ...people].slice(0, TRIED);
}
