/** The topic that a command is about: named, the only one there is, or asked for. */
import { describe, expect, test } from 'vitest';
import { parsed, topicText } from '../knowledge/topic-text.ts';
import { deskOf, noticeOf, runOn } from './running.ts';

const ferry = parsed();
const ABOUT_A_TOPIC = ['brief', 'quotes', 'timeline', 'sources'];

describe('a command without a topic', () => {
  test.each(ABOUT_A_TOPIC)('takes the only one there is: /%s', async (path) => {
    expect((await runOn(deskOf(ferry), path)).data).toMatchObject({ topic: 'ferry' });
  });

  test.each(ABOUT_A_TOPIC)('asks which where there are several: /%s', async (path) => {
    const { blocks } = await runOn(deskOf(ferry, parsed(topicText('tunnel'))), path);
    expect(blocks.at(-1)).toMatchObject({
      actions: [{ kind: 'choose', command: path, option: 'topic', choices: [{}, {}] }],
    });
  });

  test.each([...ABOUT_A_TOPIC, 'topics'])('says so where there is none: /%s', async (path) => {
    expect(noticeOf(await runOn(deskOf(), path))).toBe('The desk has no topics yet.');
  });
});

describe('a topic that there is not', () => {
  test('is answered with the nearest as buttons that run the same command', async () => {
    const { blocks } = await runOn(deskOf(ferry), 'quotes', { topic: 'feryr', speaker: 'Mora' });
    expect(blocks.at(-1)).toEqual({
      kind: 'actions',
      actions: [
        { kind: 'run', label: ferry.title, command: 'quotes', options: { topic: 'ferry', speaker: 'Mora' } },
      ],
    });
  });
});
