/** Who acts and who is acted upon, for each verb and for each noun with somebody attached to it. */
import { closesVerb } from '../lexicon/particles.ts';
import { TAKES_CLAUSE } from '../lexicon/speech.ts';
import { isPastOrPresentOnly } from '../lexicon/verb-forms.ts';
import type { Clause } from './clauses.ts';
import { accompanyingVerb, isFiniteVerb } from './finite-verbs.ts';
import type { Mention } from './names.ts';
import { nounRoles } from './noun-roles.ts';
import { type FoundHead, type Head, headsIn } from './phrases.ts';
import { isWaitedFor, mainVerb, type Scene, subjectOf } from './subjects.ts';
import type { Word } from './words.ts';

export type { Head } from './phrases.ts';

/** A word with the ones that act in it and the ones that it is done to. */
export type Predicate = {
  readonly word: Word;
  readonly clause: number;
  readonly passive: boolean;
  readonly agents: readonly Head[];
  readonly patients: readonly Placed[];
};

/** Whom or what it is done to, and behind which preposition. */
export type Placed = Head & { readonly preposition?: string | undefined };

/** The roles of a text. */
export function readRoles(clauses: readonly Clause[], mentions: readonly Mention[]): readonly Predicate[] {
  const mentionAt = new Map(
    mentions.flatMap((mention) => span(mention).map((index) => [index, mention] as const)),
  );
  const predicates: Predicate[] = [];
  const subjects: (readonly Head[])[] = [];
  for (const clause of clauses) {
    const scene = { clause, mentionAt, earlier: clauses.slice(0, clause.index), subjects };
    const verb = mainVerb(clause);
    const own = verb ? subjectOf(scene, verb) : headsIn(scene.mentionAt, clause.words);
    subjects.push(own);
    const main = verb && verbRoles(scene, verb, own);
    if (verb && main) predicates.push(main, ...innerRoles(scene, verb, main));
    predicates.push(...nounRoles(scene, main));
  }
  return predicates.map((predicate) => lendSubject(predicate, clauses, subjects));
}

/** "Denying that …, Voss said": who acts in an opening without a subject is who acts in what it opens. */
function lendSubject(
  predicate: Predicate,
  clauses: readonly Clause[],
  subjects: readonly (readonly Head[])[],
): Predicate {
  const clause = clauses[predicate.clause];
  const opens =
    clause?.link === 'start' && clause.words[0] === predicate.word && /ing$/.test(predicate.word.folded);
  if (!opens || predicate.agents.length > 0) return predicate;
  const main = clauses.find(
    ({ index, sentence, link }) => index > predicate.clause && sentence === clause.sentence && link === 'and',
  );
  return { ...predicate, agents: main ? (subjects[main.index] ?? []) : [] };
}

const span = ({ from, to }: Mention) => Array.from({ length: to - from }, (_, offset) => from + offset);

/** How many words a verb takes with the particle that turns it: "set off a fire". */
const lengthOf = ({ phrase }: Word) => (closesVerb(phrase?.split(' ').at(-1) ?? '') ? 2 : 1);

/** What stands under a verb ends where the next one begins. */
function upToVerb(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(({ pos, quoted }, at) => !quoted && at > 0 && /^(?:VERB|AUX)$/.test(pos));
  return end < 0 ? words : words.slice(0, end);
}

function verbRoles(
  scene: Scene,
  verb: { word: Word; from: number; at: number },
  subject: readonly Head[],
): Predicate {
  const { words } = scene.clause;
  const after = headsIn(scene.mentionAt, upToVerb(words.slice(verb.at + lengthOf(verb.word)))).filter(
    ({ word, preposition }) => word.pos !== 'PRON' && preposition !== 'according',
  );
  const helped = words.slice(verb.from, verb.at).some(({ lemma }) => lemma === 'be');
  const bare =
    words[verb.at + 1]?.folded === 'by' &&
    verb.from === verb.at &&
    /(?:ed|en|wn)$/.test(verb.word.folded) &&
    words[verb.at + 2]?.pos !== 'NUM' &&
    verb.word.folded !== verb.word.lemma;
  const passive =
    verb.word.pos === 'VERB' &&
    !/ing$/.test(verb.word.folded) &&
    (helped || bare || isParticipial(scene, verb) || goesOnPassive(scene, verb));
  const by = after.filter(isBy);
  // "Kastner was given 72 hours"
  const given = after.slice(0, 1).filter(({ preposition }) => preposition === undefined);
  return passive
    ? { word: verb.word, clause: scene.clause.index, passive, agents: by, patients: [...subject, ...given] }
    : { word: verb.word, clause: scene.clause.index, passive, agents: subject, patients: after };
}

/** "by the council", not "by nine votes" or "by letter". */
const isBy = ({ preposition, word }: FoundHead, _at?: number) =>
  preposition === 'by' && !MARGIN.test(word.lemma);
