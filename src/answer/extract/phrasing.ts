/** A question as it is typed → the plain question in it. */
import { oncePerKey } from '../../once-per-key.ts';
import { spellOut } from './chat-words.ts';
import { REWORDINGS } from './rewordings.ts';
import { asQuestion } from './statements.ts';

const POLITE =
  /^(?:(?:hey|hi|hello|please|pls|so|ok(?:ay)?|well|um+|and|but)[\s,!]+)*(?:(?:can|could|would|will) (?:you|u|anyone|anybody|somebody|someone) (?:please |pls )?(?:tell|explain|say|show|paste|post|share|quote)(?: to)?(?: me| us)? |do (?:we|you|u|they) (?:even |already |yet |at least |happen to )?(?:know|have any idea)(?: yet| already| now)? |does (?:anyone|anybody|someone) know |is it (?:known|clear|said)(?: yet)? |(?:any|no) idea |i(?:'d| would) like to know |remind me |i want to know |i wonder |tell me |(?:please|pls) (?:tell me )?)(?=(?:who|whom|whose|when|where|why|how|what|which|if|whether|about)\b)/iu;
/** "So who rang whom?": the words before say nothing. */
const LEAD_IN =
  /^(?:(?:hey|hi|hello|please|pls|so|ok(?:ay)?|well|um+|wait|hmm+|lol|wow|damn|oh|also|sorry(?: but)?|honestly|hold on|hang on|(?:a )?(?:quick|dumb|stupid|serious|genuine|honest|real|silly) question|question)[\s,!:;.–—-]+)+(?=\p{L})/iu;
/** "Who is she anyway?" */
const TAIL =
  /,? (?:in (?:a nutshell|short|brief|(?:one|a few|two|three) (?:lines?|words?|sentences?))(?: please| pls)?|for the (?:record|background|timeline|lede|story)(?: \p{L}+)?|roughly|approximately|anyways?|though|then|guys|folks|mate|please|again please|if (?:you know|anyone knows|i may ask))(?=\s*\?*$)/iu;
const WHETHER = /^(?:if|whether)\b/iu;

/** More than the texts that one question of a conversation is put as. */
const MOST_KEPT = 100;

/** The plain question; text without such phrasing is given back as it is. Kept for a while. */
export const plainly = oncePerKey(putPlainly, MOST_KEPT);

function putPlainly(text: string): string {
  const spelt = spellOut(text);
  const asked = spelt.replace(POLITE, '');
  if (asked !== spelt && WHETHER.test(asked)) return asked.replace(WHETHER, 'is it true that');
  const plain = asQuestion(asked.replace(LEAD_IN, '').replace(TAIL, ''));
  return REWORDINGS.reduce((text, [phrase, words]) => replaced(text, phrase, words), plain);
}

function replaced(text: string, phrase: RegExp, words: (typeof REWORDINGS)[number][1]): string {
  return typeof words === 'string' ? text.replace(phrase, words) : text.replace(phrase, words);
}
