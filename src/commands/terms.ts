import { collected } from '../collecting.ts';
import { readGiven } from '../host/given.ts';
import { withHost } from '../host/index.ts';

/** `hexapla terms import`: takes a terminology over into `content/terms.yaml`, and says how much of it was new. */
export async function importTerms(
  file: string,
  folder: string,
  { quiet = false }: { readonly quiet?: boolean },
  signal: AbortSignal,
): Promise<0> {
  const source = await readGiven(file);
  const { added, extended, unchanged } = await withHost(folder, { signal, quiet, fresh: true }, (host) =>
    collected(host, source),
  );
  if (!quiet)
    process.stdout.write(
      `content/terms.yaml: ${counted(added, 'concept')} added, ${extended} with new terms, ${unchanged} as they were.\n`,
    );
  return 0;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
