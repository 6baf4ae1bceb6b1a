/** A regular file of an archive. */
export interface TarEntry {
  readonly path: string;
  readonly mode: number;
  readonly bytes: Uint8Array;
}

const block = 512;

/**
 * The regular files of a tar archive (POSIX.1-1988 "ustar": header blocks of 512 bytes, octal fields);
 * folders and links are left out. Throws on a header that is damaged, on data that is cut off and on a
 * path that leaves the archive.
 */
export function* untar(archive: Uint8Array): Generator<TarEntry> {
  for (let at = 0; at + block <= archive.length; ) {
    const header = archive.subarray(at, at + block);
    if (header.every((byte) => byte === 0)) return;
    if (checksum(header) !== octal(header, 148, 8)) throw new Error(`tar: damaged header at byte ${at}`);
    const size = octal(header, 124, 12);
    const bytes = archive.subarray(at + block, at + block + size);
    if (bytes.length < size) throw new Error(`tar: archive is cut off at byte ${archive.length}`);
    const type = header[156];
    if (type === 0 || type === 0x30) yield { path: safePath(header), mode: octal(header, 100, 8), bytes };
    at += block + Math.ceil(size / block) * block;
  }
}

function safePath(header: Uint8Array): string {
  // GNU's older header, magic "ustar  ", keeps times where POSIX keeps the head of a long path.
  const prefix = string(header, 257, 6) === 'ustar' ? string(header, 345, 155) : '';
  const path = (prefix && `${prefix}/`) + string(header, 0, 100);
  if (path.startsWith('/') || path.split('/').includes('..')) throw new Error(`tar: path leaves the archive: ${path}`);
  return path;
}

/** Sum of the header's bytes with its own checksum field taken as spaces. */
function checksum(header: Uint8Array): number {
  return header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 0x20 : byte), 0);
}

function octal(header: Uint8Array, at: number, length: number): number {
  return Number.parseInt(string(header, at, length).trim() || '0', 8);
}

function string(header: Uint8Array, at: number, length: number): string {
  const field = header.subarray(at, at + length);
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString('utf8');
}
