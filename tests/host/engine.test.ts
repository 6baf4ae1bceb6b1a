import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

test('what was let go is given back, and nurseries grow again to what they are to be', async () => {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'collecting.ts')], { timeout: 60_000 });
  const { given, usual } = JSON.parse(stdout);
  expect(given, 'MB that the process has less').toBeGreaterThan(80);
  expect(usual, 'MB of both halves').toBe(8);
});
