import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Version } from '../world.ts';
import { replaceFile } from './replace.ts';

const run = promisify(execFile);

/** So many commits of a file are looked at: what is older is found by nobody who translates. */
const COMMITS = 60;

/**
 * The versions of a file of the publication that git has, the newest first; none where there is no git, no repository, or
 * the file is not in it. Of a clone without its history there is what is there.
 */
export async function* versionsOf(root: string, path: string, signal: AbortSignal): AsyncGenerator<Version> {
  const git = (...args: string[]) =>
    run('git', ['-C', root, '--literal-pathspecs', ...args], { encoding: 'utf8', maxBuffer: 64e6, signal }).then(
      ({ stdout }) => stdout,
      () => undefined,
    );
  const format = '%H%x09%an%x09%as%x09%s';
  const log = await git('log', `--max-count=${COMMITS}`, `--format=${format}`, '--', path);
  for (const line of log?.split('\n').filter(Boolean) ?? []) {
    const [commit = '', author = '', date = '', subject = ''] = line.split('\t');
    const text = await git('cat-file', 'blob', `${commit}:./${path}`);
    if (text !== undefined) yield { commit: commit.slice(0, 10), author, date, subject, text };
  }
}

/** Where texts that were accepted are kept for a look back, by document. */
export function keptTexts(root: string, name: string): string {
  return join(root, '.hexapla/accepted', `${name}.json`);
}

/** What cannot be kept is looked for in git, and else not known: it is no failure. */
export async function keepText(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, text);
  } catch {
    // Read-only, or full.
  }
}
