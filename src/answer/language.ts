/** In which language a question is answered by a model. */
import type { Topic } from '../knowledge/schema.ts';

/** ISO 639-1 code of a BCP 47 locale; the topic's own language where the asker's is not known. */
export function languageOf(locale: string | undefined, topic: Topic): string {
  return /^[a-z]{2,3}(?=-|$)/i.exec(locale ?? '')?.[0].toLowerCase() ?? topic.language;
}
