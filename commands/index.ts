/** Every command, in the order in which help lists them. A new command is added here. */
import { ask } from './ask.ts';
import { brief } from './brief.ts';
import type { Command } from './command.ts';
import { digest } from './digest/index.ts';
import { createHelp } from './help.ts';
import { quotes } from './quotes.ts';
import { sources } from './sources.ts';
import { timeline } from './timeline.ts';
import { topics } from './topics.ts';
import { who } from './who.ts';

const withoutHelp: readonly Command[] = [brief, ask, quotes, timeline, who, sources, topics, digest];

/** The commands of every platform. */
export const commands: readonly Command[] = [...withoutHelp, createHelp(withoutHelp)];
