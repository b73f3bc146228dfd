/** /digest preview: the digest that the channel would get now, for the asker alone. */
import { z } from 'zod';
import { defineCommand } from '../command.ts';
import { digestsOf, placeOf, readTopics, topicsOption } from './place.ts';

export const preview = defineCommand({
  name: 'preview',
  description: {
    en: 'See the digest that this channel would get now; only you see it',
    es: 'Ver el resumen que este canal recibiría ahora; solo usted lo ve',
    pt: 'Ver o resumo que este canal receberia agora; só você o vê',
  },
  options: z.object({ topic: topicsOption }),
  fromText: (_desk, words) => ({ topic: words }),
  run: (desk, { topic }, context) =>
    digestsOf(desk).preview(placeOf(context), readTopics(desk, topic), context.zone),
});
