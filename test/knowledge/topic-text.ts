/** Made-up knowledge files for tests, as text and as topics. */
import { parseTopicFile } from '../../src/knowledge/parse.ts';
import type { Topic } from '../../src/knowledge/schema.ts';

/** A small sound file: one source, two people, an allegation with its denial, a quote. */
export function topicText(slug = 'ferry'): string {
  return `topic: ${slug}
title: The ferry of Port Ardlow
aliases: [Ardlow ferry]
asOf: 2026-03-05
fixture: true
sources:
  - id: gazette
    headline: Ferry stays in port
    date: 2026-03-05
people:
  - id: mora
    name: Lina Mora
    role: Harbour master
    aliases: [Mora]
  - id: union
    name: Dockers' Union
    kind: organisation
facts:
  - id: ferry-in-port
    text: The ferry has not left port since Monday.
    kind: event
    date: { on: 2026-03-02, inferred: true, phrase: Monday }
    about: [mora]
    paragraph: 1
  - id: unsafe-claim
    text: The union says that the ferry is unsafe.
    kind: allegation
    attributedTo: union
    paragraph: 2
  - id: mora-denies
    text: Mora says that the ferry is sound.
    kind: denial
    attributedTo: mora
    paragraph: 2
quotes:
  - id: quote-sound
    text: She is as sound as the day she was built
    speaker: mora
    facts: [mora-denies]
    paragraph: 2
disputes:
  - allegations: [unsafe-claim]
    denials: [mora-denies]
`;
}

/** The topic that a sound text holds. */
export function parsed(text = topicText()): Topic {
  const result = parseTopicFile(text, 'ferry.yaml');
  if (!result.ok) throw new Error(`the text is not sound: ${JSON.stringify(result.problems)}`);
  return result.topic;
}
