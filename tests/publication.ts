import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Host, Press } from '../src/world.ts';

/** Where pages are printed that offer no PDFs. */
export function press(host: Host): Press {
  return { host, sizes: { get: async () => undefined } };
}

/** The command as it is run from a clone. */
export const bin = fileURLToPath(new URL('../bin/hexapla.js', import.meta.url));

/** How a command ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command is given besides its words. */
export interface Given {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** User to run as: root may write everywhere. */
  readonly uid?: number;
  readonly signal?: AbortSignal;
}

/** A small publication in a folder of its own, gone when the test is over. */
export interface Throwaway {
  readonly folder: string;
  write(files: Files): Promise<void>;
  /** Every file below a folder of it, sorted, with what it holds. */
  files(below?: string): Promise<Record<string, string>>;
  /** Runs `hexapla` in its folder. */
  run(words: readonly string[], given?: Given): Promise<Run>;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Two languages that say the same. */
export const twins: Files = {
  'content/en/article.md': '---\ntitle: Trade\n---\nTrade reached US$460 million in 1992.\n',
  'content/ru/article.md': '---\ntitle: Торговля\n---\nВ 1992 году товарооборот достиг 460 млн долларов США.\n',
};

export async function throwaway(files: Files): Promise<Throwaway> {
  const folder = await mkdtemp(join(tmpdir(), 'hexapla-test-'));
  // What has just been asked to end may still write.
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  const write = (more: Files) => writeAll(folder, more);
  await write(files);
  return {
    folder,
    write,
    files: (below = '.') => readAll(folder, below),
    run: (words, given = {}) => hexapla(words, folder, given),
  };
}

/** Runs the command line as a user does: a process of its own, with nothing shared but the environment. */
export function hexapla(words: readonly string[], folder: string, given: Given = {}): Promise<Run> {
  const { env = {}, stdin = '', uid, signal } = given;
  const child = spawn(process.execPath, [bin, ...words], {
    cwd: folder,
    env: { ...process.env, ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      output[name] += chunk;
    });
  }
  signal?.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
  child.stdin.on('error', () => {}).end(stdin);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...output }));
  });
}

export async function writeAll(folder: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

export async function readAll(folder: string, below: string): Promise<Record<string, string>> {
  const entries = await readdir(join(folder, below), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'latin1')] as const);
  return Object.fromEntries((await Promise.all(pairs)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
