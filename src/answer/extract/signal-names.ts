/** The names of what speaks for and against a candidate; what each says is measured in signals.ts. */

/** The signals; a line without a comment goes with the one above. */
export const ANSWER_SIGNALS = [
  // How much of the question is met: see `Coverage`; the same by words and by their company: see `Alike`.
  'share',
  'words',
  'surely',
  'company',
  'beside',
  'least',
  'subject',
  // Met by the very words, and side by side.
  'exact',
  'pairs',
  // The sort of thing that is asked for is there: see `slotFill`; with its own weight for some sorts, and surely there.
  'fill',
  'fillWhen',
  'fillLong',
  'fillWhy',
  'fillIdentity',
  'fillSubject',
  'full',
  // Its own verb says that the same do the same; that others do, where the question is yes or no.
  'fits',
  'turnedWhether',
  // Its word for the deed says something else: see `Fit`.
  'anotherDeed',
  // Somebody without a name does what somebody named is asked to have done.
  'othersDo',
  // Faults: see `Fault`; some of them told apart for yes-or-no questions, which what was so instead may answer.
  'person',
  'placeWhether',
  'stranger',
  'number',
  'numberWhether',
  'verb',
  'verbWhether',
  'verbWho',
  'slot',
  'speaker',
  'thin',
  'focus',
  'focusWhether',
  // Share of the question's people and places that it has.
  'named',
  // It is the word of the one whose words are asked for.
  'voice',
  // A quote where quotes are asked for, and elsewhere.
  'quoteAsked',
  'quoteOther',
  // Of that kind of fact; with its own weight where a time is asked for.
  'background',
  'unknown',
  'unknownWhen',
  // The word for the type of answer ("month") is met.
  'type',
  // A word or two that were said of just that: see `fragmentFit`.
  'fragment',
  // What came first or before is asked for and told.
  'order',
  // A denial or an allegation where one is asked for.
  'denialAsked',
  'allegationAsked',
  // It has a place where a yes-or-no question has another.
  'rightPlace',
  // It says that what is asked about was refused or did not come about.
  'turned',
  // How early in the file it stands.
  'early',
  // How early in its sentence a word of the question comes.
  'topical',
  // It says that something else is not known.
  'unknownElse',
] as const;
/** Those that part the candidates of one question and say nothing of whether any answers. */
const RANKING_SIGNALS = [
  // What is met of the question is met only in passing; with its own weight where a time is asked for.
  'aside',
  'asideWhen',
  // Tense: see `Tense`.
  'futureMet',
  'futureMissed',
  'futureForPast',
  // How much of the sentence the question accounts for.
  'accounted',
  // It says that just this is not known, or that is what is asked.
  'unknownOf',
  'unknownAsked',
  // It says who did what is asked about: see `doerTold`.
  'doer',
  // The people asked about stand in the sentence itself, and first in it.
  'namedHere',
  'leads',
  // How like the question its words are as a whole, and apart from what the topic shares: see `SubjectLikeness`.
  'around',
  // Met by the curator's keywords.
  'keyed',
  'apart',
  // A quote, and somebody's very words are asked for.
  'verbatim',
  // It has the words that stand in quote marks.
  'quoted',
  // A name is asked for, and none stands there.
  'unnamed',
] as const;
export const SIGNALS = [...ANSWER_SIGNALS, ...RANKING_SIGNALS] as const;
export type SignalName = (typeof SIGNALS)[number];
export type Signals = Readonly<Record<SignalName, number>>;
