/** What a fact says otherwise than the question that it was found for. */
import type { AnalysedQuestion } from './question.ts';
import { isNamed, opensText, type ReadEntry, type Word } from './read-entry.ts';
import type { Conflict, UnmetTerm } from './support.ts';
import type { Thesaurus } from './thesaurus.ts';

/** The conflicts between a question and an entry, given the terms that the entry does not meet. */
export function findConflicts(
  read: ReadEntry,
  {
    question,
    unmet,
    thesaurus,
  }: { question: AnalysedQuestion; unmet: readonly UnmetTerm[]; thesaurus: Thesaurus },
): Conflict[] {
  return [
    ...unmet.flatMap((one) => oppositeOf(one, read.words, thesaurus)),
    ...contrasts(question, read.words),
    ...replaced(unmet, question, read),
    ...degreesLeftOut(question, read.words),
  ];
}

function oppositeOf({ term }: UnmetTerm, words: readonly Word[], thesaurus: Thesaurus): Conflict[] {
  const opposites = thesaurus.opposites(term.folded);
  const said = words.find(({ stem }) => opposites.has(stem));
  return said ? [{ kind: 'opposite', asked: term.folded, said: said.folded }] : [];
}

/** Pairs that the dictionary does not join, or that are function words and so never terms. */
const CONTRASTS = [
  ['more', 'less'],
  ['more', 'fewer'],
  ['most', 'least'],
  ['many', 'few'],
  ['before', 'after'],
  ['above', 'below'],
  ['over', 'under'],
  ['with', 'without'],
  ['inside', 'outside'],
  ['first', 'last'],
  ['all', 'none'],
  ['always', 'never'],
  ['best', 'worst'],
  ['major', 'minor'],
  ['north', 'south'],
  ['east', 'west'],
] as const;

function contrasts({ tokens: asked }: AnalysedQuestion, said: readonly Word[]): Conflict[] {
  const has = (words: readonly Pick<Word, 'folded'>[], word: string) =>
    words.some(({ folded }) => folded === word);
  const isTurned = (one: string, other: string) => has(asked, one) && !has(said, one) && has(said, other);
  return CONTRASTS.flatMap(([one, other]): Conflict[] => {
    if (isTurned(one, other)) return [{ kind: 'opposite', asked: one, said: other }];
    return isTurned(other, one) ? [{ kind: 'opposite', asked: other, said: one }] : [];
  });
}

/** An unmet name or number beside another that the question does not have. */
function replaced(unmet: readonly UnmetTerm[], question: AnalysedQuestion, read: ReadEntry): Conflict[] {
  const asked = new Set(question.tokens.map(({ folded }) => folded));
  const isFresh = ({ folded }: Word) => !asked.has(folded);
  const number = read.words.find((word) => word.isNumber && isFresh(word));
  const name = read.words.find((word, at) => isNamed(read, at) && !opensText(read, at) && isFresh(word));
  return unmet.flatMap(({ term: { role, folded } }): Conflict[] => {
    const said = role === 'number' ? number : role === 'name' ? name : undefined;
    return said ? [{ kind: role === 'number' ? 'number' : 'name', asked: folded, said: said.folded }] : [];
  });
}

const DEGREE = /^(?:most|least|only|first|last|all|every|never|always|best|worst)$|^[a-z]{3,}est$/;
const NO_DEGREE =
  /(?:^west|^east|nterest|forest|quest|protest|harvest|priest|guest|arrest|contest|invest|request)$/;

function degreesLeftOut({ tokens: asked }: AnalysedQuestion, said: readonly Word[]): Conflict[] {
  return asked
    .filter(({ folded }) => DEGREE.test(folded) && !NO_DEGREE.test(folded))
    .filter(({ folded }) => !said.some((word) => word.folded === folded))
    .map(({ folded }) => ({ kind: 'degree', asked: folded }));
}
