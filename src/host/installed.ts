import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where a package is installed: in the `node_modules` of the first of these folders, or of one above it, that has it. */
export function installedFolder(name: string, from: readonly string[]): string | undefined {
  const all = from
    .flatMap((folder) => [...upwards(resolve(folder))])
    .map((folder) => join(folder, 'node_modules', name));
  return all.find((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory());
}

function* upwards(folder: string): Generator<string> {
  for (let last = ''; folder !== last; folder = dirname(folder)) {
    yield folder;
    last = folder;
  }
}

/** The sum of what a package uses: versions of its libraries, and what the installer says of all others. `home`: its folder. */
export function sumOfLibraries(home: string): string {
  const sum = createHash('sha256');
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    const folder = installedFolder(name, [home]);
    sum.update(`${name} ${folder && textOf(join(folder, 'package.json'))}\n`);
  }
  for (const folder of upwards(home))
    for (const name of NOTES) sum.update(textOf(join(folder, 'node_modules', name)) ?? '');
  return sum.digest('hex');
}

/** What npm, pnpm and Yarn note of what they have installed. */
const NOTES = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml'];

/** Undefined where there is none. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
