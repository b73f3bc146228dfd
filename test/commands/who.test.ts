/** /who: one person, a namesake in several files, or everyone. */
import { expect, test } from 'vitest';
import { parsed, topicText } from '../knowledge/topic-text.ts';
import { deskOf, noticeOf, runOn } from './running.ts';

const ferry = parsed();
const tunnel = parsed(
  topicText('tunnel').replace('name: Lina Mora', 'name: Lina Vega').replaceAll('Mora', 'Vega'),
);
const desk = deskOf(ferry, tunnel);

test('somebody whom one topic knows needs no topic named', async () => {
  expect((await runOn(desk, 'who', { name: 'Lina Vega' })).data).toMatchObject({
    people: [{ name: 'Lina Vega', topic: 'tunnel' }],
  });
});

test('without a name it lists everyone, of the topic where one is named', async () => {
  const listed = async (options: object) =>
    JSON.stringify((await runOn(desk, 'who', options)).data).match(/Lina \w+/g);
  expect(await listed({})).toEqual(['Lina Mora', 'Lina Vega']);
  expect(await listed({ topic: 'tunnel' })).toEqual(['Lina Vega']);
});

test('somebody whom nobody knows is misuse, told with where to look', async () => {
  const said = async (options: object) => noticeOf(await runOn(desk, 'who', options));
  expect(await said({ name: 'xyzzy' })).toBe(
    'No file of this desk knows “xyzzy”. /who lists those who are known.',
  );
  expect(await said({ name: 'Lina Vega', topic: 'ferry' })).toBe(
    'The file on the ferry of Port Ardlow knows nobody called “Lina Vega”. /who lists those who are known.',
  );
});

test('a desk whose files name nobody says so', async () => {
  expect(noticeOf(await runOn(deskOf({ ...ferry, people: [] }), 'who'))).toBe(
    'No file of this desk names anyone.',
  );
});
