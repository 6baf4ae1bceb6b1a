import { describe, expect, test } from 'vitest';
import { collectSaid, lacksText, saidNothing, withTexts } from '../../src/pdf/glyphs.ts';

const map = (...lines: readonly string[]) => `1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${lines.length} beginbfchar
${lines.join('\n')}
endbfchar
`;
const group = (hex: string, ...codes: readonly string[]) =>
  `/Span<</ActualText <FEFF${hex}> >> BDC\n${codes.map((code) => `1 -2 Td <${code}> Tj\n`).join('')}EMC\n`;

/** The map of the font F4, once a page with this content has been read. */
function mended(before: string, content: string): string {
  const said = saidNothing();
  collectSaid(content, (font) => (font === 'F4' ? said : undefined));
  return withTexts(before, said);
}

test('a map that has a character for each glyph stays', () => {
  const whole = map('<0001> <0020>', '<0002> <00660069>');
  expect(lacksText(whole)).toBe(false);
  expect(mended(whole, `/F4 11 Tf\n${group('0646', '0001')}`)).toBe(whole);
});

describe('a glyph without a character', () => {
  const before = map('<0001> <0020>', '<0085> <0000>', '<0061> <0000>');

  test.each([
    ['that is a ligature says its letters', group('00660066', '0085'), ['<00660066>', '<FFFD>']],
    ['that is a ligature over a soft hyphen, too', group('006600AD0066', '0085', '0001'), ['<00660066>', '<FFFD>']],
    ['says what it says first', group('0646', '0085') + group('0628', '0085'), ['<0646>', '<FFFD>']],
    ['before its letter, from right to left, is a mark', group('0646', '0061', '0085'), ['<0646>', '<034F>']],
    ['behind its letter, from left to right, is one', group('0915093F', '0085', '0061'), ['<0915093F>', '<034F>']],
    ['beyond the BMP keeps both its halves', group('D83DDE00', '0085'), ['<D83DDE00>', '<FFFD>']],
    ['drawn with others in one go', group('0646', '00610085'), ['<0646>', '<034F>']],
    ['of another font says nothing here', `/F5 9 Tf\n${group('0646', '0085')}`, ['<FFFD>', '<FFFD>']],
  ])('%s', (_, content, [letter, mark]) => {
    expect(lacksText(before)).toBe(true);
    const after = mended(before, `BT\n/F4 11.33 Tf\n1 0 0 -1 0 12 Tm\n<0001> Tj\n${content}ET`);
    expect(after).toBe(map('<0001> <0020>', `<0085> ${letter}`, `<0061> ${mark}`));
    expect(lacksText(after)).toBe(false);
  });
});
