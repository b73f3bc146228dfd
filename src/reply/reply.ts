/** The platform-neutral message: what a command says, before a platform renders it. */
import type { CitedSource } from '../answer/answer.ts';

/** A stretch of text, or a citation mark that stands behind the sentence it supports. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly style?: 'bold' | 'italic' }
  | { readonly kind: 'citation'; readonly reference: string };

/** A line of text with its marks. */
export type Runs = readonly Run[];

/** What a citation mark points at: a place in a source. `id` is the fact's or quote's permalink. */
export type Reference = {
  readonly id: string;
  readonly topic: string;
  readonly source: CitedSource;
  readonly paragraph?: number;
};

/** Something that a reader can press. Where a platform has no buttons, its label says what to type. */
export type Action =
  | {
      readonly kind: 'run';
      readonly label: string;
      readonly command: string;
      readonly options: Readonly<Record<string, string>>;
    }
  /** Opens a field for a question, about the topic where one is named. */
  | { readonly kind: 'ask'; readonly label: string; readonly topic?: string }
  /** Lets the reader pick the value of one option of a command. */
  | {
      readonly kind: 'choose';
      readonly label: string;
      readonly command: string;
      readonly option: string;
      /** Whether the message lists the choices already: where nothing can be pressed, they are not told again. */
      readonly listed?: boolean;
      readonly choices: readonly {
        readonly label: string;
        readonly value: string;
        readonly description?: string;
      }[];
    }
  /** Helpful / Not helpful, one vote a person; `answer` is the id that `Desk.vote` takes. */
  | { readonly kind: 'feedback'; readonly answer: string };

/** A part of a message. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  /** Small print under a heading: as-of date, dateline. */
  | { readonly kind: 'context'; readonly runs: Runs }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'list'; readonly items: readonly Runs[] }
  /** Verbatim words: a renderer adds the quote marks, and never changes a character of `text`. */
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly speaker: string;
      /** Venue and date in words, such as "a post on Truth Social, 7 January 2026". */
      readonly where?: string;
      readonly context?: string;
      readonly reference: string;
    }
  | { readonly kind: 'timeline'; readonly entries: readonly { readonly when: string; readonly runs: Runs }[] }
  /** What is alleged and what is denied: shown together, never one without the other. */
  | {
      readonly kind: 'dispute';
      readonly title?: string;
      readonly allegations: readonly Runs[];
      readonly denials: readonly Runs[];
    }
  /** Where the numbered source list stands; `also` lists references that no sentence cites. `numberCitations` has its entries. */
  | { readonly kind: 'sources'; readonly also?: readonly string[] }
  | { readonly kind: 'notice'; readonly tone: 'info' | 'warning' | 'error'; readonly text: string }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] };

/** A message for any platform. */
export type Reply = {
  readonly blocks: readonly Block[];
  /** Every reference that a block cites, each id once. */
  readonly references: readonly Reference[];
  /** True where only the asker should see it: errors, previews. */
  readonly private?: boolean;
  /** The same content for programs; what `--json` prints. */
  readonly data?: unknown;
};

/** A run of plain text. */
export const text = (words: string, style?: 'bold' | 'italic'): Run =>
  style ? { kind: 'text', text: words, style } : { kind: 'text', text: words };

/** A run that cites the fact or quote with this id. */
export const cite = (reference: string): Run => ({ kind: 'citation', reference });

/** A reply of one notice, for refusals, errors and empty results. */
export function noticeReply(tone: 'info' | 'warning' | 'error', words: string): Reply {
  return { blocks: [{ kind: 'notice', tone, text: words }], references: [], private: tone === 'error' };
}
