/** Turns what zod finds wrong in a knowledge file into sentences that a curator can act on. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** `isKey` where the name of the field is wrong, not its value. */
export type FieldProblem = { readonly path: Path; readonly message: string; readonly isKey?: true };

/** What is wrong, and how to mend it; one problem for each unknown field. Needs issues that report their input. */
export function describeIssue(issue: Issue): readonly FieldProblem[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        message: `there is no field "${key}" here; remove it or correct its name`,
        isKey: true,
      }));
    case 'invalid_union':
      return describeUnion(issue);
    case 'invalid_type':
      return [{ path: issue.path, message: `${nameOf(issue.path)}: ${describeType(issue)}` }];
    case 'too_big':
    case 'too_small':
      return [{ path: issue.path, message: `${nameOf(issue.path)}: ${describeSize(issue)}` }];
    default:
      return [{ path: issue.path, message: `${nameOf(issue.path)}: ${issue.message}` }];
  }
}

function describeSize(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): string {
  const { origin, input } = issue;
  const limit = issue.code === 'too_big' ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
  if (origin === 'array')
    return `this list has ${Array.isArray(input) ? input.length : 0} entries; it takes ${limit}`;
  if (origin !== 'string') return `this is ${input}; it takes ${limit}`;
  return input === '' || issue.message.startsWith('write')
    ? issue.message
    : `this text has ${String(input).length} characters; it takes ${limit}`;
}

/** What belongs into fields that are often left out. */
const BELONGS: Readonly<Record<string, string>> = {
  topic: 'a short name in lower case, such as "boat-strikes"',
  asOf: 'the date up to which the file is complete, such as 2026-01-08',
  sources: 'the list of what the facts are taken from, with an id and a headline each',
  facts: 'the list of facts, with an id, a text and a kind each',
  kind: 'event, background, unknown, statement, allegation or denial',
  attributedTo: 'the id of the person or organisation whose word it is',
};

function describeType(issue: Extract<Issue, { code: 'invalid_type' }>): string {
  const field = issue.path.at(-1);
  const belongs = BELONGS[String(field)] ?? typeNames[issue.expected] ?? issue.expected;
  if (issue.input === undefined) return `is missing; it takes ${belongs}`;
  if (issue.input === null) return `is empty; it takes ${belongs}; write that or remove the field`;
  const found = Array.isArray(issue.input) ? 'a list' : (typeNames[typeof issue.input] ?? typeof issue.input);
  const wanted = typeNames[issue.expected] ?? issue.expected;
  const quotes = issue.expected === 'string' && typeof issue.input !== 'object';
  return `this is ${found}, not ${wanted}${quotes ? '; put it in quote marks' : ''}`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an entry with fields',
};

/** The branch of a union that got furthest is the one that the curator meant. */
function describeUnion(issue: Extract<Issue, { code: 'invalid_union' }>): readonly FieldProblem[] {
  if ('discriminator' in issue && issue.errors.length === 0)
    return [{ path: issue.path, message: `${nameOf(issue.path)}: write ${BELONGS.kind}` }];
  const [meant] = [...issue.errors].sort((a, b) => progress(b) - progress(a));
  return (meant ?? []).flatMap((inner) => describeIssue({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** A branch that refused the very type of the value got nowhere. */
function progress(issues: readonly Issue[]): number {
  return Math.max(
    0,
    ...issues.map(({ code, path }) => (code === 'invalid_type' && path.length === 0 ? -1 : path.length) + 1),
  );
}

function nameOf(path: Path): string {
  const field = path.findLast((part) => typeof part === 'string');
  return field === undefined ? 'the file' : String(field);
}
