import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { Interrupted, UserError } from '../trouble.ts';
import { errorCode } from './failure.ts';
import { type TarEntry, untar } from './tar.ts';
import { unpackOnce } from './unpack.ts';

const require = createRequire(import.meta.url);

/** The headless browser that @sparticuz/chromium carries, unpacked. */
export interface Embedded {
  readonly executable: string;
  /** Folder with libnss3, libnspr4 and libexpat1, for systems that lack them. */
  readonly libraries: string;
}

/**
 * Unpacks the embedded browser, 210 MB, once per user and version; undefined where it does not run
 * (it is built for Linux on x64 only). `afresh` replaces one that turned out to be damaged.
 */
export async function embeddedChromium(signal: AbortSignal, afresh = false): Promise<Embedded | undefined> {
  const parcel = await findParcel();
  if (!parcel || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const fill = async (folder: string) => {
    await unpackFile(join(parcel.bin, 'chromium.br'), join(folder, 'chromium'), signal);
    await unpackArchive(join(parcel.bin, 'al2023.tar.br'), folder);
  };
  const folder = await unpackOnce(`chromium-${parcel.version}`, fill, afresh);
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'lib') };
}

/**
 * Folder of the one font family that the browser may fall back on. Chromium cannot load even a font of
 * the page where it finds none at all, and with the system's fonts a page would look different on each machine.
 */
export async function fallbackFonts(): Promise<string | undefined> {
  const parcel = await findParcel();
  if (!parcel) return undefined;
  const fill = (folder: string) => unpackArchive(join(parcel.bin, 'fonts.tar.br'), folder);
  return join(await unpackOnce(`fonts-${parcel.version}`, fill), 'fonts');
}

/** Where the package keeps its compressed files; undefined if it is not installed. */
async function findParcel(): Promise<{ bin: string; version: string } | undefined> {
  try {
    const folder = join(dirname(require.resolve('@sparticuz/chromium')), '..');
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return { bin: join(folder, 'bin'), version };
  } catch {
    return undefined;
  }
}

async function unpackFile(from: string, to: string, signal: AbortSignal): Promise<void> {
  try {
    const program = createWriteStream(to, { mode: 0o755 });
    await pipeline(createReadStream(from), createBrotliDecompress(), program, { signal });
  } catch (error) {
    throw signal.aborted ? new Interrupted() : damaged(from, error);
  }
}

async function unpackArchive(from: string, folder: string): Promise<void> {
  for (const { path, mode, bytes } of await readArchive(from)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes, { mode });
  }
}

async function readArchive(from: string): Promise<TarEntry[]> {
  try {
    return [...untar(brotliDecompressSync(await readFile(from)))];
  } catch (error) {
    throw damaged(from, error);
  }
}

/** What the system says stands (disk full); the rest means that the package is not as it was published. */
function damaged(file: string, error: unknown): unknown {
  if (/^E[A-Z]+$/.test(errorCode(error) ?? '')) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new UserError(`${file} is damaged: ${reason}`, 'Install the packages again: npm ci', 3);
}
