/** In which language a question is answered by a model. */
import anyAscii from 'any-ascii';
import type { Topic } from '../knowledge/schema.ts';
import { isFunctionWord } from '../retrieval/stop-words.ts';
import { LANGUAGES } from './verify/lexicon/languages.ts';
import { fold } from './verify/text/words.ts';

type Asked = {
  readonly text: string;
  /** BCP 47 locale of the asker. */
  readonly locale?: string;
};

/**
 * ISO 639-1 code of the language to answer in: the question's own where it is plainly another than English, else the
 * asker's, else the topic's; the topic's as well where claims in another language could not be checked.
 */
export function languageOf({ text, locale = '' }: Asked, topic: Topic): string {
  const own = /^[a-z]{2,3}(?=-|$)/i.exec(locale)?.[0].toLowerCase();
  const wanted = languageHeard(text) ?? own;
  return wanted !== undefined && Object.hasOwn(LANGUAGES, wanted) ? wanted : topic.language;
}

/** Words that ask. Those that languages share decide nothing. */
const ASKING: Readonly<Record<string, string>> = {
  es: 'que quien quienes cuando donde como cuanto cuanta cuantos cuantas cual cuales hubo hay',
  pt: 'que quem quando onde como quanto quanta quantos quantas qual quais houve ha',
  fr: 'que qui quand ou comment combien quel quelle quels quelles pourquoi quoi',
  it: 'che chi quando dove come quanto quanta quanti quante quale quali perche cosa',
  de: 'wer wen wem was wann wo wohin woher wie wieviel welche welcher welches warum wieso',
  nl: 'wie wat wanneer waar hoe hoeveel welke welk waarom',
};

/** Fewest words, none of which is English too, by which a language is heard. */
const HEARD = 2;

/** The language whose common words the question has more of than of any other's, English included. */
function languageHeard(text: string): string | undefined {
  const words = fold(anyAscii(text))
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const heard = Object.entries(LANGUAGES)
    .map(([code, { common }]) => {
      const asking = new Set(ASKING[code]?.split(' '));
      const own = words.filter((word) => common.has(word) || asking.has(word));
      // "Wat is she charged with": a slip in English beside a word that English shares.
      const isHeard = own.filter((word) => !isFunctionWord(word)).length >= HEARD;
      return { code, count: isHeard ? own.length : 0 };
    })
    .sort((one, other) => other.count - one.count);
  const [first, second] = heard;
  const rival = Math.max(second?.count ?? 0, words.filter(isFunctionWord).length);
  return first && first.count > rival ? first.code : undefined;
}
