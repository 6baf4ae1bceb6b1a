import { statSync } from 'node:fs';
import { accept as record } from '../accepting.ts';
import { withHost } from '../host/index.ts';
import type { Selection } from '../scope.ts';

interface Options extends Selection {
  readonly quiet?: boolean;
  /** `false`: the words as they were accepted are kept nowhere. */
  readonly cache?: boolean;
}

/** `hexapla accept`: records translations as up to date with their source, and says what it recorded. `words`: a folder, documents, places. */
export async function accept(words: readonly string[], options: Options, signal: AbortSignal): Promise<0> {
  const { quiet = false, cache = true } = options;
  const [first = '.', ...rest] = words;
  // What is no folder is a document of the publication here.
  const isFolder = statSync(first, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const [folder, names] = isFolder || words.length === 0 ? [first, rest] : ['.', words];
  const accepted = await withHost(folder, { signal, quiet, fresh: !cache }, (host) => record(host, options, names));
  if (quiet) return 0;
  for (const { slug, locale, passages } of accepted)
    process.stdout.write(
      `${locale.padEnd(8)} ${slug}: ${passages} ${passages === 1 ? 'passage' : 'passages'} accepted\n`,
    );
  if (accepted.length === 0) process.stdout.write('Everything was accepted before.\n');
  return 0;
}
