/** Checks request bodies against Discord's own OpenAPI description, where it is at hand. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { fileBeside } from '../../../beside.ts';

type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Says what is wrong with a body, or undefined where it is right or nothing is known of it. */
export type BodyCheck = (method: string, path: string, body: unknown) => string | undefined;

/**
 * Reads the description once; its schemas are compiled as they are needed. Without it bodies are checked against the
 * documented limits only.
 */
export function createBodyCheck(): BodyCheck {
  const file = fileBeside('specs/discord-openapi.json');
  if (!file) return () => undefined;
  const document: { readonly paths: Paths } = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema(document, 'discord');
  const templates = Object.keys(document.paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
  }));
  const compiled = new Map<string, ValidateFunction | undefined>();
  return (method, path, body) => {
    const matching = templates.filter(({ pattern }) => pattern.test(path)).map(({ template }) => template);
    // "/messages/@original" is more exact than "/messages/{message_id}".
    const template = matching.toSorted((a, b) => placeholders(a) - placeholders(b))[0];
    if (template === undefined) return `there is no ${path} in Discord's API`;
    const key = `${method} ${template}`;
    if (!compiled.has(key)) compiled.set(key, compile(ajv, document.paths, { template, method }));
    const validate = compiled.get(key);
    return !validate || validate(body) ? undefined : `${key}: ${ajv.errorsText(validate.errors)}`;
  };
}

function placeholders(template: string): number {
  return template.split('{').length;
}

function compile(
  ajv: Ajv2020,
  paths: Paths,
  { template, method }: { readonly template: string; readonly method: string },
): ValidateFunction | undefined {
  const operation = paths[template]?.[method.toLowerCase()];
  if (!operation || typeof operation !== 'object' || !('requestBody' in operation)) return undefined;
  const pointer = [
    'paths',
    template,
    method.toLowerCase(),
    'requestBody',
    'content',
    'application/json',
    'schema',
  ];
  const escaped = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
  return ajv.compile({ $ref: `discord#/${escaped.join('/')}` });
}
