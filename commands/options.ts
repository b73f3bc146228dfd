/** Reads a command's zod options as plain descriptions: what Discord registers, help prints and forms ask for. */
import { z } from 'zod';
import { type Command, type Localised, type OptionMeta, optionMeta } from './command.ts';

/** An option as platforms show and ask for it. */
export type OptionDescription = {
  readonly name: string;
  readonly kind: 'string' | 'boolean' | 'integer';
  readonly required: boolean;
  readonly description: Localised;
  /** The only values allowed, where there are such. */
  readonly choices?: readonly string[];
  readonly maxLength?: number;
  readonly suggest?: OptionMeta['suggest'];
  readonly takesText: boolean;
  readonly spansWords: boolean;
};

/** The options of a command, required ones first (Discord demands that order). @throws when one has no meta. */
export function describeOptions(command: Command): readonly OptionDescription[] {
  return Object.entries(command.options.shape)
    .map(([name, schema]) => describeOption(command.name, name, schema))
    .sort((a, b) => Number(b.required) - Number(a.required));
}

function describeOption(command: string, name: string, schema: z.core.$ZodType): OptionDescription {
  const meta = findMeta(schema);
  if (!meta) throw new Error(`/${command}: option "${name}" has no description; register it with optionMeta`);
  const inner = unwrap(schema);
  return {
    name,
    kind: inner instanceof z.ZodBoolean ? 'boolean' : inner instanceof z.ZodNumber ? 'integer' : 'string',
    required: !schema._zod.optin,
    description: meta.description,
    takesText: meta.takesText ?? false,
    spansWords: meta.spansWords ?? false,
    ...(inner instanceof z.ZodEnum ? { choices: inner.options.map(String) } : {}),
    ...(inner instanceof z.ZodString && inner.maxLength ? { maxLength: inner.maxLength } : {}),
    ...(meta.suggest ? { suggest: meta.suggest } : {}),
  };
}

function findMeta(schema: z.core.$ZodType): OptionMeta | undefined {
  const meta = optionMeta.get(schema);
  const inner = inside(schema);
  return meta ?? (inner ? findMeta(inner) : undefined);
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = inside(schema);
  return inner ? unwrap(inner) : schema;
}

function inside(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schema.unwrap();
  return schema instanceof z.ZodPipe ? schema.in : undefined;
}
