/**
 * `npm run build`: src/ → lib/, JavaScript with types, and every data file beside it.
 * Node does not strip types inside node_modules, so this is what the package ships.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sumOfFiles } from '../src/host/programs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(join(root, 'lib'), { recursive: true, force: true });
process.exitCode = compileTypeScript() || copyData() || writeDigest();

function compileTypeScript(): number {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  const run = spawnSync(process.execPath, [join(typescript, 'bin/tsc'), '-p', join(root, 'tsconfig.build.json')], {
    stdio: 'inherit',
  });
  return run.status ?? 1;
}

/** Tables that are read as files at run time (CLDR's) must stand where the compiled code looks for them. */
function copyData(): number {
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.ts')) continue;
    const from = join(entry.parentPath, entry.name);
    cpSync(from, from.replace(join(root, 'src'), join(root, 'lib')));
  }
  return 0;
}

/** By it a build knows what an earlier one made with the same code. */
function writeDigest(): number {
  const sum = sumOfFiles(join(root, 'lib'));
  writeFileSync(join(root, 'lib/digest'), sum);
  return 0;
}
