/** Word classes of English that say what a question wants rather than what it is about. */
import { stemOf } from '../../retrieval/tokens.ts';

/** The stems of a list of words with white space between. */
export const stems = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/).map(stemOf));

/** Verbs and nouns of saying: met by whatever is somebody's word. */
export const SPEECH = stems(`say says tell write post tweet state declare claim announce comment remark
  describe express mention add reply respond response react reaction answer explain think believe feel view opinion
  stance position quote quotation statement message insist argue note words word shout chant yell sing`);

/** Met by an allegation, whatever its verb. */
export const ACCUSING = stems('accuse accusation allege allegation claim blame charge');
/** Met by a denial, whatever its verb. */
export const DENYING = stems(
  'deny denial reject dispute refute dismiss contradict rebut disagree respond response reply react reaction answer',
);

const DENIES = /^(?:not|no|never|none|nobody|without|cannot|(?:refus|reject|declin)\p{L}*)$/u;

/** Whether a folded word says that something is not so, or is turned down. */
export function negates(folded: string): boolean {
  return DENIES.test(folded);
}

/** Words that carry hardly anything: an answer need not hold them. */
export const GENERIC_WORDS =
  `do did happen go going gonna get got gotten make made take taken have give gave come came goes
  want be use used try begin began begun start started put place hold held conduct impose imposed able ready willing likely
  supposed heard hear look see find let know known mean
  thing things way kind kinds sort type matter issue story topic subject situation case detail details info information news
  update updates question answer explain main point points key bit part side role reason cause concern regarding
  summary sum summarise summarize overview
  person people ppl someone somebody anyone anybody everybody guy name anyway
  real really exact exactly actually true apparently possible possibly involved whole right current currently latest now today
  new much many far big long old enough away back time times moment once soon already also ever still yet else there about
  around per since until before after during so us according accord
  yes no ok okay hey hi hello pls please thank thanks`
    .trim()
    .split(/\s+/);
export const GENERIC: ReadonlySet<string> = new Set(GENERIC_WORDS.map(stemOf));

/** Nouns that ask for a type of answer rather than name a thing in it. */
export const DATE_NOUNS = stems('date day month year week weekday when moment deadline');
export const PLACE_NOUNS = stems('place city country town venue location area region site where');
/** "On which grounds", "at what price": a preposition before them asks for no place. */
export const NO_PLACES = stems(
  'time thing subject topic issue matter point condition term charge ground basis reason cause price cost age speed rate level extent way case capacity role sense respect question language percentage amount number foundation footing principle occasion pretext assumption behalf authority evidence',
);
export const PERSON_NOUNS = stems(
  'person people man woman official officials name leader politician who guy ppl',
);
/** Words for people around somebody that are none for one of them. */
export const KIN = /^(?:family|families|relatives|kin|entourage|staff|team)$/;
/** Nouns for a body of any sort. */
export const BODIES = stems('institution organisation organization body agency authority entity');
export const REASON_NOUNS = stems('reason cause purpose motive why grounds');

/** Nouns for an amount of money: "what is the price of oil". */
export const PRICE_NOUNS = stems('price cost salary fee wage budget');

/** Nouns for how many there are: "what number do they give?" */
export const COUNT_NOUNS = stems('number figure total toll headcount');

/** Nouns for words themselves: "which adjective did he use". */
export const LANGUAGE_NOUNS = stems(
  'word words adjective term phrase expression label insult slur nickname epithet compliment quote',
);

/** Nouns that ask how long. */
export const LENGTH_NOUNS = stems('duration length');
/** Verbs of lasting, which "how long" already says. */
export const LASTING = stems('last take go run continue be stay on');
export const TIME_UNITS = stems('second minute hour day night week month year');

/** Words for a place in a row, as the alternatives of a pattern; "first" is said of much that has no second. */
export const ORDINALS = 'second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
/** How often something is or was done, by a count of times or without one. */
const OFTEN = new RegExp(
  `\\b(?:times?|daily|weekly|monthly|every|once|twice|repeatedly|(?:${ORDINALS}) (?!of\\b))\\b`,
);
const SIZE = /\d|\b(?:largest|biggest|smallest|hectares?|acres?|\p{L}*met(?:re|er)s?)\b/u;
const AGE = String.raw`\byears? old\b|\b(?:older|younger) than \d|\b(?:over|under|above|below) \d+(?: *[.,;]|$)|\baged?\b|\byear-old\b|(?:,| of) \d{1,3}(?= *(?:[,.;]|$| said\b| who\b))|\b(?:man|woman|boy|girl) of \d`;
/** How old somebody is; what they founded in some year is not. */
export const OF_AGE = new RegExp(`${AGE}|\\bborn (?:in|on)\\b`);

/** What a measure asked for with "how …" has to look like in a fact, folded. */
export const MEASURES: ReadonlyMap<string, RegExp> = new Map([
  [
    'old',
    new RegExp(
      `${AGE}|\\b(?:born|built|made|founded|opened|dates|since|from|around|in) (?:in |from |around )?(?:[a-z]+ )?(?:1\\d{3}|20\\d{2})\\b|\\bcentur(?:y|ies)\\b`,
    ),
  ],
  ['big', SIZE],
  ['large', SIZE],
  ['tall', /\b(?:met(?:re|er)s?|feet|foot|centimet(?:re|er)s?|inch(?:es)?)\b/],
  ['high', /\b(?:met(?:re|er)s?|feet|foot|per ?cent|%|euros?|dollars?|pounds?|centimet(?:re|er)s?)\b/],
  ['deep', /\b(?:met(?:re|er)s?|feet|kilomet(?:re|er)s?|miles?)\b/],
  ['far', /\b(?:times|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|km|per ?cent)\b/],
  ['close', /\b(?:votes?|points?|seconds?|per ?cent|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|km)\b/],
  ['near', /\b(?:kilomet(?:re|er)s?|miles?|met(?:re|er)s?|km)\b/],
  ['heavy', /\b(?:tons?|tonnes?|kilos?|kilograms?|pounds?)\b/],
  ['hot', /\bdegrees?\b/],
  ['cold', /\bdegrees?\b/],
  ['fast', /\b(?:per|an|a|each) hour\b|\bknots?\b|\bmph\b|\bkm\/h\b/],
  ['often', OFTEN],
]);

/** Nouns and verbs by which money is asked for. */
export const MONEY_WORDS = stems(
  'cost price pay paid earn salary worth money spend spent fee charge fine lose losing loss',
);
/** An amount of money, folded. */
export const MONEY =
  /[€$£¥]|\b(?:euros?|dollars?|pounds?|crowns?|yen|francs?|rupees?|pesos?|cents?|millions?|billions?|per ?cent)\b/;

/** Words in the name of a state. */
export const STATE = /\b(?:states|kingdom|republic|union|federation)\b/i;
