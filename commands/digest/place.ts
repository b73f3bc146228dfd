/** Which channel and which topics a digest command is about. */
import { z } from 'zod';
import type { Desk } from '../../src/desk.ts';
import type { DigestPlace, Digests } from '../../src/digest/digests.ts';
import { nameTopics, type TopicSet } from '../../src/digest/subscriptions/subscription.ts';
import { type CommandContext, optionMeta, UsageError } from '../command.ts';
import { UnknownTopicError } from '../topic-option.ts';

const MAX_TOPICS = 500;

/** Topics of a digest: slugs or names between commas, or "all". */
export const topicsOption = z
  .string()
  .trim()
  .max(MAX_TOPICS)
  .optional()
  .register(optionMeta, {
    description: {
      en: 'A topic, several with commas between them, or “all”',
      es: 'Un tema, varios separados por comas, o «all» para todos',
      pt: 'Um tema, vários separados por vírgulas, ou “all” para todos',
    },
    suggest: 'topic',
  });

/** The channel to post to, where it is another than the one asked in. */
export const channelOption = z
  .string()
  .trim()
  .max(120)
  .optional()
  .register(optionMeta, {
    description: {
      en: 'Another channel, such as #news; this one unless told',
      es: 'Otro canal, por ejemplo #noticias; si no, este',
      pt: 'Outro canal, por exemplo #noticias; senão, este',
    },
  });

/** Where digests can be kept. @throws UsageError on platforms without channels. */
export function digestsOf(desk: Desk): Digests {
  if (desk.digests) return desk.digests;
  throw new UsageError('Digests are posted to Discord and Slack channels: ask there, where I am running.');
}

/** The channel that the command is about. @throws UsageError when it is none. */
export function placeOf(context: CommandContext, named?: string): DigestPlace {
  const { platform, workspace } = context;
  if (platform !== 'discord' && platform !== 'slack')
    throw new UsageError('Digests are posted to Discord and Slack channels: ask there.');
  return {
    platform,
    channel: named ? readChannel(named) : context.channel,
    ...(workspace ? { workspace } : {}),
  };
}

/**
 * The channel in words, for the beginning of a sentence: replies show every mark of a platform as plain text, a channel
 * mention too. `here` is the channel that the command was given in.
 */
export function nameChannel({ channel }: Pick<DigestPlace, 'channel'>, here?: string): string {
  return channel === here ? 'This channel' : `Channel ${channel}`;
}

/** Both platforms write a picked channel as <#id>, Slack with a name behind it. */
function readChannel(words: string): string {
  const id =
    /^<#([A-Za-z0-9]+)(?:\|[^>]*)?>$/.exec(words)?.[1] ?? /^([CGD][A-Z0-9]{6,}|\d{15,22})$/.exec(words)?.[1];
  if (id) return id;
  throw new UsageError(
    `I did not find the channel “${words.slice(0, 60)}”. Pick it from the list that opens when you type #.`,
  );
}

/** The topics that the words name; all without words. @throws UnknownTopicError */
export function readTopics(desk: Desk, words: string | undefined): TopicSet {
  if (!words || isAll(words)) return 'all';
  const names = words.split(/\s*[,;]\s*/).filter((name) => name !== '');
  return [...new Set(names.map((name) => slugOf(desk, name)))].sort();
}

/** The same, undefined without words: commands that then mean every subscription of the channel. */
export function readTopicsIfAny(desk: Desk, words: string | undefined): TopicSet | undefined {
  return words ? readTopics(desk, words) : undefined;
}

/** Whether the words mean every topic. */
export function isAll(words: string): boolean {
  return /^(?:all|everything|todos?|todas?|tudo|\*)(?:\s+(?:topics|temas))?$/i.test(words.trim());
}

/** "all topics", or titles instead of slugs where the desk still has the topic. */
export function nameTopicSet(desk: Desk, topics: TopicSet): string {
  if (topics === 'all') return nameTopics(topics);
  return topics.map((slug) => desk.topic(slug)?.title ?? `${slug} (no longer here)`).join(', ');
}

function slugOf(desk: Desk, name: string): string {
  const match = desk.findTopic(name);
  if (match.kind === 'found') return match.topic.topic;
  throw new UnknownTopicError(match.words, match.nearest);
}
