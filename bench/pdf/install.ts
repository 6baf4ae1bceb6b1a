import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { candidates } from '../../src/host/seek.ts';
import { UserError } from '../../src/trouble.ts';

const here = import.meta.dirname;
const python = join(here, '.venv/bin/python');

/** The npm packages of this folder, without running their scripts: one of them would fetch a browser. The reason why not, if so. */
export function installPackages(): string | undefined {
  if (existsSync(join(here, 'node_modules/.package-lock.json'))) return undefined;
  return ran('npm', ['ci', '--prefix', here, '--ignore-scripts', '--no-fund', '--no-audit']);
}

/** WeasyPrint in an environment of its own: its Python, or the reason why there is none. */
export function installWeasyPrint(): { readonly python: string } | string {
  const works = () => ran(python, ['-c', 'import weasyprint']);
  if (existsSync(python) && works() === undefined) return { python };
  const reason =
    ran('python3', ['-m', 'venv', join(here, '.venv')]) ??
    ran(python, ['-m', 'pip', 'install', '--quiet', '-r', join(here, 'requirements.txt')]) ??
    works();
  return reason ?? { python };
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
