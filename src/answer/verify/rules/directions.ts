/** The rule about the little words that turn a statement round: from and to, before and after. */
import { linked, type Match } from '../match.ts';
import type { Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

/** Prepositions that contradict each other, by a sign that the two sides share. */
const SIDES: Readonly<Record<string, readonly [axis: string, side: number]>> = {
  from: ['way', 0],
  to: ['way', 1],
  into: ['way', 1],
  onto: ['way', 1],
  towards: ['way', 1],
  before: ['order', 0],
  after: ['order', 1],
  following: ['order', 1],
  until: ['order', 0],
  since: ['order', 1],
  above: ['height', 1],
  over: ['height', 1],
  below: ['height', 0],
  under: ['height', 0],
  beneath: ['height', 0],
  inside: ['inside', 1],
  within: ['inside', 1],
  outside: ['inside', 0],
  with: ['with', 1],
  without: ['with', 0],
  for: ['favour', 1],
  against: ['favour', 0],
};
/** Words that place a thing in time: they do not go lost either. */
const KEPT = /^(?:before|after|until)$/;

export const directionsKept = statementRule({
  name: 'directions-kept',
  sentence: '"From" is not told as "to", nor "before" as "after" or as "on".',
  check: (match) => {
    const verb = match.statement.words.find(
      (word) => word.pos === 'VERB' && !word.quoted && turnsVerb(word, match),
    );
    if (verb) return verb.text;
    const odd = match.statement.words.find(
      (word) => (word.pos === 'NOUN' || /ing$/.test(word.folded)) && !word.quoted && turns(word, match),
    );
    return odd && `${prepositionOf(odd, match.statement.reading.words)} ${odd.text}`;
  },
});

const PARTICLE = /^(?:up|down|out|off|over|back|away|forward)$/;

/** "stepped up" for "stepped down". */
function turnsVerb(word: Word, match: Match): boolean {
  const own = match.statement.reading.words[word.index + 1]?.folded ?? '';
  const others = linked(match, word).filter(({ lemma }) => lemma === word.lemma);
  if (!PARTICLE.test(own) || others.length === 0) return false;
  const theirs = others.map(({ index }) => match.unit.reading.words[index + 1]?.folded ?? '');
  const phrased = word.phrase !== undefined && others.every(({ phrase }) => phrase !== undefined);
  // "the limit goes down" for "goes up"
  if (theirs.every((other) => (own === 'up' && other === 'down') || (own === 'down' && other === 'up')))
    return true;
  return phrased && theirs.every((other) => PARTICLE.test(other) && other !== own);
}

function turns(word: Word, match: Match): boolean {
  const own = prepositionOf(word, match.statement.reading.words);
  if (own === undefined) return false;
  const others = linked(match, word)
    .filter(({ lemma, pos, folded }) => lemma === word.lemma && (pos === 'NOUN' || /ing$/.test(folded)))
    .map((other) => prepositionOf(other, match.unit.reading.words));
  return others.length > 0 && others.every((other) => other !== undefined && contradicts(own, other));
}

function contradicts(own: string, other: string): boolean {
  const one = SIDES[own];
  const two = SIDES[other];
  if (one && two && one[0] === two[0]) return one[1] !== two[1];
  return KEPT.test(other) && own !== other && /^(?:on|of|in|at|during)$/.test(own);
}

/** The preposition that a noun stands behind, over its article and adjectives. */
function prepositionOf(noun: Word, words: readonly Word[]): string | undefined {
  let at = noun.index - 1;
  while (at >= 0 && /^(?:DET|ADJ|NOUN|NUM|PROPN|PRON)$/.test(words[at]?.pos ?? '')) at -= 1;
  const found = words[at];
  if (/^(?:of|to)$/.test(found?.folded ?? '') && /^(?:ahead|prior)$/.test(words[at - 1]?.folded ?? ''))
    return 'before';
  if (found?.folded === 'of' && words[at - 1]?.folded.startsWith('favo')) return 'for';
  return found && (found.pos === 'ADP' || found.pos === 'SCONJ' || SIDES[found.folded])
    ? found.folded
    : undefined;
}
