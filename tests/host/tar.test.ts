import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { untar } from '../../src/host/tar.ts';

function archive(name: string): Buffer {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  return brotliDecompressSync(readFileSync(join(bin, name)));
}

test('reads the archives that the browser comes with', () => {
  const libraries = [...untar(archive('al2023.tar.br'))];
  expect(libraries.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['lib/libnss3.so', 'lib/libnspr4.so', 'lib/libexpat.so.1']),
  );
  for (const { path, bytes } of libraries.filter((entry) => entry.path.includes('.so'))) {
    expect(Buffer.from(bytes.subarray(0, 4)).toString('latin1'), path).toBe('\u007fELF');
  }
  const fonts = [...untar(archive('fonts.tar.br'))].filter(({ path }) => path.endsWith('.ttf'));
  expect(fonts.length).toBeGreaterThan(0);
  for (const { bytes } of fonts) expect(Buffer.from(bytes.subarray(0, 4)).readUInt32BE()).toBe(0x00010000);
});

describe('refuses', () => {
  test('a damaged header', () => {
    const bytes = archive('fonts.tar.br');
    bytes.writeUInt8(0x78, 0);
    expect(() => [...untar(bytes)]).toThrow('damaged header at byte 0');
  });

  test('data that is cut off', () => {
    const bytes = archive('fonts.tar.br');
    expect(() => [...untar(bytes.subarray(0, 600))]).toThrow('cut off at byte 600');
  });

  test.each(['/etc/passwd', '../up', 'a/../../up'])('the path %s', (path) => {
    expect(() => [...untar(entry(path))]).toThrow(`leaves the archive: ${path}`);
  });
});

test('reads the long paths of POSIX and leaves folders out', () => {
  const long = entry('name', { prefix: 'a/b' });
  const folder = entry('folder', { type: '5' });
  expect([...untar(Buffer.concat([long, folder, Buffer.alloc(1024)]))].map(({ path, mode }) => [path, mode])).toEqual([
    ['a/b/name', 0o755],
  ]);
});

function entry(path: string, { prefix = '', type = '0' } = {}): Buffer {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write('0000755\0', 100);
  header.write('00000000000\0', 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\u000000', 257);
  header.write(prefix, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
