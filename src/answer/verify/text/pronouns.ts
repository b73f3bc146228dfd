/** Whom a "he", a "she" or an "it" at the head of a clause means. */
import type { Clause } from './clauses.ts';
import { type Mention, sameName } from './names.ts';
import type { FoundHead, Head } from './phrases.ts';
import type { Scene } from './subjects.ts';

const PERSONAL = /^(?:he|she|i|we)$/;

/** "he" is the subject before, when that is a name, or the one person named before; other pronouns stay open. */
export function resolvePronoun(head: FoundHead, { clause, subjects, mentionAt }: Scene): readonly Head[] {
  if (head.word.pos !== 'PRON') return [head];
  if (head.word.folded === 'it') {
    // "and it is not known how": it stands for nobody.
    const told = clause.words.filter(
      ({ index, pos }) => index > head.word.index && !/^(?:AUX|ADV|PART)$/.test(pos),
    )[0];
    if (
      told &&
      /^(?:know|known|clear|unclear|unknown|possible|likely|say|think|believe)$/.test(told.lemma) &&
      clause.words.some(({ index, lemma }) => index === head.word.index + 1 && lemma === 'be')
    )
      return [];
    const things = subjects.at(-1)?.filter(({ mention }) => mention && !mention.person) ?? [];
    // "X is paying for the club, of which a part is due if it is promoted": it may be either.
    const others = [...mentionAt].filter(
      ([index, other]) =>
        index < head.word.index &&
        !other.person &&
        !other.place &&
        !things.some(({ mention }) => mention && sameName(mention, other)),
    );
    return others.length > 0 ? [] : things.slice(0, 1);
  }
  if (!PERSONAL.test(head.word.folded)) return [];
  const accused = whoDenies(clause, { subjects, mentionAt });
  if (accused) return [{ word: head.word, mention: accused }];
  const named = subjects
    .findLast((heads) => heads.some(({ mention }) => mention?.person))
    ?.filter(({ mention }) => mention?.person);
  if (named) return named.slice(0, 1);
  const before = [...mentionAt]
    .filter(([index, mention]) => index < head.word.index && mention.person)
    .map(([, mention]) => mention);
  const [only, ...others] = new Set(before.length > 0 ? before : namedSource(clause, mentionAt));
  return only && others.every((other) => sameName(only, other)) ? [{ word: head.word, mention: only }] : [];
}

/** "X accuses Y of it, which she denies": of two who were named, the one that is not the subject. */
function whoDenies(
  { words, sentence }: Clause,
  { subjects, mentionAt }: Pick<Scene, 'subjects' | 'mentionAt'>,
): Mention | undefined {
  const from = words[0]?.index ?? 0;
  const isDenying = words.some(
    ({ pos, lemma }) => pos === 'VERB' && /^(?:deny|reject|dispute|dismiss)$/.test(lemma),
  );
  const subject = subjects.find((heads) => heads.some(({ mention }) => mention?.person));
  if (!isDenying || !subject || sentence === undefined) return undefined;
  const others = [...mentionAt]
    .filter(([index, mention]) => index < from && mention.person)
    .map(([, mention]) => mention)
    .filter((mention) => !subject.some((head) => head.mention && sameName(head.mention, mention)));
  const [only, ...more] = new Set(others);
  return only && more.every((other) => sameName(only, other)) ? only : undefined;
}

/** "She hopes to come back, according to Lark": whose word it is is whom it is about. */
function namedSource({ words }: Clause, mentionAt: Scene['mentionAt']): readonly Mention[] {
  const at = words.findIndex(({ folded, quoted }) => folded === 'according' && !quoted);
  const mention = at < 0 ? undefined : mentionAt.get(words[at + 2]?.index ?? -1);
  return mention?.person ? [mention] : [];
}
