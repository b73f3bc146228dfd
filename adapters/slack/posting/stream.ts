/**
 * Shows an answer growing, through Slack's text streams. What has been shown is only ever added to; whenever that
 * cannot be kept up (a stream that died, a call whose outcome is unknown, too much text, an answer that changed) the
 * message is replaced by the whole answer, so that nothing is doubled and nothing is cut.
 */
import type { Reply } from '../../../src/reply/reply.ts';
import { limits } from '../limits.ts';
import { belowStream, streamedMarkdown } from '../render/markdown.ts';
import { renderReply } from '../render/render.ts';
import type { Called, SlackApi } from '../web-api.ts';
import { postMessages } from './post.ts';

/** Where a stream goes; Slack wants to know whom it is for. */
export type StreamPlace = {
  readonly channel: string;
  readonly thread: string;
  readonly user: string;
  readonly team: string;
};

/** An answer that grows in one message. */
export type AnswerStream = {
  /** Shows as much as is known. Never waits, never fails. */
  readonly show: (partial: Reply) => void;
  /** Completes the message. The value is its `ts`. */
  readonly finish: (reply: Reply) => Promise<Called<string>>;
};

type State = { ts?: string; startedAt: number; shown: string; wanted: string; broken: boolean };

/** A stream that Slack hears of with the first words; an answer that never grows is posted as a whole. */
export function openStream(api: SlackApi, place: StreamPlace, now: () => number = Date.now): AnswerStream {
  const state: State = { startedAt: now(), shown: '', wanted: '', broken: false };
  let work: Promise<void> | undefined;
  return {
    show: (partial) => {
      state.wanted = streamedMarkdown(partial);
      work ??= keepUp(api, place, { state, now }).finally(() => {
        work = undefined;
      });
    },
    finish: async (reply) => {
      await work;
      return finishStream(api, place, { state, now, reply });
    },
  };
}

type Run = { readonly state: State; readonly now: () => number };

/** One call at a time: what comes in meanwhile is shown by the next. */
async function keepUp(api: SlackApi, place: StreamPlace, run: Run): Promise<void> {
  const { state } = run;
  while (!state.broken && state.wanted !== state.shown) {
    if (state.ts === undefined && !(await begin(api, place, run))) return;
    await append(api, place, run);
  }
}

/** Begins without words: were the outcome unknown, no words would be left standing twice. */
async function begin(api: SlackApi, place: StreamPlace, { state, now }: Run): Promise<boolean> {
  const started = await api.startStream({
    channel: place.channel,
    thread_ts: place.thread,
    recipient_user_id: place.user,
    recipient_team_id: place.team,
  });
  const ts = started.ok ? started.value.ts : undefined;
  if (ts === undefined) {
    state.broken = true;
    return false;
  }
  state.ts = ts;
  state.startedAt = now();
  return true;
}

async function append(api: SlackApi, { channel }: StreamPlace, run: Run): Promise<void> {
  const { state } = run;
  const wanted = state.wanted;
  const more = nextWords(run, wanted);
  if (more === undefined || state.ts === undefined) {
    state.broken = true;
    return;
  }
  const appended = await api.appendStream(
    { channel, ts: state.ts, markdown_text: more },
    { patienceMs: 5000 },
  );
  if (appended.ok) state.shown = wanted;
  else state.broken = true;
}

/** What is to be added to what is shown; undefined where adding cannot lead to `wanted`. */
function nextWords({ state, now }: Run, wanted: string): string | undefined {
  const inTime = now() - state.startedAt < limits.streamLifetimeMs;
  const more = wanted.slice(state.shown.length);
  const fits = wanted.length <= limits.streamTotal && more.length <= limits.streamCall;
  return inTime && fits && wanted.startsWith(state.shown) ? more : undefined;
}

async function finishStream(
  api: SlackApi,
  place: StreamPlace,
  run: Run & { readonly reply: Reply },
): Promise<Called<string>> {
  const { state, reply } = run;
  const whole = renderReply(reply);
  if (state.ts === undefined) return postMessages(api, place, whole);
  const more = state.broken ? undefined : nextWords(run, streamedMarkdown(reply));
  if (more === undefined) return replaceStream(api, place, { ts: state.ts, reply });
  const [closing, ...rest] = belowStream(reply);
  const stopped = await api.stopStream({
    channel: place.channel,
    ts: state.ts,
    ...(more ? { markdown_text: more } : {}),
    ...(closing && closing.blocks.length > 0 ? { blocks: [...closing.blocks] } : {}),
  });
  if (!stopped.ok) return replaceStream(api, place, { ts: state.ts, reply });
  if (rest.length > 0) await postMessages(api, place, rest);
  return { ok: true, value: state.ts };
}

/** Puts the whole answer in the place of what was streamed; if Slack will not have that, takes it away and posts it. */
async function replaceStream(
  api: SlackApi,
  place: StreamPlace,
  { ts, reply }: { readonly ts: string; readonly reply: Reply },
): Promise<Called<string>> {
  const { channel } = place;
  const [first, ...rest] = renderReply(reply);
  if (!first) return { ok: true, value: ts };
  await api.stopStream({ channel, ts });
  const updated = await api.update({ channel, ts, text: first.text, blocks: [...first.blocks] });
  if (!updated.ok) {
    await api.remove({ channel, ts });
    return postMessages(api, place, [first, ...rest]);
  }
  if (rest.length > 0) await postMessages(api, place, rest);
  return { ok: true, value: ts };
}
