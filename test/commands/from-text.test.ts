/** Words behind a command become options, forgivingly. */
import fc from 'fast-check';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Command, defineCommand, defineGroup, optionMeta } from '../../commands/command.ts';
import { optionsFromText, readInvocation, readSpokenCommand } from '../../commands/from-text.ts';
import { commands } from '../../commands/index.ts';
import { createDesk, type Desk } from '../../src/desk.ts';
import { noMetrics } from '../../src/metrics.ts';
import { openDesk } from '../../src/open-desk.ts';
import { noticeReply } from '../../src/reply/reply.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { ONE_TOPIC } from '../one-topic.ts';

const words = (en: string) => ({ en, es: en, pt: en });
const meta = { description: words('x') };

/** A desk whose files do not matter: words behind a command are read before anything is looked up. */
const desk: Desk = createDesk({
  topics: () => [],
  ask: () => Promise.reject(new Error('not asked here')),
  vote: () => Promise.resolve(),
});

const command = (fromText?: Command['fromText']) =>
  defineCommand({
    name: 'watch',
    description: words('Watch'),
    options: z.object({
      topic: z
        .string()
        .optional()
        .register(optionMeta, { ...meta, takesText: true }),
      speaker: z.string().optional().register(optionMeta, meta),
      loud: z.boolean().optional().register(optionMeta, meta),
      days: z.number().optional().register(optionMeta, meta),
    }),
    run: () => noticeReply('info', 'watched'),
    ...(fromText ? { fromText } : {}),
  });

describe('words behind a command', () => {
  it('go to the option that takes text, as they stand', () => {
    expect(optionsFromText(desk, command(), '  petro please ')).toEqual({ topic: 'petro please' });
  });

  it('give no option where there are none', () => {
    expect(optionsFromText(desk, command(), '   ')).toEqual({});
  });

  it('fill the options that they name, wherever they stand', () => {
    expect(optionsFromText(desk, command(), 'speaker:"Gustavo Petro" colombia days:3 Loud: yes')).toEqual({
      topic: 'colombia',
      speaker: 'Gustavo Petro',
      days: 3,
      loud: true,
    });
  });

  it('may quote a value in the curly marks that phones type', () => {
    expect(optionsFromText(desk, command(), 'speaker:“Marco Rubio”')).toEqual({ speaker: 'Marco Rubio' });
  });

  it('go on behind a comma', () => {
    expect(optionsFromText(desk, command(), 'speaker:petro, rubio, trump colombia')).toEqual({
      speaker: 'petro, rubio, trump',
      topic: 'colombia',
    });
    expect(optionsFromText(desk, command(), 'speaker:petro, loud:yes')).toEqual({
      speaker: 'petro,',
      loud: true,
    });
  });

  it('go on up to the next option where its value spans words', () => {
    const spanning = defineCommand({
      name: 'post',
      description: words('Post'),
      options: z.object({
        topic: z.string().optional().register(optionMeta, meta),
        time: z.string().register(optionMeta, { ...meta, spansWords: true }),
      }),
      run: () => noticeReply('info', 'posted'),
    });
    const time = 'every weekday at 7:30';
    for (const typed of [
      `topic:colombia time:${time}`,
      `time: ${time} topic:colombia`,
      `time:"${time}" topic:colombia`,
    ])
      expect(optionsFromText(desk, spanning, typed)).toEqual({ topic: 'colombia', time });
  });

  it('keep a colon that names no option', () => {
    expect(optionsFromText(desk, command(), 'the talk at 10:30: what was said?')).toEqual({
      topic: 'the talk at 10:30: what was said?',
    });
  });

  it('go to the command’s own reading where it has one', () => {
    const own = command((_, rest) => ({ topic: rest.toUpperCase() }));
    expect(optionsFromText(desk, own, 'colombia loud:no')).toEqual({ topic: 'COLOMBIA', loud: false });
  });

  it('never fail, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        for (const each of commands) expect(readInvocation(desk, each, typed).path).toContain(each.name);
      }),
    );
  });
});

describe('words of a whole book', () => {
  it.each([
    ['a-', 'hyphens'],
    ['\u0301\u0323', 'marks upon marks'],
    ['topic:', 'names of options'],
    ['time:every ', 'options that span words'],
    ['" ', 'quote marks'],
  ])('are read as well, be they %j all over (%s)', (part) => {
    const typed = part.repeat(200_000 / part.length);
    for (const each of commands) readInvocation(desk, each, `subscribe ${typed}`);
  });
});

describe('words behind a group', () => {
  const group = defineGroup({
    name: 'digest',
    description: words('Digests'),
    subcommands: ['subscribe', 'list', 'pause'].map((name) =>
      defineCommand({
        name,
        description: words(name),
        options: z.object({
          topic: z
            .string()
            .optional()
            .register(optionMeta, { ...meta, takesText: true }),
        }),
        run: () => noticeReply('info', name),
      }),
    ),
  });

  it('begin with the subcommand', () => {
    expect(readInvocation(desk, group, 'subscribe colombia')).toEqual({
      path: 'digest subscribe',
      options: { topic: 'colombia' },
    });
  });

  it('may shorten it, in any case', () => {
    expect(readInvocation(desk, group, 'Sub colombia').path).toBe('digest subscribe');
  });

  it('leave it to the group to say what there is', () => {
    expect(readInvocation(desk, group, 'frobnicate').path).toBe('digest');
    expect(readInvocation(desk, group, '').path).toBe('digest');
  });
});

describe('a message in words', () => {
  let knowing: Desk;
  beforeAll(async () => {
    const storage = await openStorage({ memory: true });
    const logger = pino({ level: 'silent' });
    const opened = await openDesk({
      knowledgeDir: ONE_TOPIC,
      storage,
      logger,
      metrics: noMetrics,
      model: undefined,
      follow: false,
    });
    knowing = opened.desk;
  });

  it('is a command where it names one and its topic', () => {
    expect(readSpokenCommand(knowing, commands, 'Brief colombia')?.path).toBe('brief');
    expect(readSpokenCommand(knowing, commands, 'help')?.path).toBe('help');
  });

  it('is a question otherwise', () => {
    expect(readSpokenCommand(knowing, commands, 'who called whom?')).toBeUndefined();
    expect(readSpokenCommand(knowing, commands, 'how long did the call last?')).toBeUndefined();
  });
});
