/**
 * What a button, menu or field does, as a short string that a platform keeps in the message: it survives a restart,
 * and is checked when it comes back. It is not signed, since it says nothing that a user could not type as a command:
 * the command checks its options and the user's rights again.
 */
import { z } from 'zod';

const optionsSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]{0,31}$/), z.string().max(4000)).readonly();

const commandPath = z.string().regex(/^[a-z0-9-]{1,32}( [a-z0-9-]{1,32}){0,2}$/);

const actionStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run'), command: commandPath, options: optionsSchema }).readonly(),
  /** Opens the field for a question. */
  z.object({ kind: z.literal('ask'), topic: z.string().max(100).optional() }).readonly(),
  /** The value that the user picks goes to `option`. */
  z.object({ kind: z.literal('choose'), command: commandPath, option: z.string().max(32) }).readonly(),
  z.object({ kind: z.literal('vote'), answer: z.string().min(1).max(100), helpful: z.boolean() }).readonly(),
  /** Asks for, or brings, the reason of a "Not helpful". */
  z.object({ kind: z.literal('reason'), answer: z.string().min(1).max(100) }).readonly(),
]);

/** What a pressed component stands for. */
export type ActionState = z.infer<typeof actionStateSchema>;

/** Letters keep the strings short: Discord allows 100 characters, a topic's slug alone may have 80. */
const letters = { run: 'r', ask: 'a', choose: 'c', vote: 'v', reason: 'w' } as const;

/** Writes a state as text, such as `r:timeline?topic=colombia`. The same state always gives the same text. */
export function encodeActionState(state: ActionState): string {
  const { head, fields } = partsOf(state);
  const query = new URLSearchParams(fields.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  return `${letters[state.kind]}:${encodeURIComponent(head.toWellFormed())}${query ? `?${query}` : ''}`;
}

/** Reads what `encodeActionState` wrote. Undefined for anything else: such text comes from outside. */
export function decodeActionState(encoded: string): ActionState | undefined {
  const match = /^([a-z]):([^?]*)(?:\?(.*))?$/s.exec(encoded);
  const head = decodeComponent(match?.[2] ?? '');
  if (!match || head === undefined) return undefined;
  const parsed = actionStateSchema.safeParse(stateOf(match[1], head, new URLSearchParams(match[3] ?? '')));
  return parsed.success ? parsed.data : undefined;
}

/** What `allowAction` needs to know of the commands; a `Command` of commands/command.ts has it. */
export type Pressable = {
  readonly name: string;
  readonly options: { readonly shape: Readonly<Record<string, unknown>> };
  readonly subcommands?: readonly Pressable[];
};

/** Whether a decoded state names a command that exists and only options that it has. */
export function allowAction(commands: readonly Pressable[], state: ActionState): boolean {
  if (state.kind !== 'run' && state.kind !== 'choose') return true;
  const command = find(commands, state.command.split(' '));
  const names = state.kind === 'run' ? Object.keys(state.options) : [state.option];
  return command !== undefined && names.every((name) => Object.hasOwn(command.options.shape, name));
}

function find(commands: readonly Pressable[], [name, ...rest]: readonly string[]): Pressable | undefined {
  const command = commands.find((candidate) => candidate.name === name);
  return rest.length > 0
    ? find(command?.subcommands ?? [], rest)
    : command?.subcommands
      ? undefined
      : command;
}

function partsOf(state: ActionState): { readonly head: string; readonly fields: [string, string][] } {
  switch (state.kind) {
    case 'run':
      return { head: state.command, fields: Object.entries(state.options) };
    case 'choose':
      return { head: state.command, fields: [['option', state.option]] };
    case 'ask':
      return { head: state.topic ?? '', fields: [] };
    case 'vote':
      return { head: state.answer, fields: [['helpful', state.helpful ? '1' : '0']] };
    case 'reason':
      return { head: state.answer, fields: [] };
    default:
      return state satisfies never;
  }
}

function stateOf(letter: string | undefined, head: string, fields: URLSearchParams): unknown {
  switch (letter) {
    case letters.run:
      return { kind: 'run', command: head, options: Object.fromEntries(fields) };
    case letters.choose:
      return { kind: 'choose', command: head, option: fields.get('option') };
    case letters.ask:
      return { kind: 'ask', ...(head ? { topic: head } : {}) };
    case letters.vote:
      return { kind: 'vote', answer: head, helpful: voteOf(fields.get('helpful')) };
    case letters.reason:
      return { kind: 'reason', answer: head };
    default:
      return undefined;
  }
}

function voteOf(digit: string | null): boolean | undefined {
  return digit === '1' ? true : digit === '0' ? false : undefined;
}

function decodeComponent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
