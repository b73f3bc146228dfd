/** The shape of the house: who may import whom, and what stands where. Reads the real import graph. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** One import, as `from` writes it; `target` is a path within the project, or undefined for a package. */
type Edge = { readonly from: string; readonly specifier: string; readonly target: string | undefined };

/** Imports of values and of types, re-exports, import(…) and types written as import(…).Name. */
function importsOf(file: string, source: string): readonly Edge[] {
  const found: Edge[] = [];
  const add = (node: { readonly source?: object | null }) => {
    if (!node.source) return;
    const specifier = 'value' in node.source ? node.source.value : undefined;
    if (typeof specifier !== 'string') throw new Error(`${file}: import(…) has to name its module literally`);
    const target = specifier.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(file), specifier))
      : undefined;
    found.push({ from: file, specifier, target });
  };
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    ImportExpression: add,
    TSImportType: add,
  }).visit(program);
  return found;
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));

const files = ['src', 'commands', 'adapters'].flatMap(filesIn);
const edges = files.flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), 'utf8')));
const said = (wrong: readonly Edge[]) => wrong.map(({ from, specifier }) => `${from} imports ${specifier}`);

/** Client libraries of platforms, by the one folder that may use them. */
const PLATFORMS: readonly { readonly folder: string; readonly packages: RegExp }[] = [
  { folder: 'adapters/discord/', packages: /^(discord\.js|discord-api-types|@discordjs)(\/|$)/u },
  { folder: 'adapters/slack/', packages: /^@slack\//u },
];
const isPlatform = ({ specifier }: Edge) => PLATFORMS.some(({ packages }) => packages.test(specifier));
const isWithin = (path: string | undefined, ...folders: readonly string[]) =>
  path === undefined || folders.some((folder) => path.startsWith(folder));

/** The parts that need themselves by way of others. */
function inCircles(imports: readonly Edge[], partOf: (path: string) => string): readonly string[] {
  const needs = new Map<string, Set<string>>();
  for (const { from, target = '' } of imports)
    if (partOf(from) !== partOf(target))
      needs.set(partOf(from), (needs.get(partOf(from)) ?? new Set()).add(partOf(target)));
  const reached = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
    for (const next of needs.get(from) ?? []) if (!seen.has(next)) reached(next, seen.add(next));
    return seen;
  };
  return [...needs.keys()].filter((part) => reached(part).has(part));
}

describe('imports', () => {
  test('are seen in every form that TypeScript has', () => {
    const source = `
      import a from './a.ts'; import type { B } from './b.ts'; export { c } from './c.ts';
      export * from './d.ts'; const e = await import('./e.ts'); type F = import('./f.ts').F; import './g.ts';`;
    expect(importsOf('src/x.ts', source).map(({ target }) => target)).toEqual(
      [...'abcdefg'].map((name) => `src/${name}.ts`),
    );
    expect(() => importsOf('src/x.ts', 'await import(name)')).toThrow('literally');
  });

  test('name files that exist', () => {
    expect(files.length).toBeGreaterThan(50);
    const wrong = edges.filter(({ target }) => target !== undefined && !existsSync(join(ROOT, target)));
    expect(said(wrong)).toEqual([]);
  });

  test('of the core stay within the core, main.ts apart', () => {
    const core = edges.filter(({ from }) => from.startsWith('src/') && from !== 'src/main.ts');
    expect(said(core.filter((edge) => !isWithin(edge.target, 'src/') || isPlatform(edge)))).toEqual([]);
  });

  test('between the folders of the core go one way', () => {
    const partOf = (path: string) => /^src\/[^/]+/u.exec(path)?.[0] ?? path;
    expect(
      inCircles(
        edges.filter(({ from }) => from.startsWith('src/')),
        partOf,
      ),
    ).toEqual([]);
  });

  /** Reading a question and a claim: what is asked is made of parts that know what is asked. */
  const READING = /^src\/answer\/(?:extract|follow-up|verify)\//u;

  test('between files go one way, types too, but where a question or a claim is read', () => {
    const others = edges.filter(({ from, target }) => target !== undefined && !READING.test(from));
    expect(inCircles(others, (path) => path)).toEqual([]);
  });

  test('of commands reach the core and other commands alone', () => {
    const own = edges.filter(({ from }) => from.startsWith('commands/'));
    const wrong = own.filter((edge) => !isWithin(edge.target, 'src/', 'commands/') || isPlatform(edge));
    expect(said(wrong)).toEqual([]);
  });

  test('of an adapter never reach another adapter', () => {
    const wrong = edges.filter(({ from, target = '' }) => {
      const own = /^adapters\/[^/]+\//u.exec(from)?.[0];
      const other = /^adapters\/[^/]+\//u.exec(target)?.[0];
      return own !== undefined && (target === 'adapters/start.ts' || (other !== undefined && other !== own));
    });
    expect(said(wrong)).toEqual([]);
  });

  test('of a platform’s library are in its own folder', () => {
    const wrong = edges.filter(({ from, specifier }) =>
      PLATFORMS.some(({ folder, packages }) => packages.test(specifier) && !from.startsWith(folder)),
    );
    expect(said(wrong)).toEqual([]);
  });

  test('of main.ts and of tests are nobody’s', () => {
    const wrong = edges.filter(({ target }) => target === 'src/main.ts' || target?.startsWith('test/'));
    expect(said(wrong)).toEqual([]);
  });
});

describe('the tree', () => {
  /** The folders of the design, and the usual files of a root. */
  const ALLOWED = new Set([
    ...['src', 'commands', 'adapters', 'knowledge', 'test'],
    ...['package.json', 'tsconfig.json', '.env.example', 'README.md'],
    ...['package-lock.json', '.gitignore', '.npmrc', 'biome.json', 'knip.json', 'vitest.config.ts'],
    ...['Dockerfile', '.dockerignore', 'compose.yaml', 'LICENSE', 'CONTRIBUTING.md', '.ci', '.github'],
  ]);

  /** What is kept in git: an article that somebody has put beside the README to check a file against it is theirs. */
  test.runIf(existsSync(join(ROOT, '.git')))(
    'has only the folders of the design and the usual files at its top',
    () => {
      const kept = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
      const top = new Set(kept.map((file) => file.split('/')[0] ?? ''));
      expect(top).toContain('src');
      expect([...top].filter((entry) => !ALLOWED.has(entry))).toEqual([]);
    },
  );

  test('has a folder for each platform, and in the core one for each part', () => {
    const folders = (path: string) =>
      readdirSync(join(ROOT, path), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
    expect(['discord', 'slack', 'terminal', 'web']).toEqual(expect.arrayContaining(folders('adapters')));
    const parts = [
      'answer',
      'briefing',
      'curate',
      'digest',
      'feedback',
      'knowledge',
      'reply',
      'retrieval',
      'storage',
    ];
    expect(parts).toEqual(expect.arrayContaining(folders('src')));
  });

  test('has no drawer for what has no home', () => {
    const drawers = [...files, ...filesIn('test')].filter((file) =>
      /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/iu.test(file),
    );
    expect(drawers).toEqual([]);
  });

  test('has a module comment at the top of each file', () => {
    const bare = files.filter((file) => !readFileSync(join(ROOT, file), 'utf8').startsWith('/**'));
    expect(bare).toEqual([]);
  });
});
