import { decodePDFRawStream, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, expect, test } from 'vitest';
import { createPrinter } from '../../src/host/browser.ts';
import { loadFontPackage } from '../../src/host/fonts.ts';
import { finish } from '../../src/pdf/finish.ts';
import { withoutSoftHyphens, withSoftLineEnds } from '../../src/pdf/hyphens.ts';
import { readPdf } from '../readpdf.ts';

const cleared = (content: string) => Buffer.from(withoutSoftHyphens(Buffer.from(content, 'latin1'))).toString('latin1');
const SAYS = '/Span<</ActualText <FEFF00AD> >> BDC\n';

test.each([
  [
    'within a line',
    `<0050> Tj\n${SAYS}8.07 0 Td <0001> Tj\nEMC\n0 0 Td <0051> Tj\nET`,
    '<0050> Tj\n8.07 0 Td <0051> Tj\nET',
  ],
  ['at the end of a line', `<004E> Tj\n${SAYS}13.2 0 Td <0001> Tj\nEMC\nET`, '<004E> Tj\n13.2 0 Td ET'],
  ['at its beginning', `Tm\n${SAYS}<0001> Tj\nEMC\n0 0 Td <0051> Tj\nET`, 'Tm\n<0051> Tj\nET'],
])('a soft hyphen %s goes, and the next glyph stays where it was', (_, content, expected) => {
  expect(cleared(content)).toBe(expected);
});

test('a ligature over a soft hyphen says its letters', () => {
  const said = (hex: string) => `/Span<</ActualText <FEFF${hex}> >> BDC\n<0093> Tj\nEMC\n`;
  expect(cleared(said('006600AD00660069'))).toBe(said('006600660069'));
  expect(cleared(said('00660000AD00'))).toBe(said('00660000AD00'));
});

test('what says something else stays, and a stream without any is the same', () => {
  const ligature = '/Span<</ActualText <FEFF00660069> >> BDC\n8.07 0 Td <0001> Tj\nEMC\n';
  expect(cleared(ligature)).toBe(ligature);
  const bytes = Buffer.from(ligature);
  expect(withoutSoftHyphens(bytes)).toBe(bytes);
});

test('the hyphen at a line end is a soft one, whether it stands alone in the map or not', () => {
  const map =
    '3 beginbfchar\n<0001> <0020>\n<00EB> <2010>\nendbfchar\n1 beginbfrange\n<000E> <000F> <002D>\nendbfrange';
  expect(withSoftLineEnds(map)).toBe(map.replace('<2010>', '<00AD>'));
});

test('also where it stands in a range, which is then told one by one', () => {
  const map = '2 beginbfrange\n<0070> <0072> <200F>\n<0080> <0081> <2013>\nendbfrange';
  expect(withSoftLineEnds(map)).toBe(map.replace('<200F>', '[<200F> <00AD> <2011>]'));
});

const printer = createPrinter({ signal: new AbortController().signal });
afterAll(() => printer.close());

/** A hundred words in a narrow column, in a face that has the hyphen. */
async function parted(): Promise<string> {
  const faces = await loadFontPackage('@expo-google-fonts/noto-serif', [new URL('../..', import.meta.url).pathname]);
  const bytes = (await faces[0]?.subset('cooperatin\u2010\u00ad well-known', 'ttf')) ?? [];
  const face = `@font-face{font-family:a;src:url(data:font/ttf;base64,${Buffer.from(bytes).toString('base64')})}`;
  const words = 'coop\u00ader\u00ada\u00adtion well-known '.repeat(100);
  return `<!doctype html><html lang="en"><head><style>${face}</style></head><body style="font-family:a;width:37mm">${words}`;
}

test('words that a line parts come out of a printed file whole', async () => {
  const job = { html: await parted(), title: 'parted', locale: 'en' };
  const printed = await printer.pdf(job);
  const { bytes } = await finish(printed.bytes, { ...job, links: printed.links, heads: printed.heads });
  const text = (await readPdf(bytes)).pages.join('');
  expect(text.match(/cooperation/g)).toHaveLength(100);
  expect(text.match(/well-known/g)).toHaveLength(100);
  const { context } = await PDFDocument.load(bytes);
  const streams = context.enumerateIndirectObjects().flatMap(([, stream]) => {
    const decodes = stream instanceof PDFRawStream && stream.dict.toString().includes('FlateDecode');
    return decodes ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : [];
  });
  expect(streams.filter((stream) => stream.includes('FEFF00AD'))).toEqual([]);
  expect(streams.filter((stream) => stream.includes('begincmap')).join('')).toMatch(/<00AD>/);
}, 30_000);
