/** What can only be a follow-up: "tell me more", "and Petro?", "how did he respond?", "why did they do it?" */
import type { Dossier } from '../dossier.ts';
import type { Turn } from '../thread.ts';
import { exchangeName, namedAlone } from './exchange.ts';
import { asksForMore, contentOf } from './lead.ts';
import { hasPronoun, withNames } from './pronouns.ts';
import type { FullQuestion } from './readings.ts';
import { deedsOf, isReply, replyTo, speakersAlone } from './replies.ts';

/** "And Petro? What did he say?" */
const ASIDE =
  /^(.{2,40}?)(?:\? (?=\p{L}.{4})|, (?=(?:what|when|why|where|how|who|did|does|do|is|was|has)\b))/iu;
/** "Why did they do it?": what was asked about. */
const DO_IT = /^(why|when|where|how)\b.{1,40}\b(?:do|done|doing) (?:it|that|this|so)\b/iu;

/** "What did he say about it?" */
const ABOUT_IT = /(?: (?:about|on|of|to) (?:it|this|that|these|those|them))?[\s?]*$/iu;

/** Its readings; undefined for what may be a question of its own. */
export function soleReadings(
  bare: string,
  turns: readonly Turn[],
  dossier: Dossier,
): readonly FullQuestion[] | undefined {
  const last = turns.at(-1);
  if (!last) return undefined;
  if (asksForMore(bare)) {
    const without = new Set(turns.flatMap(({ citations }) => citations));
    return [last.question, contentOf(last.question)].map((text) => ({ text, without }));
  }
  const exchanged = exchangeName(bare, last, dossier);
  if (exchanged !== undefined) return [{ text: exchanged }];
  if (isReply(bare)) {
    const named = hasPronoun(bare) ? withNames(bare, last, dossier) : [bare];
    return named.map((text) => ({ text: replyTo(text, last.question, dossier) }));
  }
  const [named = bare] = hasPronoun(bare) ? withNames(bare, last, dossier) : [];
  if (speakersAlone(named, dossier))
    return [`${named.replace(ABOUT_IT, '')} about ${deedsOf(last.question, dossier)}`, named].map((text) => ({
      text,
    }));
  const [, questionWord] = DO_IT.exec(bare) ?? [];
  if (questionWord) return [{ text: `${questionWord} ${contentOf(last.question)}` }];
  const [whole, name = ''] = ASIDE.exec(bare) ?? [];
  if (whole === undefined || !namedAlone(name, dossier)) return undefined;
  const ofThem = withNames(bare.slice(whole.length), { ...last, question: name, citations: [] }, dossier);
  return ofThem.map((text) => ({ text }));
}
