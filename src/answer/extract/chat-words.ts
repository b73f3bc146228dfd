/** How people spell in chats → plain English: "did they rly talk b4" → "did they really talk before". */

const PLAIN: ReadonlyMap<string, string> = new Map([
  ['n', 'and'],
  ['taht', 'that'],
  ['teh', 'the'],
  ['waht', 'what'],
  ['adn', 'and'],
  ['u', 'you'],
  ['ur', 'your'],
  ['r', 'are'],
  ['b4', 'before'],
  ['w', 'with'],
  ['abt', 'about'],
  ['bc', 'because'],
  ['cuz', 'because'],
  ['rly', 'really'],
  ['ppl', 'people'],
  ['prez', 'president'],
  ['pres', 'president'],
  ['govt', 'government'],
  ['gov', 'government'],
  ['convo', 'conversation'],
  ['meetup', 'meeting'],
  ['vid', 'video'],
  ['pic', 'picture'],
  ['yrs', 'years'],
  ['hrs', 'hours'],
  ['mins', 'minutes'],
  ['gonna', 'going to'],
  ['wanna', 'want to'],
  ['goin', 'going'],
  ['doin', 'doing'],
  ['sayin', 'saying'],
  ['hes', 'he is'],
  ['shes', 'she is'],
  ['theyre', 'they are'],
  ['thats', 'that is'],
  ['whos', 'who is'],
  ['whens', 'when is'],
  ['wheres', 'where is'],
  ['hows', 'how is'],
  ['whys', 'why is'],
  ['wat', 'what'],
  ['wut', 'what'],
  ['wich', 'which'],
  ['smth', 'something'],
  ['sth', 'something'],
  ['tmrw', 'tomorrow'],
  ['yday', 'yesterday'],
  ['rn', 'now'],
  ['max', 'maximum'],
  ['cops', 'police'],
  ['gimme', 'give me'],
  ['lemme', 'let me'],
  ['fone', 'phone'],
  ['itll', 'it will'],
  ['hed', 'he would'],
  ['im', 'i am'],
  ['dont', 'do not'],
  ['doesnt', 'does not'],
  ['cant', 'cannot'],
  ['wont', 'will not'],
  ['couldnt', 'could not'],
  ['wouldnt', 'would not'],
]);
/** Words that only keep a conversation going. */
const FILLER = /^(?:lol|lmao|tbh|imo|bro|dude|btw|omg|ngl|fr|tho|pls|plz|thx|smh|wtf)$/;
const WORD = /(?<![\p{L}\p{N}'’.-])[a-z]+\d?(?![\p{L}\p{N}'’.-])/gu;

/** "Y did they" asks why. */
const WHY = /^y(?= (?:did|does|do|is|are|was|were|has|have|had|will|would|can|wont|didnt)\b)/iu;

/** "Why'd they leave?", "where'd she say it?" */
const SHORT_DID = /\b(who|where|when|why|how|what)['’]d\b(?! (?:be|have|like)\b)/giu;

/** "Why did she loose her seat?" */
const LOOSE =
  /(?<=\b(?:did|does|do|will|would|to|they|he|she|it|you|we) (?:\p{L}+ ){0,2})loose(?= (?:his|her|its|their|the|a|any|\p{L}+['’]s)\b)/giu;

const MONTHS: ReadonlyMap<string, string> = new Map([
  ['jan', 'January'],
  ['feb', 'February'],
  ['mar', 'March'],
  ['apr', 'April'],
  ['jun', 'June'],
  ['jul', 'July'],
  ['aug', 'August'],
  ['sep', 'September'],
  ['sept', 'September'],
  ['oct', 'October'],
  ['nov', 'November'],
  ['dec', 'December'],
]);
const SHORT = [...MONTHS.keys()].join('|');
/** Beside a number, or behind a word for when, it is no other word. */
const MONTH = new RegExp(
  `(?<=\\b(?:in|since|until|by|of|last|\\d{1,2}) )(?:${SHORT})\\b\\.?|\\b(?:${SHORT})\\b\\.?(?= \\d)`,
  'giu',
);

/** The text in plain English; only words in lower case are taken for a chat's, and short forms of months. */
export function spellOut(text: string): string {
  return text
    .replace(WHY, 'why')
    .replace(SHORT_DID, '$1 did')
    .replace(LOOSE, 'lose')
    .replace(MONTH, (month) => MONTHS.get(month.toLowerCase().replace('.', '')) ?? month)
    .replace(WORD, (word) => (FILLER.test(word) ? '' : (PLAIN.get(word) ?? word)))
    .replace(/ {2,}/g, ' ')
    .trim();
}
