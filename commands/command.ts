/** What a command is: a name, options as a zod schema, and run(desk, options) → Reply. */
import { z } from 'zod';
import type { Desk } from '../src/desk.ts';
import type { Reply } from '../src/reply/reply.ts';

/** English text, and its Spanish and Portuguese for platforms that localise command descriptions. */
export type Localised = { readonly en: string; readonly es: string; readonly pt: string };

/** What a platform needs to know of an option beyond its type. */
export type OptionMeta = {
  /** At most 100 characters in each language: Discord's limit for option descriptions. */
  readonly description: Localised;
  /** What to complete it from while the user types. */
  readonly suggest?: 'topic' | 'person' | 'zone';
  /** True for the option that takes all free text: `/ask how long was the call`. */
  readonly takesText?: boolean;
  /** True where a typed value goes on up to the next option, quote marks or not: `time:every weekday at 7:30`. */
  readonly spansWords?: boolean;
};

/** Option schemas are registered here: `z.string().register(optionMeta, { … })`. */
export const optionMeta = z.registry<OptionMeta>();

/** Who asked, where. Ids are the platform's own, opaque to commands. */
export type CommandContext = {
  readonly platform: 'terminal' | 'discord' | 'slack';
  readonly user: string;
  readonly channel: string;
  /** Commands that go by another name on this platform: `{ help: 'desk' }`. */
  readonly commandNames?: Readonly<Record<string, string>>;
  /** Discord guild or Slack team; absent in direct messages and on the terminal. */
  readonly workspace?: string;
  /** BCP 47, such as "es-ES"; "en" where the platform does not say. */
  readonly locale: string;
  /** IANA zone of the user where the platform knows it (Slack's profile, the terminal). */
  readonly zone?: string;
  /** Whether the platform lets this user manage what the channel is sent. */
  readonly canManage: boolean;
  /** Key of the conversation that follow-up questions belong to; absent for one-off commands. */
  readonly thread?: string;
  /** Gets the reply as far as it is complete and verified, where the platform can show it growing. */
  readonly onPartial?: (reply: Reply) => void;
};

/** A command as its file writes it. */
export type CommandSpec<Options extends z.ZodObject> = {
  /** 1–32 lower-case letters: Discord's and Slack's common ground. */
  readonly name: string;
  readonly description: Localised;
  readonly options: Options;
  /** "manager": only those for whom `context.canManage` holds. */
  readonly access?: 'everyone' | 'manager';
  readonly run: (desk: Desk, options: z.output<Options>, context: CommandContext) => Promise<Reply> | Reply;
  /**
   * Options from words typed behind the command, for platforms without option fields. Without it the text goes to
   * the option that `takesText`, and `name:value` pairs to the options that they name.
   */
  readonly fromText?: (desk: Desk, words: string) => Readonly<Record<string, unknown>>;
};

/** A command as registries and adapters hold it: options come in unparsed and are parsed by `run`. */
export type Command = Omit<CommandSpec<z.ZodObject>, 'run' | 'options'> & {
  readonly options: z.ZodObject;
  /** Parses `options`, then runs. @throws UsageError when an option is missing or wrong. */
  readonly run: (desk: Desk, options: unknown, context: CommandContext) => Promise<Reply>;
  /** Present on a group such as /digest; a group is not run itself. */
  readonly subcommands?: readonly Command[];
  /** True where it is about a channel of a chat, which a terminal has none of. */
  readonly needsChannel?: boolean;
};

/** The commands that a platform can do something with: the ones to show its users. */
export function offeredOn(
  platform: CommandContext['platform'],
  commands: readonly Command[],
): readonly Command[] {
  return commands.filter(({ needsChannel }) => !needsChannel || platform !== 'terminal');
}

/** The user's input does not fit the command; `message` says in a sentence what to write instead. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/** Closes a spec into a Command whose `run` parses what comes in. */
export function defineCommand<Options extends z.ZodObject>(spec: CommandSpec<Options>): Command {
  return {
    ...spec,
    run: async (desk, options, context) => spec.run(desk, parseOptions(spec, options), context),
  };
}

/** A command that only holds subcommands, such as /digest subscribe, /digest list. */
export function defineGroup(
  group: Pick<Command, 'name' | 'description' | 'needsChannel'> & {
    readonly subcommands: readonly Command[];
  },
): Command {
  return {
    ...group,
    options: z.object({}),
    run: () =>
      Promise.reject(
        new UsageError(
          `Say what to do: ${group.subcommands.map((sub) => `/${group.name} ${sub.name}`).join(', ')}.`,
        ),
      ),
  };
}

function parseOptions<Options extends z.ZodObject>(
  spec: CommandSpec<Options>,
  options: unknown,
): z.output<Options> {
  const parsed = spec.options.safeParse(options);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const option = issue?.path.join('.') || 'options';
  throw new UsageError(`/${spec.name}: ${option}: ${issue ? describeIssue(issue) : 'not understood'}.`);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? `that is too long; write at most ${issue.maximum} characters`
        : `write at most ${issue.maximum}`;
    case 'invalid_value':
      return `write one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return issue.expected === 'string' ? 'write some text here' : `write a ${issue.expected} here`;
    default:
      return issue.message;
  }
}
