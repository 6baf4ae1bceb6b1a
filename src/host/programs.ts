import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { UserError } from '../trouble.ts';
import { type Candidate, candidates } from './seek.ts';

/** Who makes a PDF, as far as its bytes depend on it. */
export interface Programs {
  /** Of Hexapla its code, of Node its version and those of its libraries, of the browser its version. */
  readonly names: string;
  /** The browser's. */
  readonly executable: string;
}

/** The programs that would print; undefined where there is no browser, or it does not say which it is. */
export async function printingPrograms(
  setting: string | undefined,
  signal: AbortSignal,
): Promise<Programs | undefined> {
  const browser = await firstOf(setting, signal);
  const version = browser && (await versionOf(browser));
  if (!browser || version === undefined) return undefined;
  return { names: `${ownPrograms()}\n${version}`, executable: browser.executable };
}

/** Those that make all but PDFs: Hexapla's code, Node and its libraries. */
export function ownPrograms(): string {
  return [ownCode(), process.versions.node, process.versions.zlib, process.versions.icu].join('\n');
}

async function firstOf(setting: string | undefined, signal: AbortSignal): Promise<Candidate | undefined> {
  try {
    for await (const candidate of candidates(setting, signal)) if (!(candidate instanceof UserError)) return candidate;
  } catch (error) {
    // Who prints is told of it.
    if (!(error instanceof UserError)) throw error;
  }
  return undefined;
}

/** The embedded one lies in a folder of its version. What others are named says nothing: a launcher stays when the browser behind it is replaced. */
async function versionOf({ executable, renew }: Candidate): Promise<string | undefined> {
  if (renew) return `${basename(dirname(executable))} ${process.arch}`;
  try {
    // On Windows it would open a window.
    if (process.platform === 'win32')
      return `${executable} ${statSync(executable).size} ${statSync(executable).mtimeMs}`;
    const { stdout } = await run(executable, ['--version'], { timeout: 10_000 });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

const run = promisify(execFile);

/** The sum of this house's files: what is compiled has it written beside it, of what runs from the repository it is taken. */
function ownCode(): string {
  code ??= readCode();
  return code;
}

let code: string | undefined;

function readCode(): string {
  try {
    return readFileSync(join(house, 'digest'), 'utf8');
  } catch {
    return sumOfFiles(house);
  }
}

const house = fileURLToPath(new URL('..', import.meta.url));

/** SHA-256 of all files below a folder, by their names and what is in them. */
export function sumOfFiles(folder: string): string {
  const sum = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    sum.update(path.slice(folder.length).replaceAll('\\', '/')).update(readFileSync(path));
  }
  return sum.digest('hex');
}
