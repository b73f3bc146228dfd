/** Generated Replies for property tests of renderers: every block kind, nasty text, sizes beyond any limit. */
import fc from 'fast-check';
import type { CitedSource } from '../../src/answer/answer.ts';
import type { Action, Block, Reference, Reply, Run } from '../../src/reply/reply.ts';

/** What platforms give a meaning to: a renderer has to show all of it as text. */
const nasties = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '<!channel>',
  '<!subteam^S123>',
  '<https://evil.example|click>',
  '[click](https://evil.example)',
  '[a](<https://evil.example/a_b>)',
  'https://evil.example/path_with_underscores?a=1&b=2',
  'discord.gg/invite',
  'https://discord.gg/invite',
  '<:smile:123456789012345678>',
  '<a:wave:123456789012345678>',
  '<t:1700000000:R>',
  '</brief:123456789012345678>',
  '<id:guide>',
  ':tada:',
  '||spoiler||',
  '**bold**',
  '*it*',
  '_it_',
  '__under__',
  '~~gone~~',
  '~gone~',
  '`code`',
  '```\nfence\n```',
  '# heading',
  '-# small',
  '> quote',
  '>>> all quote',
  '- item',
  '* item',
  '1. item',
  '\\*',
  '\\',
  '&amp;',
  '&',
  '<',
  '>',
  '“curly”',
  'U.S. Treasury',
  'Jan. 8, 2026.',
  '👩‍👩‍👧‍👦',
  '🇨🇴',
  'e\u0301',
  '波哥大总统府',
  'عربي',
  '\u202Eoverride',
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z]{1,12}[.,!?]?$/) },
  { weight: 2, arbitrary: fc.constantFrom(...nasties) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
);

const wordsOf = (maxLength: number) =>
  fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '\n', '')), { minLength: 1, maxLength })
    .map((parts) => parts.flat().join('').trim() || 'x');

/** A text as knowledge files and users write it, well or badly; up to some thousands of characters. */
export const proseArbitrary: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: wordsOf(30) },
  { weight: 2, arbitrary: wordsOf(400) },
  {
    weight: 1,
    arbitrary: fc.tuple(word, fc.integer({ min: 1, max: 6000 })).map(([w, n]) => w.repeat(n).slice(0, 9000)),
  },
);

const lineArbitrary = wordsOf(12);
const slugArbitrary = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,8}$/);

const sourceArbitrary: fc.Arbitrary<CitedSource> = fc.record(
  {
    id: slugArbitrary,
    headline: lineArbitrary,
    publisher: lineArbitrary,
    date: fc.constantFrom('2026-01-08', '2026-01', '2026'),
    url: fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.nat({ max: 1900 }).map((n) => `https://news.example/${'long-'.repeat(n / 5)}(a_b)`),
    ),
  },
  { requiredKeys: ['id', 'headline'] },
);

const referenceArbitrary = (id: string): fc.Arbitrary<Reference> =>
  fc.record(
    {
      id: fc.constant(id),
      topic: slugArbitrary,
      source: sourceArbitrary,
      paragraph: fc.integer({ min: 1, max: 40 }),
    },
    { requiredKeys: ['id', 'topic', 'source'] },
  );

const runArbitrary = (ids: readonly string[]): fc.Arbitrary<Run> => {
  const textRun = fc.record(
    {
      kind: fc.constant('text' as const),
      text: proseArbitrary,
      style: fc.constantFrom('bold' as const, 'italic' as const),
    },
    { requiredKeys: ['kind', 'text'] },
  );
  if (ids.length === 0) return textRun;
  return fc.oneof(
    { weight: 3, arbitrary: textRun },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('citation' as const), reference: fc.constantFrom(...ids) }),
    },
  );
};

const optionsArbitrary = fc.dictionary(
  fc.constantFrom('topic', 'question', 'person'),
  fc.oneof(
    slugArbitrary,
    lineArbitrary,
    proseArbitrary.map((prose) => prose.slice(0, 3000)),
  ),
);

