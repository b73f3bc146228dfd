/** Irregular English forms → base forms: what a stemmer cannot undo ("fought" → "fight", "thirty" → "30"). */

const VERBS = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun|bend bent|bind bound|
bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|
catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt|
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|
fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|
give gave given|go went gone|grind ground|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|
know knew known|lay laid|lead led|learn learnt|leave left|lend lent|light lit|lose lost|make made|mean meant|meet met|
mistake mistook mistaken|overcome overcame|overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden|ring rang rung|
rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|
show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|
spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck stricken|strive strove striven|
swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|
throw threw thrown|understand understood|undertake undertook undertaken|wake woke woken|wear wore worn|weave wove woven|
weep wept|win won|wind wound|withdraw withdrew withdrawn|withstand withstood|write wrote written`;

const NOUNS = `
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|person people persons|life lives|wife wives|
knife knives|half halves|leaf leaves|wolf wolves|thief thieves|self selves|crisis crises|basis bases|analysis analyses|
thesis theses|hypothesis hypotheses|criterion criteria|phenomenon phenomena|datum data|medium media|bacterium bacteria|
index indices|matrix matrices|nucleus nuclei|radius radii|alumnus alumni|stimulus stimuli|spokesman spokesmen`;

const NUMBERS = `
1 one|2 two|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|11 eleven|12 twelve|13 thirteen|14 fourteen|15 fifteen|
16 sixteen|17 seventeen|18 eighteen|19 nineteen|20 twenty|30 thirty|40 forty|50 fifty|60 sixty|70 seventy|80 eighty|90 ninety|
1st first|2nd second|3rd third|4th fourth|5th fifth|6th sixth|7th seventh|8th eighth|9th ninth|10th tenth`;

const BASE_FORMS = new Map<string, string>(
  [VERBS, NOUNS, NUMBERS].flatMap((table) =>
    table.split('|').flatMap((row) => {
      const [base = '', ...forms] = row.trim().split(/\s+/);
      return forms.map((form): [string, string] => [form, base]);
    }),
  ),
);

/** The base form of a folded word, or the word itself when it is regular. */
export function baseForm(folded: string): string {
  return BASE_FORMS.get(folded) ?? folded;
}
