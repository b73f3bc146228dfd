/** Tells when something in a folder, or in the folders within it, may have changed. */
import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isHidden } from './shelves.ts';

/** A folder that is watched. */
export type FolderWatch = {
  /** Begins to watch folders that came since, and again those that were replaced. Never rejects. */
  readonly catchUp: () => Promise<void>;
  readonly close: () => void;
};

/**
 * One watcher for each folder. Node's own recursive watching is not used: on Linux it holds on to each file and loses
 * it once it is replaced by renaming another over it, which is how many editors save.
 */
export function watchFolder(folder: string, onEvent: () => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let closed = false;
  const forget = (key: string) => {
    watchers.get(key)?.close();
    watchers.delete(key);
  };
  const catchUp = async () => {
    const found = await listFolders(folder);
    const keys = new Set(found.map(({ key }) => key));
    for (const key of [...watchers.keys()].filter((key) => !keys.has(key))) forget(key);
    for (const { key, path } of found) {
      const watcher =
        closed || watchers.has(key) ? undefined : startWatching(path, onEvent, () => forget(key));
      if (watcher) watchers.set(key, watcher);
    }
  };
  const close = () => {
    closed = true;
    for (const key of [...watchers.keys()]) forget(key);
  };
  return { catchUp, close };
}

/** The inode is part of the key: a folder that was removed and made anew is another one to the system. */
async function listFolders(
  folder: string,
): Promise<readonly { readonly path: string; readonly key: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const within = entries
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));
  const paths = [folder, ...within.filter((path) => !isHidden(relative(folder, path)))];
  const inodes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ ino }) => ino,
        () => undefined,
      ),
    ),
  );
  return paths.flatMap((path, index) => {
    const inode = inodes[index];
    return inode === undefined ? [] : [{ path, key: `${path}:${inode}` }];
  });
}

/** Where the system cannot watch (its limits, some network folders), whoever asked has to look by itself. */
function startWatching(path: string, onEvent: () => void, onEnd: () => void): FSWatcher | undefined {
  try {
    return watch(path, { persistent: false }, onEvent).on('error', onEnd);
  } catch {
    return undefined;
  }
}
