/** What curators read when a knowledge file cannot be served, and what is made of one that can. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTopicFile } from '../../src/knowledge/parse.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { parsed, topicText } from './topic-text.ts';

const good = topicText();

const problemsOf = (text: string): readonly string[] => {
  const result = parseTopicFile(text, 'ferry.yaml');
  return result.ok ? [] : result.problems.map(formatProblem);
};

/** What stands in the text at the place of the first problem. */
const pointsAt = (text: string): string => {
  const [, line, column] = /^ferry\.yaml:(\d+):(\d+): /.exec(problemsOf(text)[0] ?? '') ?? [];
  return text.split('\n')[Number(line) - 1]?.slice(Number(column) - 1) ?? '';
};

/** The sound file with one passage changed; the passage must be there. */
const changed = (from: string, to: string): string => {
  expect(good).toContain(from);
  return good.replace(from, () => to);
};

describe('a sound file', () => {
  test('becomes a topic with every default filled in', () => {
    const topic = parsed();
    expect(topic.topic).toBe('ferry');
    expect(topic.language).toBe('en');
    expect(topic.corrections).toEqual([]);
    expect(topic.people[0]?.kind).toBe('person');
    expect(topic.facts.map(({ source }) => source)).toEqual(['gazette', 'gazette', 'gazette']);
    expect(topic.facts[0]?.date).toEqual({
      on: '2026-03-02',
      precision: 'day',
      inferred: true,
      phrase: 'Monday',
    });
  });

  test('has another hash as soon as a character changes', () => {
    expect(parsed().hash).toBe(parsed().hash);
    expect(parsed(changed('since Monday', 'since  Monday')).hash).not.toBe(parsed().hash);
  });

  test('may have Windows line ends and comments', () => {
    const text = `# written by hand\n${good}`.replaceAll('\n', '\r\n');
    expect(parsed(text).facts).toEqual(parsed().facts);
  });

  test('may break a text into lines: it is one line to readers', () => {
    const text = changed('text: The ferry has not left', 'text: |\n      The ferry\n\n      has not\tleft');
    expect(parsed(text).facts[0]?.text).toBe('The ferry has not left port since Monday.');
  });

  test('may join letters and emoji where their script does', () => {
    for (const joined of ['👩‍🚀 of 👩🏽‍🚀', 'می\u200cخواهم', 'ශ්\u200dරී'])
      expect(parsed(changed('The ferry has', `${joined} has`)).facts[0]?.text).toContain(joined);
  });

  test('may use a few anchors and aliases to save typing', () => {
    const text = changed('about: [mora]', 'about: &mora [mora]').replace(
      'kind: denial',
      'about: *mora\n    kind: denial',
    );
    expect(parsed(text).facts[2]?.about).toEqual(['mora']);
  });

  test('says where an entry stands, for warnings about it', () => {
    const result = parseTopicFile(good, 'ferry.yaml');
    expect(result.ok && result.locate(['quotes', 0, 'text'], 'look here')).toEqual({
      file: 'ferry.yaml',
      line: good.split('\n').findIndex((line) => line.includes('She is as sound')) + 1,
      column: 11,
      message: 'look here',
    });
  });
});

describe('a file without content is refused at its beginning', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\n'],
    ['a comment', '# soon\n'],
    ['an empty document', '---\n'],
  ])('%s', (_, text) => {
    expect(problemsOf(text)).toEqual([
      'ferry.yaml:1:1: the file is empty; begin with "topic:", "title:" and "asOf:"',
    ]);
  });
});

describe('broken YAML is refused where it breaks', () => {
  test.each([
    [
      'a colon within a text',
      changed('The ferry has', 'Said: the ferry has'),
      ': the ferry',
      'in quote marks',
    ],
    ['a field without a space', changed('title: The', 'title:The'), ': [Ardlow', 'a space behind the colon'],
    ['an open quote mark', changed('headline: Ferry', 'headline: "Ferry'), 'date:', 'close the quote mark'],
    ['a tab as indentation', changed('    kind: event', '\tkind: event'), '\tkind', 'indent with spaces'],
    ['a field twice', `${good}title: Again\n`, 'title: Again', 'remove one of the two'],
    ['an alias without its anchor', changed('about: [mora]', 'about: *mora'), 'mora', 'write the values out'],
    ['a null byte', changed('has not left', 'has\0not left'), '\0not', 'remove the character'],
    ['a tag that makes objects', changed('about: [mora]', 'about: !!js/function "x"'), '!!js', 'unknown'],
    ['a second document', `${good}---\ntopic: two\n`, 'topic: two', 'remove the line "---"'],
  ])('%s', (_, text, place, mending) => {
    const [problem, ...others] = problemsOf(text);
    expect(pointsAt(text).slice(0, place.length)).toBe(place);
    expect(problem).toContain(mending);
    expect(others).toEqual([]);
  });

  test('lists nested without end are refused, not followed', () => {
    expect(problemsOf(`topic: ${'['.repeat(100_000)}`)[0]).toContain('nesting exceeded');
  });
});

