/** Places in a candidate, and which of them a question for a place asks for. */
import { stemOf, type Token, tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import { isName, isOfCalendar } from './times.ts';
import { SPEECH } from './vocabulary.ts';

/** Where somebody said it is no answer to where the thing itself is, unless that is asked. */
export function asksWhereSaid({ terms, speakers, deed }: Asked): boolean {
  return (
    speakers.length > 0 ||
    terms.some(({ stem }) => SPEECH.has(stem)) ||
    (deed?.verb.kin.words.has(SAY) ?? false)
  );
}
const SAY = stemOf('say');

const PLACE_WORD = /^(?:in|at|on|aboard|board|to|from|near|outside|inside|into|under|across|off)$/;

/** "Where was it flying to?": a goal, not where it was; "going to meet" only tells of what is to come. */
export function asksWhither({ question: { tokens } }: Asked): boolean {
  const words = tokens.map(({ folded }) => folded);
  return words.some(
    (word, at) =>
      /^(?:headed|heading|bound)$/.test(word) ||
      (/^(?:fly|flying|flown|going|travell?ing|sailing|driving|moving)$/.test(word) &&
        (words[at + 1] === undefined ||
          (words[at + 1] === 'to' &&
            /^(?:when|while|after|before|as|at|on|that|this)?$/.test(words[at + 2] ?? '')))),
  );
}

/** "Where does the water come from?": what it comes from, which need not be a place. */
export function asksWhence({ question: { tokens } }: Asked): boolean {
  return tokens.at(-1)?.folded === 'from' && tokens.some(({ folded }) => folded === 'where');
}

/** Whether something is said to come from something; "from Monday on" tells when. */
export function originFill({ reading: { tokens } }: Candidate): number {
  const isOrigin = ({ folded }: Token, at: number) => {
    const next = tokens[at + 1];
    return (
      folded === 'from' &&
      next !== undefined &&
      !isOfCalendar(next) &&
      !/^(?:\d|\p{L}+ing$)/u.test(next.folded)
    );
  };
  return tokens.some(isOrigin) ? FROM_SOMETHING : 0;
}
const FROM_SOMETHING = 0.7;

/** Whether something is said to go to a place, or to somewhere with a name. */
export function goalFill({ reading }: Candidate, dossier: Dossier): number {
  const isPlace = (at: number) =>
    reading.mentions.some(({ ids, from }) => from === at && namesPlace(ids, dossier)) ||
    isName(reading.tokens[at] ?? NO_TOKEN);
  const isHeaded = (at: number) => /^(?:bound|headed|heading)$/.test(reading.tokens[at]?.folded ?? '');
  return Number(
    reading.tokens.some(
      ({ folded }, at) =>
        /^(?:to|into|for|towards?)$/.test(folded) &&
        reading.tokens[at - 1]?.folded !== 'according' &&
        (isPlace(at + 1) || isPlace(at + 2) || (isHeaded(at - 1) && (isPlace(at + 3) || isPlace(at + 4)))),
    ),
  );
}
const NO_TOKEN = { surface: '', folded: '' };

function namesPlace(ids: readonly string[], { people }: Dossier): boolean {
  return ids.some((id) => people.get(id)?.kind === 'place');
}

const NOWHERE: ReadonlySet<string> = new Set();

/** Ids of the places that a question names itself: they answer nothing. */
export function placesIn({ mentions }: Asked, dossier: Dossier): ReadonlySet<string> {
  return new Set(
    mentions.filter(({ located, ids }) => located || namesPlace(ids, dossier)).flatMap(({ ids }) => ids),
  );
}

/** Whether the file knows a place of that name: a platform for posts is none. */
export function isPlaceName(field: string | undefined, dossier: Dossier): boolean {
  return placeNamed(field, dossier).length > 0;
}

function placeNamed(field: string | undefined, { people }: Dossier): readonly string[] {
  return [...people.values()]
    .filter(
      ({ kind, name, aliases }) =>
        kind === 'place' && (name === field || aliases.some((alias) => alias === field)),
    )
    .map(({ id }) => id);
}

type Where = {
  /** Whether where it was said answers too. */
  readonly saidThere?: boolean;
  /** Ids of places that do not answer. */
  readonly but?: ReadonlySet<string>;
  /** Whether a folded word is one for somewhere: "farmhouse". */
  readonly isPlace?: ((folded: string) => boolean) | undefined;
};

/** Words between a preposition and the place: "in a disused old quarry". */
const TO_PLACE = 4;
/** "In a freezer": it has no name, and says where. */
const SOMEWHERE = 0.6;

/** A place in the sentence is an answer; one that only stands in the file's field is not shown to the reader. */
export function whereFill(
  { fact, quote, reading }: Candidate,
  dossier: Dossier,
  { saidThere = true, but = NOWHERE, isPlace = () => false }: Where = {},
): number {
  if (fact?.kind === 'unknown' && /\bwhere\b/iu.test(fact.text)) return 1;
  const field = fact?.place ?? quote?.venue;
  const isAnswer =
    saidThere || (quote === undefined && fact?.attributedTo === undefined) || isPlaceName(field, dossier);
  const text = reading.tokens.map(({ folded }) => folded).join(' ');
  const words = tokenise(field ?? '').map(({ folded }) => folded);
  const isAsked = placeNamed(field, dossier).some((id) => but.has(id));
  const isTold = !isAsked && words.length > 0 && words.slice(-2).every((word) => text.includes(word));
  if (isAnswer && (quote?.venue || isTold)) return 1;
  const located = (from: number) =>
    reading.tokens.slice(Math.max(0, from - 2), from).some(({ folded }) => PLACE_WORD.test(folded));
  const isNew = (ids: readonly string[]) => !ids.some((id) => but.has(id));
  if (reading.mentions.some(({ ids, from }) => namesPlace(ids, dossier) && isNew(ids) && located(from)))
    return 0.9;
  const named = reading.tokens.some((token, at) => at > 0 && isName(token) && located(at));
  if (named) return 0.7;
  const isSomewhere = reading.tokens.some(
    ({ folded }, at) =>
      /^(?:in|at|on|aboard|to|from|near|outside|inside|into|under)$/.test(folded) &&
      reading.tokens.slice(at + 1, at + TO_PLACE).some((token) => isPlace(token.folded)),
  );
  return isAnswer && isSomewhere ? SOMEWHERE : field && isAnswer ? 0.4 : 0;
}
