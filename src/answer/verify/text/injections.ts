/** Words in the material that speak to a machine instead of telling a fact. */

const MARKERS: readonly RegExp[] = [
  /(?:^|[.!?\n]\s*)(?:system|assistant|user|developer|human|ai|model|bot|instructions?|prompt|note to (?:the |an? )?(?:model|ai|assistant|bot|reader))\s*:/i,
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.!?]{0,40}\b(?:above|previous|prior|earlier|instructions?|rules?|prompt|everything|facts?|your)\b/i,
  /(?:^|[.!?\n]\s*)(?:please )?(?:respond|reply|answer|print|output|repeat|write|say|tell|claim|state|pretend|act|add|include|translate|summari[sz]e|reveal|show)\b(?! (?:to|from|of)\b)/i,
  /\byou (?:must|should|shall|will|are|have to|need to)\b[^.!?]{0,20}\b(?:now|say|write|answer|reply|respond|claim|print|output|dan)\b/i,
  /<!--|<\||\[\/?INST\]|<\/?(?:data|instructions?|system|prompt)>|```/i,
];

/** The text up to the first order in it: what follows an order is not evidence of anything. */
export function withoutInjections(text: string): string {
  const starts = MARKERS.flatMap((marker) => marker.exec(text)?.index ?? []);
  return starts.length > 0 ? text.slice(0, Math.min(...starts)).trim() : text;
}
