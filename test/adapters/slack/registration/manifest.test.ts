/** The app manifest against the features in code: all that is used is in it, and nothing else. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { eventScopes, neededEvents, neededScopes } from '../../../../adapters/slack/registration/features.ts';
import { slackManifest, slackManifestYaml } from '../../../../adapters/slack/registration/manifest.ts';
import { methodScopes } from '../../../../adapters/slack/web-api.ts';
import { commands } from '../../../../commands/index.ts';

const manifest = slackManifest(commands);
const code = globSync('adapters/slack/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const matches = (pattern: RegExp) => new Set([...code.matchAll(pattern)].map(([, found]) => found ?? ''));

describe('the manifest', () => {
  it('has every command under the name that Slack knows it by, and no other', () => {
    const names = manifest.features.slash_commands.map(({ command }) => command);
    const expected = commands.map(({ name }) => (name === 'help' ? '/desk' : `/${name}`));
    expect(names).toEqual(expected);
    expect(names).toEqual(
      expect.arrayContaining([
        '/brief',
        '/ask',
        '/quotes',
        '/timeline',
        '/who',
        '/sources',
        '/topics',
        '/desk',
      ]),
    );
  });

  it('subscribes to the events that are listened to, and to no other', () => {
    const listened = matches(/app\.event\('([a-z_]+)'/g);
    const subscribed = new Set(
      manifest.settings.event_subscriptions.bot_events.map((name) => name.replace(/^message\..*/, 'message')),
    );
    expect(subscribed).toEqual(listened);
    expect(neededEvents()).toEqual(Object.keys(eventScopes).sort());
  });

  it('asks for the scopes of the methods that are called, and of the events, and for no other', () => {
    const called = matches(/bind\(\s*'([a-zA-Z.]+)'/g).union(matches(/callSlack\(\s*'([a-zA-Z.]+)'/g));
    expect(called).toEqual(new Set(Object.keys(methodScopes)));
    const scopes = new Set([
      ...Object.values(methodScopes).flat(),
      ...Object.values(eventScopes).flat(),
      'commands',
    ]);
    expect(new Set(manifest.oauth_config.scopes.bot)).toEqual(scopes);
  });

  it('is all that is called: nothing goes round the table of methods', () => {
    const outside = globSync('adapters/slack/**/*.ts')
      .filter((file) => !file.endsWith('web-api.ts'))
      .flatMap(
        (file) =>
          readFileSync(file, 'utf8').match(
            /client\.(?:chat|views|users|conversations|assistant|auth|apiCall)\b/g,
          ) ?? [],
      );
    expect(outside).toEqual([]);
    const bound = matches(/^ {4}(\w+): (?:bind\(|\(\) => callSlack)/gm);
    const used = matches(/\bapi\.(\w+)\(/g).union(matches(/\bapi\.(\w+)\b/g));
    expect(bound.difference(used)).toEqual(new Set());
  });

  it('turns on the agent view, the Home tab and writing to the app', () => {
    expect(manifest.features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('keeps to Slack’s limits', () => {
    const { name, description, long_description } = manifest.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(long_description.length).toBeGreaterThanOrEqual(174);
    expect(long_description.length).toBeLessThanOrEqual(4000);
    for (const { command, description: told, usage_hint = '' } of manifest.features.slash_commands) {
      expect(command).toMatch(/^\/[a-z]{1,31}$/);
      expect(told.length).toBeLessThanOrEqual(2000);
      expect(usage_hint.length).toBeLessThanOrEqual(1000);
    }
  });

  it('is in Socket Mode without an address, and in HTTP mode with one', () => {
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest)).not.toContain('url');
    const http = slackManifest(commands, { url: 'https://desk.example/' });
    expect(http.settings.socket_mode_enabled).toBe(false);
    expect(http.settings.event_subscriptions.request_url).toBe('https://desk.example/slack/events');
    expect(http.settings.interactivity.request_url).toBe('https://desk.example/slack/events');
    expect(http.features.slash_commands.every(({ url }) => url === 'https://desk.example/slack/events')).toBe(
      true,
    );
    expect(http.oauth_config.redirect_urls).toEqual(['https://desk.example/slack/oauth_redirect']);
  });

  it('is YAML that reads back as itself', () => {
    expect(parse(slackManifestYaml(commands))).toEqual(manifest);
    expect(neededScopes()).toEqual(manifest.oauth_config.scopes.bot);
  });
});
