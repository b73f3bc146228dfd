/** Starts the adapter of every platform whose settings are present. A platform is added here and in its own folder. */
import type { Env } from '../src/config.ts';
import type { AdapterDeps, RunningAdapter } from './adapter.ts';
import { isDiscordConfigured } from './discord/config.ts';
import { isSlackConfigured } from './slack/config.ts';

/** How a platform is recognised in the environment and started; `start` keeps trying by itself where it fails. */
type Platform = {
  readonly name: string;
  readonly isConfigured: (env: Env) => boolean;
  readonly start: (env: Env, deps: AdapterDeps) => Promise<RunningAdapter>;
};

/** A platform's library is loaded only where it is configured. */
const platforms: readonly Platform[] = [
  {
    name: 'discord',
    isConfigured: isDiscordConfigured,
    start: async (env, deps) => (await import('./discord/start.ts')).startDiscord(env, deps),
  },
  {
    name: 'slack',
    isConfigured: isSlackConfigured,
    start: async (env, deps) => (await import('./slack/start.ts')).startSlack(env, deps),
  },
];

/** The names of the platforms that the environment has tokens for. */
export function configuredPlatforms(env: Env): readonly string[] {
  return platforms.filter(({ isConfigured }) => isConfigured(env)).map(({ name }) => name);
}

/** Starts them side by side. @throws SettingsError when a platform's settings cannot be used. */
export function startPlatforms(env: Env, deps: AdapterDeps): Promise<readonly RunningAdapter[]> {
  const configured = platforms.filter(({ isConfigured }) => isConfigured(env));
  return Promise.all(
    configured.map(({ name, start }) =>
      start(env, { ...deps, logger: deps.logger.child({ platform: name }) }),
    ),
  );
}