describe('aliases that multiply (a YAML bomb) are refused at once', () => {
  test('when they nest', () => {
    const levels = [...'bcdefghij'].map(
      (name, level) => `${name}: &${name} [${`*${'abcdefghi'[level]}, `.repeat(9)}]`,
    );
    expect(problemsOf(`a: &a [x, x, x]\n${levels.join('\n')}\n`).length).toBeGreaterThan(0);
  });

  test('when one long list is used again and again', () => {
    const fact = (n: number) => `  - { id: f${n}, text: Something, kind: event, keywords: *all }\n`;
    const facts = Array.from({ length: 200 }, (_, n) => fact(n)).join('');
    const text = good.replace(
      'facts:\n',
      `facts:\n  - { id: f, text: A, kind: event, keywords: &all [a] }\n${facts}`,
    );
    expect(problemsOf(text)[0]).toMatch(/^ferry\.yaml:\d+:\d+: .*aliases.*; write the values out$/);
  });

  test('when an alias holds itself', () => {
    expect(problemsOf(changed('about: [mora]', 'about: &a [*a]')).length).toBeGreaterThan(0);
  });
});

describe('a wrong field is named where it stands, with what belongs there', () => {
  test.each([
    ['topic', changed('topic: ferry', 'topic: The Ferry'), 'The Ferry', 'topic: write it in lower case'],
    ['title missing', changed('title: The ferry of Port Ardlow\n', ''), 'topic:', 'title: is missing'],
    ['title empty', changed('title: The ferry of Port Ardlow', 'title:'), 'title:', 'title: is empty'],
    ['title blank', changed('The ferry of Port Ardlow', '"  "'), '"  "', 'title: write at least a word'],
    [
      'asOf',
      changed('asOf: 2026-03-05', 'asOf: yesterday'),
      'yesterday',
      'asOf: write the date as 2026-01-08',
    ],
    [
      'a day that does not exist',
      changed('asOf: 2026-03-05', 'asOf: 2026-02-30'),
      '2026-02-30',
      'no such date',
    ],
    [
      'a month that does not exist',
      changed('asOf: 2026-03-05', 'asOf: 2026-13-01'),
      '2026-13-01',
      'no such date',
    ],
    ['a date within a fact', changed('on: 2026-03-02', 'on: Monday'), 'Monday', 'on: write the date as'],
    [
      'an unknown field of a date',
      changed('inferred: true', 'guessed: true'),
      'guessed',
      'no field "guessed"',
    ],
    [
      'a text that is a number',
      changed('The ferry has not left port since Monday.', '12'),
      '12',
      'quote marks',
    ],
    [
      'a text that is a list',
      changed('The ferry has not left port since Monday.', '[a]'),
      '[a]',
      'a list, not',
    ],
    ['a text that is too long', changed('The ferry has', 'x'.repeat(1000)), 'xxx', 'at most 1000'],
    [
      'a kind that there is not',
      changed('kind: event', 'kind: rumour'),
      'rumour',
      'kind: write event, background',
    ],
    ['a kind left out', changed('    kind: event\n', ''), 'id: ferry-in-port', 'kind: write event'],
    [
      'an allegation of nobody',
      changed('    attributedTo: union\n', ''),
      'id: unsafe-claim',
      'attributedTo: is missing',
    ],
    [
      'an unknown field',
      changed('paragraph: 1', 'paragraf: 1'),
      'paragraf',
      'there is no field "paragraf" here',
    ],
    ['a paragraph in words', changed('paragraph: 1', 'paragraph: one'), 'one', 'this is text, not a number'],
    ['no facts', good.replace(/facts:\n[\s\S]*?(?=quotes:)/, 'facts: []\n'), '[]', 'at least 1'],
    [
      'a script as address',
      changed('date: 2026-03-05', 'url: javascript:alert(1)'),
      'javascript',
      'whole address',
    ],
    ['a file that is a text', 'hello', 'hello', 'this is text, not an entry with fields'],
    ['a file that is a list', '- a\n- b\n', '- a', 'this is a list, not an entry with fields'],
    [
      'a field called __proto__',
      `${good}__proto__: { a: 1 }\n`,
      '__proto__',
      'there is no field "__proto__" here',
    ],
  ])('%s', (_, text, place, message) => {
    const [problem] = problemsOf(text);
    expect(pointsAt(text).slice(0, place.length)).toBe(place);
    expect(problem).toContain(message);
  });

  test.each([
    ['\\x1b[31m', 'U+001B'],
    ['\\u200b', 'U+200B'],
    ['\\u202e', 'U+202E'],
    ['\\u00ad', 'U+00AD'],
    ['\\ufeff', 'U+FEFF'],
    ['\\ud800', 'U+D800'],
  ])('what readers cannot see (%s) is not taken into a text, and named', (hidden, name) => {
    const [problem] = problemsOf(changed('The ferry has', `"The f${hidden}erry"\n    # has`));
    expect(problem).toContain(`text: remove what readers cannot see: character ${name}`);
  });

  test('at most twenty problems are told at once', () => {
    const unknown = Array.from({ length: 50 }, (_, n) => `field${n}: x\n`).join('');
    expect(problemsOf(`${good}${unknown}`)).toHaveLength(20);
  });
});

