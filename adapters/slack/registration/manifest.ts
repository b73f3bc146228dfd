/** The app manifest: what is pasted into Slack to make the app, derived from the commands and features in code. */
import { stringify } from 'yaml';
import type { Command } from '../../../commands/command.ts';
import { describeOptions } from '../../../commands/options.ts';
import { slashCommands } from './command-names.ts';
import { type EventName, neededEvents, neededScopes, type Scope } from './features.ts';

/** What of the manifest is the operator's choice. */
export type ManifestOptions = {
  /** Name of the app and its bot; "Briefdesk" unless told. */
  readonly name?: string;
  /** Public address of the app, such as https://desk.example; its presence means HTTP mode instead of Socket Mode. */
  readonly url?: string;
};

/** https://docs.slack.dev/reference/app-manifest, as far as it is used. */
export type Manifest = {
  readonly _metadata: { readonly major_version: number; readonly minor_version: number };
  readonly display_information: {
    readonly name: string;
    readonly description: string;
    readonly long_description: string;
    readonly background_color: string;
  };
  readonly features: {
    readonly app_home: Readonly<Record<`${string}_enabled`, boolean>>;
    readonly agent_view: { readonly agent_description: string };
    readonly bot_user: { readonly display_name: string; readonly always_online: boolean };
    readonly slash_commands: readonly SlashCommandEntry[];
  };
  readonly oauth_config: {
    readonly redirect_urls?: readonly string[];
    readonly scopes: { readonly bot: readonly Scope[] };
  };
  readonly settings: {
    readonly event_subscriptions: {
      readonly request_url?: string;
      readonly bot_events: readonly EventName[];
    };
    readonly interactivity: { readonly is_enabled: boolean; readonly request_url?: string };
    readonly org_deploy_enabled: boolean;
    readonly socket_mode_enabled: boolean;
    readonly token_rotation_enabled: boolean;
  };
};

type SlashCommandEntry = {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly url?: string;
  readonly should_escape: boolean;
};

/** Where Slack sends everything in HTTP mode: events, commands and presses. */
export const EVENTS_PATH = '/slack/events';
/** Where an installation comes back to, as Bolt serves it. */
const REDIRECT_PATH = '/slack/oauth_redirect';

/** The manifest for these commands. */
export function slackManifest(commands: readonly Command[], options: ManifestOptions = {}): Manifest {
  const name = options.name ?? 'Briefdesk';
  const base = options.url?.replace(/\/+$/, '');
  const requestUrl = base === undefined ? {} : { request_url: base + EVENTS_PATH };
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: displayInformation(name),
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      agent_view: { agent_description: AGENT_DESCRIPTION },
      bot_user: { display_name: name, always_online: true },
      slash_commands: slashCommands(commands).map(({ slash, command }) => commandEntry(slash, command, base)),
    },
    oauth_config: {
      ...(base === undefined ? {} : { redirect_urls: [base + REDIRECT_PATH] }),
      scopes: { bot: neededScopes() },
    },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: neededEvents() },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: base === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** The manifest as the YAML that Slack's page takes. */
export function slackManifestYaml(commands: readonly Command[], options: ManifestOptions = {}): string {
  return stringify(slackManifest(commands, options), { lineWidth: 0 });
}

/** Slack allows 300 characters. */
const AGENT_DESCRIPTION =
  'Ask about the news topics of this desk. Every sentence names its source, every quote is verbatim, and what the files do not say, the desk says that it does not know.';

/** A long description has 174 to 4,000 characters, a short one at most 140. */
function displayInformation(name: string): Manifest['display_information'] {
  return {
    name,
    description: 'Sourced news briefings: every sentence with its source',
    long_description: `${name} answers questions about news topics from knowledge files that people have curated from news articles. Every sentence names the facts that it stands on, every quote is verbatim, and an accusation is never told as a fact. What the files do not say, the desk says that it does not know.`,
    background_color: '#1d3557',
  };
}

function commandEntry(slash: string, command: Command, base: string | undefined): SlashCommandEntry {
  const hint = usageHint(command);
  return {
    command: slash,
    description: command.description.en,
    ...(hint ? { usage_hint: hint } : {}),
    ...(base === undefined ? {} : { url: base + EVENTS_PATH }),
    // With escaping a channel comes with its id, which is what a digest is posted by.
    should_escape: true,
  };
}

function usageHint(command: Command): string {
  if (command.subcommands) return command.subcommands.map(({ name }) => name).join(' | ');
  return describeOptions(command)
    .map(({ name, required }) => (required ? `<${name}>` : `[${name}]`))
    .join(' ');
}
