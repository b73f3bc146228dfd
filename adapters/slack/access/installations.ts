/** Workspaces that have installed the app, in a store that all replicas share. */
import type { Installation, InstallationStore } from '@slack/bolt';
import type { Keyv } from 'keyv';
import { z } from 'zod';
import type { TokenBox } from './token-box.ts';

/** A workspace that has not installed the app, or has removed it. */
export class NotInstalledError extends Error {
  override readonly name = 'NotInstalledError';
}

/** Bolt's installation store, and what the desk needs beside it. */
export type Installations = InstallationStore & {
  /** Forgets a workspace or organisation that has removed the app. */
  readonly forget: (id: string) => Promise<void>;
  /** The bot token of a workspace. @throws NotInstalledError, TokenBoxError */
  readonly botToken: (id: string) => Promise<string>;
};

/** What has to be in an installation to be used; everything else is kept as Slack gave it. */
const storedSchema = z.looseObject({
  team: z.looseObject({ id: z.string() }).optional(),
  enterprise: z.looseObject({ id: z.string() }).optional(),
  bot: z.looseObject({ token: z.string() }).optional(),
});

/** Keeps installations under the id of their workspace, or of their organisation where it is installed for all. */
export function createInstallations(store: Keyv, box: TokenBox): Installations {
  const read = async (id: string): Promise<Installation> => {
    const sealed: unknown = await store.get(id);
    if (typeof sealed !== 'string')
      throw new NotInstalledError(
        `The Slack workspace ${id} has not installed the app; it does at /slack/install.`,
      );
    const stored: unknown = JSON.parse(box.open(sealed));
    if (!isInstallation(stored))
      throw new NotInstalledError(`What is stored for the Slack workspace ${id} is not an installation.`);
    return stored;
  };
  return {
    storeInstallation: async (installation) => {
      await store.set(ownerId(installation), box.seal(JSON.stringify(installation)));
    },
    fetchInstallation: ({ teamId, enterpriseId, isEnterpriseInstall }) =>
      readFirst(read, isEnterpriseInstall ? [enterpriseId] : [teamId, enterpriseId]),
    deleteInstallation: async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
      const id = isEnterpriseInstall ? enterpriseId : teamId;
      if (id) await store.delete(id);
    },
    forget: async (id) => {
      await store.delete(id);
    },
    botToken: async (id) => {
      const token = (await read(id)).bot?.token;
      if (!token) throw new NotInstalledError(`The Slack workspace ${id} has not given the app a bot token.`);
      return token;
    },
  };
}

function ownerId({ team, enterprise, isEnterpriseInstall }: Installation): string {
  const id = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (!id) throw new NotInstalledError('Slack sent an installation without a workspace.');
  return id;
}

/** An organisation's workspace may have installed the app itself, or be covered by the organisation. */
async function readFirst(
  read: (id: string) => Promise<Installation>,
  ids: readonly (string | undefined)[],
): Promise<Installation> {
  const [id, ...others] = ids.filter((each) => each !== undefined);
  if (id === undefined) throw new NotInstalledError('Slack sent an event without a workspace.');
  try {
    return await read(id);
  } catch (error) {
    if (others.length === 0 || !(error instanceof NotInstalledError)) throw error;
    return readFirst(read, others);
  }
}

function isInstallation(stored: unknown): stored is Installation {
  return storedSchema.safeParse(stored).success;
}
