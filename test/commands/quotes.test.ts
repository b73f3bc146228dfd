/** /quotes: a topic's, one speaker's, or word that there are none. */
import { expect, test } from 'vitest';
import { parsed, topicText } from '../knowledge/topic-text.ts';
import { deskOf, noticeOf, runOn } from './running.ts';

const ferry = parsed();
const desk = deskOf(ferry);
const WORDS = 'She is as sound as the day she was built';

test('a topic’s quotes are told word for word', async () => {
  const { blocks } = await runOn(desk, 'quotes', { topic: 'ferry' });
  expect(blocks).toContainEqual(
    expect.objectContaining({ kind: 'quote', text: WORDS, speaker: 'Lina Mora' }),
  );
});

test('a speaker whom one topic quotes needs no topic named', async () => {
  const other = parsed(topicText('tunnel').replace('speaker: mora', 'speaker: union'));
  const { data } = await runOn(deskOf(ferry, other), 'quotes', { speaker: "Dockers' Union" });
  expect(data).toMatchObject({ topic: 'tunnel', quotes: [{ text: WORDS }] });
});

test('where there is no quote, that is said, with whose', async () => {
  const said = async (of: typeof desk, options: object) => noticeOf(await runOn(of, 'quotes', options));
  expect(await said(desk, { speaker: "Dockers' Union" })).toBe(
    "The file on the ferry of Port Ardlow has no quote of Dockers' Union.",
  );
  expect(await said(deskOf({ ...ferry, quotes: [] }), {})).toBe(
    'The file on the ferry of Port Ardlow has no quote.',
  );
});
