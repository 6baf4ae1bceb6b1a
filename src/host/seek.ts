import { access, constants, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { UserError } from '../trouble.ts';
import { embeddedChromium } from './chromium.ts';

/** A browser that may be there and may run. */
export interface Candidate {
  readonly executable: string;
  /** Where it comes from, in words for a message. */
  readonly origin: string;
  /** Somebody asked for this one: no other will do. */
  readonly named: boolean;
  /** Folder of system libraries to lend it if it lacks some. */
  readonly libraries?: string;
  /** Makes the file anew when it turns out to be damaged. */
  readonly renew?: () => Promise<unknown>;
}

/** Environment variables that name a browser, ours before those of others. */
const variables = ['HEXAPLA_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'];

/**
 * Browsers in the order in which to try them: the one that is named (in settings, else in the environment),
 * or else the embedded one, the system's, puppeteer's. Throws UserError 3 if the named one is not there;
 * yields the error if the embedded one cannot be unpacked, for another may still do.
 */
export async function* candidates(
  setting: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<Candidate | UserError> {
  const name = namedBrowser(setting);
  if (name) {
    yield { executable: await requireProgram(name), origin: name.where, named: true };
    return;
  }
  const embedded = await unpacked(signal);
  if (embedded) yield embedded;
  for (const executable of [...systemPrograms(), ...(await puppeteerPrograms())]) {
    if (await isProgram(executable)) yield { executable, origin: executable, named: false };
  }
}

async function unpacked(signal: AbortSignal): Promise<Candidate | UserError | undefined> {
  try {
    const embedded = await embeddedChromium(signal);
    const renew = () => embeddedChromium(signal, true);
    return embedded && { ...embedded, origin: 'the embedded Chromium', named: false, renew };
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

interface Name {
  readonly path: string;
  readonly where: string;
}

function namedBrowser(setting: string | undefined): Name | undefined {
  if (setting) return { path: setting, where: '"browser" in hexapla.yaml' };
  const variable = variables.find((v) => process.env[v]);
  if (!variable) return undefined;
  return { path: process.env[variable] ?? '', where: `the environment variable ${variable}` };
}

/** A bare name is looked up on PATH, as a shell does; anything else is a file. */
async function requireProgram({ path, where }: Name): Promise<string> {
  const files = /[\\/]/.test(path) ? [resolve(path)] : onPath([path]);
  for (const file of files) if (await isProgram(file)) return file;
  const there = await stat(resolve(path)).catch(() => undefined);
  const what = there ? 'this is not a program that can be run' : 'there is no such program';
  throw new UserError(
    `${path}: ${what}; ${where} names it as the browser to print with`,
    `Correct the path, or remove ${where}: Hexapla then uses the browser that it brings along.`,
    3,
  );
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

function systemPrograms(): string[] {
  if (process.platform === 'darwin') return ['/Applications', join(homedir(), 'Applications')].flatMap(macPrograms);
  if (process.platform === 'win32') return windowsPrograms();
  return onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']);
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function macPrograms(folder: string): string[] {
  return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
    join(folder, `${name}.app`, 'Contents', 'MacOS', name),
  );
}

function windowsPrograms(): string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((v) => process.env[v] ?? []);
  const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
  return programs.flatMap((program) => roots.map((root) => join(root, program)));
}

/** What `npx puppeteer browsers install` keeps: `<cache>/<kind>/<platform>-<version>/<archive>/<program>`, newest first. */
async function puppeteerPrograms(): Promise<string[]> {
  const cache = process.env.PUPPETEER_CACHE_DIR || join(homedir(), '.cache', 'puppeteer');
  const kinds = ['chrome-headless-shell', 'chrome'];
  const mac = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
  const programs = ['chrome-headless-shell', 'chrome', 'chrome-headless-shell.exe', 'chrome.exe', mac];
  const found: string[] = [];
  for (const kind of kinds.map((k) => join(cache, k))) {
    for (const version of (await names(kind)).sort(byNumbers).reverse()) {
      const archives = (await names(join(kind, version))).sort();
      found.push(...archives.flatMap((a) => programs.map((program) => join(kind, version, a, program))));
    }
  }
  return found;
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
