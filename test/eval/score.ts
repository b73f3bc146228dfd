/** Scores answers on the five criteria of the EBU/BBC study: each is right or wrong for each answer. */
import type { Answer, Claim } from '../../src/answer/answer.ts';
import { verifyClaims } from '../../src/answer/verify/verify.ts';
import { quotedPassages } from '../../src/knowledge/quotation.ts';
import type { Fact, Topic } from '../../src/knowledge/schema.ts';
import type { EvalQuestion } from './question-set.ts';

export const CRITERIA = ['accuracy', 'sourcing', 'opinion', 'editorial', 'context'] as const;
export type Criterion = (typeof CRITERIA)[number];
/** For each criterion that an answer fails, what is wrong. */
export type Faults = Partial<Record<Criterion, string>>;

/** The criteria that the answer fails; none for a right answer. */
export function faultsOf(question: EvalQuestion, answer: Answer, topic: Topic): Faults {
  const facts = new Map(topic.facts.map((fact) => [fact.id, fact]));
  const checks: Record<Criterion, string | undefined> = {
    accuracy: accuracy(question, answer),
    sourcing: sourcing(answer, topic),
    opinion: firstOf(answer.claims, (claim) => unattributed(claim, facts, topic)),
    editorial: firstOf(answer.claims, (claim) => ownWords(claim, topic)),
    context: context(question, answer, facts),
  };
  return Object.fromEntries(Object.entries(checks).filter(([, fault]) => fault !== undefined));
}

function firstOf(claims: readonly Claim[], check: (claim: Claim) => string | undefined): string | undefined {
  return claims.map(check).find((fault) => fault !== undefined);
}

/** The first citation answers; where nothing can answer, nothing or a listed correction is said. */
function accuracy({ best, may }: EvalQuestion, answer: Answer): string | undefined {
  const first = answer.claims[0]?.citations[0];
  if (first === undefined) return may ? undefined : `abstained, wanted ${best.join(' or ')}`;
  if ((may ?? best).includes(first)) return undefined;
  return may ? `said ${first}, which the question does not ask for` : `${first}, wanted ${best.join(' or ')}`;
}

/** Every claim passes the verifier by what it cites, and the cited source is listed. */
function sourcing(answer: Answer, topic: Topic): string | undefined {
  const { dropped } = verifyClaims(answer.claims, { topic });
  if (dropped[0]) return `${dropped[0].rule}: ${dropped[0].detail}`;
  const cited = new Set(answer.claims.flatMap(({ citations }) => citations));
  const listed = new Set(answer.sources.map(({ id }) => id));
  const unlisted = [...topic.facts, ...topic.quotes].find(
    ({ id, source }) => cited.has(id) && !listed.has(source),
  );
  return unlisted && `source ${unlisted.source} is not listed`;
}

/** What somebody said names who said it. */
function unattributed(
  { text, citations }: Claim,
  facts: ReadonlyMap<string, Fact>,
  topic: Topic,
): string | undefined {
  const voices = citations.flatMap((id) => {
    const fact = facts.get(id);
    const quote = topic.quotes.find((candidate) => candidate.id === id);
    if (quote) return [quote.speaker];
    return fact?.attributedTo && fact.kind !== 'event' && fact.kind !== 'background'
      ? [fact.attributedTo]
      : [];
  });
  const missing = voices.find(
    (voice) => !namesOf(voice, topic).some((name) => text.toLowerCase().includes(name)),
  );
  return missing && `${missing} is not named in: ${text}`;
}

/** Companies speak through "the companies": the last word of a name is enough, a plural of it as well. */
function namesOf(id: string, topic: Topic): readonly string[] {
  const person = topic.people.find((candidate) => candidate.id === id);
  return [person?.name ?? id, ...(person?.aliases ?? [])].map((name) =>
    name.toLowerCase().replace(/^the /, ''),
  );
}

/** A claim is a sentence of the file, or a quote with its speaker: nothing is added. */
function ownWords({ text }: Claim, topic: Topic): string | undefined {
  const sentences = [...topic.facts, ...topic.summary].map((item) => item.text);
  if (sentences.includes(text)) return undefined;
  const quoted = quotedPassages(text);
  const verbatim =
    quoted.length === 1 && topic.quotes.some((quote) => quote.text.startsWith(quoted[0] ?? '?'));
  return verbatim ? undefined : `not a sentence of the file: ${text}`;
}

/** Allegations come with their denials, the answer is short, dated, and holds what the question set asks for. */
function context(
  { context: wanted }: EvalQuestion,
  answer: Answer,
  facts: ReadonlyMap<string, Fact>,
): string | undefined {
  if (answer.asOf === undefined) return 'no as-of date';
  if (answer.claims.length > 4) return `${answer.claims.length} claims`;
  const cited = new Set(answer.claims.flatMap(({ citations }) => citations));
  const missing = answer.status === 'answered' ? wanted.filter((id) => !cited.has(id)) : [];
  if (missing.length > 0) return `without ${missing.join(', ')}`;
  const kinds = [...cited].map((id) => facts.get(id)?.kind);
  return kinds.includes('allegation') && !kinds.includes('denial')
    ? 'an allegation without its denial'
    : undefined;
}
