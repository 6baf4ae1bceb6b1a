import { isUtf8 } from 'node:buffer';
import type { Source } from '../model.ts';
import { UserError } from '../trouble.ts';

/** Bytes as text, strictly UTF-8, the byte order mark dropped. Throws a UserError that says where and what to do. */
export function decode(path: string, bytes: Uint8Array): Source {
  const bad = firstBadByte(bytes);
  if (bad === undefined) return { path, text: utf8.decode(bytes) };
  const before = utf8.decode(bytes.subarray(0, bad)).split(/\r\n|\r|\n/);
  const line = before.length;
  const column = (before.at(-1) ?? '').length + 1;
  const byte = `0x${(bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  const guess = encodings.find((encoding) => encoding.is(bytes))?.name;
  throw new UserError(
    `${path}:${line}:${column}: the file is not UTF-8 text: byte ${byte} at offset ${bad} does not belong there${
      guess ? `; it looks like ${guess}` : ''
    }`,
    'Open the file in your editor and save it again with the encoding UTF-8, then run the command once more.',
  );
}

const utf8 = new TextDecoder('utf-8');

/**
 * Offset of the first byte that cannot stand in a UTF-8 text: an ill-formed sequence, or a NUL,
 * which no text contains but UTF-16 is full of.
 */
function firstBadByte(bytes: Uint8Array): number | undefined {
  const nul = bytes.indexOf(0);
  if (isUtf8(bytes)) return nul < 0 ? undefined : nul;
  // Well-formed up to `low` (give or take a sequence cut in two), ill-formed up to `high`: halve the stretch between.
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBegun(bytes.subarray(0, middle + 1))) low = middle + 1;
    else high = middle;
  }
  const head = bytes.subarray(0, low);
  const start = isUtf8(head) ? low : incompleteStart(head);
  return nul < 0 ? start : Math.min(nul, start);
}

/** Well-formed, but for a sequence that is cut off at the end. */
function isBegun(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Where the sequence begins that is not complete at the end. */
function incompleteStart(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

/** Encodings that files are found in by mistake, the surest sign first. */
const encodings: readonly { readonly name: string; is(bytes: Uint8Array): boolean }[] = [
  {
    name: 'UTF-16',
    is: (bytes) => startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || bytes.includes(0),
  },
  // In running text nearly all letters are small ones; read in the wrong encoding they are not.
  { name: 'Windows-1251', is: (bytes) => mostly(bytes, 'windows-1251', /[\u0430-\u044f]/gu) },
  { name: 'GBK', is: (bytes) => mostly(bytes, 'gb18030', /[\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]/gu) },
  { name: 'Windows-1252 (Latin 1)', is: (bytes) => mostly(bytes, 'windows-1252', /[\u00df-\u00ff\u2013-\u201d]/gu) },
];

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte);
}

/** Do three quarters of what is not ASCII, and a word of it at least, become these letters when read in this encoding? */
function mostly(bytes: Uint8Array, encoding: string, letters: RegExp): boolean {
  const text = new TextDecoder(encoding).decode(bytes);
  const foreign = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return foreign >= 4 && (text.match(letters)?.length ?? 0) * 4 >= foreign * 3;
}
