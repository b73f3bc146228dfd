/** The schema that editors complete and check knowledge files by. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { topicJsonSchema } from '../../src/knowledge/json-schema.ts';

test('the schema that editors read is the one that files are checked with', () => {
  expect(JSON.parse(readFileSync('knowledge/topic.schema.json', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(topicJsonSchema())),
  );
});
