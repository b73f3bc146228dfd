/** "And Petro?", "no, I meant the ministry": the last question, asked of somebody else. */
import { analyseQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions, isPossessive, type Mention } from '../extract/mentions.ts';
import type { Turn } from '../thread.ts';

const BESIDE = /^(?:the|about|for|with|by|of|s|instead|then|too|as|well)$/;

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
  return `${question.slice(0, first.start)}${name}${question.slice(last.start + last.surface.length)}`;
}

function isPlace(ids: readonly string[], { people }: Dossier): boolean {
  return ids.some((id) => people.get(id)?.kind === 'place');
}
