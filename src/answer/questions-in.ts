/** What somebody typed → the questions in it: most people say something before or after, and many ask two things at once. */
import { plainly } from './extract/phrasing.ts';
import { AUXILIARY } from './extract/statements.ts';

const ASKING_WORD = 'who|whom|whose|when|where|why|how|what|which|whats|whos';
const HELPER = `${AUXILIARY}|am|isnt|arent|wasnt|didnt|doesnt|dont|hasnt|havent|wont`;
const PREPOSITION = 'in|on|at|to|from|by|for|with|about|of|since|until|under|before|after|during';
const ASKS = new RegExp(
  `^(?:${ASKING_WORD}|${HELPER}|any)\\b|^(?:${PREPOSITION}) (?:${ASKING_WORD})\\b`,
  'iu',
);
/** Ends of sentences, and a colon behind what a question is for; "Gen." and "U.S." end none. */
const END =
  /(?<=[?!…]["”'’)]?) +|(?<=[\p{L}\p{N}]{2}\.)(?<!\b(?:gen|sen|rep|gov|mrs?|ms|rev|col|maj|adm|dr|st|no|vs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.) +|(?<=\p{L}{2}): +(?=["“'‘]?\p{L})/iu;

/** "Where and when will they meet?" */
const TWO_WORDS = new RegExp(`^(${ASKING_WORD}),? (?:and|&) (${ASKING_WORD}) (.+)$`, 'iu');
/** "Who called, and how long did it last?", "… and on which day?" */
const AND = new RegExp(
  `,? and (?=(?:(?:${PREPOSITION}) )?(?:${ASKING_WORD})\\b)|, (?:and )?(?=(?:${ASKING_WORD}) (?:${HELPER})\\b)|,? and (?=(?:is|are|was|were|does|did|has|have|had|will) (?:he|she|it|they|there|the|any\\p{L}*|\\p{Lu}\\p{L}+)\\b)`,
  'u',
);
/** "Which came first, the fire or the flood?" */
const FIRST =
  /^(?:which|what) (?:one )?(?:of (?:them|the two) )?(?:came|comes|was|happened|is) (?:first|earlier),? (.+?),? or (.+?)\s*\?*$/iu;

/** "Over an hour? Who says so?" */
const WHO_SAYS = /^(?:and )?who (?:says|said|told|claims|claimed|wrote)(?: so| it| that| this)?\s*\?*$/iu;

/** Questions of one text that are answered. */
const MOST = 3;
/** A part of fewer words is no question by itself but for what stands before it. */
const WORDS = 3;

/** A question of a text, and what was said before it. */
export type PartAsked = { readonly text: string; readonly before: string };

/** The questions in a text, in their order, at most three; the text itself where none can be told from the rest. */
export function questionsIn(text: string): readonly PartAsked[] {
  const sentences = text.split(END).filter((sentence) => /\p{L}/u.test(sentence));
  const asked = sentences.flatMap((sentence, at) => (ASKS.test(plainly(sentence)) ? [at] : []));
  const [first] = asked;
  if (first === undefined) {
    const [opening = ''] = sentences;
    return [{ text: sentences.length > 1 && /\?\s*$/u.test(opening) ? opening : text, before: '' }];
  }
  const before = sentences.slice(0, first).join(' ');
  return asked
    .flatMap((at) => askedTogether(sentences[at] ?? ''))
    .slice(0, MOST)
    .map((question) =>
      before !== '' && WHO_SAYS.test(question)
        ? { text: `who said ${before}`, before: '' }
        : { text: question, before },
    );
}

function askedTogether(question: string): readonly string[] {
  const plain = plainly(question);
  const [, one, other] = FIRST.exec(question) ?? [];
  if (one && other) return [one, other].map((each) => `when was ${each}?`);
  const [, first, second, rest] = TWO_WORDS.exec(plain) ?? [];
  if (first && second && rest) return [`${first} ${rest}`, `${second} ${rest}`];
  const [start = '', ...more] = question.split(AND);
  const isWhole = start.split(' ').length >= WORDS && ASKS.test(plainly(start));
  return isWhole && more.length > 0 ? [start, ...more] : [question];
}
