/** Words that carry grammar rather than content, and so never count as a question's terms. */

const FUNCTION_WORDS = `
a an the this that these those some any each every such same other another both either neither
i me my mine we our ours you your yours he him his she her hers it its they them their theirs himself herself itself themselves who whom whose which what
when where why how be am is are was were been being do does did doing done have has had having can could may might must
shall should will would ought and or but nor so if then than as at by for from in into of off on onto out over to up upon
with within without about above after again against along among around before behind below between down during
through throughout toward towards under until while because there here not no only own just also too very
s t d ll re ve m r u don didn doesn isn aren wasn weren hasn haven hadn wouldn couldn shouldn
please tell know actually really ever even still yet whether more most much many all few`;

const SET = new Set(FUNCTION_WORDS.trim().split(/\s+/));

/** Whether a folded word is a function word. */
export function isFunctionWord(folded: string): boolean {
  return SET.has(folded);
}
