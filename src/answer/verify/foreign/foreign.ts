/**
 * Claims in another language than the file's. Their words cannot be compared, so what can be is compared more
 * strictly: names, numbers, dates, whose word it is, what is denied. A fact without any of these cannot be checked.
 */
import anyAscii from 'any-ascii';
import type { CitedClaim } from '../evidence.ts';
import { LANGUAGES, type LanguageLists } from '../lexicon/languages.ts';
import { holds, sourcesOf } from '../rules/quotation.ts';
import { quotations } from '../text/quotations.ts';
import { translationsIn } from '../text/translations.ts';
import { fold } from '../text/words.ts';
import type { Unit } from '../unit.ts';
import { anchorsOf, knownKeys } from './anchors.ts';
import { isNamed, namingTokens, numbersIn, tokens } from './tokens.ts';
import { translationFault } from './translation.ts';
import { negationFault, speakerFault, voiceFault } from './voice.ts';

/** Fewest common words by which a language is heard. */
const HEARD = 2;

/** Whether the claim is in the language that was asked for, when that is not the file's own. */
export function isForeign({ claim, original, language, topic }: CitedClaim): boolean {
  const lists = LANGUAGES[language];
  if (language === topic.language || lists === undefined) return false;
  const plain = fold(anyAscii(withoutQuotes(original)));
  const common = tokens(claim.text).filter((word) => lists.common.has(word)).length;
  // Around a long quotation there may be no more than "Trump dijo".
  return common + (lists.speech.test(plain) ? 1 : 0) + (original === claim.text ? 0 : 1) >= HEARD;
}

/** What in a foreign claim no single cited fact bears out; nothing where one bears out all that can be compared. */
export function foreignFault(cited: CitedClaim): string | undefined {
  const lists = LANGUAGES[cited.language];
  if (!lists) return cited.language;
  const translated = translationsIn(cited.claim.text, lists.translation);
  const wrong = translated.flatMap((translation) => translationFault(translation, lists) ?? []);
  if (wrong.length > 0) return wrong[0];
  let fault: string | undefined;
  for (const unit of cited.units) {
    fault = unitFault(cited, unit, lists);
    if (fault === undefined) return undefined;
  }
  return fault ?? 'nothing cited';
}

const LONGEST_RATIO = 2.2;

function unitFault(
  { original, language, topic: { people } }: CitedClaim,
  unit: Unit,
  lists: LanguageLists,
): string | undefined {
  const text = withoutQuotes(original);
  const words = tokens(text);
  const quoted = quotations(original);
  if (/[()]/.test(text)) return 'an aside';
  if (words.includes(lists.translation)) return 'a translation without its original';
  if (quoted.some((part) => sourcesOf(part, unit).length === 0)) return 'a quotation from elsewhere';
  if (text.length > unit.reading.text.length * LONGEST_RATIO) return 'longer than the fact';
  const anchors = anchorsOf(unit, language);
  const known = new Set([...knownKeys(unit), ...anchors.names.flatMap((keys) => [...keys])]);
  const odd =
    namingTokens(text, lists).find((word) => !isNamed(word, known)) ??
    numbersIn(text).find((number) => !anchors.numbers.has(number));
  if (odd) return odd;
  const kept =
    anchors.names.filter((keys) => words.some((word) => isNamed(word, keys))).length + numbersIn(text).length;
  const wanted = anchors.names.length + anchors.written;
  if (wanted === 0 || kept * 2 < wanted) return 'too little to compare';
  if (isSpeakerAlone(unit) && (quoted.length === 0 || words.length > FEW_WORDS))
    return 'too little to compare';
  const speakers = unit.quotes.filter(({ text: said }) => quoted.some((part) => holds(said, part)));
  return (
    negationFault(text, unit, lists) ??
    voiceFault(text, unit, { people, lists }) ??
    speakers.flatMap(({ speaker }) => speakerFault(text, people, { speaker, lists }) ?? [])[0]
  );
}

/** Most words around a quotation that is all there is to compare. */
const FEW_WORDS = 9;

/** A fact that names nobody and no number but the one whose word it is: anything could be given to them. */
function isSpeakerAlone({ voice, reading }: Unit): boolean {
  const others = reading.mentions.filter(({ ids }) => voice === undefined || !ids.has(voice.speaker));
  return voice !== undefined && others.length === 0 && numbersIn(reading.text).length === 0;
}

const withoutQuotes = (text: string) => text.replace(/[“„«"][^”“»"]*[”“»"]/gu, ' ');
