/** Whose word a statement is that does not say so itself: what was said goes on in it. */
import { DENIALS } from '../lexicon/operators.ts';
import { TAKES_CLAUSE } from '../lexicon/speech.ts';
import type { Clause } from './clauses.ts';
import type { Frame } from './frames.ts';
import type { Statement } from './statements.ts';
import type { Word } from './words.ts';

/** "Trump said A and B": B is his word too, unless it starts afresh with a subject of its own. */
export function inheritFrames(statements: readonly Statement[], statement: Statement, at: number): Statement {
  const attached = statement.clauses[0]?.link === 'relative';
  const named = statement.frames.some(
    ({ verb, speakers }) => verb && DENIALS.has(verb.lemma) && speakers.length > 0,
  );
  const spoken = statement.frames.some(({ speakers }) => speakers.length > 0);
  const source = statements.slice(0, at).find((other) => isSource(other, statement));
  if (source && spoken && statement.frames.every(({ kind }) => kind === 'verb'))
    return { ...statement, frames: [...statement.frames, ...source.frames] };
  if (spoken && (!attached || named) && !opensAfresh(statement)) return statement;
  const near = (other: Statement) => isNear(other, statement);
  const later = statements.slice(at + 1).find(
    (other) =>
      near(other) &&
      // "A, but what they said is not known": of A nobody spoke.
      !/^(?:what|how|when|where|who|why|whether)$/.test(other.words[1]?.folded ?? '') &&
      other.frames.some((frame) => isOuter(other, frame)),
  );
  // "X said A, and the police searched, and took": who starts a subject of his own breaks what was said.
  const before = statements.slice(0, at).findLast((other) => near(other) && !startsRelative(other));
  const earlier = before && before.frames.length > 0 ? before : undefined;
  const carried =
    earlier && (carriesOn(earlier, statement) || startsAfresh(statement.clauses[0], earlier.clauses.at(-1)));
  const frames = later
    ? later.frames.filter((frame) => isOuter(later, frame))
    : carried
      ? earlier.frames.filter(
          (frame) => carriesOn(earlier, statement) || frame.clause === earlier.frames[0]?.clause,
        )
      : [];
  const { frames: alone } = statement;
  const over = later && later.clauses[0]?.sentence !== statement.clauses[0]?.sentence;
  if (frames.length === 0) return statement;
  // Without a mark between, "X said A and B" is all his.
  const open = over || (!later && /^[,;]$/.test(earlier?.words.at(-1)?.folded ?? ''));
  return { ...statement, frames: [...alone, ...frames], ...(open ? { alone } : {}) };
}

/** "According to Voss, A, and she demanded B": that she did is her word as well. */
const isSource = (
  { words: [first], clauses: [opening] }: Statement,
  { clauses: [clause], words }: Statement,
) =>
  first?.folded === 'according' &&
  opening?.sentence === clause?.sentence &&
  words[0]?.folded === 'and' &&
  /^(?:he|she|it|they)$/.test(words[1]?.folded ?? '');

/** "said that A and | that B": two things said. */
export const startsAfresh = (clause: Clause | undefined, before: Clause | undefined) =>
  clause?.link === 'content' && clause.words[0]?.folded === 'that' && before?.words.at(-1)?.pos === 'CCONJ';

const startsRelative = ({ clauses: [first] }: Statement) => first?.link === 'relative';

/** In one sentence, or on the two sides of a semicolon. */
function isNear(one: Statement, other: Statement): boolean {
  const [first = 0, second = 0] = [one, other].map(({ clauses }) => clauses[0]?.sentence ?? 0);
  const earlier = first < second ? one : other;
  return first === second || (Math.abs(first - second) === 1 && earlier.words.at(-1)?.folded === ';');
}

/** "and that he had asked for talks": said, whatever is asked in it. */
const opensAfresh = ({ clauses: [first] }: Statement) =>
  first?.link === 'content' && first.words[0]?.folded === 'that';

/** A frame that closes a sentence covers all of it. */
function isOuter(statement: Statement, frame: Frame): boolean {
  const clause = statement.clauses.find(({ index }) => index === frame.clause);
  if (!frame.verb) return statement.words.some(({ folded }) => folded === 'according');
  return (
    clause === statement.clauses.at(-1) && statement.clauses.length > 1 && TAKES_CLAUSE.has(frame.verb.lemma)
  );
}

function carriesOn(earlier: Statement, statement: Statement): boolean {
  const first = statement.clauses[0];
  // "According to X, A, and B"
  const joint = first?.link === 'and' ? first.words[0]?.folded : undefined;
  if (/^(?:and|with)$/.test(joint ?? '') && earlier.words[0]?.folded === 'according') return true;
  const said = earlier.frames.some(({ verb }) => !verb || TAKES_CLAUSE.has(verb.lemma));
  // "Vale said the crown, which is the state's, was not insured"
  const open = isUnfinished(earlier);
  if (first?.link === 'relative')
    return (
      said && (open || earlier.words[0]?.folded === 'according' || earlier.clauses.at(-1)?.link === 'content')
    );
  // "said that as far as she could see, trout were floating": what is said follows the comma.
  if (first?.link === 'and' && said && earlier.words.some((_, at) => opensBesides(earlier.words, at)))
    return true;
  if (first?.link === 'and' && first.words[0]?.pos === 'AUX' && said) return true;
  // "said Astor; the sum has been set aside", "but they have no suspects"
  if (first?.link === 'start' && earlier.words.at(-1)?.folded === ';' && said) return true;
  if (!first || !said || first.link !== 'and') return false;
  const [one, two] = first.words;
  return (
    joint === 'with' ||
    (/^(?:and|or|but)$/.test(one?.folded ?? '') &&
      (!afterComma(earlier) || /^(?:VERB|AUX|PRON)$/.test(two?.pos ?? '')))
  );
}

/** "that as", "that if", "that when": what is said begins with something else. */
const opensBesides = (words: readonly Word[], at: number) =>
  words[at]?.folded === 'that' &&
  /^(?:as|if|when|while|although|though|because|since|unless|until|once|after|before|despite|in|at)$/.test(
    words[at + 1]?.folded ?? '',
  ) &&
  words.filter(({ folded, quoted }) => folded === ',' && !quoted).length === 1 &&
  words.at(-1)?.folded === ',';

/** A verb of saying with no verb said yet. */
function isUnfinished({ words, frames }: Statement): boolean {
  const verb = frames.find((frame) => frame.verb)?.verb;
  return (
    verb !== undefined && !words.some(({ pos, index }) => index > verb.index && /^(?:VERB|AUX)$/.test(pos))
  );
}

const afterComma = (earlier: Statement) => earlier.words.at(-1)?.folded === ',';
