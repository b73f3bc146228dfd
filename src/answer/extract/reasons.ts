/** How well a sentence gives a reason. */
import type { Candidate } from './candidate.ts';

/** Words that tell a cause, that tell what somebody is after, and that may do either. */
const CAUSE =
  /\b(?:because|due to|for (?:lack|want|fear) of|thanks to|in protest|in order to|owing to|as a result|so that|in response|caus\w+|reasons?|why|directed (?:at|against)|set off|trigger\w*|spark\w*|led to|resulted in|stem\w* from|prompted|blam\w+)\b|, to [a-z]+ /iu;
const AIM =
  /(?<!\b(?:links?|ties?|according|due|next|close|up|down|back|related|return(?:s|ed)?|went|go|goes|sent|plans?|planned|wants?|wanted|hopes?|hoped|agree[ds]?|refuse[ds]?|ask(?:s|ed)|threaten(?:s|ed)|able|going|ha[sd]|have|is|are|was|were|right|need(?:s|ed)?|request|offer(?:s|ed)?|unacceptable|likely|un(?:able|willing)|failed|tried|continues?|begun|began|agreement|anything|nothing|something|or|and|not) )to (?!the\b|a\b|an\b|his\b|her\b|its\b|their\b|be\b)[a-z]+ |\bgives? /u;
/** What somebody is tried, held or attacked for. */
const GROUNDS =
  /\bon (?:[\p{L}-]+ ){0,4}(?:charges|suspicion|grounds)\b|\b(?:suspected|accused|convicted|guilty) of\b|\bcharged with\b|\bas an? (?:witness|suspect|precaution|response|punishment|sign|tribute|protest|reward|warning|condition|result)\b/iu;
/** "After a phone was found", not "after two hours", "after midnight". */
const AFTER =
  /\b[Aa]fter (?!\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|nearly|almost|about|more|less|the (?:first|second|last)|these|those) (?:\p{L}+ )?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)\b|midnight|noon|dark|sunset|dawn|\p{Lu}\p{L}+day\b|that\b|all\b|this\b)\p{L}/u;
const HINT = /\b(?:since|after|over|so as|fears?)\b/iu;

/** What the curator gives as a reason. */
const REASON = /^(?:why|reasons?|because|motives?|explanation|justification|grounds)$/iu;

/** 1 where it names a cause, less where it tells what somebody is after or only what went before. */
export function whyFill(candidate: Candidate): number {
  const text = (candidate.fact ?? candidate.quote)?.text ?? '';
  if (CAUSE.test(text)) return 1;
  if (AIM.test(text) || GROUNDS.test(text) || AFTER.test(text)) return 0.7;
  if (candidate.fact?.keywords.some((keyword) => REASON.test(keyword))) return 0.7;
  return HINT.test(text) ? 0.4 : 0.1;
}
