/** Who acts and who is acted upon in what a noun tells: "the capture of Maduro". */
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { type FoundHead, type Head, headsIn } from './phrases.ts';
import type { Predicate } from './roles.ts';
import type { Scene } from './subjects.ts';
import { isPossessiveMark, type Word } from './words.ts';

const ACTED_ON = /^(?:of|on|against|to|into|for)$/;
const ACTING = /^(?:by|from)$/;

/** "Petro's call", "the capture of Maduro", "a call from Petro": nouns that somebody does or that is done to somebody. */
export function nounRoles(scene: Scene, verb: Predicate | undefined): Predicate[] {
  const { words, index } = scene.clause;
  return words.flatMap((word, at) => {
    if (word.pos !== 'NOUN' || word.quoted || scene.mentionAt.has(word.index)) return [];
    const owner = ownerOf(scene, at);
    const tail = attached(scene, words.slice(at + 1));
    // "sanctions on two generals from Ardovia": where these are from, not the sanctions.
    const own = (head: FoundHead) =>
      head.preposition !== 'from' ||
      words.every(
        ({ pos, index }) => index <= word.index || index >= head.word.index || !/^(?:NOUN|NUM)$/.test(pos),
      );
    // "objects from Neru": a place does nothing to them.
    const isOrigin = ({ preposition, mention }: FoundHead) =>
      preposition === 'from' && mention?.place === true;
    const acting = tail.filter((head) => ACTING.test(head.preposition ?? '') && own(head) && !isOrigin(head));
    const agents = [...owner, ...acting];
    const patients = tail.filter(({ preposition }) => ACTED_ON.test(preposition ?? ''));
    if (agents.length + patients.length === 0 && !verb) return [];
    return [{ word, clause: index, passive: false, agents, patients }];
  });
}

function ownerOf({ clause: { words }, mentionAt }: Scene, at: number): Head[] {
  const mark = words.slice(0, at).findLastIndex(isPossessiveMark);
  const between = words.slice(mark + 1, at);
  const owner = words[mark - 1];
  if (mark < 1 || !owner || between.some(({ pos }) => !/^(?:ADJ|NOUN|NUM|PROPN)$/.test(pos))) return [];
  return [{ word: owner, mention: mentionAt.get(owner.index) }];
}

/** The phrases that hang on a noun: up to the next verb or mark. */
function attached(scene: Scene, words: readonly Word[]): FoundHead[] {
  const end = words.findIndex(
    ({ pos, folded, quoted }) =>
      !quoted && (pos === 'VERB' || pos === 'AUX' || (pos === 'PUNCT' && folded !== '-')),
  );
  const phrase = words.slice(0, end < 0 ? words.length : end);
  const first = phrase[0];
  if (!first || !(first.pos === 'ADP' || FUNCTION_WORDS.has(first.folded))) return [];
  return headsIn(scene.mentionAt, phrase).filter(({ mention }) => mention);
}
