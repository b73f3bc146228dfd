/** "And Petro?", "no, I meant the ministry": the last question, asked of somebody else. */
import type { Person } from '../../knowledge/schema.ts';
import { analyseQuestion } from '../../retrieval/question.ts';
import type { Token } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions, isPossessive, type Mention } from '../extract/mentions.ts';
import {
  DATE_NOUNS,
  GENERIC,
  LENGTH_NOUNS,
  PERSON_NOUNS,
  PLACE_NOUNS,
  PRICE_NOUNS,
  REASON_NOUNS,
} from '../extract/vocabulary.ts';
import type { Turn } from '../thread.ts';
import { namedIn } from './antecedents.ts';
import type { FullQuestion } from './readings.ts';
import { thingsIn } from './things.ts';

const BESIDE = /^(?:him|her|them|the|about|for|with|by|of|s|according|to|instead|then|too|as|well)$/;

/** Whoever is named and nothing else is said of: "and Petro?"; undefined where more is said. */
export function namedAlone(bare: string, dossier: Dossier): Mention | undefined {
  const { tokens } = analyseQuestion(bare);
  const [named, ...others] = findMentions(tokens, dossier);
  const isAlone = tokens.every(
    ({ folded }, at) => BESIDE.test(folded) || (named !== undefined && at >= named.from && at < named.to),
  );
  return others.length === 0 && isAlone ? named : undefined;
}

/** The last question with the one who is named now in the place of the one whom it named; undefined for anything else. */
export function exchangeName(bare: string, { question }: Turn, dossier: Dossier): string | undefined {
  const named = namedAlone(bare, dossier);
  if (!named) return undefined;
  const asked = analyseQuestion(question);
  const isLike = ({ ids }: Mention) =>
    isPlace(ids, dossier) === isPlace(named.ids, dossier) && !ids.some((id) => named.ids.includes(id));
  const alike = findMentions(asked.tokens, dossier).filter(isLike);
  const old = alike.find((mention) => !isPossessive(mention, asked)) ?? alike[0];
  const [first, last] = [asked.tokens[old?.from ?? -1], asked.tokens[(old?.to ?? 0) - 1]];
  const name = dossier.people.get(named.ids[0] ?? '')?.name;
  if (!first || !last || !name) return undefined;
  return `${question.slice(0, first.start).replace(/\bthe $/iu, '')}${name}${question.slice(endOf(last))}`;
}

/**
 * "And employees?": the last question with another noun in the place of the one that it asked for, or what was said
 * about that by whoever was asked about; none where more than a noun is typed.
 */
export function exchangedNoun(bare: string, last: Turn, dossier: Dossier): readonly FullQuestion[] {
  const noun = nounAlone(bare);
  if (noun === undefined) return [];
  const question = analyseQuestion(last.question);
  const { kind, focus, text } = question;
  const voice = voiceAsked(last, dossier);
  const isCounted = focus && /^(?:how-many|which|what)$/.test(kind);
  const [thing, ...others] = isCounted ? [] : thingsIn(question, dossier);
  return [
    ...(isCounted ? [{ text: text.slice(0, focus.start) + noun + text.slice(endOf(focus)) }] : []),
    ...(thing && others.length === 0
      ? [{ text: text.slice(0, thing.at) + noun + text.slice(thing.at + thing.phrase.length), own: noun }]
      : []),
    ...(voice ? [{ text: `what does ${voice.name} say about ${noun}` }] : []),
  ];
}

const endOf = (token: Token | undefined) => (token ? token.start + token.surface.length : 0);

/** The one whom the last question named and whose word its answer was. */
function voiceAsked({ question, citations }: Turn, dossier: Dossier): Person | undefined {
  const [first = ''] = citations;
  const voice = dossier.facts.get(first)?.attributedTo ?? dossier.quotes.get(first)?.speaker;
  return namedIn(question, dossier).find(({ id }) => id === voice);
}

/** Whether a noun is all that is typed, and asks for no sort of answer by itself. */
export function isNounAlone(bare: string): boolean {
  const noun = nounAlone(bare);
  return (
    noun !== undefined &&
    !analyseQuestion(noun).terms.some(({ stem }) => SORTS.some((nouns) => nouns.has(stem)))
  );
}

const SORTS = [DATE_NOUNS, PLACE_NOUNS, REASON_NOUNS, PRICE_NOUNS, LENGTH_NOUNS, PERSON_NOUNS, GENERIC];

/** A noun and what belongs to it, without an article; undefined for what says more or asks in full. */
function nounAlone(bare: string): string | undefined {
  const { kind, tokens, terms } = analyseQuestion(bare);
  const isShort = kind === 'topic' && tokens.length <= 5 && terms.length > 0 && terms.length <= 3;
  const isVerbal =
    /['’]s\s*\?*$/u.test(bare) ||
    terms.some(({ role }) => role === 'verb') ||
    tokens.some(({ folded }) => PRONOUN.test(folded));
  return isShort && !isVerbal ? bare.replace(/^(?:the|any|its|their|his|her) |\s*\?+$/giu, '') : undefined;
}

const PRONOUN = /^(?:it|that|this|he|she|they|him|her|them|with|from|by|at|in|on|to|because|too|i|you)$/;

function isPlace(ids: readonly string[], { people }: Dossier): boolean {
  return ids.some((id) => people.get(id)?.kind === 'place');
}
