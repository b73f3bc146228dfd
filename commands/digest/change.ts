/** /digest unsubscribe, pause and resume: changes to what a channel gets already. */
import { z } from 'zod';
import type { Desk } from '../../src/desk.ts';
import type { Subscription } from '../../src/digest/subscriptions/subscription.ts';
import { noticeReply, type Reply } from '../../src/reply/reply.ts';
import { type Command, defineCommand, type Localised } from '../command.ts';
import { channelOption, digestsOf, nameTopicSet, placeOf, readTopicsIfAny, topicsOption } from './place.ts';

type Change = {
  readonly name: 'unsubscribe' | 'pause' | 'resume';
  readonly description: Localised;
  /** The sentence for what was changed, and for when there was nothing to change. */
  readonly done: (topics: string) => string;
  readonly none: string;
};

export const unsubscribe = defineChange({
  name: 'unsubscribe',
  description: {
    en: 'Stop a digest of this channel, or all of them',
    es: 'Cancelar un resumen de este canal, o todos',
    pt: 'Cancelar um resumo deste canal, ou todos',
  },
  done: (topics) => `Stopped: the digest of ${topics}.`,
  none: 'There is no such digest here.',
});

export const pause = defineChange({
  name: 'pause',
  description: {
    en: 'Pause a digest of this channel, or all of them',
    es: 'Pausar un resumen de este canal, o todos',
    pt: 'Pausar um resumo deste canal, ou todos',
  },
  done: (topics) => `Paused: the digest of ${topics}. /digest resume starts it again.`,
  none: 'There is no running digest here to pause.',
});

export const resume = defineChange({
  name: 'resume',
  description: {
    en: 'Start paused digests of this channel again',
    es: 'Reanudar los resúmenes pausados de este canal',
    pt: 'Retomar os resumos pausados deste canal',
  },
  done: (topics) => `Started again: the digest of ${topics}. The next one covers what was missed.`,
  none: 'There is no paused digest here.',
});

function defineChange({ name, description, done, none }: Change): Command {
  return defineCommand({
    name,
    description,
    access: 'manager',
    options: z.object({ topic: topicsOption, channel: channelOption }),
    fromText: (_desk, words) => ({ topic: words }),
    async run(desk, { topic, channel }, context) {
      const changed = await digestsOf(desk)[name](placeOf(context, channel), readTopicsIfAny(desk, topic));
      return describeChange(desk, changed, { done, none });
    },
  });
}

function describeChange(
  desk: Desk,
  changed: readonly Subscription[],
  { done, none }: Pick<Change, 'done' | 'none'>,
): Reply {
  if (changed.length === 0)
    return {
      ...noticeReply('info', `${none} See /digest list.`),
      private: true,
      data: { schema: 1, changed },
    };
  const sentences = changed.map(({ topics }) => done(nameTopicSet(desk, topics)));
  return { ...noticeReply('info', sentences.join(' ')), data: { schema: 1, changed } };
}
