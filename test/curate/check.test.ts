/** The report on a knowledge file that curators read. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkFile, checkFiles } from '../../src/curate/check.ts';
import { KnowledgeError } from '../../src/knowledge/problem.ts';
import { topicText } from '../knowledge/topic-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefdesk-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

test('a good file is counted', async () => {
  const file = written('good.yaml', topicText());
  expect(await checkFile(file)).toEqual({
    file,
    topic: { topic: 'ferry', facts: 3, quotes: 1 },
    errors: [],
    warnings: [],
  });
});

test('a file that is missing or broken is an error of the report, not a failure', async () => {
  expect((await checkFile(join(folder, 'none.yaml'))).errors[0]?.message).toContain(
    'cannot be read (ENOENT)',
  );
  const { topic, errors } = await checkFile(written('bad.yaml', 'topic: [\n'));
  expect([topic, errors.length]).toEqual([undefined, 1]);
});

test('a difference from the article stands where the quote stands', async () => {
  const file = written('ferry.yaml', topicText());
  const path = written(
    'article.txt',
    'A line.\n\nThe first paragraph has a line.\n\nThe second one has another.\n',
  );
  const { errors } = await checkFile(file, { article: { path } });
  const line =
    topicText()
      .split('\n')
      .findIndex((each) => each.includes('She is as sound')) + 1;
  expect(errors).toEqual([
    { file, line, column: 11, message: expect.stringContaining('is not in the article') },
  ]);
});

test('words in quote marks without a quote are a warning: the file is served all the same', async () => {
  const file = written('marks.yaml', topicText().replace('ferry is unsafe.', 'ferry is “a coffin”.'));
  const { errors, warnings } = await checkFile(file);
  expect([errors.length, warnings.length]).toEqual([0, 1]);
});

test('a source that the file does not have is said', async () => {
  const file = written('ferry.yaml', topicText());
  const { errors } = await checkFile(file, { article: { path: written('a.txt', 'A.'), source: 'herald' } });
  expect(errors.map(({ message }) => message)).toEqual(['there is no source "herald" here']);
});

test('an article that cannot be read is refused by name', async () => {
  const file = written('ferry.yaml', topicText());
  const path = join(folder, 'none.txt');
  await expect(checkFile(file, { article: { path } })).rejects.toThrow(KnowledgeError);
  await expect(checkFile(file, { article: { path } })).rejects.toThrow(
    `the article ${path} cannot be read (ENOENT)`,
  );
});

test('of two files with the same topic the second is told, whether given or beside it in the folder', async () => {
  const served = join(folder, 'served');
  mkdirSync(served);
  const first = written('served/a.yaml', topicText());
  const second = written('served/b.yaml', topicText());
  const taken = (file: string, owner: string) => ({
    file,
    line: 1,
    column: 8,
    message: `topic: "ferry" is the topic of ${owner} already; rename one of the two`,
  });
  const errorsOf = async (...files: string[]) =>
    (await checkFiles(files, served)).flatMap(({ errors }) => errors);
  expect(await errorsOf(first, second)).toEqual([taken(second, first)]);
  expect(await errorsOf(second)).toEqual([taken(second, first)]);
  // A file elsewhere may be the next version of the one that is served.
  const draft = written('draft.yaml', topicText());
  expect(await errorsOf(draft)).toEqual([]);
  expect(await errorsOf(draft, second)).toEqual([taken(second, draft)]);
});
