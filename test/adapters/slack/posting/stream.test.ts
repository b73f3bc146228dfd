/** Answers that grow: nothing is doubled and nothing is cut, whatever becomes of the stream. */

import { webApi } from '@slack/bolt';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStream } from '../../../../adapters/slack/posting/stream.ts';
import { inertMarkdown, streamedMarkdown } from '../../../../adapters/slack/render/markdown.ts';
import { clientOptions, createSlackApi } from '../../../../adapters/slack/web-api.ts';
import { noMetrics } from '../../../../src/metrics.ts';
import { type Reply, text } from '../../../../src/reply/reply.ts';
import { proseArbitrary } from '../../../reply/arbitrary.ts';
import { type Fault, type SlackServer, startSlackServer } from '../server/server.ts';
import type { Message } from '../server/workspace.ts';
import { until } from '../until.ts';

let server: SlackServer;
beforeEach(async () => {
  server = await startSlackServer();
});
afterEach(async () => {
  expect(server.misfits).toEqual([]);
  await server.close();
});

const place = { channel: 'D1', thread: '1700000000.000100', user: 'U1', team: 'T1' };
const sentences = (count: number) =>
  Array.from({ length: count }, (_, index) => `Sentence number ${index} is here.`);

/** An answer of that many sentences; the whole has buttons, a part has not. */
function answer(words: readonly string[], isWhole: boolean): Reply {
  const paragraphs = words.map((sentence) => ({ kind: 'paragraph', runs: [text(sentence)] }) as const);
  const below = { kind: 'actions', actions: [{ kind: 'feedback', answer: 'abc' }] } as const;
  return { blocks: isWhole ? [...paragraphs, below] : paragraphs, references: [] };
}

const open = (now?: () => number) => {
  const logger = pino({ level: 'silent' });
  const client = new webApi.WebClient('xoxb-T1', clientOptions(server.apiUrl, logger));
  return openStream(createSlackApi(client, { logger, metrics: noMetrics }), place, now);
};
const shown = (): readonly Message[] => server.workspaces.get('T1')?.channels.get('D1')?.messages ?? [];
const clock = (): { now: () => number } => server.workspaces.get('T1') ?? { now: Date.now };

/** All that a reader sees, from streamed text and blocks alike. */
function visible(): string {
  return shown()
    .map(({ text: streamed, blocks }) => {
      const words = [...JSON.stringify(blocks).matchAll(/"text":"([^"]*)"/g)]
        .map(([, word]) => word)
        .join('\n');
      return words.includes('Sentence') ? words : `${streamed}\n${words}`;
    })
    .join('\n');
}

function expectEachOnce(words: readonly string[]): void {
  const seen = visible();
  for (const sentence of words) expect(seen.split(sentence)).toHaveLength(2);
  expect(seen.match(/Sentence/g)).toHaveLength(words.length);
  expect(seen).toContain('Helpful');
}

async function tell(
  words: readonly string[],
  between: (done: number) => Promise<void> | void = () => undefined,
  now?: () => number,
): Promise<void> {
  const stream = open(now);
  for (let done = 1; done <= words.length; done += 1) {
    stream.show(answer(words.slice(0, done), false));
    await between(done);
  }
  await stream.finish(answer(words, true));
}

const appended = (times: number) =>
  until(() => server.calls.filter(({ method }) => method === 'chat.appendStream').length >= times);

