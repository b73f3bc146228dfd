/** What somebody answers to what was just told: "how did she respond?", "what does the ministry itself say?" */
import { analyseQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions } from '../extract/mentions.ts';
import { isSameParty } from '../extract/party.ts';
import { DENYING, GENERIC, SPEECH } from '../extract/vocabulary.ts';
import { ownMatter } from './lead.ts';

/** Whose word is asked for where nothing else is: "what does the ministry itself say?", "and Petro's response?" */
export function speakersAlone(text: string, dossier: Dossier): readonly string[] | undefined {
  const { kind, tokens, terms } = analyseQuestion(text);
  if (/^(?:when|where|why|who|how-.*)$/.test(kind)) return undefined;
  const [named, ...others] = findMentions(tokens, dossier);
  if (!named || others.length > 0) return undefined;
  const isBeside = (position: number) => position < named.from || position >= named.to;
  const isWord = ({ stem }: { readonly stem: string }) => SPEECH.has(stem) || DENYING.has(stem);
  const isActor = named.ids.some((id) => dossier.people.get(id)?.kind !== 'place');
  return isActor &&
    tokens.some((token, at) => isBeside(at) && isWord(token)) &&
    terms.every((term) => !isBeside(term.position) || isWord(term) || GENERIC.has(term.stem))
    ? named.ids
    : undefined;
}

/** Ids of what the speakers say on the other side of a dispute. */
export function answersBy(
  speakers: readonly string[],
  told: readonly string[],
  dossier: Dossier,
): readonly string[] {
  const sides = told.map((id) => dossier.answersTo.get(id) ?? []);
  const answers = sides.map((facts) =>
    facts.filter(({ attributedTo = '' }) => speakers.some((id) => isSameParty(id, attributedTo, dossier))),
  );
  return (answers.find((facts) => facts.length > 0) ?? []).map(({ id }) => id);
}

/** "How did she respond?", "what does he say to that?" */
const RESPONDS =
  /\b(?:(respond(?:s|ed)?|react(?:s|ed)?|repl(?:y|ies|ied)|answer(?:s|ed)?|reaction|response|reply)(?: to (?:that|this|it|these|those))?|sa(?:y|ys|id) to (?:that|this|it|these|those))\s*\?*$/iu;

/** Whether a question asks how somebody responds and to nothing else than what was spoken of. */
export function isReply(bare: string): boolean {
  return RESPONDS.test(bare);
}

/** The same with what was asked last as what is responded to. */
export function replyTo(bare: string, question: string, dossier: Dossier): string {
  return bare.replace(RESPONDS, (_, verb = 'respond') => `${verb} to ${deedsOf(question, dossier)}`);
}

const TALKS = /^(?:(?:talk|speak|discuss|mention)(?:s|ed|ing)?|spoken?)$/u;

/** What somebody may respond to: what was asked about, without people. */
export function deedsOf(question: string, dossier: Dossier): string {
  const people = findMentions(analyseQuestion(question).tokens, dossier).filter(({ ids }) =>
    ids.some((id) => dossier.people.get(id)?.kind === 'person'),
  );
  return ownMatter(question)
    .filter(({ role, stem, folded }) => !DENYING.has(stem) && (role !== 'verb' || !TALKS.test(folded)))
    .filter(({ position }) => !people.some(({ from, to }) => position >= from && position < to))
    .map(({ surface }) => surface)
    .join(' ');
}
