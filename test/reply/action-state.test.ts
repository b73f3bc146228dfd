/** The state of buttons as text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type ActionState,
  allowAction,
  decodeActionState,
  encodeActionState,
} from '../../src/reply/action-state.ts';

const option = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/);
const words = fc.string({ unit: 'grapheme', maxLength: 60 });
const id = fc.stringMatching(/^[A-Za-z0-9_:.-]{1,40}$/);
const command = fc.constantFrom('brief', 'digest subscribe');
const states: fc.Arbitrary<ActionState> = fc.oneof(
  fc.record({
    kind: fc.constant('run' as const),
    command,
    options: fc.dictionary(option, words, { noNullPrototype: true }),
  }),
  fc.record({ kind: fc.constant('ask' as const), topic: id }, { requiredKeys: ['kind'] }),
  fc.record({ kind: fc.constant('choose' as const), command, option }),
  fc.record({ kind: fc.constant('vote' as const), answer: id, helpful: fc.boolean() }),
  fc.record({ kind: fc.constant('reason' as const), answer: id }),
);

describe('action state', () => {
  it('is short and readable', () => {
    expect(encodeActionState({ kind: 'run', command: 'timeline', options: { topic: 'colombia' } })).toBe(
      'r:timeline?topic=colombia',
    );
  });

  it('keeps the longest topic slug within the 100 characters of Discord', () => {
    const options = { topic: 's'.repeat(80) };
    expect(encodeActionState({ kind: 'run', command: 'timeline', options }).length).toBeLessThanOrEqual(100);
  });

  it('comes back as it was, whatever it says', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(decodeActionState(encodeActionState(state))).toEqual(state);
      }),
    );
  });

  it('is one text for one state, however its options are ordered', () => {
    const one = encodeActionState({ kind: 'run', command: 'who', options: { topic: 'a', person: 'b' } });
    expect(encodeActionState({ kind: 'run', command: 'who', options: { person: 'b', topic: 'a' } })).toBe(
      one,
    );
  });

  it('reads nothing into text from elsewhere, and never throws', () => {
    for (const foreign of [
      '',
      'x',
      'r:',
      'r:Not A Command!',
      'v:1',
      'v:a?helpful=2',
      'z:brief',
      'r:%E0%A4%A',
      'c:brief',
    ])
      expect(decodeActionState(foreign)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (foreign) => void decodeActionState(foreign)));
  });
});

describe('allowAction', () => {
  const shape = (...names: string[]) => ({
    shape: Object.fromEntries(names.map((name) => [name, z.string()])),
  });
  const commands = [
    { name: 'brief', options: shape('topic') },
    { name: 'digest', options: shape(), subcommands: [{ name: 'list', options: shape('channel') }] },
  ];

  it('lets a button run a command that exists, with options that it has', () => {
    expect(allowAction(commands, { kind: 'run', command: 'brief', options: { topic: 'x' } })).toBe(true);
    expect(allowAction(commands, { kind: 'run', command: 'digest list', options: {} })).toBe(true);
    expect(allowAction(commands, { kind: 'choose', command: 'brief', option: 'topic' })).toBe(true);
  });

  it('refuses a command, a group or an option that does not exist', () => {
    expect(allowAction(commands, { kind: 'run', command: 'delete', options: {} })).toBe(false);
    expect(allowAction(commands, { kind: 'run', command: 'digest', options: {} })).toBe(false);
    expect(allowAction(commands, { kind: 'run', command: 'brief list', options: {} })).toBe(false);
    expect(allowAction(commands, { kind: 'run', command: 'brief', options: { constructor: 'x' } })).toBe(
      false,
    );
    expect(allowAction(commands, { kind: 'choose', command: 'brief', option: 'nope' })).toBe(false);
  });
});
