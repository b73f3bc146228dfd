/** /digest subscribe: a daily digest for a channel. */
import { z } from 'zod';
import type { Desk } from '../../src/desk.ts';
import { describeDays, foldWords, takeDays } from '../../src/digest/calendar/days.ts';
import { takeTime } from '../../src/digest/calendar/time-of-day.ts';
import { describeMoment, describeSchedule, readWhen } from '../../src/digest/calendar/when.ts';
import type { SubscribeRequest, SubscribeResult } from '../../src/digest/digests.ts';
import { noticeReply, type Reply } from '../../src/reply/reply.ts';
import { defineCommand, optionMeta, UsageError } from '../command.ts';
import {
  channelOption,
  digestsOf,
  isAll,
  nameChannel,
  nameTopicSet,
  placeOf,
  readTopics,
  topicsOption,
} from './place.ts';

const words = (max: number) => z.string().trim().max(max);

export const subscribe = defineCommand({
  name: 'subscribe',
  description: {
    en: 'Send this channel a daily digest',
    es: 'Enviar a este canal un resumen diario',
    pt: 'Enviar a este canal um resumo diário',
  },
  access: 'manager',
  options: z.object({
    time: words(200).register(optionMeta, {
      description: {
        en: 'When: 08:00, 8am Bogotá, every weekday at 7:30',
        es: 'Cuándo: 08:00, 8am Bogotá, every weekday at 7:30',
        pt: 'Quando: 08:00, 8am Lisboa, every weekday at 7:30',
      },
      spansWords: true,
    }),
    topic: topicsOption,
    zone: words(100)
      .optional()
      .register(optionMeta, {
        description: {
          en: 'Time zone: a city, a country or an id like America/Bogota',
          es: 'Zona horaria: una ciudad, un país o un id como America/Bogota',
          pt: 'Fuso horário: uma cidade, um país ou um id como America/Bogota',
        },
        suggest: 'zone',
        spansWords: true,
      }),
    days: words(200)
      .optional()
      .register(optionMeta, {
        description: {
          en: 'Days: weekdays, weekends, Mon, Wed, Fri; every day unless told',
          es: 'Días: entre semana, fin de semana, lunes, miércoles; si no, todos',
          pt: 'Dias: dias úteis, fim de semana, segunda, quarta; senão, todos',
        },
        spansWords: true,
      }),
    'when-nothing-is-new': z
      .enum(['skip', 'say so'])
      .default('skip')
      .register(optionMeta, {
        description: {
          en: 'On days without news: post nothing, or one line',
          es: 'En días sin novedades: no publicar nada, o una línea',
          pt: 'Em dias sem novidades: não publicar nada, ou uma linha',
        },
      }),
    channel: channelOption,
  }),
  fromText: readTyped,
  async run(desk, options, context) {
    const digests = digestsOf(desk);
    const place = placeOf(context, options.channel);
    const topics = readTopics(desk, options.topic);
    const { time, zone, days } = options;
    const when = readWhen({ time, zone, days, likelyZone: context.zone });
    if (when.kind === 'unclear') throw new UsageError(when.question);
    const request: SubscribeRequest = {
      ...place,
      topics,
      schedule: when.schedule,
      whenNothingIsNew: options['when-nothing-is-new'],
      subscriber: context.user,
    };
    return describeResult(desk, { request, result: await digests.subscribe(request), here: context.channel });
  },
});

function readTyped(desk: Desk, typed: string): Readonly<Record<string, unknown>> {
  return hasTime(typed) ? splitTopicFromTime(desk, typed) : besideTime(typed);
}

/** What stands beside "time:8am" is a zone or days; without a time the user is asked for one. */
function besideTime(typed: string): Readonly<Record<string, unknown>> {
  const { days, rest } = takeDays(foldWords(typed));
  return { time: typed, ...(days ? { days: describeDays(days) } : {}), ...(rest ? { zone: rest } : {}) };
}

/** "colombia every weekday at 7:30" → the beginning that names a topic, and the rest, which is to say when. */
function splitTopicFromTime(desk: Desk, typed: string): Readonly<Record<string, unknown>> {
  const parts = typed.trim().split(/\s+/);
  const splits = parts.slice(1, MAX_TOPIC_WORDS + 1).map((_, at) => ({
    topic: parts
      .slice(0, at + 1)
      .join(' ')
      .replace(/,$/, ''),
    time: parts.slice(at + 1).join(' '),
  }));
  const possible = splits.filter(
    ({ topic, time }) => hasTime(time) && !hasTime(topic) && (isAll(topic) || namesTopics(desk, topic)),
  );
  const understood = possible.find(({ time }) => readWhen({ time, likelyZone: 'UTC' }).kind === 'understood');
  return understood ?? possible[0] ?? { time: typed };
}

const MAX_TOPIC_WORDS = 12;

function hasTime(typed: string): boolean {
  return takeTime(foldWords(typed)).kind !== 'none';
}

function namesTopics(desk: Desk, names: string): boolean {
  return names.split(/\s*[,;]\s*/).every((name) => desk.findTopic(name).kind === 'found');
}

function describeResult(
  desk: Desk,
  { request, result, here }: { request: SubscribeRequest; result: SubscribeResult; here: string },
): Reply {
  if (result.kind === 'cannot post')
    return noticeReply(
      'error',
      `${nameChannel(request, here)} does not let me post yet. What is missing: ${result.missing}. Nothing was subscribed; ask again when that is mended.`,
    );
  const { subscription, next, changed } = result;
  const topics = nameTopicSet(desk, subscription.topics);
  const sentences = [
    `${nameChannel(subscription, here)} ${changed ? 'now gets' : 'gets'} a digest of ${topics} at ${describeSchedule(subscription.schedule)}.`,
    `The next one comes on ${describeMoment(next.at, subscription.schedule.zone)}${changed ? '' : ', the first as a full briefing'}.`,
    subscription.whenNothingIsNew === 'skip'
      ? 'On days without news nothing is posted.'
      : 'On days without news it says so in a line.',
    ...fixedOffsetWarning(subscription.schedule.zone),
  ];
  return { ...noticeReply('info', sentences.join(' ')), data: { schema: 1, subscription, next } };
}

function fixedOffsetWarning(zone: string): readonly string[] {
  if (!/^[+-]/.test(zone)) return [];
  return ['A fixed offset does not follow daylight saving time; name a city if it should.'];
}
