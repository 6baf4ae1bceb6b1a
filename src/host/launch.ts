import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Interrupted } from '../trouble.ts';
import { fallbackFonts } from './chromium.ts';
import { type DevTools, devTools } from './devtools.ts';
import { errorCode } from './failure.ts';
import { openPipe, type Pipe } from './pipe.ts';

/** A running browser of ours, with a profile of its own that goes with it. */
export interface Chromium {
  readonly browser: DevTools;
  /** What it is talked to through. */
  readonly pipe: Pipe;
  /** Resolves when the process has ended, for whatever reason, and its profile is gone. */
  readonly ended: Promise<void>;
  /** Kills the process with its children and waits for the end; safe to call twice. */
  stop(): Promise<void>;
}

/** Why a browser did not start: libraries that the system lacks, no sandbox to be had, its own fault, or something else. */
export class LaunchFailure extends Error {
  readonly kind: 'libraries' | 'sandbox' | 'broken' | 'other';

  constructor(kind: LaunchFailure['kind'], message: string) {
    super(message);
    this.name = 'LaunchFailure';
    this.kind = kind;
  }
}

/** A cold start from a slow disk takes some seconds; a browser that hangs should not hang us. In milliseconds. */
const patience = 60_000;

const flags = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-startup-window',
  // Glyphs as drawn: hinting to screen pixels would move them on paper.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  // Nothing here needs a graphics card, and looking for a substitute takes time.
  '--disable-gpu',
  '--disable-software-rasterizer',
  // In containers /dev/shm is often too small for a long document.
  '--disable-dev-shm-usage',
  // A page to print may not reach anything: no name and no address leads anywhere.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--metrics-recording-only',
  '--disable-breakpad',
  '--password-store=basic',
  '--use-mock-keychain',
  // Two pages print at once; neither may be put to sleep as a background tab.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // Pages are told when to let go of what they have printed.
  '--js-flags=--expose-gc',
  '--lang=en-US',
  ...(process.platform === 'linux' ? onLinux() : []),
];

/** Measured, and known to be so, on Linux only. */
function onLinux(): readonly string[] {
  return [
    // Nobody looks at the screen, and painting it costs a third of what printing does.
    '--enable-begin-frame-control',
    // Processes of their own for a network that nothing may reach and for no graphics card: seventeen megabytes.
    '--enable-features=NetworkServiceInProcess2',
    '--in-process-gpu',
  ];
}

/** How a browser is started. */
export interface Launching {
  readonly signal: AbortSignal;
  /** Called when its process is there, which then takes a third of a second to answer. */
  begun?(): void;
  /** Told which it is, when it has answered. */
  started?(executable: string): void;
}

/** Starts a browser with a fresh profile. `libraries`: folder of system libraries to lend it. Throws LaunchFailure. */
export async function launch(executable: string, how: Launching, libraries?: string): Promise<Chromium> {
  const profile = await mkdtemp(join(tmpdir(), 'hexapla-browser-'));
  try {
    const env = await environment(profile, libraries);
    if (how.signal.aborted) throw new Interrupted();
    return await start(executable, [...flags, ...sandboxFlags(), `--user-data-dir=${profile}`], env, {
      ...how,
      profile,
    });
  } catch (error) {
    await remove(profile);
    throw error;
  }
}

async function start(
  executable: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { profile, signal, begun }: Launching & { readonly profile: string },
): Promise<Chromium> {
  // A group of its own: Ctrl-C in the terminal reaches us alone, and we can end it with all its children.
  const group = process.platform !== 'win32';
  const child = spawn(executable, args, { env, detached: group, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  begun?.();
  const [heard, ended] = [listen(child), end(child)];
  const last = () => {
    kill(child);
    rmSync(profile, { recursive: true, force: true });
  };
  process.once('exit', last);
  const gone = ended.then(async () => {
    await remove(profile);
    process.off('exit', last);
  });
  const stop = () => {
    if (child.exitCode === null && child.signalCode === null) kill(child);
    return gone;
  };
  try {
    const failed = ended.then((how) => Promise.reject(diagnose(how, heard())));
    // When it ends at once, its pipe breaks first; the reason comes with its exit.
    const [, , , toBrowser, fromBrowser] = child.stdio;
    const pipe = openPipe(toBrowser as Writable, fromBrowser as Readable);
    const browser = devTools(pipe);
    await Promise.race([browser.ask('Browser.getVersion').catch(() => failed), failed, late(signal)]);
    return { browser, pipe, ended: gone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the browser says on standard error; the beginning, where the reason for not starting stands. */
function listen(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    if (text.length < 65_536) text += chunk;
  });
  return () => text;
}

/** How it ended, in words, once it has. */
function end(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      const how = signal ? `it was ended by ${signal}` : `it ended with code ${code}`;
      // `close` comes when all that it said has been read and no child of its own can say more.
      kill(child);
      child.once('close', () => resolve(how));
      setTimeout(() => resolve(how), 500).unref();
    });
  });
}

function diagnose(how: string, said: string): LaunchFailure {
  const library = /error while loading shared libraries: ([^\s:]+)/.exec(said)?.[1];
  if (library) return new LaunchFailure('libraries', `the system has no ${library}`);
  const noSandbox = /no usable sandbox|failed to move to new namespace|setuid sandbox|without --no-sandbox/i;
  if (noSandbox.test(said)) return new LaunchFailure('sandbox', 'the system does not let it build its sandbox');
  const lines = said.split('\n').filter((line) => line.trim());
  // Somebody ended it, or the system did not let it begin: no fault of the program's own.
  const innocent = /SIG(?:KILL|TERM|INT|HUP)|\bE(?:ACCES|PERM|NOENT|AGAIN|NOMEM|MFILE|NFILE)\b/.test(how);
  return new LaunchFailure(innocent ? 'other' : 'broken', [how, lines.at(-1)?.trim()].filter(Boolean).join('; '));
}

/** Rejects when the user interrupts or patience ends. */
function late(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Interrupted()), { once: true });
    const seconds = patience / 1000;
    const slow = new LaunchFailure('other', `it did not answer within ${seconds} seconds`);
    setTimeout(() => reject(slow), patience).unref();
  });
}

/** The whole group, also when its leader has already ended. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // Nobody of the group is left.
    if (errorCode(error) !== 'ESRCH') child.kill('SIGKILL');
  }
}

/** Chromium's own sandbox stays on, but for root, to whom it is refused, and for those who ask. */
function sandboxFlags(): string[] {
  const unwanted = process.env.HEXAPLA_NO_SANDBOX;
  return process.getuid?.() === 0 || (unwanted && unwanted !== '0') ? ['--no-sandbox'] : [];
}

/** Caches, sockets and fonts of the browser in its profile, so that it sees and leaves nothing of this machine. */
async function environment(profile: string, libraries: string | undefined): Promise<NodeJS.ProcessEnv> {
  const env: NodeJS.ProcessEnv = { ...process.env, TZ: 'UTC' };
  if (process.platform !== 'linux') return env;
  Object.assign(env, { TMPDIR: profile, XDG_CACHE_HOME: profile, XDG_CONFIG_HOME: profile });
  const fonts = await fallbackFonts();
  if (fonts) {
    env.FONTCONFIG_FILE = join(profile, 'fonts.conf');
    await writeFile(env.FONTCONFIG_FILE, fontsConf(fonts, profile));
  }
  if (libraries) env.LD_LIBRARY_PATH = [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return env;
}

function fontsConf(fonts: string, cache: string): string {
  const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${xml(fonts)}</dir><cachedir>${xml(cache)}</cachedir></fontconfig>
`;
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}