describe('entries that name each other have to fit', () => {
  test.each([
    [
      'an id used twice',
      changed('id: mora-denies', 'id: unsafe-claim'),
      'unsafe-claim',
      'the id "unsafe-claim" is used twice',
    ],
    [
      'a fact and a quote of one id',
      changed('id: quote-sound', 'id: mora-denies'),
      'mora-denies',
      'used twice',
    ],
    ['two people of one id', changed('id: union', 'id: mora'), 'mora', 'is used twice'],
    [
      'a fact about nobody',
      changed('about: [mora]', 'about: [mora, petra]'),
      'petra',
      '"petra" is not in people',
    ],
    ['an unknown speaker', changed('speaker: mora', 'speaker: petra'), 'petra', '"petra" is not in people'],
    [
      'an unknown voice',
      changed('attributedTo: union', 'attributedTo: petra'),
      'petra',
      '"petra" is not in people',
    ],
    [
      'a quote of no fact',
      changed('facts: [mora-denies]', 'facts: [nothing]'),
      'nothing',
      '"nothing" is not in facts',
    ],
    [
      'a dispute about no fact',
      changed('allegations: [unsafe-claim]', 'allegations: [x]'),
      'x',
      '"x" is not in facts',
    ],
    [
      'an event as denial',
      changed('denials: [mora-denies]', 'denials: [ferry-in-port]'),
      'ferry-in-port',
      'is of kind event',
    ],
    ['an unknown source', changed('paragraph: 1', 'source: herald'), 'herald', '"herald" is not in sources'],
    [
      'a period that ends first',
      changed('on: 2026-03-02,', 'on: 2026-03-02, to: 2026-03-01,'),
      '2026-03-01',
      'before it begins',
    ],
    [
      'facts of one of two sources',
      changed('people:', '  - id: herald\n    headline: H\npeople:'),
      'id: ferry-in-port',
      'source is missing',
    ],
  ])('%s', (_, text, place, message) => {
    const [problem] = problemsOf(text);
    expect(pointsAt(text).slice(0, place.length)).toBe(place);
    expect(problem).toContain(message);
  });

  test('every entry that does not fit is told', () => {
    const text = changed('about: [mora]', 'about: [a, b]').replace('speaker: mora', 'speaker: c');
    expect(problemsOf(text)).toHaveLength(3);
  });
});

test('whatever is in a file, parsing ends with a topic or with problems that stand within it', () => {
  const lines = good.split('\n');
  const damaged = fc
    .tuple(
      fc.nat({ max: lines.length - 1 }),
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('- ', '  x', '*a', '{', ': ')),
    )
    .map(([at, line]) => lines.with(at, line).join('\n'));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), damaged), (text) => {
      const result = parseTopicFile(text, 'f.yaml');
      if (result.ok) return;
      const count = text.split('\n').length;
      expect(result.problems.length).toBeGreaterThan(0);
      for (const { line, column, message } of result.problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(count + 1);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(message).not.toContain('undefined');
      }
    }),
  );
});

test('the file that other tests change is sound', () => {
  expect(parsed(topicText('other')).topic).toBe('other');
});