describe('a streamed answer', () => {
  it('shows every sentence once, and buttons under them', async () => {
    const words = sentences(5);
    await tell(words, (done) => appended(done).then(() => undefined));
    expectEachOnce(words);
    expect(shown()).toHaveLength(1);
  });

  it('is posted as a whole where it never grew', async () => {
    await open().finish(answer(sentences(2), true));
    expect(server.calls.map(({ method }) => method)).toEqual(['chat.postMessage']);
  });

  it('is posted as a whole where Slack does not stream', async () => {
    server.fail('chat.startStream', { kind: 'error', error: 'unknown_method' });
    await tell(sentences(3));
    expectEachOnce(sentences(3));
  });

  const faults: readonly [string, string, Fault][] = [
    ['dies in the middle', 'chat.appendStream', { kind: 'error', error: 'message_not_in_streaming_state' }],
    ['is full', 'chat.appendStream', { kind: 'error', error: 'msg_too_long' }],
    ['loses its connection before a part arrived', 'chat.appendStream', { kind: 'cut', after: false }],
    ['loses its connection after a part arrived', 'chat.appendStream', { kind: 'cut', after: true }],
    ['cannot be ended', 'chat.stopStream', { kind: 'error', error: 'message_not_in_streaming_state' }],
    ['loses its connection at the end', 'chat.stopStream', { kind: 'cut', after: true }],
    ['ends in blocks that Slack refuses', 'chat.stopStream', { kind: 'error', error: 'invalid_blocks' }],
    ['meets an outage', 'chat.appendStream', { kind: 'status', status: 503 }],
  ];
  it.each(faults)('that %s still shows every sentence once', async (_, method, fault) => {
    const words = sentences(6);
    await tell(words, async (done) => {
      if (done <= 3) await appended(done);
      if (done === 2) server.fail(method, fault);
    });
    expectEachOnce(words);
    expect(shown()).toHaveLength(1);
  });

  it('that takes longer than Slack’s streams live shows every sentence once', async () => {
    const words = sentences(4);
    let late = 0;
    clock().now = () => Date.now() + late;
    await tell(
      words,
      async (done) => {
        if (done <= 2) await appended(done);
        if (done === 2) late = 6 * 60 * 1000;
      },
      () => Date.now() + late,
    );
    expectEachOnce(words);
  });

  it('that is longer than Slack’s streams take shows every sentence once', async () => {
    const words = sentences(500);
    await tell(words);
    expectEachOnce(words);
  });

  it('that turns out otherwise is replaced', async () => {
    const stream = open();
    stream.show(answer(['Sentence that was wrong.'], false));
    await appended(1);
    await stream.finish(answer(['Sentence that is right.'], true));
    expect(visible()).not.toContain('wrong');
    expectEachOnce(['Sentence that is right.']);
  });

  it('is taken away and posted anew where Slack will not have it replaced', async () => {
    const stream = open();
    stream.show(answer(['Sentence that was wrong.'], false));
    await appended(1);
    server.fail('chat.update', { kind: 'error', error: 'cant_update_message' });
    await stream.finish(answer(['Sentence that is right.'], true));
    expect(shown()).toHaveLength(1);
    expectEachOnce(['Sentence that is right.']);
  });
});

describe('streamed Markdown', () => {
  it('only ever grows at its end', () => {
    fc.assert(
      fc.property(fc.array(proseArbitrary, { minLength: 1, maxLength: 6 }), (words) => {
        const parts = words.map((_, index) => streamedMarkdown(answer(words.slice(0, index + 1), false)));
        for (const [index, part] of parts.entries())
          expect(part.startsWith(parts[index - 1] ?? '')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('lets no mention, link or markup of a text act', () => {
    fc.assert(
      fc.property(proseArbitrary, (words) => {
        const markdown = inertMarkdown(words);
        const outsideCode = markdown.replace(/`[^`]*`/g, '');
        expect(markdown).not.toContain('<');
        expect(outsideCode).not.toMatch(/(?<!\\)[*_~[\]]|@(?:here|channel|everyone)/);
        expect(outsideCode).not.toMatch(/https?:\/\/[^\s\\&]/i);
      }),
      { numRuns: 300 },
    );
  });

  it('shows ordinary sentences as they are', () => {
    const sentence =
      'Petro said the call lasted “about an hour” (U.S. time) — more than 30 boats, at least 110 dead.';
    expect(inertMarkdown(sentence)).toBe(sentence);
  });
});
