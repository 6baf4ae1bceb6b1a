import type { Artifact } from '../made.ts';
import type { Host } from '../world.ts';

/** What now stands in `dist/`. */
export interface Release {
  readonly files: number;
  /** Files that were put there now: the others stood there already. */
  readonly fresh: number;
  readonly bytes: number;
  /** Pages of all PDFs. */
  readonly pages: number;
}

/**
 * Puts all artifacts into `dist/` at once, or none of them. `whole`: these are all there are, so what an earlier
 * build left there and this one did not make goes; of a part, what is `gone` with it.
 */
export async function release(
  artifacts: AsyncIterable<Artifact>,
  host: Host,
  whole: boolean,
  gone: (path: string) => boolean = () => false,
): Promise<Release> {
  const paths = new Set<string>();
  let bytes = 0;
  let pages = 0;
  const open: Promise<void>[] = [];
  for await (const artifact of artifacts) {
    const writing = host.write(artifact);
    // An error is told when its turn comes.
    writing.catch(() => undefined);
    open.push(writing);
    if (open.length > AT_ONCE) await open.shift();
    if (artifact.continues || !paths.has(artifact.path)) bytes += artifact.bytes.length;
    paths.add(artifact.path);
    pages += artifact.pages ?? 0;
  }
  await Promise.all(open);
  host.signal.throwIfAborted();
  const fresh = await host.commit(whole, gone);
  return { files: paths.size, fresh, bytes, pages };
}

/** So many files are written at once: one thread makes what some others write. */
const AT_ONCE = 8;
