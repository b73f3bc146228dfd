/** Questions that nobody asked: whoever asks first would otherwise wait for dictionaries to be read and code to be compiled. */
import type { Topic } from '../knowledge/schema.ts';
import type { Question } from './question.ts';

/** From so many on, the next ones are no quicker. */
const MOST = 60;
/** Words of a fact that a question is made of. */
const WORDS = 12;
/** Each sort of answer is looked for by code of its own. */
const OPENINGS = ['Who', 'When', 'Where', 'Why', 'What', 'How many', 'Which', 'Did'];

/** Questions made of facts from all over the topics, of every sort, some told their topic and some not. */
export function rehearsalOf(topics: readonly Topic[]): readonly Question[] {
  const facts = topics.flatMap(({ topic, facts }) => facts.map(({ text }) => ({ text, topic })));
  const count = Math.min(MOST, facts.length);
  return Array.from({ length: count }, (_, at) => {
    const { text = '', topic = '' } = facts[Math.floor((at * facts.length) / count)] ?? {};
    const words = text.split(/\s+/).slice(0, WORDS).join(' ');
    const asked = `${OPENINGS[at % OPENINGS.length]} ${words}?`;
    return at % 3 === 0 ? { text: asked, topic } : { text: asked };
  });
}
