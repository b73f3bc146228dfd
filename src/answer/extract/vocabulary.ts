/** Word classes of English that say what a question wants rather than what it is about. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Verbs and nouns of saying, as stems: met by a fact that is somebody's word. */
export const SPEECH =
  words(`say tell write post tweet state declar claim announc comment remark speak talk call describ
  express mention add repli respond react respons reaction answer explain think believ feel view opinion stanc posit
  quot quotat word statement messag describ descript insist argu note put`);

/** Stems of verbs and nouns that are met by the kind of a fact. */
export const ACCUSING = words('accus alleg claim blame charg accusationn accusat alleg suspect');
export const DENYING = words(
  'deni denial reject disput refut dismiss contradict rebut disagre respond repli react answer respons',
);

/** Stems that carry hardly anything: an answer need not hold them. */
export const GENERIC =
  words(`do did happen go get got make take have give get come thing way kind sort type matter issu
  stori topic situat case detail inform news updat latest exact realli current now today exactli role part involv
  reason caus peopl person someon somebodi anyon anybodi ppl guy whole subject concern regard know mean ever actual
  use ye ok okai hey hi hello pleas pls thank name wich wat new much far big long old time first last plan go want
  wa there their about`);

/** Nouns that ask for a type of answer rather than name a thing in it. */
export const DATE_NOUNS = words('date day month year time week weekday when moment deadlin');
export const PLACE_NOUNS = words('place citi countri town venu locat area region site where');
export const PERSON_NOUNS = words(
  'person people man woman offici name leader politician somebodi who guy ppl',
);
export const REASON_NOUNS = words('reason caus purpos motiv why ground');
