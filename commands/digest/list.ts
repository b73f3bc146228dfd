/** /digest list: a channel's digests, when each last went out, and why not if not. */
import { z } from 'zod';
import type { Desk } from '../../src/desk.ts';
import { describeMoment, describeSchedule } from '../../src/digest/calendar/when.ts';
import type { Listing } from '../../src/digest/digests.ts';
import { formatDate } from '../../src/knowledge/date.ts';
import { noticeReply, type Reply, type Runs, text } from '../../src/reply/reply.ts';
import { defineCommand, optionMeta } from '../command.ts';
import { digestsOf, nameChannel, nameTopicSet, placeOf } from './place.ts';

export const list = defineCommand({
  name: 'list',
  description: {
    en: 'The digests of this channel, and when each last went out',
    es: 'Los resúmenes de este canal y cuándo salió cada uno',
    pt: 'Os resumos deste canal e quando cada um saiu',
  },
  options: z.object({
    scope: z
      .enum(['channel', 'workspace'])
      .default('channel')
      .register(optionMeta, {
        description: {
          en: 'This channel, or the whole server or workspace',
          es: 'Este canal, o todo el servidor o espacio de trabajo',
          pt: 'Este canal, ou todo o servidor ou espaço de trabalho',
        },
      }),
  }),
  async run(desk, { scope }, context) {
    const listings = await digestsOf(desk).list(placeOf(context), scope);
    return listings.length === 0 ? nothingHere(scope) : listReply(desk, listings, scope);
  },
});

type Scope = 'channel' | 'workspace';

function nothingHere(scope: Scope): Reply {
  const where = scope === 'channel' ? 'This channel gets' : 'No channel gets';
  const what = scope === 'channel' ? 'no digest yet' : 'a digest yet';
  return {
    ...noticeReply(
      'info',
      `${where} ${what}. Subscribe with /digest subscribe, for example: /digest subscribe all 8am Bogotá.`,
    ),
    private: true,
    data: { schema: 1, digests: [] },
  };
}

function listReply(desk: Desk, listings: readonly Listing[], scope: Scope): Reply {
  const title = scope === 'channel' ? 'Digests of this channel' : 'Digests of all channels';
  return {
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'list', items: listings.map((listing) => describeListing(desk, listing, scope)) },
    ],
    references: [],
    private: true,
    data: { schema: 1, digests: listings },
  };
}

function describeListing(desk: Desk, listing: Listing, scope: Scope): Runs {
  const { subscription } = listing;
  const where = scope === 'workspace' ? `${nameChannel(subscription)}: ` : '';
  const nothing = subscription.whenNothingIsNew === 'skip' ? 'nothing' : 'one line';
  return [
    text(`${where}${nameTopicSet(desk, subscription.topics)}`, 'bold'),
    text(`, ${describeSchedule(subscription.schedule)}; ${nothing} on days without news. `),
    text([describeNext(listing), describeLast(listing)].join(' ')),
  ];
}

function describeNext({ subscription: { paused, schedule }, next }: Listing): string {
  if (paused)
    return `Paused since ${describeMoment(paused.at, schedule.zone)}: ${paused.why}. Start it with /digest resume.`;
  return next ? `Next: ${describeMoment(next.at, schedule.zone)}.` : '';
}

function describeLast({ last, lastPosted, subscription: { schedule } }: Listing): string {
  if (!last) return 'None was due yet.';
  const posted = lastPosted
    ? `Last posted: ${describeMoment(lastPosted.at, schedule.zone)}.`
    : 'None was posted yet.';
  switch (last.outcome) {
    case 'posted':
      return posted;
    case 'nothing new':
      return `${posted} ${formatDate(last.day)}: nothing was new.`;
    case 'missed':
    case 'failed':
      return `${posted} ${formatDate(last.day)}: not posted, because ${last.why ?? 'of a fault'}.`;
    default:
      return last.outcome satisfies never;
  }
}
