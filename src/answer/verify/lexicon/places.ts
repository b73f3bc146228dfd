/** Names of countries and the adjectives made from them, and short forms: "Colombian" → Colombia, "UN". */
import { oncePerKey } from '../../../once-per-key.ts';

const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  `us: u.s. us usa u.s.a. america american americans
uk: u.k. uk britain british briton britons
france: france french
spain: spain spanish spaniard
germany: germany german germans
netherlands: netherlands dutch holland
poland: poland polish pole poles
turkey: turkey türkiye turkiye turkish turk turks
peru: peru peruvian peruvians
denmark: denmark danish dane danes
greece: greece greek greeks
switzerland: switzerland swiss
ireland: ireland irish
wales: wales welsh
england: england english
scotland: scotland scottish scots
portugal: portugal portuguese
norway: norway norwegian norwegians
philippines: philippines philippine filipino filipinos
thailand: thailand thai
iceland: iceland icelandic
finland: finland finnish finn finns
panama: panama panamanian
afghanistan: afghanistan afghan afghans
pakistan: pakistan pakistani
un: un u.n.
eu: eu e.u.`
    .split('\n')
    .flatMap((line) => {
      const [key = '', words = ''] = line.split(': ');
      return words.split(' ').map((word) => [word, key]);
    }),
);

/** Short names and the two words that each stands for. */
const LONG_FORMS = [
  ['us', 'united', 'states'],
  ['uk', 'united', 'kingdom'],
  ['un', 'united', 'nations'],
  ['eu', 'european', 'union'],
] as const;

const SHORT_FORMS = new Map(LONG_FORMS.map(([short, ...long]) => [long.join(' '), short]));

/** The short name for two folded words: "united states" → "us". */
export const shortForm = (one: string | undefined, two: string | undefined): string | undefined =>
  SHORT_FORMS.get(`${one} ${two}`);

/** Keys of names, and with each short name among them the words that it stands for, and the other way round. */
export function withOtherForms(keys: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(keys);
  for (const [short, ...long] of LONG_FORMS) {
    if (all.has(short)) for (const word of long) all.add(word).add(nameKey(word));
    if (long.every((word) => all.has(word))) all.add(short);
  }
  return all;
}

/** About the vocabulary of 100,000 facts: texts share their words. */
const MOST_KEPT = 50_000;

const SHORTEST_ROOT = 4;
const ENDINGS = [
  'ians',
  'ian',
  'eans',
  'ean',
  'ish',
  'ese',
  'ans',
  'an',
  'ia',
  'en',
  'is',
  'i',
  'a',
  'e',
  'o',
  'y',
];

/** One key for a name and the adjective of it, from a folded word: "colombia" and "colombian" have the same. */
export const nameKey = oncePerKey(findNameKey, MOST_KEPT);

function findNameKey(word: string): string {
  const folded = word.length > 1 && !/\..*\./.test(word) ? word.replace(/\.$/, '') : word;
  const known = Object.hasOwn(IRREGULAR, folded) ? IRREGULAR[folded] : undefined;
  if (known) return known;
  const ending = ENDINGS.find((end) => folded.endsWith(end) && folded.length - end.length >= SHORTEST_ROOT);
  return ending ? folded.slice(0, -ending.length) : folded;
}
