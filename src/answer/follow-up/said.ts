/** Questions about what was just told, which it answers itself: "who said that?", "when?", "word for word please", "is it true?" */
import { analyseQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import { readAgainst } from '../extract/asked.ts';
import { type Candidate, candidatesOf } from '../extract/candidate.ts';
import type { Dictionaries, QuestionMeans } from '../extract/means.ts';
import { slotFill } from '../extract/slots.ts';
import type { Turn } from '../thread.ts';
import { namedIn } from './antecedents.ts';
import { denialsOf, furtherOf } from './further.ts';
import { contentOf, type FollowUpText, ownMatter } from './lead.ts';
import { withNames } from './pronouns.ts';
import { spliced } from './splice.ts';

/** What a question asks of the last answer. */
type Wanted = 'slot' | 'speaker' | 'words' | 'truth' | 'others' | 'end';

const SAID_THAT =
  /\b(?:say|says|said|saying|tell|told|write|wrote|written|post|posted|claim|claimed|state|stated|announced?)\b(?! (?:who|what|when|where|why|how|which|if|whether)\b).{0,12}\b(?:that|this|it|so)\b/iu;
const SOURCE =
  /^(?:what(?:['’]?s| is) (?:the|your) )?sources?\b|^(?:says|said) who\b|^according to (?:who|whom)\b|^who (?:says|said|claims|told you)(?: (?:so|that|this|it))?\s*\?*$/iu;
const VERBATIM =
  /^(?:word for word|verbatim|literally|(?:and )?(?:the |his |her |their )?(?:exact|own|full) (?:words|quote|wording)|(?:the )?quote|in (?:his|her|their) own words)\b|^how (?:exactly )?did (?:he|she|they) (?:put|phrase|word) (?:it|that|this)\b|^(?:can|could|may) (?:i|we) (?:get|have|see|read) (?:that|it|this) (?:verbatim|quoted?)/iu;
const TRUTH =
  /^(?:is|are|was|were) (?:that|this|it|they|those|these) (?:really |actually |even |all )?(?:true|correct|so|proven|proved|a fact|facts|false|a lie|lies)\b/iu;
/** A question word and next to nothing else. */
const FRAGMENT =
  /^(?:(?:up to|by|to|for|since|until|from|with|at|in|on) )?(?:when|where|whereabouts|why|how (?:long(?: for)?|many(?: times)?|much|often)|(?:what|which) (?:time|day|date|month|year|week|city|town|country|place|platform))(?: exactly| precisely)?(?: (?:was|is|did|were|are|will) (?:that|it|this|they|these|those)(?: (?:happen|be|take place|held|start|end))?| (?:that|it|this) (?:was|is|happened))?\s*\?*$/iu;

/** "What about?", "about what?" */
const WHAT_ABOUT =
  /^(?:about what(?: exactly)?|what about|what (?:was|were|is|are) (?:it|that|this|they) (?:all )?about)\s*\?*$/iu;

/** "Who else?" */
const WHO_ELSE = /^(?:who|anyone|anybody|someone|somebody|(?:by|with|to|for) whom) else\s*\?*$/iu;
/** "To whom?", "for what cause?" */
const END = /^(to|with|for|against|from) (?:whom?|what)(?: \p{L}+)?(?: exactly)?\s*\?*$/iu;
/** How a sentence goes on that holds what follows such a word. */
const ENDS: Readonly<Record<string, RegExp>> = {
  to: /\b(?:told|informed|assured|warned) (?!that\b)|\bto (?:the|an?|his|her|its|their|\p{Lu})/u,
  with: /\bwith (?:the|an?|his|her|its|their|\p{L}+s\b|\p{Lu})/u,
  for: /\bfor (?:the|an?|his|her|its|their|\p{Lu})|\bpro-\p{L}|\bin support of\b/u,
  against: /\bagainst (?!all\b)|\banti-\p{L}/u,
  from: /\bfrom (?:the|an?|his|her|its|their|\p{L}+s\b|\p{Lu})/u,
};

function wantedBy(bare: string): Wanted | undefined {
  if (WHO_ELSE.test(bare)) return 'others';
  if (END.test(bare)) return 'end';
  if (VERBATIM.test(bare)) return 'words';
  if (TRUTH.test(bare)) return 'truth';
  if (SOURCE.test(bare)) return 'speaker';
  return isOpenQuestion(bare) || (SAID_THAT.test(bare) && ownMatter(bare).length === 0) ? 'slot' : undefined;
}

const isOpenQuestion = (bare: string) =>
  FRAGMENT.test(bare) || WHAT_ABOUT.test(bare) || WHO_ELSE.test(bare) || END.test(bare);

/** What of the last answer meets a question about it. */
export type Said = {
  /** The question in full. */
  readonly question: string;
  /** Ids of what holds what is asked for, best first; none where nothing of it does. */
  readonly ids: readonly string[];
  /** Whether it is a question word alone, which something else may meet where the last answer does not. */
  readonly isOpen: boolean;
};

/** From this on a fact holds what is asked for. */
const HELD = 0.7;

/** What meets a question about what was just told; undefined for a question about anything else. */
export function askedOfSaid(
  followUp: FollowUpText,
  turns: readonly Turn[],
  { dossier, ...words }: QuestionMeans,
): Said | undefined {
  const last = turns.at(-1);
  if (!last || last.citations.length === 0 || !dossier.curated) return undefined;
  const { bare } = followUp;
  const further = furtherOf(followUp, turns, dossier);
  if (further.length > 0) return { question: last.question, ids: further, isOpen: false };
  const wanted = wantedBy(bare);
  if (!wanted) return undefined;
  const asked = WHAT_ABOUT.test(bare) ? 'what was it about' : bare;
  const named = withNames(asked, last, dossier)[0] ?? asked;
  const told = citationsOf(last.citations, dossier, words);
  const holding = told.filter((candidate) => isMet(candidate, wanted, { bare: named, last, dossier, words }));
  const ids =
    wanted === 'truth'
      ? denialsOf(
          told.map(({ id }) => id),
          dossier,
        )
      : holding.slice(0, 1).map(({ id }) => id);
  if (wanted === 'truth' && ids.length === 0) return undefined;
  const question = spliced(named, last.question) ?? `${named} ${contentOf(last.question)}`;
  return { question, ids, isOpen: isOpenQuestion(bare) };
}

/** What was cited, in its order, and the quotes of it. */
function citationsOf(
  citations: readonly string[],
  dossier: Dossier,
  words: Dictionaries,
): readonly Candidate[] {
  const all = new Map(candidatesOf([], { dossier, ...words }).map((candidate) => [candidate.id, candidate]));
  const quotes = citations.flatMap((id) => dossier.quotesOf.get(id) ?? []).map(({ id }) => id);
  return [...new Set([...citations, ...quotes])].flatMap((id) => all.get(id) ?? []);
}

type Look = {
  readonly bare: string;
  readonly last: Turn;
  readonly dossier: Dossier;
  readonly words: Dictionaries;
};

function isMet(candidate: Candidate, wanted: Wanted, { bare, last, dossier, words }: Look): boolean {
  if (wanted === 'words') return candidate.quote !== undefined;
  if (wanted === 'others') return namesOthers(candidate, last, dossier);
  if (wanted === 'end')
    return ENDS[END.exec(bare)?.[1]?.toLowerCase() ?? '']?.test(candidate.fact?.text ?? '') ?? false;
  const isVoiced = (candidate.quote?.speaker ?? candidate.fact?.attributedTo) !== undefined;
  if (wanted === 'speaker') return isVoiced;
  const asked = readAgainst(analyseQuestion(bare), { dossier, ...words });
  if (asked.slot === 'quote' || asked.slot === 'wording') return candidate.quote !== undefined;
  if (asked.slot === 'who') return isVoiced;
  return slotFill(asked, candidate, dossier) >= HELD;
}

/** Whether it names somebody beside one whom the last question named. */
function namesOthers({ fact, reading }: Candidate, { question }: Turn, dossier: Dossier): boolean {
  const asked = new Set(namedIn(question, dossier));
  const here = [...reading.present]
    .flatMap((id) => dossier.people.get(id) ?? [])
    .filter(({ kind, id }) => kind !== 'place' && id !== fact?.attributedTo);
  return here.some((person) => asked.has(person)) && here.some((person) => !asked.has(person));
}
