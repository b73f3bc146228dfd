/** What the terminal can show: how wide it is, and whether colour is wanted. */
import type { Env } from '../../src/config.ts';
import type { TerminalStyle } from './render.ts';

type Stream = { readonly isTTY?: boolean; readonly columns?: number; readonly hasColors?: () => boolean };
/** Columns where the output has none: pipes, files, and terminals that do not know their size. */
const PIPE_WIDTH = 80;

/** Style for a stream. Honours NO_COLOR (no-color.org) and FORCE_COLOR, in this order. */
export function styleFor(stream: Stream, env: Env): TerminalStyle {
  return { width: stream.columns || PIPE_WIDTH, colour: wantsColour(stream, env) };
}

function wantsColour(stream: Stream, env: Env): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && (stream.hasColors?.() ?? false);
}
