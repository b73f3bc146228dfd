/** In which language a question is answered by a model. */
import type { Topic } from '../knowledge/schema.ts';

type Asked = {
  /** BCP 47 locale of the asker. */
  readonly locale?: string;
};

/** ISO 639-1 code of the asker's locale; the topic's own language where that is not known. */
export function languageOf({ locale }: Asked, topic: Topic): string {
  return /^[a-z]{2,3}(?=-|$)/i.exec(locale ?? '')?.[0].toLowerCase() ?? topic.language;
}
