/** Tells whether two facts tell the same event, so that a digest tells it once. Pure. */
import type { Fact } from '../../knowledge/schema.ts';
import { isFunctionWord } from '../../retrieval/stop-words.ts';
import { tokenise } from '../../retrieval/tokens.ts';

/** Facts that tell one event: the one to print, and all of them, itself first. */
export type Telling<T> = { readonly told: T; readonly all: readonly T[] };

type Features = {
  readonly fact: Fact;
  readonly stems: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly negated: boolean;
};

// Of the shorter fact's words, how many the longer one must have. Below this, two things said of the same people on
// the same day look like one.
const SHARED_WORDS = 0.8;
// Fewer words than this are too few to tell events apart by.
const LEAST_WORDS = 4;

/** Groups facts that tell the same event, in the order of the first of each; the fullest of a group is printed. */
export function tellOnce<T extends { readonly fact: Fact }>(items: readonly T[]): readonly Telling<T>[] {
  const groups: { told: T; all: T[]; features: Features }[] = [];
  for (const item of items) {
    const features = featuresOf(item.fact);
    const group = groups.find((each) => sameEvent(each.features, features));
    if (!group) {
      groups.push({ told: item, all: [item], features });
      continue;
    }
    group.all.push(item);
    if (features.stems.size <= group.features.stems.size) continue;
    group.told = item;
    group.features = features;
  }
  return groups.map(({ told, all }) => ({ told, all: [told, ...all.filter((each) => each !== told)] }));
}

/** Whether two facts tell one event: the same words, numbers, voice and day, as far as each says them. */
export function tellsSameEvent(one: Fact, other: Fact): boolean {
  return sameEvent(featuresOf(one), featuresOf(other));
}

function sameEvent(one: Features, other: Features): boolean {
  if (one.negated !== other.negated || voiceOf(one.fact) !== voiceOf(other.fact)) return false;
  if (!sameDay(one.fact, other.fact)) return false;
  const [fewer, more] = one.stems.size <= other.stems.size ? [one, other] : [other, one];
  if (!isSubset(fewer.numbers, more.numbers)) return false;
  if (fewer.stems.size < LEAST_WORDS) return one.fact.text === other.fact.text;
  const shared = [...fewer.stems].filter((stem) => more.stems.has(stem)).length;
  return shared >= SHARED_WORDS * fewer.stems.size;
}

function featuresOf(fact: Fact): Features {
  const tokens = tokenise(fact.text);
  const words = tokens.filter(({ folded }) => !isFunctionWord(folded));
  return {
    fact,
    stems: new Set(words.map(({ stem }) => stem)),
    numbers: new Set(words.filter(({ folded }) => /\d/.test(folded)).map(({ folded }) => folded)),
    negated: tokens.some(({ folded }) => NEGATIONS.has(folded)),
  };
}

const NEGATIONS = new Set([
  'not',
  'no',
  'never',
  'nobody',
  'none',
  'without',
  'denies',
  'denied',
  'refused',
  'rejected',
]);

/** In whose voice: two people who say the same are two events. */
function voiceOf({ kind, attributedTo }: Fact): string {
  return kind === 'event' || kind === 'background' ? 'told' : `${kind} ${attributedTo ?? ''}`;
}

function sameDay({ date: one }: Fact, { date: other }: Fact): boolean {
  if (!one || !other) return true;
  return one.on.startsWith(other.on) || other.on.startsWith(one.on);
}

function isSubset(fewer: ReadonlySet<string>, more: ReadonlySet<string>): boolean {
  return [...fewer].every((each) => more.has(each));
}
