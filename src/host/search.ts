import { UserError } from '../trouble.ts';

/** A page that readers may look for, by its path below the folder of its language. */
export interface Sought {
  readonly path: string;
  readonly html: string;
}

/** What a reader's browser loads; the rest of what Pagefind writes is a face for it, which the theme has. */
const NEEDED = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.|pagefind\.|index\/|fragment\/)/;

/**
 * The index of the pages of one language, as files: Pagefind's, which a browser reads in parts. The same pages give the same
 * bytes. Throws UserError 3 if Pagefind is not installed.
 */
export function searchIndex(
  locale: string,
  pages: readonly Sought[],
  signal: AbortSignal,
): Promise<readonly Indexed[]> {
  const index = last.then(() => indexOf(locale, pages, signal));
  last = index.catch(() => undefined);
  return index;
}

/** Pagefind has one backend in a process, which ends with each index: one is made after the other. */
let last: Promise<unknown> = Promise.resolve();

interface Indexed {
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function indexOf(locale: string, pages: readonly Sought[], signal: AbortSignal): Promise<readonly Indexed[]> {
  const pagefind = await import('pagefind').catch((error: unknown) => {
    throw new UserError(
      `site.search is on, and the program that makes the index cannot be loaded: ${error instanceof Error ? error.message.split('\n')[0] : ''}`,
      'Install it (npm install pagefind), or take “search” out of hexapla.yaml.',
      3,
    );
  });
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: locale });
    if (!index) throw refused(errors);
    for (const { path, html } of pages) {
      signal.throwIfAborted();
      const added = await index.addHTMLFile({ url: path, content: html });
      if (added.errors.length > 0) throw refused(added.errors);
    }
    const { files, errors: more } = await index.getFiles();
    if (more.length > 0) throw refused(more);
    await index.deleteIndex();
    return files
      .filter(({ path }) => NEEDED.test(path))
      .map(({ path, content }) => ({ path, bytes: content }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await pagefind.close();
  }
}

function refused(errors: readonly string[]): UserError {
  return new UserError(
    `the index for searching could not be made: ${errors.join('; ')}`,
    'Take “search” out of hexapla.yaml to go on without.',
    3,
  );
}
