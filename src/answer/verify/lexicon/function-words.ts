/** Words that say little or nothing of their own: function words, general nouns, verbs that only carry a noun. */
import { wordSet } from './word-list.ts';

/** Articles, pronouns, prepositions and the like. No quantifier and no adverb that says something of its own. */
export const FUNCTION_WORDS = wordSet(`
  a an the this that these those
  i me my mine we us our ours you your he him his she her hers it its they them their theirs one ones
  himself herself itself themselves each other another own such same
  who whom whose which what when where why how whether
  of in on at by to from with for about against into onto over under between among during through
  across upon within via per toward towards around as than like out off up down aboard board
  be is are was were been being am 's 're 've 'll 'd have has had having do does did doing done
  and or but nor so if then both either neither also too there here not n't no
  any some while though although whereas however meanwhile
  beneath below above beside besides inside outside after before since until because without including involving regarding concerning relating according using
  will would shall should can could may might must
  former latter respective respectively way
`);

/** Adverbs that order what is told and say nothing of what happened. */
export const DISCOURSE_WORDS =
  wordSet(`already also even then now still currently yet however moreover meanwhile
  instead thereby well`);

/** Nouns that only stand for what hangs on them: "the fact that", "at a level of", "by the name of". */
export const GENERAL_NOUNS = wordSet(`fact case matter issue thing level sum total amount light name term word
  process basis period respect situation regard occasion moment`);

/** Verbs that only carry the noun beside them: "put sanctions on", "carried out strikes", "held a call". */
export const SUPPORT_VERBS = wordSet(`
  be have do make take hold carry put place impose conduct launch perform undertake give
  happen occur issue keep come go mount stage bring set lay slap levy subject suffer sustain
  get receive see reach form stand complete become speak provide present produce deliver express voice
  cast pose lodge
`);
