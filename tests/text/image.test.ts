import { expect, test } from 'vitest';
import { imageSize } from '../../src/text/image.ts';

const png = '89504e470d0a1a0a0000000d49484452000002800000014008060000';
const gif = '474946383961800240010000';
/** Start, an APP0 segment of 16 bytes, a filling byte, a Huffman table, then the frame: 320 high, 640 wide. */
const jpeg = `ffd8ffe00010${'00'.repeat(14)}ffffc40004aabbffc2001108014002800301`;

test.each([
  ['PNG', png, { width: 640, height: 320 }],
  ['GIF', gif, { width: 640, height: 320 }],
  ['JPEG', jpeg, { width: 640, height: 320 }],
  ['cut PNG', png.slice(0, 30), undefined],
  ['cut JPEG', jpeg.slice(0, 60), undefined],
  ['text', '3c7376673e', undefined],
  ['nothing', '', undefined],
])('%s', (_, hex, size) => {
  // A view into a larger buffer, as Node's small reads give it.
  const bytes = Uint8Array.from(Buffer.from(`0000${hex}`, 'hex')).subarray(2);
  expect(imageSize(bytes)).toEqual(size);
});
