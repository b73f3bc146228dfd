/** Whose word a claim in another language is, and what it denies. */
import anyAscii from 'any-ascii';
import type { Person } from '../../../knowledge/schema.ts';
import type { LanguageLists } from '../lexicon/languages.ts';
import { isNegator } from '../lexicon/operators.ts';
import { isFactive } from '../lexicon/speech.ts';
import { fold, type Word } from '../text/words.ts';
import type { Unit } from '../unit.ts';
import { tokens } from './tokens.ts';

const denies = (word: Word) => isNegator(word) || /^(?:deny|reject|refuse|false)$/.test(word.lemma);

/** A negation that the claim adds to the unit or loses of it. `text` is the claim's without its quotations. */
export function negationFault(
  text: string,
  { reading, voice }: Unit,
  { negators, denials }: LanguageLists,
): string | undefined {
  const negated = tokens(text).some((word) => negators.has(word));
  if (negated && !reading.words.some((word) => !word.quoted && denies(word))) return 'a negation';
  // "denied" may be told as "denied" or as "has no". Of a longer statement a claim may tell the part that denies nothing.
  const mustDeny = voice ? voice.kind === 'denial' : reading.words.some(denies);
  return mustDeny && !negated && !denials.test(fold(anyAscii(text))) ? 'the negation is lost' : undefined;
}

/** A lost speaker, or words that are told as true. */
export function voiceFault(
  text: string,
  { voice, reading }: Unit,
  { people, lists }: { people: readonly Person[]; lists: LanguageLists },
): string | undefined {
  const { factive } = lists;
  const plain = fold(anyAscii(text));
  if (!voice) return undefined;
  const fault = speakerFault(text, people, { speaker: voice.speaker, lists });
  if (fault) return fault;
  // "bestätigte" may be told where the fact itself has "confirmed".
  const confirms = reading.words.some(({ pos, lemma }) => pos === 'VERB' && isFactive(lemma));
  return factive.test(plain) && !confirms ? 'told as true' : undefined;
}

const BY = /^(?:segun|selon|secondo|laut|volgens|nach)$/;

/** The speaker is named with a verb of saying, and before anybody else unless right beside that verb. */
export function speakerFault(
  text: string,
  people: readonly Person[],
  { speaker, lists: { speech } }: { speaker: string; lists: LanguageLists },
): string | undefined {
  const plain = fold(anyAscii(text));
  const first = ({ name, aliases }: Person) =>
    Math.min(
      ...[name, ...aliases].flatMap((form) => {
        const at = plain.search(new RegExp(`\\b${fold(anyAscii(form)).split(' ').at(-1) ?? ''}`));
        return at < 0 ? [] : [at];
      }),
    );
  const own = people.find(({ id }) => id === speaker);
  const at = own ? first(own) : Number.POSITIVE_INFINITY;
  if (!own || !Number.isFinite(at) || !speech.test(plain)) return `no word of ${speaker}`;
  const earlier = people.some(
    (other) => other.kind === 'person' && other.id !== speaker && first(other) < at,
  );
  // ", dijo Trump", "según Trump"
  const beside = /(^|[,;:.]|\s)\s*(\S+)\s*$/u.exec(plain.slice(0, at));
  const turned =
    beside !== null && speech.test(beside[2] ?? '') && (beside[1] !== ' ' || BY.test(beside[2] ?? ''));
  return earlier && !turned ? `given to somebody else than ${speaker}` : undefined;
}
