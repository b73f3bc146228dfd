/** /digest: what a channel is sent every day. */
import { defineGroup } from '../command.ts';
import { pause, resume, unsubscribe } from './change.ts';
import { list } from './list.ts';
import { preview } from './preview.ts';
import { subscribe } from './subscribe.ts';

export const digest = defineGroup({
  name: 'digest',
  description: {
    en: 'Daily digests for this channel',
    es: 'Resúmenes diarios para este canal',
    pt: 'Resumos diários para este canal',
  },
  needsChannel: true,
  subcommands: [subscribe, list, unsubscribe, pause, resume, preview],
});
