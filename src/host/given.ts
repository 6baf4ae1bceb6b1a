import { readFile, stat } from 'node:fs/promises';
import type { Source } from '../model.ts';
import { UserError } from '../trouble.ts';
import { decode } from './decode.ts';
import { errorCode, failure } from './failure.ts';

/** Whole books come back in a tenth of it. */
const LARGEST = 64 * 2 ** 20;

/** What a file is to be, for messages, and what to do where there is none. */
interface Expected {
  readonly what: string;
  readonly todo: string;
}

const RETURNED: Expected = { what: 'one that came back from a translator', todo: 'Check the spelling.' };

/**
 * A text file that the user names, wherever it stands: UTF-8, or UTF-16 with its byte order mark. Throws UserError 2 where
 * there is none, it is longer than 64 MiB, or no such text.
 */
export async function readGiven(file: string, { what, todo }: Expected = RETURNED): Promise<Source> {
  try {
    const stats = await stat(file);
    if (!stats.isFile()) throw new UserError(`${file}: this is no file; ${what} was expected`, 'Name the file.');
    if (stats.size > LARGEST) throw tooLarge(file, stats.size);
    return textOf(file, await readFile(file));
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR')
      throw new UserError(`${file}: there is no such file; ${what} was expected`, todo);
    throw failure(`${file} cannot be read`, error);
  }
}

function tooLarge(file: string, size: number): UserError {
  return new UserError(
    `${file} has ${Math.ceil(size / 2 ** 20)} MiB; a translator’s file has at most ${LARGEST / 2 ** 20}`,
    'See that it is the right file; a large publication is exchanged in parts, with --only.',
  );
}

function textOf(path: string, bytes: Uint8Array): Source {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  if (encoding === undefined) return decode(path, bytes);
  try {
    return { path, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    throw new UserError(
      `${path}:1:1: the file is not the UTF-16 that it says it is`,
      'Save it again with the encoding UTF-8.',
    );
  }
}
