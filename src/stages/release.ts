import type { Artifact } from '../model.ts';
import type { Host } from '../world.ts';

/** What now stands in `dist/`. */
export interface Release {
  readonly files: number;
  readonly bytes: number;
  /** Pages of all PDFs. */
  readonly pages: number;
}

/**
 * Puts all artifacts into `dist/` at once, or none of them. `whole`: these are all there are, so what an earlier
 * build left there and this one did not make goes.
 */
export async function release(artifacts: AsyncIterable<Artifact>, host: Host, whole: boolean): Promise<Release> {
  const paths = new Set<string>();
  let bytes = 0;
  let pages = 0;
  for await (const artifact of artifacts) {
    await host.write(artifact);
    if (artifact.continues || !paths.has(artifact.path)) bytes += artifact.bytes.length;
    paths.add(artifact.path);
    pages += artifact.pages ?? 0;
  }
  host.signal.throwIfAborted();
  await host.commit(whole);
  return { files: paths.size, bytes, pages };
}
