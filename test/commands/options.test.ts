/** What platforms register of commands: within the limits of the strictest, in each language. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Command, defineCommand, optionMeta } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { describeOptions } from '../../commands/options.ts';
import { noticeReply } from '../../src/reply/reply.ts';

const runnable = commands.flatMap((command) => command.subcommands ?? [command]);
const everything = [...commands, ...commands.flatMap((command) => command.subcommands ?? [])];

/** Discord's limits: https://discord.com/developers/docs/interactions/application-commands */
const NAME = /^[a-z0-9-]{1,32}$/;
const MAX_DESCRIPTION = 100;
const MAX_OPTIONS = 25;

describe('every command', () => {
  test('has a name of its own that Discord and Slack take', () => {
    for (const { name } of everything) expect(name).toMatch(NAME);
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });

  test('is described in three languages, shortly enough', () => {
    for (const { description } of everything)
      for (const words of [description.en, description.es, description.pt]) {
        expect(words.trim()).not.toBe('');
        expect(words.length).toBeLessThanOrEqual(MAX_DESCRIPTION);
      }
  });

  test.each(runnable.map((command) => ({ name: command.name, command })))(
    '/$name has options that can be registered',
    ({ command }) => {
      const options = describeOptions(command);
      expect(options.length).toBeLessThanOrEqual(MAX_OPTIONS);
      expect(options.map(({ required }) => required)).toEqual(
        [...options.map(({ required }) => required)].sort((a, b) => Number(b) - Number(a)),
      );
      expect(options.filter(({ takesText }) => takesText).length).toBeLessThanOrEqual(1);
      for (const { name, description, choices = [] } of options) {
        expect(name).toMatch(NAME);
        expect(choices.length).toBeLessThanOrEqual(MAX_OPTIONS);
        for (const words of [description.en, description.es, description.pt]) {
          expect(words.trim()).not.toBe('');
          expect(words.length).toBeLessThanOrEqual(MAX_DESCRIPTION);
        }
      }
    },
  );
});

describe('an option', () => {
  const words = { en: 'x', es: 'x', pt: 'x' };
  const withOption = (schema: z.ZodType): Command =>
    defineCommand({
      name: 'test',
      description: words,
      options: z.object({ it: schema }),
      run: () => noticeReply('info', ''),
    });
  const kindOf = (schema: z.ZodType) =>
    describeOptions(withOption(schema.register(optionMeta, { description: words })))[0];

  test.each([
    [z.string().max(50), { kind: 'string', required: true, maxLength: 50 }],
    [z.string().trim().optional(), { kind: 'string', required: false }],
    [z.boolean().default(false), { kind: 'boolean', required: false }],
    [z.number().int(), { kind: 'integer', required: true }],
    [z.enum(['a', 'b']).default('a'), { kind: 'string', required: false, choices: ['a', 'b'] }],
  ])('%# is read from its schema', (schema, described) => {
    expect(kindOf(schema)).toMatchObject(described);
  });

  test('without a description is a mistake that is named', () => {
    expect(() => describeOptions(withOption(z.string()))).toThrow('/test: option "it" has no description');
  });
});