const MARGIN =
  /^(?:vote|point|cent|percent|margin|majority|letter|post|mail|email|phone|text|boat|ship|train|road|air|sea|land|loudspeaker|hand|force|law|decree)$/;

/** "was captured and flown": the second form is passive as the first is. */
function goesOnPassive({ clause, earlier }: Scene, { from, at }: { from: number; at: number }): boolean {
  const before = earlier.at(-1);
  const opens =
    clause.link === 'and' &&
    from === at &&
    !TAKES_CLAUSE.has(clause.words[at]?.lemma ?? '') &&
    !isPastOrPresentOnly(clause.words[at]?.folded ?? '') &&
    // ", but presented no proof": with an object of its own it is not.
    !/^(?:DET|NUM|PRON)$/.test(clause.words[at + 1]?.pos ?? '') &&
    (clause.words.slice(0, at).every(({ pos }) => pos === 'CCONJ' || pos === 'ADV') ||
      // "have been seized and 94 people arrested"
      (clause.words[0]?.pos === 'CCONJ' &&
        /(?:ed|en)$/.test(clause.words[at]?.folded ?? '') &&
        clause.words[1]?.pos === 'NUM' &&
        (clause.words[at + 1]?.pos ?? 'PUNCT') === 'PUNCT' &&
        clause.words
          .slice(1, at)
          .every(({ pos, folded }) => folded === 'of' || /^(?:DET|ADJ|NUM|NOUN|PROPN)$/.test(pos))));
  const helper = before?.words.findIndex(({ pos, lemma }) => pos === 'AUX' && lemma === 'be') ?? -1;
  return opens && helper >= 0 && before?.words.slice(helper).some(({ pos }) => pos === 'VERB') === true;
}

/** ", loaded with bananas,": a past form right after a comma and before a preposition has no actor of its own. */
const isParticipial = (scene: Scene, { word, at }: { word: Word; at: number }) => {
  const { words, link } = scene.clause;
  // ", with two officers suspended"
  if (accompanyingVerb(words) === word) return true;
  const alone = link === 'start' && words.filter((_, other) => isFiniteVerb(words, other)).length === 1;
  // "if convicted"
  if (link === 'tied' && at === 1 && /(?:ed|en)$/.test(word.folded)) return true;
  if (isWaitedFor(scene) || (alone && at > 1 && words.at(-1)?.folded !== ',')) return false;
  return (
    (words[at - 1]?.folded === ',' && words[at + 1]?.pos === 'ADP' && /(?:ed|en)$/.test(word.folded)) ||
    (link === 'and' &&
      words.find(({ pos }) => pos !== 'PUNCT' && pos !== 'ADV') === word &&
      /(?:ed|en)$/.test(word.folded))
  );
};

/** "accused Northbay of having hired workers", "called to discuss": verbs under the main one, and who acts in them. */
function innerRoles(scene: Scene, verb: { at: number }, main: Predicate): Predicate[] {
  const { words, index } = scene.clause;
  return words.flatMap((word, at) => {
    // "as planned"
    const alone = words[at - 1]?.folded === 'as';
    if (at <= verb.at || word.pos !== 'VERB' || word.quoted || alone || HELPING.test(word.lemma)) return [];
    const asked = /^(?:call on|call upon|appeal to)$/.test(main.word.phrase ?? '');
    const between = headsIn(scene.mentionAt, words.slice(verb.at + lengthOf(main.word), at)).filter(
      ({ preposition }) => preposition === undefined || (asked && /^(?:on|upon|to)$/.test(preposition)),
    );
    // "climbed scaffolding put up for repairs"
    const before = words[at - 1];
    const told =
      before && /^(?:NOUN|PROPN)$/.test(before.pos) && words[at + 1]?.pos === 'ADP' ? before : undefined;
    // "informed its patients 18 days after noticing it": the subject of the whole.
    const own =
      /ing$/.test(word.folded) &&
      /^(?:after|before|since|while|by|without|when|on)$/.test(before?.folded ?? '');
    const actors = own
      ? main.passive
        ? []
        : main.agents
      : told
        ? [{ word: told, mention: scene.mentionAt.get(told.index) }]
        : between.length > 0
          ? between.slice(-1)
          : main.passive
            ? main.patients
            : main.agents;
    const after = headsIn(scene.mentionAt, upToVerb(words.slice(at + lengthOf(word)))).filter(
      (head) => head.word.pos !== 'PRON' && head.preposition !== 'according',
    );
    const helped = words.slice(verb.at + 1, at).some(({ lemma }) => lemma === 'be');
    const passive = (helped || told !== undefined) && !/ing$/.test(word.folded);
    return [
      passive
        ? { word, clause: index, passive, agents: after.filter(isBy), patients: actors }
        : { word, clause: index, passive, agents: actors, patients: after },
    ];
  });
}

const HELPING = /^(?:have|be|do)$/;
