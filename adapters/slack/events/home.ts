/** App Home and the agent's first screen: what there is to ask, before anything is asked. */
import type { types } from '@slack/bolt';
import type { Command } from '../../../commands/command.ts';
import type { Invocation } from '../../../commands/run.ts';
import type { Desk } from '../../../src/desk.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import {
  type Asker,
  apiFor,
  contextFor,
  guarded,
  type Handling,
  type SlackApp,
  teamOf,
} from '../handling.ts';
import { limits } from '../limits.ts';
import { packGroups } from '../render/pack.ts';
import { type Group, partOf } from '../render/parts.ts';
import { renderGroups } from '../render/render.ts';

/** Publishes the Home tab, or offers prompts where the messages are opened. */
export function listenForHome(app: SlackApp, handling: Handling): void {
  app.event('app_home_opened', async ({ event, client, context, body }) => {
    await guarded(handling, 'home', async () => {
      const api = apiFor(client, handling);
      if (event.tab === 'messages') {
        const prompts = suggestedPrompts(handling.deps.desk);
        await api.setPrompts({ channel_id: event.channel, title: 'Ask the desk', prompts: [...prompts] });
        return;
      }
      const team = teamOf(context, body.team_id);
      await publishHome(handling, { api, team, user: event.user, channel: event.channel });
    });
  });
}

/** At most four prompts: the newest topics, then help. */
function suggestedPrompts(desk: Desk): readonly { readonly title: string; readonly message: string }[] {
  const topics = desk.topics().slice(0, limits.suggestedPrompts - 1);
  return [
    ...topics.map(({ title, topic }) => ({ title: `Brief me: ${title}`, message: `brief ${topic}` })),
    { title: 'What can you do?', message: 'help' },
  ];
}

async function publishHome(handling: Handling, asker: Asker): Promise<void> {
  const context = await contextFor(handling, asker);
  const parts = homeParts(handling.deps.commands);
  const replies = await Promise.all(parts.map((part) => handling.deps.run({ ...part, context })));
  const [home] = packGroups(homeGroups(replies), { blocks: limits.blocksPerView });
  await asker.api.publishView({
    user_id: asker.user,
    view: { type: 'home', blocks: home ? [...home.blocks] : [] },
  });
}

/** The topics, then this workspace's digests where the desk has digests. */
function homeParts(commands: readonly Command[]): readonly Pick<Invocation, 'path' | 'options'>[] {
  const hasDigests = commands.some(
    ({ name, subcommands }) => name === 'digest' && subcommands?.some((sub) => sub.name === 'list'),
  );
  const topics = { path: 'topics', options: {} };
  return hasDigests ? [topics, { path: 'digest list', options: { scope: 'workspace' } }] : [topics];
}

function homeGroups(replies: readonly Reply[]): readonly Group[] {
  const divider: Group = [partOf({ type: 'divider' })];
  return replies.flatMap((reply, index) => {
    const groups = renderGroups(reply).map((group) =>
      group.filter(({ block }) => isForViews(block)).map((part) => distinct(part, index)),
    );
    return index === 0 ? groups : [divider, ...groups];
  });
}

/** Feedback buttons belong to messages; Slack refuses a view with them. */
function isForViews({ type }: types.KnownBlock): boolean {
  return type !== 'context_actions';
}

/** Each reply numbers its actions from the beginning; in one view their ids must differ. */
function distinct(part: Group[number], reply: number): Group[number] {
  const { block } = part;
  if (block.type !== 'actions') return part;
  const elements = block.elements.map((element) => ({
    ...element,
    action_id: (element.action_id ?? '').replace(/^desk:/, `desk:${reply}.`),
  }));
  return partOf({ ...block, elements }, part.text);
}
