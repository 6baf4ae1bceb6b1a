/** PDFs written by hand: what the reader makes of what Chromium writes seldom or never. */
import { describe, expect, test } from 'vitest';
import { readBack } from '../../../src/pdf/readback.ts';
import { appended, stream, written } from './written.ts';

const CHARACTERS = stream(
  '1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfrange <0041> <005A> <0041> <0061> <007A> <0061> endbfrange ' +
    '3 beginbfchar <0020> <0020> <0028> <0028> <0029> <0029> endbfchar 1 beginbfrange <0100> <0101> [<00660069> <0628>] endbfrange',
);

interface Page {
  readonly content: string;
  /** Children of the only element. */
  readonly kids?: string;
  readonly role?: string;
  readonly annotations?: string;
  readonly descriptor?: string;
  readonly more?: readonly string[];
}

/** A page of 100 by 100 with a font whose glyphs are half as wide as high, and one element over the content number 0. */
function pdf({
  content,
  kids = '0',
  role = 'P',
  annotations = '',
  descriptor = '/FontFile2 9 0 R',
  more = [],
}: Page): Buffer {
  return written([
    '<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R/Names<</Dests<</Kids[<</Names[(a)[3 0 R/XYZ 0 0 0]]>>]>>>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 100 100]/Resources<</Font<</F 6 0 R>>/XObject<</X 11 0 R>>>>>>',
    `<</Type/Page/Parent 2 0 R/Contents[5 0 R]/Annots[${annotations}]>>`,
    `<</K<</S/${role}/Pg 3 0 R/K[${kids}]>>>>`,
    stream(content),
    '<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Face/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>',
    '<</Subtype/CIDFontType2/BaseFont/ABCDEF+Face/FontDescriptor 10 0 R/W[0[500]32 90 500]/DW 500>>',
    CHARACTERS,
    stream('font'),
    `<</Type/FontDescriptor/FontName/ABCDEF+Face ${descriptor}>>`,
    ...more,
  ]);
}

/** Letters as codes of two bytes. */
function codes(text: string): string {
  return `<${[...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
}

const marked = (content: string, id = 0) => `/P <</MCID ${id}>> BDC ${content} EMC`;
const line = (text: string, x = 10, y = 50) => `BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm ${codes(text)} Tj ET`;

function read(page: Page): string {
  return readBack(pdf(page))
    .runs.map(({ text, hidden }) => (hidden ? `[${text}]` : text))
    .join('');
}

describe('text', () => {
  test('is what is marked, by any operator that shows', () => {
    const content = `${line('artifact')} ${marked(
      `BT /F 10 Tf 12 TL 10 80 Td ${codes('a')} Tj [${codes('b')} -200 ${codes('c')}] TJ ${codes('d')} ' 1 2 ${codes('e')} " T* ${codes('f')} Tj 0 -3 TD ET`,
    )}`;
    expect(read({ content })).toBe('abcdef');
  });
  test('of a form is its own, with the fonts that are there', () => {
    const more = [stream(marked(line('within')), '/Subtype/Form/BBox[0 0 100 100]')];
    expect(read({ content: `${marked(line('before '))} q /X Do Q`, more })).toBe('before within');
  });
  test('behind an image in the content is read', () => {
    expect(read({ content: `BI /W 1 /H 1 /BPC 8 /CS /G ID \x00( EI ${marked(line('after'))}` })).toBe('after');
  });
  test('says what it is said to be, and ligatures their letters', () => {
    expect(read({ content: marked(`/Span <</ActualText (what it is)>> BDC ${line('glyphs')} EMC`) })).toBe(
      'what it is',
    );
    expect(read({ content: marked('BT /F 10 Tf 10 50 Td <01000041> Tj ET') })).toBe('fiA');
  });
  test('drawn from its end is turned, with its brackets', () => {
    const content = marked(`BT /ReversedChars BMC /F 10 Tf 10 50 Td ${codes(')ba(')} Tj <0101> Tj EMC ET`);
    expect(read({ content })).toBe('ب)ab(');
  });
  test('is read in the order of the structure, and on the page that it names', () => {
    const content = marked(line('first '), 1) + marked(line('second '), 0) + marked(line('label'), 2);
    expect(read({ content, kids: '1 <</Type/MCR/MCID 0/Pg 3 0 R>> <</S/Lbl/Pg 3 0 R/K 2>>' })).toBe('first second ');
  });
});

describe('text is not to be seen', () => {
  test.each([
    ['beyond the edge', line('aa', 101), '[aa]'],
    ['beyond the edge in part', line('abcd', 87), 'abc[d]'],
    ['below the edge', line('aa', 10, -3), '[aa]'],
    ['outside of a clip', `q 0 0 100 40 re W n ${line('aa')} Q ${line('bb')}`, '[aa]bb'],
    ['moved there', `1 0 0 1 95 0 cm ${line('aa')}`, '[aa]'],
    ['drawn as nothing', `BT /F 10 Tf 3 Tr 10 50 Td ${codes('aa')} Tj ET`, '[aa]'],
  ])('%s', (_, content, expected) => {
    expect(read({ content: marked(content) })).toBe(expected);
  });
});

describe('what is wrong with it', () => {
  const fine = marked(line('a'));
  const faults = (page: Page) => {
    const { missing, fonts, dead } = readBack(pdf(page));
    return { missing, fonts, dead };
  };
  test('is nothing', () => {
    expect(faults({ content: fine })).toEqual({ missing: [], fonts: { absent: [], drawn: 0 }, dead: [] });
  });
  test('is a sign without a glyph, if it is seen', () => {
    expect(faults({ content: `BT /F 10 Tf 10 50 Td <0000> Tj ET ${fine}` }).missing).toEqual([1]);
    expect(faults({ content: `BT /F 10 Tf 200 50 Td <0000> Tj ET ${fine}` }).missing).toEqual([]);
  });
  test('is a font that is not within', () => {
    expect(faults({ content: fine, descriptor: '' }).fonts).toEqual({ absent: ['ABCDEF+Face'], drawn: 0 });
  });
  test('is a link that leads nowhere', () => {
    const annotations = [
      '<</Subtype/Link/Dest(a)>>',
      '<</Subtype/Link/Dest[3 0 R/Fit]>>',
      '<</Subtype/Link/A<</S/GoTo/D(a)>>>>',
      '<</Subtype/Link/A<</S/URI/URI(mailto:a@b.c)>>>>',
      '<</Subtype/Link/Dest(b)>>',
      '<</Subtype/Link/Dest[4 0 R/Fit]>>',
      '<</Subtype/Link/A<</S/URI/URI(../a)>>>>',
    ];
    expect(faults({ content: fine, annotations: annotations.join('') }).dead).toEqual([1, 1, 1]);
  });
  test.each([
    ['a font that is not there', '/G 10 Tf', /names a font G/],
    ['an array without end', '[ 1', /ends where “\]” was expected/],
  ])('is %s', (_, content, message) => {
    expect(() => readBack(pdf({ content }))).toThrow(message);
  });
  test('is a form that draws itself', () => {
    const more = [stream('/X Do', '/Subtype/Form')];
    expect(() => readBack(pdf({ content: '/X Do', more }))).toThrow('its forms draw each other without end');
  });
});

test('a file that was added to says what it says now', () => {
  const first = pdf({ content: marked(line('was')) });
  const table = Number(/startxref\n(\d+)/.exec(first.toString('latin1'))?.[1]);
  const now = appended(first, new Map([[5, stream(marked(line('is')))]]), table);
  expect(readBack(now).runs.map(({ text }) => text)).toEqual(['is']);
});
