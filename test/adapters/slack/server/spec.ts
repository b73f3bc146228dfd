/** Holds request bodies against Slack's published description of its Web API, which is from 2021. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fileBeside } from '../../../beside.ts';

const specSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z.array(z.object({ name: z.string(), required: z.boolean().optional() })).default([]),
      }),
    ),
  ),
});

/** Arguments that are younger than the description, by method. */
const NEWER_ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['metadata'],
  'conversations.history': ['include_all_metadata'],
};

/** Methods that are younger than the description; apps.connections.open was never in it. */
const NEWER_METHODS = new Set([
  'apps.connections.open',
  'chat.startStream',
  'chat.appendStream',
  'chat.stopStream',
  'assistant.threads.setStatus',
  'assistant.threads.setSuggestedPrompts',
]);

/** Says what the description has against a request; undefined where it is absent on this machine. */
export type SpecCheck = (method: string, args: readonly string[]) => readonly string[];

/** Reads the description where it is at hand. */
export function openSpec(): SpecCheck | undefined {
  const file = fileBeside('specs/slack-web-openapi-2021.json');
  if (!file) return undefined;
  const { paths } = specSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return (method, args) => {
    if (NEWER_METHODS.has(method)) return [];
    const described = paths[`/${method}`];
    if (!described) return [`${method} is not in the description`];
    const parameters = Object.values(described).flatMap((operation) => operation.parameters);
    const names = new Set([...parameters.map(({ name }) => name), ...(NEWER_ARGUMENTS[method] ?? [])]);
    const required = parameters.filter((parameter) => parameter.required && parameter.name !== 'token');
    return [
      ...args.filter((name) => !names.has(name)).map((name) => `${method} has no argument ${name}`),
      ...required.filter(({ name }) => !args.includes(name)).map(({ name }) => `${method} wants ${name}`),
    ];
  };
}
