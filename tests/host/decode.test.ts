import { expect, test } from 'vitest';
import { decode } from '../../src/host/decode.ts';
import { UserError } from '../../src/trouble.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const windows1251 = (text: string) =>
  Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return code < 128 ? code : code - 0x410 + 0xc0;
  });
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

test('text comes out as it went in, line ends and all', () => {
  const text = 'A\r\n中文 — «да» 😀\n\tend';
  expect(decode('a.md', bytes(text))).toEqual({ path: 'a.md', text });
});

test('a byte order mark is no part of the text', () => {
  expect(decode('a.md', bytes('\ufeffone')).text).toBe('one');
  expect(decode('a.md', bytes('one\ufefftwo')).text).toBe('one\ufefftwo');
});

const gbk = Uint8Array.from([0xd6, 0xd0, 0xb9, 0xfa, 0xba, 0xcd, 0xd6, 0xd0, 0xd1, 0xc7, 0xa1, 0xa3]);

test.each([
  [
    'Russian in Windows-1251',
    windows1251('---\ntitle: Торговля выросла\n---\n'),
    '2:8',
    '0xD2',
    11,
    '; it looks like Windows-1251',
  ],
  ['Chinese in GBK', gbk, '1:1', '0xD6', 0, '; it looks like GBK'],
  ['UTF-16 with its mark', utf16('title'), '1:1', '0xFF', 0, '; it looks like UTF-16'],
  ['UTF-16 without it', utf16('title').subarray(2), '1:2', '0x00', 1, '; it looks like UTF-16'],
  ['a byte gone astray', Uint8Array.from([...bytes('中文\nab'), 0xff, 0x63]), '2:3', '0xFF', 9, ''],
  ['a character cut off at the end', bytes('a中').subarray(0, 3), '1:2', '0xE4', 1, ''],
  ['a character cut off inside', Uint8Array.from([0x61, 0xe4, 0xb8, 0x62]), '1:2', '0xE4', 1, ''],
])('%s is named with its place', (_, file, place, byte, offset, guess) => {
  const trouble = troubleOf(() => decode('content/ru/a.md', file));
  expect(trouble.message).toBe(
    `content/ru/a.md:${place}: the file is not UTF-8 text: byte ${byte} at offset ${offset} does not belong there${guess}`,
  );
  expect(trouble.hint).toMatch(/save it again with the encoding UTF-8/);
  expect(trouble.code).toBe(2);
});

function troubleOf(act: () => unknown): UserError {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no UserError was thrown');
}
