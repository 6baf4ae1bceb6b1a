import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { candidates } from '../../src/host/seek.ts';
import { UserError } from '../../src/trouble.ts';

/** The npm packages of a bench's folder, without running their scripts: some would fetch a browser. The reason why not, if so. */
export function installPackages(folder: string): string | undefined {
  if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return undefined;
  return ran('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-fund', '--no-audit']);
}

/** What `requirements.txt` of a bench's folder names, in an environment of its own: its Python, or the reason why there is none. */
export function installPython(folder: string, module: string): { readonly python: string } | string {
  const python = join(folder, '.venv/bin/python');
  const works = () => ran(python, ['-c', `import ${module}`]);
  if (existsSync(python) && works() === undefined) return { python };
  const reason =
    ran('python3', ['-m', 'venv', join(folder, '.venv')]) ??
    ran(python, ['-m', 'pip', 'install', '--quiet', '-r', join(folder, 'requirements.txt')]) ??
    works();
  return reason ?? { python };
}

const root = join(import.meta.dirname, '../..');

/** Hexapla as its package has it, compiled, in a folder of its own: the command. Throws where it cannot be compiled. */
export function installHexapla(folder: string): string {
  const failed = ran(process.execPath, [join(root, 'scripts/compile.ts')]);
  if (failed !== undefined) throw new Error(`Hexapla is not compiled: ${failed}`);
  for (const part of ['bin', 'lib', 'templates', 'starter', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return join(folder, 'bin/hexapla.js');
}

function ran(program: string, args: readonly string[]): string | undefined {
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return undefined;
  return error?.message ?? stderr.trim().split('\n').at(-1) ?? `${program} ended with ${status}`;
}

/** The browser that Hexapla prints with, as JSON for a command line. */
export async function browser(): Promise<string> {
  for await (const candidate of candidates(undefined, new AbortController().signal)) {
    if (candidate instanceof UserError) continue;
    const { executable, libraries } = candidate;
    return JSON.stringify({ executable, libraries });
  }
  throw new Error('no browser');
}
