/** The folder of knowledge files: opening it, and following it while curators save. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Library, type LibraryChange, openLibrary } from '../../src/knowledge/library.ts';
import { formatProblem, KnowledgeError } from '../../src/knowledge/problem.ts';
import { MAX_FILE_BYTES } from '../../src/knowledge/read-file.ts';
import { topicText } from './topic-text.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefdesk-library-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const save = (file: string, content: string | Buffer): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
};

const slugsOf = (library: Library): readonly string[] => library.topics().map(({ topic }) => topic);

const failureOf = async (work: Promise<unknown>): Promise<KnowledgeError> => {
  const error = await work.catch((reason: unknown) => reason);
  if (error instanceof KnowledgeError) return error;
  throw new Error('expected a KnowledgeError', { cause: error });
};

describe('opening a folder', () => {
  test('serves every knowledge file in it and in the folders within it', async () => {
    save('a.yaml', topicText('a'));
    save('deep/er/b.YML', topicText('b'));
    save('notes.txt', 'not knowledge');
    expect(slugsOf(await openLibrary(folder))).toEqual(['a', 'b']);
  });

  test('leaves hidden files and folders alone: they are editors’ and mounts’', async () => {
    save('a.yaml', topicText('a'));
    save('.trash/b.yaml', topicText('b'));
    symlinkSync('nobody@host', join(folder, '.#a.yaml'));
    const library = await openLibrary(folder);
    expect(slugsOf(library)).toEqual(['a']);
    expect(library.problems()).toEqual([]);
  });

  test('reads a file with a byte order mark', async () => {
    save('a.yaml', `\ufeff${topicText('a')}`);
    expect(slugsOf(await openLibrary(folder))).toEqual(['a']);
  });

  test('serves the good files beside a bad one, and names the bad one', async () => {
    save('a.yaml', topicText('a'));
    save('b.yaml', 'topic: B!\n');
    const library = await openLibrary(folder);
    expect(slugsOf(library)).toEqual(['a']);
    expect(library.problems().map(formatProblem)[0]).toContain(`${join(folder, 'b.yaml')}:1:8: topic: `);
  });

  test('gives a slug that two files have to the first, and names both', async () => {
    save('a.yaml', topicText('ferry'));
    save('b.yaml', topicText('ferry'));
    const library = await openLibrary(folder);
    expect(slugsOf(library)).toEqual(['ferry']);
    expect(library.problems().map(formatProblem)).toEqual([
      `${join(folder, 'b.yaml')}:1:1: topic: "ferry" is the topic of ${join(folder, 'a.yaml')} already; rename one of the two`,
    ]);
  });
});

describe('a folder that cannot be served is refused with what to do', () => {
  test('when it does not exist', async () => {
    const { message } = await failureOf(openLibrary(join(folder, 'nowhere')));
    expect(message).toContain(`${join(folder, 'nowhere')} (ENOENT)`);
    expect(message).toContain('create it, or set KNOWLEDGE_DIR');
  });

  test('when it is a file', async () => {
    save('a.yaml', topicText());
    expect((await failureOf(openLibrary(join(folder, 'a.yaml')))).message).toContain('(ENOTDIR)');
  });

  test('when it has no knowledge file', async () => {
    expect((await failureOf(openLibrary(folder))).message).toContain('write one, such as colombia.yaml');
  });

  test('when no file in it is good', async () => {
    save('a.yaml', '');
    save('b.yaml', 'topic: [\n');
    const { message, problems } = await failureOf(openLibrary(folder));
    expect(problems).toHaveLength(2);
    expect(message).toContain(`${join(folder, 'a.yaml')}:1:1: the file is empty`);
    expect(message).toContain(`${join(folder, 'b.yaml')}:2:1: this is not valid YAML`);
  });
});

describe('a file that cannot be read is refused, and the others are served', () => {
  const problemBeside = async (): Promise<string> => {
    save('good.yaml', topicText('good'));
    const library = await openLibrary(folder);
    expect(slugsOf(library)).toEqual(['good']);
    return library.problems().map(formatProblem).join('\n');
  };

  test('because it is larger than a topic may be', async () => {
    save('bad.yaml', Buffer.alloc(50 * 1024 * 1024, '# filler\n'));
    expect(await problemBeside()).toMatch(
      /bad\.yaml:1:1: the file has 50 MB, more than the 32 MB that are read; split/,
    );
    expect(MAX_FILE_BYTES).toBe(32 * 1024 * 1024);
  });

  test('because it is not UTF-8, at the first character that is not', async () => {
    save('bad.yaml', Buffer.from('topic: t\ntitle: Bogotá\n', 'latin1'));
    expect(await problemBeside()).toContain('bad.yaml:2:13: this is not UTF-8 text; save the file with');
  });

  test('because it is UTF-16', async () => {
    save('bad.yaml', Buffer.from(`\ufeff${topicText()}`, 'utf16le'));
    expect(await problemBeside()).toContain('bad.yaml:1:1: this is not UTF-8 text');
  });

  test('because it is a link to nowhere', async () => {
    symlinkSync('gone', join(folder, 'bad.yaml'));
    expect(await problemBeside()).toContain('bad.yaml:1:1: the file cannot be read (ENOENT); check');
  });

  test('because it is a pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [join(folder, 'bad.yaml')]);
    expect(await problemBeside()).toContain('bad.yaml:1:1: this is not a file that can be read whole');
  });

  test('because it is a link to what has no end, or to a folder', async () => {
    symlinkSync('/dev/zero', join(folder, 'bad.yaml'));
    expect(await problemBeside()).toContain('bad.yaml:1:1: this is not a file that can be read whole');
    rmSync(join(folder, 'bad.yaml'));
    symlinkSync('.', join(folder, 'bad.yaml'));
    expect(await problemBeside()).toContain('bad.yaml:1:1: this is not a file that can be read whole');
  });
});

describe('reading the folder again', () => {
  test('tells nothing where nothing changed', async () => {
    save('a.yaml', topicText('a'));
    save('b.yaml', 'topic: [\n');
    const library = await openLibrary(folder);
    expect(await library.refresh()).toEqual({ updated: [], removed: [], problems: [] });
  });

  test('serves what was saved', async () => {
    save('a.yaml', topicText('a'));
    const library = await openLibrary(folder);
    save('a.yaml', topicText('a').replace('since Monday', 'since Tuesday'));
    const { updated, removed, problems } = await library.refresh();
    expect(updated.map(({ facts }) => facts[0]?.text)).toEqual([
      'The ferry has not left port since Tuesday.',
    ]);
    expect([...removed, ...problems]).toEqual([]);
  });

  test('keeps the last good version of a file that was broken, until it is mended', async () => {
    save('a.yaml', topicText('a'));
    const library = await openLibrary(folder);
    save('a.yaml', 'topic: a\ntitle: [half');
    const { updated, removed, problems } = await library.refresh();
    expect([...updated, ...removed]).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(library.topics()[0]?.title).toBe('The ferry of Port Ardlow');
    save('a.yaml', topicText('a').replace('The ferry of', 'The mended ferry of'));
    expect((await library.refresh()).problems).toEqual([]);
    expect(library.topics()[0]?.title).toBe('The mended ferry of Port Ardlow');
    expect(library.problems()).toEqual([]);
  });

  test('takes a deleted file away, and serves it again once it is back', async () => {
    save('a.yaml', topicText('a'));
    save('b.yaml', topicText('b'));
    const library = await openLibrary(folder);
    rmSync(join(folder, 'b.yaml'));
    expect((await library.refresh()).removed).toEqual(['b']);
    expect(slugsOf(library)).toEqual(['a']);
    save('b.yaml', topicText('b'));
    expect((await library.refresh()).updated.map(({ topic }) => topic)).toEqual(['b']);
  });

  test('follows a topic to its new slug', async () => {
    save('a.yaml', topicText('a'));
    const library = await openLibrary(folder);
    save('a.yaml', topicText('a2'));
    const { updated, removed } = await library.refresh();
    expect([updated.map(({ topic }) => topic), removed]).toEqual([['a2'], ['a']]);
  });

  test('follows a file to its new name without a change of the topic', async () => {
    save('a.yaml', topicText('a'));
    const library = await openLibrary(folder);
    renameSync(join(folder, 'a.yaml'), join(folder, 'z.yaml'));
    expect(await library.refresh()).toEqual({ updated: [], removed: [], problems: [] });
  });

  test('gives a slug that became free to the file that waited for it', async () => {
    save('a.yaml', topicText('ferry'));
    save('b.yaml', topicText('ferry').replace('The ferry of', 'The other ferry of'));
    const library = await openLibrary(folder);
    rmSync(join(folder, 'a.yaml'));
    const { updated, removed } = await library.refresh();
    expect([updated.map(({ title }) => title), removed]).toEqual([['The other ferry of Port Ardlow'], []]);
    expect(library.problems()).toEqual([]);
  });

  test('lets two files swap their slugs', async () => {
    save('a.yaml', topicText('one'));
    save('b.yaml', topicText('two'));
    const library = await openLibrary(folder);
    save('a.yaml', topicText('two').replace('The ferry of', 'The swapped ferry of'));
    save('b.yaml', topicText('one').replace('The ferry of', 'The swapped ferry of'));
    const { updated, removed, problems } = await library.refresh();
    expect(updated.map(({ topic }) => topic).sort()).toEqual(['one', 'two']);
    expect([...removed, ...problems]).toEqual([]);
  });

  test('goes on serving a file as it was when its new slug is taken', async () => {
    save('a.yaml', topicText('one'));
    save('b.yaml', topicText('two'));
    const library = await openLibrary(folder);
    save('b.yaml', topicText('one'));
    const { updated, removed, problems } = await library.refresh();
    expect([...updated, ...removed]).toEqual([]);
    expect(problems.map(({ file }) => file)).toEqual([join(folder, 'b.yaml')]);
    expect([...slugsOf(library)].sort()).toEqual(['one', 'two']);
  });

  test('rejects where the folder is gone, and goes on serving what it had', async () => {
    save('a.yaml', topicText('a'));
    const library = await openLibrary(folder);
    rmSync(folder, { recursive: true });
    expect((await failureOf(library.refresh())).message).toContain('cannot read the knowledge folder');
    expect(slugsOf(library)).toEqual(['a']);
  });
});

describe('following the folder', () => {
  let stop: () => void = () => undefined;
  afterEach(() => stop());

  /** Starts to follow; the function that comes back waits for the next change that fits. */
  const followed = async (): Promise<
    (fits: (change: LibraryChange) => boolean) => Promise<LibraryChange>
  > => {
    const library = await openLibrary(folder, { pollMs: 200 });
    const seen: LibraryChange[] = [];
    const waiting: { fits: (change: LibraryChange) => boolean; resolve: (change: LibraryChange) => void }[] =
      [];
    stop = library.follow((change) => {
      seen.push(change);
      for (const { resolve } of waiting.filter(({ fits }) => fits(change))) resolve(change);
    });
    return (fits) =>
      new Promise((resolve) => {
        const found = seen.find(fits);
        if (found) resolve(found);
        else waiting.push({ fits, resolve });
      });
  };

  const updates = (slug: string, title?: string) => (change: LibraryChange) =>
    change.updated.some((topic) => topic.topic === slug && (title === undefined || topic.title === title));

  test('tells of a save, and of each one after it', async () => {
    save('a.yaml', topicText('a'));
    const next = await followed();
    for (const word of ['first', 'second', 'third']) {
      save('a.yaml', topicText('a').replace('The ferry of Port Ardlow', word));
      await next(updates('a', word));
    }
  });

  test('tells of saves that put a new file in the place of the old one, as many editors do', async () => {
    save('a.yaml', topicText('a'));
    const next = await followed();
    for (const word of ['first', 'second', 'third']) {
      save('a.yaml~', topicText('a').replace('The ferry of Port Ardlow', word));
      renameSync(join(folder, 'a.yaml~'), join(folder, 'a.yaml'));
      await next(updates('a', word));
    }
  });

  test('tells of a file in a folder that did not exist before', async () => {
    save('a.yaml', topicText('a'));
    const next = await followed();
    save('new/b.yaml', topicText('b'));
    await next(updates('b'));
    save('new/b.yaml', topicText('b').replace('The ferry of Port Ardlow', 'later'));
    await next(updates('b', 'later'));
  });

  test('tells of a broken save and of a deletion', async () => {
    save('a.yaml', topicText('a'));
    save('b.yaml', topicText('b'));
    const next = await followed();
    save('a.yaml', 'topic: [');
    const { problems } = await next((change) => change.problems.length > 0);
    expect(problems[0]?.file).toBe(join(folder, 'a.yaml'));
    rmSync(join(folder, 'b.yaml'));
    await next(({ removed }) => removed.includes('b'));
  });

  test('tells once that the folder is gone, and carries on where it is made anew', async () => {
    save('a.yaml', topicText('a'));
    const next = await followed();
    rmSync(folder, { recursive: true });
    const { problems } = await next((change) => change.problems.length > 0);
    expect(problems).toMatchObject([{ file: folder }]);
    save('a.yaml', topicText('a').replace('The ferry of Port Ardlow', 'back again'));
    await next(updates('a', 'back again'));
  });

  test('tells nothing once it was stopped', async () => {
    save('a.yaml', topicText('a'));
    const library = await openLibrary(folder);
    const changes: LibraryChange[] = [];
    library.follow((change) => changes.push(change))();
    save('a.yaml', topicText('a2'));
    await library.refresh();
    expect(changes).toEqual([]);
  });
});
