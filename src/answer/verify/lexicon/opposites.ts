/** Verbs that exclude each other: what is spared is not affected. */
import type { Word } from '../text/words.ts';
import { wordSet } from './word-list.ts';

/** Two sides a line, parted by "|"; "_" is the space of a verb with its particle. */
const PAIRS = `
affect hit touch concern | spare exempt exclude
include cover count | exclude exempt omit leave_out
attend go come | boycott stay_away skip miss
support back favour | oppose reject vote_against
approve pass | reject
allow permit let | ban forbid prohibit bar outlaw
accept agree | reject refuse decline turn_down
remain stay keep | leave quit abandon drop give_up
continue go_on | stop end cease
open reopen | close shut
work function run operate | fail break_down stop rest
win succeed | lose fail
rise increase grow climb | fall drop decrease freeze
raise | cut lower reduce
gain win find | lose
keep | drop
demand request | reject refuse
obey follow heed | ignore disregard
withdraw pull_out | stay remain
survive live | die
resign step_down quit | stay remain
reveal disclose publish name | hide withhold conceal
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((side) => wordSet(side)));

/** Whether reports use the two verbs for opposites. */
export function excludes(one: Word, other: Word): boolean {
  const [first, second] = [one, other].map(({ lemma, phrase }) => (phrase ?? lemma).replace(' ', '_'));
  return PAIRS.some(([left, right]) =>
    [
      [left, right],
      [right, left],
    ].some(([here, there]) => here?.has(first ?? '') && there?.has(second ?? '')),
  );
}