const actionArbitrary: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constant('run' as const),
    label: lineArbitrary,
    command: fc.constantFrom('brief', 'timeline', 'ask'),
    options: optionsArbitrary,
  }),
  fc.record(
    { kind: fc.constant('ask' as const), label: lineArbitrary, topic: slugArbitrary },
    { requiredKeys: ['kind', 'label'] },
  ),
  fc.record({
    kind: fc.constant('choose' as const),
    label: lineArbitrary,
    command: fc.constantFrom('brief', 'who'),
    option: fc.constantFrom('topic', 'person'),
    listed: fc.boolean(),
    choices: fc.array(
      fc.record(
        { label: lineArbitrary, value: slugArbitrary, description: lineArbitrary },
        { requiredKeys: ['label', 'value'] },
      ),
      { maxLength: 60 },
    ),
  }),
  fc.record({ kind: fc.constant('feedback' as const), answer: slugArbitrary }),
);

const blockArbitrary = (ids: readonly string[]): fc.Arbitrary<Block> => {
  const runs = fc.array(runArbitrary(ids), { minLength: 1, maxLength: 6 });
  const quote = fc.record(
    {
      kind: fc.constant('quote' as const),
      text: proseArbitrary,
      speaker: lineArbitrary,
      where: lineArbitrary,
      context: lineArbitrary,
      reference: fc.constantFrom(...(ids.length > 0 ? ids : ['none'])),
    },
    { requiredKeys: ['kind', 'text', 'speaker', 'reference'] },
  );
  return fc.oneof(
    fc.record({
      kind: fc.constant('heading' as const),
      text: lineArbitrary,
      level: fc.constantFrom(1 as const, 2 as const),
    }),
    fc.record({ kind: fc.constant('context' as const), runs }),
    fc.record({ kind: fc.constant('paragraph' as const), runs }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(runs, { maxLength: 12 }) }),
    quote,
    fc.record({
      kind: fc.constant('timeline' as const),
      entries: fc.array(fc.record({ when: lineArbitrary, runs }), { maxLength: 12 }),
    }),
    fc.record(
      {
        kind: fc.constant('dispute' as const),
        title: lineArbitrary,
        allegations: fc.array(runs, { minLength: 1, maxLength: 3 }),
        denials: fc.array(runs, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['kind', 'allegations', 'denials'] },
    ),
    fc.record({ kind: fc.constant('sources' as const) }),
    fc.record({
      kind: fc.constant('notice' as const),
      tone: fc.constantFrom('info' as const, 'warning' as const, 'error' as const),
      text: proseArbitrary,
    }),
    fc.record({
      kind: fc.constant('actions' as const),
      actions: fc.array(actionArbitrary, { maxLength: 12 }),
    }),
  );
};

/** Any Reply that a command could return, from one block to far more than one message holds. */
export const replyArbitrary: fc.Arbitrary<Reply> = fc
  .uniqueArray(slugArbitrary, { maxLength: 12 })
  .chain((ids) =>
    fc.record(
      {
        blocks: fc.array(blockArbitrary(ids), { minLength: 1, maxLength: 25 }),
        references: fc.tuple(...ids.map(referenceArbitrary)),
        private: fc.boolean(),
      },
      { requiredKeys: ['blocks', 'references'] },
    ),
  );

/** Every stretch of text that a reader of the reply has to get, labels of actions left out. */
export function textsOf(reply: Reply): readonly string[] {
  return reply.blocks.flatMap(textsOfBlock);
}

function textsOfBlock(block: Block): readonly string[] {
  const words = (runs: readonly Run[]) => runs.flatMap((run) => (run.kind === 'text' ? [run.text] : []));
  switch (block.kind) {
    case 'heading':
    case 'notice':
      return [block.text];
    case 'context':
    case 'paragraph':
      return words(block.runs);
    case 'list':
      return block.items.flatMap(words);
    case 'quote':
      return [block.text, block.speaker, block.where ?? '', block.context ?? ''];
    case 'timeline':
      return block.entries.flatMap((entry) => [entry.when, ...words(entry.runs)]);
    case 'dispute':
      return [block.title ?? '', ...[...block.allegations, ...block.denials].flatMap(words)];
    case 'sources':
    case 'actions':
      return [];
    default:
      return block satisfies never;
  }
}
