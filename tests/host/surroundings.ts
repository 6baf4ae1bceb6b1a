import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/**
 * A folder of the test's own, and the environment restored after each test.
 * `variables`: what is set to a path below that folder, or removed.
 */
export function ownSurroundings(variables: Readonly<Record<string, string | undefined>> = {}): {
  readonly folder: string;
} {
  const surroundings = { folder: '' };
  let before: NodeJS.ProcessEnv = {};
  beforeEach(() => {
    before = { ...process.env };
    surroundings.folder = realpathSync(mkdtempSync(join(tmpdir(), 'hexapla-test-')));
    for (const [name, below] of Object.entries(variables)) {
      if (below === undefined) delete process.env[name];
      else process.env[name] = join(surroundings.folder, below);
    }
  });
  afterEach(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
    rmSync(surroundings.folder, { recursive: true, force: true });
  });
  return surroundings;
}
