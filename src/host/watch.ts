import { join, relative, sep } from 'node:path';
import { watch } from 'chokidar';

/** In milliseconds: what is saved together comes as several events. */
const TOGETHER = 8;

/** Looks on while others write. */
export interface Watch {
  close(): Promise<void>;
}

/**
 * Tells of every change below these folders and files of a publication, which need not be there yet: their paths, relative
 * to it, with `/`. Resolves when it is watching.
 */
export async function watchFiles(
  folder: string,
  names: readonly string[],
  changed: (paths: readonly string[]) => void,
): Promise<Watch> {
  const open = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    timer = undefined;
    const paths = [...open].sort();
    open.clear();
    changed(paths);
  };
  const watcher = watch(
    names.map((name) => join(folder, name)),
    // What an editor or `check --fix` writes aside is renamed a moment later, and is told then.
    { ignoreInitial: true, ignored: (path) => /(?:~|\.sw[a-z]|\/\.[^/]*)$/.test(path.slice(folder.length)) },
  );
  watcher.on('all', (_, path) => {
    open.add(relative(folder, path).split(sep).join('/'));
    timer ??= setTimeout(tell, TOGETHER);
  });
  // A folder that may not be read is none of ours; what is read of it says so.
  watcher.on('error', () => undefined);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
