/** A question read against a topic: who is named, what sort of answer is wanted, whose words. */
import type { AnalysedQuestion, QuestionTerm } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions, type Mention } from './mentions.ts';
import { DATE_NOUNS, PLACE_NOUNS, REASON_NOUNS, SPEECH } from './vocabulary.ts';

/** What has to stand in a fact for it to answer. */
export type Slot =
  | 'who'
  | 'when'
  | 'where'
  | 'how-many'
  | 'how-long'
  | 'why'
  | 'what'
  | 'yes-no'
  | 'quote'
  | 'about';

export type Asked = {
  readonly question: AnalysedQuestion;
  readonly slot: Slot;
  readonly mentions: readonly Mention[];
  /** Terms outside the names of the topic's people. */
  readonly terms: readonly QuestionTerm[];
  /** Ids of those whose words are asked for; empty where nobody's are. */
  readonly speakers: readonly string[];
};

/** Reads the question. */
export function readAgainst(question: AnalysedQuestion, dossier: Dossier): Asked {
  const mentions = findMentions(question.tokens, dossier);
  const covered = (at: number) => mentions.some(({ from, to }) => at >= from && at < to);
  const terms = question.terms.filter(({ position }) => !covered(position));
  const slot = slotOf(question);
  return { question, slot, mentions, terms, speakers: speakersOf(question, mentions) };
}

function slotOf(question: AnalysedQuestion): Slot {
  const focus = question.focus?.stem;
  switch (question.kind) {
    case 'who':
    case 'when':
    case 'where':
    case 'how-many':
    case 'how-long':
    case 'why':
    case 'yes-no':
    case 'quote':
      return question.kind;
    case 'topic':
      return 'about';
    default:
      return focus === undefined ? 'what' : nounSlot(focus);
  }
}

function nounSlot(focus: string): Slot {
  if (DATE_NOUNS.has(focus)) return 'when';
  if (PLACE_NOUNS.has(focus)) return 'where';
  return REASON_NOUNS.has(focus) ? 'why' : 'what';
}

/** The name before a verb of saying ("what did Rubio say"), or after "by" or "quote". */
function speakersOf(question: AnalysedQuestion, mentions: readonly Mention[]): readonly string[] {
  const speech = question.tokens.findIndex(
    ({ stem }, at) => SPEECH.has(stem) && mentions.some(({ to }) => to <= at && at - to <= 2),
  );
  if (speech >= 0) return mentions.findLast(({ to }) => to <= speech)?.ids ?? [];
  if (question.kind !== 'quote') return [];
  return (
    mentions.find(({ from }) => /^(?:by|from|quote)$/.test(question.tokens[from - 1]?.folded ?? ''))?.ids ??
    mentions[0]?.ids ??
    []
  );
}
