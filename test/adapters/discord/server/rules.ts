/** Limits of Discord's that its schema does not say, checked as Discord does: the whole request is refused. */
import { z } from 'zod';

const V2 = 1 << 15;

type Node = {
  readonly type: number;
  readonly components?: readonly Node[] | undefined;
  readonly accessory?: Node | undefined;
  readonly [key: string]: unknown;
};
const nodeSchema: z.ZodType<Node> = z.looseObject({
  type: z.number(),
  get components() {
    return z.array(nodeSchema).optional();
  },
  get accessory() {
    return nodeSchema.optional();
  },
});

const messageSchema = z.looseObject({
  content: z.string().nullish(),
  embeds: z.array(z.unknown()).nullish(),
  flags: z.number().nullish(),
  components: z.array(nodeSchema).nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
});

/** What Discord would say against a message, or undefined. */
export function messageProblem(body: unknown): string | undefined {
  const parsed = messageSchema.safeParse(body);
  if (!parsed.success) return `malformed message: ${z.prettifyError(parsed.error)}`;
  const { content, embeds, flags, components, nonce } = parsed.data;
  const nodes = (components ?? []).flatMap(withDescendants);
  const isV2 = ((flags ?? 0) & V2) !== 0;
  if (String(nonce ?? '').length > 25) return 'nonce is longer than 25';
  if ((content ?? '').length > 2000) return 'content is longer than 2000';
  if (isV2 && (content || (embeds?.length ?? 0) > 0))
    return 'content and embeds cannot stand beside Components V2';
  if (!isV2 && nodes.some(({ type }) => type >= 9)) return 'these components need the flag IS_COMPONENTS_V2';
  if (!content && nodes.length === 0 && !embeds?.length) return 'Cannot send an empty message';
  return componentProblem(nodes);
}

function withDescendants(node: Node): readonly Node[] {
  return [
    node,
    ...(node.components ?? []).flatMap(withDescendants),
    ...(node.accessory ? withDescendants(node.accessory) : []),
  ];
}

function componentProblem(nodes: readonly Node[]): string | undefined {
  const texts = nodes.flatMap(({ type, content }) => (type === 10 ? [String(content)] : []));
  const ids = nodes.flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []));
  if (nodes.length > 40) return `${nodes.length} components, 40 are allowed`;
  if (texts.join('').length > 4000) return `${texts.join('').length} characters of text, 4000 are allowed`;
  if (texts.some((text) => text.trim() === '')) return 'a text display is blank';
  if (new Set(ids).size < ids.length) return 'Component custom id cannot be duplicated';
  if (nodes.some(({ type, label, emoji }) => type === 2 && !emoji && String(label ?? '').trim() === ''))
    return 'a button without label';
  return nodes.map(rowProblem).find((problem) => problem !== undefined);
}

function rowProblem({ type, components = [], options }: Node): string | undefined {
  if (type === 1 && components.length > 1 && components.some((child) => child.type !== 2))
    return 'a menu shares its row';
  if (type !== 3 || !Array.isArray(options)) return undefined;
  const values = options.map((option: { value?: unknown }) => option.value);
  const isBlank = options.some((option: { label?: unknown }) => String(option.label ?? '').trim() === '');
  if (isBlank) return 'a menu option without label';
  return new Set(values).size < values.length ? 'Select option value is duplicated' : undefined;
}

type Described = {
  readonly name: string;
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string>> | null | undefined;
  readonly required?: boolean | undefined;
  readonly choices?: readonly { readonly name: string; readonly value: unknown }[] | undefined;
  readonly options?: readonly Described[] | undefined;
};
const describedSchema: z.ZodType<Described> = z.looseObject({
  name: z.string().regex(/^[-_\p{L}\p{N}]{1,32}$/u),
  description: z.string().min(1).max(100),
  description_localizations: z.record(z.string(), z.string().min(1).max(100)).nullish(),
  required: z.boolean().optional(),
  choices: z
    .array(z.looseObject({ name: z.string().min(1).max(100), value: z.unknown() }))
    .max(25)
    .optional(),
  get options() {
    return z.array(describedSchema).max(25).optional();
  },
});

/** What Discord would say against a set of commands, or undefined. */
export function commandsProblem(body: unknown): string | undefined {
  const parsed = z.array(describedSchema).max(100).safeParse(body);
  if (!parsed.success) return z.prettifyError(parsed.error);
  return parsed.data
    .map((command) => (countCharacters(command) > 8000 ? `${command.name}: too long` : orderProblem(command)))
    .find((problem) => problem !== undefined);
}

function orderProblem({ name, options = [] }: Described): string | undefined {
  const firstOptional = options.findIndex(({ required }) => !required);
  if (firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required))
    return `${name}: required options must be placed before non-required ones`;
  if (new Set(options.map((option) => option.name)).size < options.length)
    return `${name}: option name twice`;
  return options.map(orderProblem).find((problem) => problem !== undefined);
}

/** Names, the longest translation of each description, and values, over all options. */
function countCharacters(command: Described): number {
  const { name, description, description_localizations: translated, choices = [], options = [] } = command;
  const longest = Math.max(...[description, ...Object.values(translated ?? {})].map((text) => text.length));
  const values = choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0);
  return name.length + longest + values + options.reduce((sum, option) => sum + countCharacters(option), 0);
}
