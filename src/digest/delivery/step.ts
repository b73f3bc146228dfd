/** One step of a delivery with everything that follows from its end: the failure list, pausing, telling, the log. */
import type { Logger } from 'pino';
import { noticeReply, type Reply } from '../../reply/reply.ts';
import { nameTopics, type Subscription } from '../subscriptions/subscription.ts';
import type { SubscriptionBook } from '../subscriptions/subscription-book.ts';
import { deliver } from './deliver.ts';
import type { DeliveryDeps, DeliveryResult, DeliveryTask } from './delivery.ts';
import type { FailureList } from './failures.ts';

/** What a step works with. */
export type StepDeps = DeliveryDeps & {
  readonly book: SubscriptionBook;
  readonly failures: FailureList;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
};

/** Takes a delivery one step further; see `deliver`. */
export type Step = (task: DeliveryTask) => Promise<DeliveryResult>;

/** A channel that is gone or forbidden for this long is paused. */
const PAUSE_AFTER_MS = 3 * 24 * 3_600_000;

/** Makes the step that runners call. */
export function createStep(deps: StepDeps): Step {
  return async (task) => {
    const result = await deliver(deps, task);
    if (result.kind === 'over') await conclude(deps, task, result);
    return result;
  };
}

async function conclude(
  deps: StepDeps,
  { subscription, day }: DeliveryTask,
  { outcome, why = '', troubleSince }: Extract<DeliveryResult, { kind: 'over' }>,
): Promise<void> {
  const about = { subscription: subscription.id, platform: subscription.platform, day };
  if (outcome === 'over before') return;
  if (outcome === 'posted' || outcome === 'nothing new') {
    deps.logger.info(about, `digest: ${outcome}`);
    return;
  }
  deps.logger.warn({ ...about, why }, `digest: ${outcome}`);
  await deps.failures.add({ subscription, day, at: deps.now(), outcome, why });
  if (troubleSince !== undefined && deps.now() - troubleSince >= PAUSE_AFTER_MS)
    await pauseForTrouble(deps, subscription, why);
}

async function pauseForTrouble(deps: StepDeps, subscription: Subscription, why: string): Promise<void> {
  await deps.book.put({ ...subscription, paused: { at: deps.now(), why } });
  const poster = deps.poster(subscription.platform);
  const { subscriber, workspace } = subscription;
  const person = { user: subscriber, ...(workspace ? { workspace } : {}) };
  const told = await poster?.tell?.(person, pausedNotice(subscription, why));
  if (told?.kind !== 'posted')
    deps.logger.warn(
      { subscription: subscription.id },
      'digest: paused, and the subscriber could not be told',
    );
}

function pausedNotice({ channel, topics }: Subscription, why: string): Reply {
  const reply = noticeReply(
    'warning',
    `Your daily digest of ${nameTopics(topics)} in the channel ${channel} could not be posted for three days (${why}), and is paused. When that is mended, start it again there with /digest resume.`,
  );
  return { ...reply, private: true };
}
