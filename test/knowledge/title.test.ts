import { expect, test } from 'vitest';
import { midSentence } from '../../src/knowledge/title.ts';

test.each([
  ['The harbour bridge of Eastport', 'the harbour bridge of Eastport'],
  ['An election in Eastport', 'an election in Eastport'],
  ['A Coruña by night', 'A Coruña by night'],
  ['Theatres on strike', 'Theatres on strike'],
  ['Colombia and the United States', 'Colombia and the United States'],
])('“%s” is “%s” within a sentence', (title, within) => {
  expect(midSentence(title)).toBe(within);
});
