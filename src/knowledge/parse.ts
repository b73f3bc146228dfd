/** Parses the text of a knowledge file into a Topic, or says where it is wrong. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { checkReferences } from './references.ts';
import { type Topic, topicFileSchema } from './schema.ts';
import { describeIssue } from './schema-problem.ts';
import { type Place, readYaml, type YamlText } from './yaml-text.ts';

/** Problems reported at most for one file: more than a curator mends in one go. */
const MAX_PROBLEMS = 20;

/** The topic of a file, or what is wrong with the file. */
export type ParseResult =
  | { readonly ok: true; readonly topic: Topic; readonly locate: Locate }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Says where in the file an entry stands, for messages about it. */
type Locate = (path: readonly PropertyKey[], message: string) => Problem;

/** Parses and checks one file. `file` is only used to say where a problem is. Never throws. */
export function parseTopicFile(text: string, file: string): ParseResult {
  const yaml = readYaml(text);
  const problem = ({ line, column }: Place, message: string): Problem => ({ file, line, column, message });
  if (!yaml || (yaml.ok && yaml.value === null))
    return refuse([
      problem({ line: 1, column: 1 }, 'the file is empty; begin with "topic:", "title:" and "asOf:"'),
    ]);
  if (!yaml.ok) return refuse([problem(yaml.place, yaml.message)]);
  const found = checkValues(yaml, createHash('sha256').update(text).digest('hex'));
  const locate: Locate = (path, message) => problem(yaml.placeOf(path), message);
  return found.ok
    ? { ok: true, topic: found.topic, locate }
    : refuse(found.wrong.map(({ place, message }) => problem(place, message)));
}

type Checked =
  | { readonly ok: true; readonly topic: Topic }
  | { readonly ok: false; readonly wrong: readonly { readonly place: Place; readonly message: string }[] };

function checkValues({ value, placeOf, placeOfKey }: Extract<YamlText, { ok: true }>, hash: string): Checked {
  const parsed = topicFileSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    const issues = parsed.error.issues.flatMap(describeIssue).slice(0, MAX_PROBLEMS);
    return {
      ok: false,
      wrong: issues.map(({ path, message, isKey }) => ({
        place: (isKey ? placeOfKey : placeOf)(path),
        message,
      })),
    };
  }
  const broken = checkReferences(parsed.data).slice(0, MAX_PROBLEMS);
  return broken.length > 0
    ? { ok: false, wrong: broken.map(({ path, message }) => ({ place: placeOf(path), message })) }
    : { ok: true, topic: fillSources(parsed.data, hash) };
}

function refuse(problems: readonly Problem[]): ParseResult {
  return { ok: false, problems };
}

function fillSources(topic: z.output<typeof topicFileSchema>, hash: string): Topic {
  const only = topic.sources[0]?.id ?? '';
  return {
    ...topic,
    hash,
    facts: topic.facts.map((fact) => ({ ...fact, source: fact.source ?? only })),
    quotes: topic.quotes.map((quote) => ({ ...quote, source: quote.source ?? only })),
  };
}
