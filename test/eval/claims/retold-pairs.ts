/** Two facts told in one sentence. */
import type { RetoldClaim } from './retold.ts';
import { type ReadFact, small } from './rewriting.ts';

/** Two facts that follow each other told in one sentence. */
export function joined(one: ReadFact, two: ReadFact | undefined): readonly RetoldClaim[] {
  if (
    !two ||
    one.topic !== two.topic ||
    [one, two].some(({ fact: { text, kind } }) => /[“”;:]/.test(text) || kind === 'unknown')
  )
    return [];
  const ids = [one.fact.id, two.fact.id];
  const first = one.fact.text.replace(/\.$/, '');
  const second = small(two);
  return [
    { topic: one.topic, way: 'two with and', text: `${first}, and ${second}`, ids },
    { topic: one.topic, way: 'two with a semicolon', text: `${first}; ${second}`, ids },
    { topic: one.topic, way: 'two with while', text: `${first}, while ${second}`, ids },
  ];
}

/** Two facts that tell of one subject, which is named once: "X did A and did B", "X, who did B, did A". */
export function withOneSubject(all: readonly ReadFact[]): readonly RetoldClaim[] {
  const told = all.flatMap((read) => {
    const parts = subjectOf(read);
    return parts ? [{ read, ...parts }] : [];
  });
  const pairs = told.flatMap((one, at) =>
    told
      .slice(at + 1)
      .filter(({ read, key }) => read.topic === one.read.topic && key === one.key)
      .slice(0, 2)
      .map((two) => ({ one, two })),
  );
  return pairs.flatMap(({ one, two }) => {
    const { topic } = one.read;
    const ids = [one.read.fact.id, two.read.fact.id];
    const who = one.person ? 'who' : 'which';
    return [
      { topic, way: 'one subject', text: `${one.subject} ${one.rest} and ${two.rest}.`, ids },
      { topic, way: 'one subject, apart', text: `${one.subject} ${one.rest}, and ${two.rest}.`, ids },
      { topic, way: 'one subject, beside', text: `${one.subject}, ${who} ${two.rest}, ${one.rest}.`, ids },
    ];
  });
}

/** A name at the beginning of a plain fact, and what is told of it. */
function subjectOf({ fact: { text, kind }, reading: { mentions, words } }: ReadFact) {
  const mention = mentions.find(({ from }) => from <= 1);
  const verb = mention && words[mention.to];
  const [key] = mention?.ids ?? [];
  if (!mention || !verb || !key || mention.ids.size > 1 || kind === 'unknown' || /[“”;:,]/.test(text))
    return undefined;
  if (!/^(?:VERB|AUX)$/.test(verb.pos) || words.slice(0, mention.from).some(({ pos }) => pos !== 'DET'))
    return undefined;
  return {
    key,
    person: mention.person,
    subject: text.slice(0, verb.start).trim(),
    rest: text.slice(verb.start).replace(/\.$/, ''),
  };
}
