import { createHash, hash } from 'node:crypto';
import { lstatSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from './files.ts';
import { sumOfLibraries, textOf } from './installed.ts';
import { ownPrograms, printingPrograms, sumOfFiles } from './programs.ts';
import { readRecord } from './record.ts';
import { replaceFile } from './replace.ts';
import { today } from './time.ts';

/** Of the last whole build: what it read, what it wrote, and what it told. */
export interface Last {
  /** What it told, where nothing that it read and nothing that it wrote is another by now. */
  recall(): Promise<string | undefined>;
  /** Keeps what the build has told that is in place now; a text that has changed since `recall` was asked keeps it from that. */
  remember(told: string): Promise<void>;
}

/** Where a build works, and what it needs besides the files of its publication. */
export interface Surrounding {
  readonly root: string;
  /** Hexapla's package, and the theme that ships. */
  readonly home: string;
  readonly theme: string;
  readonly files: Pick<Files, 'list' | 'read'>;
  readonly signal: AbortSignal;
  /** The browser that settings name. */
  setting(): Promise<string | undefined>;
  /** Names of the font packages that were asked for, and where one stands, if it does. */
  fontPackages(): readonly string[];
  fontFolder(name: string): string | undefined;
}

/** As it is written down. */
interface Noted {
  readonly version: 1;
  /** The sum of the publication's files and of who makes something of them. */
  readonly inputs: string;
  readonly browser: string | null;
  /** By package, the sum of its files; null where it is not installed. */
  readonly fonts: Readonly<Record<string, string | null>>;
  /** Path below `dist/`, bytes, and the time at which the file was written. */
  readonly outputs: readonly (readonly [string, number, number])[];
  readonly told: string;
}

export function openLast(at: Surrounding): Last {
  const path = join(at.root, '.hexapla/build.json');
  let read: string | undefined;
  return {
    async recall() {
      read = await sumOfTexts(at);
      const last = await noted(path);
      if (!last || !stands(at.root, last.outputs)) return undefined;
      const now = await makers(last, at);
      if (now === undefined || last.inputs !== read + now) return undefined;
      for (const [name, sum] of Object.entries(last.fonts)) if (sum !== sumOfFont(name, at)) return undefined;
      return last.told;
    },
    async remember(told) {
      if (read === undefined || read !== (await sumOfTexts(at))) return;
      const files = await readRecord(at.root);
      const outputs = files.flatMap((file) => {
        const now = lstatSync(join(at.root, 'dist', file), { throwIfNoEntry: false });
        return now ? [[file, now.size, now.mtimeMs] as const] : [];
      });
      // Somebody takes away what was just put there.
      if (outputs.length < files.length) return;
      const browser = (await at.setting()) ?? null;
      const now = await makers({ browser, outputs }, at);
      if (now === undefined) return;
      const fonts = Object.fromEntries(at.fontPackages().map((name) => [name, sumOfFont(name, at)]));
      await note(path, { version: 1, inputs: read + now, browser, fonts, outputs, told });
    },
  };
}

/** Those whose versions show in what was written; undefined where one is not known. */
async function makers(
  { browser, outputs }: Pick<Noted, 'browser' | 'outputs'>,
  { signal, home }: Surrounding,
): Promise<string | undefined> {
  if (!outputs.some(([file]) => file.endsWith('.pdf'))) return ownPrograms() + sumOfLibraries(home);
  const programs = await printingPrograms(browser ?? undefined, signal);
  return programs && programs.names + sumOfLibraries(home);
}

/** The sum of all files that a build reads, and of what it is told by the environment. */
async function sumOfTexts({ files, theme }: Surrounding): Promise<string> {
  const sum = createHash('sha256').update(sumOfFiles(theme));
  const { SOURCE_DATE_EPOCH: epoch, HEXAPLA_COMMIT: commit } = process.env;
  sum.update(JSON.stringify([epoch, commit]));
  let ends = false;
  for (const path of ['hexapla.yaml', ...(await files.list('content')), ...(await files.list('templates'))]) {
    const bytes = await files.read(path);
    sum.update(`${path}\n${bytes?.length}\n`).update(bytes ?? '');
    ends ||= path.endsWith('.md') && bytes !== undefined && Buffer.from(bytes).includes(SUPPRESSES);
  }
  // What is suppressed may be so until a day.
  if (ends) sum.update(today());
  return sum.digest('hex');
}

const SUPPRESSES = 'hexapla-ignore';

/** Its description tells its version; for the rest, how large its files are and when they were written says enough. */
function sumOfFont(name: string, { fontFolder }: Surrounding): string | null {
  const folder = fontFolder(name);
  if (folder === undefined) return null;
  const facts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((file) => {
      const now = statSync(join(folder, file), { throwIfNoEntry: false });
      return `${file} ${now?.size} ${now?.mtimeMs}`;
    });
  return hash('sha256', `${folder}\n${textOf(join(folder, 'package.json'))}\n${facts.join('\n')}`);
}

function stands(root: string, outputs: Noted['outputs']): boolean {
  return outputs.every(([path, size, time]) => {
    const now = lstatSync(join(root, 'dist', path), { throwIfNoEntry: false });
    return now?.size === size && now.mtimeMs === time;
  });
}

/** Undefined where there is none, or it is not as it was written. */
async function noted(path: string): Promise<Noted | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    const end = text.indexOf('\n');
    const json = text.slice(end + 1);
    const last: Noted = hash('sha256', json) === text.slice(0, end) ? JSON.parse(json) : { version: 0 };
    return last.version === 1 ? last : undefined;
  } catch {
    return undefined;
  }
}

/** What cannot be kept is done again: no failure. */
async function note(path: string, last: Noted): Promise<void> {
  const json = JSON.stringify(last);
  try {
    await mkdir(join(path, '..'), { recursive: true });
    await replaceFile(path, `${hash('sha256', json)}\n${json}`);
  } catch {
    // Read-only, or full.
  }
}
