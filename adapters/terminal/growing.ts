/** Writes a reply to a terminal while it grows: sentence by sentence, and nothing twice. */
import type { Reply } from '../../src/reply/reply.ts';
import { renderForTerminal, type TerminalStyle } from './render.ts';

/** Where a growing reply is written, and in which style. */
export type Growing = {
  readonly style: TerminalStyle;
  readonly print: (text: string) => unknown;
};

/** Does the work, writing what is complete of its reply, and at the end the rest of it, without a final line break. */
export async function writeGrowing(
  work: (onPartial: (reply: Reply) => void) => Promise<Reply>,
  { style, print }: Growing,
): Promise<void> {
  let written = '';
  const write = (reply: Reply) => {
    const whole = renderForTerminal(reply, style);
    // What stands cannot be taken back: a reply that changed is written below.
    print(whole.startsWith(written) ? whole.slice(written.length) : `\n\n${whole}`);
    written = whole;
  };
  write(await work((partial) => write(sentencesOf(partial))));
}

/** Without the list of sources, which goes on growing under the sentences. */
const sentencesOf = (reply: Reply): Reply => ({
  ...reply,
  blocks: reply.blocks.filter(({ kind }) => kind === 'paragraph'),
});
