/** Parses the text of a knowledge file into a Topic, or says where it is wrong. */
import { createHash } from 'node:crypto';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { checkReferences } from './references.ts';
import { type Topic, topicFileSchema } from './schema.ts';

/** Beyond this size a file is refused: one topic is a dossier, not an archive, and parsing would block the desk. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Problems reported at most for one file: more than a curator mends in one go. */
const MAX_PROBLEMS = 20;

export type ParseResult =
  | { readonly ok: true; readonly topic: Topic; readonly locate: Locate }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Path = readonly PropertyKey[];
/** Says where in the file an entry stands, for messages about it. */
type Locate = (path: Path, message: string) => Problem;

/** Parses and checks one file. `file` is only used to say where a problem is. Never throws. */
export function parseTopicFile(text: string, file: string): ParseResult {
  if (text.trim() === '')
    return refuse([
      { file, line: 1, column: 1, message: 'the file is empty; begin with "topic:", "title:" and "asOf:"' },
    ]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const syntax = document.errors.map((error) => at(file, lines, error.pos[0], mendSyntax(error.message)));
  if (syntax.length > 0) return refuse(syntax);
  const locate: Locate = (path, message) => at(file, lines, offsetOf(document, path), message);
  const values = toValues(document);
  if (!values.ok) return refuse([locate([], values.message)]);
  return check(values.value, locate, createHash('sha256').update(text).digest('hex'));
}

function check(values: unknown, locate: Locate, hash: string): ParseResult {
  const parsed = topicFileSchema.safeParse(values);
  if (!parsed.success)
    return refuse(parsed.error.issues.flatMap(flatten).map(({ path, message }) => locate(path, message)));
  const broken = checkReferences(parsed.data);
  if (broken.length > 0) return refuse(broken.map(({ path, message }) => locate(path, message)));
  return { ok: true, topic: fillSources({ ...parsed.data, hash }), locate };
}

function refuse(problems: readonly Problem[]): ParseResult {
  return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
}

function at(file: string, lines: LineCounter, offset: number, message: string): Problem {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
}

function mendSyntax(message: string): string {
  return message.startsWith('Map keys must be unique')
    ? `${message}: remove one of the two`
    : `this is not valid YAML: ${message}`;
}

/** Aliases that multiply (a "YAML bomb") are refused by the yaml library's own limit. */
function toValues(document: Document): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    return {
      ok: false,
      message: `the file's aliases (*name) cannot be resolved (${error instanceof Error ? error.message : error}); write the values out`,
    };
  }
}

/** The deepest node on the path that exists: a missing field is reported at the entry that lacks it. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const range = isRanged(node) ? node.range : undefined;
    if (range) return range[0];
  }
  const { contents } = document;
  return isRanged(contents) ? contents.range[0] : 0;
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

type Issue = z.core.$ZodIssue;

/** Turns zod's issues into what a curator can act on; an unknown field is located at the field itself. */
function flatten(issue: Issue): readonly { path: Path; message: string }[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        message: `there is no field "${key}" here; remove it or correct its name`,
      }));
    case 'invalid_union':
      return flattenUnion(issue);
    case 'invalid_type':
      return [
        {
          path: issue.path,
          message: `${nameOf(issue.path)}: ${issue.input === undefined ? `is missing (${issue.expected})` : issue.message}`,
        },
      ];
    default:
      return [{ path: issue.path, message: `${nameOf(issue.path)}: ${issue.message}` }];
  }
}

function flattenUnion(issue: Issue & { code: 'invalid_union' }): readonly { path: Path; message: string }[] {
  if (issue.errors.length === 0)
    return [{ path: issue.path, message: `${nameOf(issue.path)}: ${issue.message}` }];
  const shortest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
  return shortest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** The branch of a union that got furthest is the one that the curator meant. */
function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function nameOf(path: Path): string {
  const field = path.findLast((part) => typeof part === 'string');
  return field === undefined ? 'the file' : String(field);
}

function fillSources(topic: ReturnType<typeof topicFileSchema.parse> & { hash: string }): Topic {
  const only = topic.sources[0]?.id ?? '';
  return {
    ...topic,
    facts: topic.facts.map((fact) => ({ ...fact, source: fact.source ?? only })),
    quotes: topic.quotes.map((quote) => ({ ...quote, source: quote.source ?? only })),
  };
}
