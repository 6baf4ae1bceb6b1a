import { describe, expect, test } from 'vitest';
import { steady } from '../../src/host/steady.ts';
import { ownSurroundings } from './surroundings.ts';

ownSurroundings({ SOURCE_DATE_EPOCH: undefined });

/** As Chromium writes it, but for the order of objects and all that is left alone. */
function chromiumPdf([a, b, c]: readonly [string, string, string]): Uint8Array {
  const pairs = [`(${a}) 10 0 R`, `(${b}) 11 0 R`, `(${c}) 12 0 R`].sort();
  const [first, last] = [pairs[0]?.slice(0, 14), pairs[2]?.slice(0, 14)];
  return Buffer.from(
    `%PDF-1.4
1 0 obj
<</Title (About \\(node00000007\\) and /ID \\(node00000007\\))
/CreationDate (D:20261124041247+00'00')
/ModDate (D:20261124041247+00'00')>>
endobj
10 0 obj
<</S /TH /ID (${a})>>
11 0 obj
<</S /TH /ID (${b})>>
12 0 obj
<</S /TH /ID (${c})>>
13 0 obj
<</S /TD /A [<</O /Table
/Headers [(${b}) (${c})]>>]>>
14 0 obj
<</Limits [${first} ${last}]
/Names [${pairs.join(' ')}]>>
2 0 obj
<</Type /Page
/Parent 4 0 R>>
3 0 obj
<</Type /Page
/Parent 4 0 R>>
4 0 obj
<</Type /Pages
/Count 2>>
`,
    'latin1',
  );
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('names of elements', () => {
  const early = steady(chromiumPdf(['node00000007', 'node00000008', 'node00000009']));
  const late = steady(chromiumPdf(['node00004711', 'node00004712', 'node00004713']));
  const turned = steady(chromiumPdf(['node00004713', 'node00004711', 'node00004712']));

  test('count from 1 in the order of the file, whatever Chromium had counted to', () => {
    expect(text(late.bytes)).toBe(text(early.bytes));
    expect(text(turned.bytes)).toBe(text(early.bytes));
    expect(text(early.bytes)).toContain('/Headers [(node00000002) (node00000003)]');
    expect(text(early.bytes)).toContain(
      '/Limits [(node00000001) (node00000003)]\n/Names [(node00000001) 10 0 R (node00000002) 11 0 R (node00000003) 12 0 R]',
    );
  });

  test('leave the title alone', () => {
    expect(text(early.bytes)).toContain('(About \\(node00000007\\) and /ID \\(node00000007\\))');
  });
});

describe('dates', () => {
  const raw = chromiumPdf(['node00000001', 'node00000002', 'node00000003']);
  const dates = (bytes: Uint8Array) => text(bytes).match(/(?:Creation|Mod)Date \([^)]*\)/g);

  test.each([
    ['2022-03-15', "D:20220315120000+00'00'"],
    ['2022-03-15T23:59:59-12:00', "D:20220315120000+00'00'"],
  ])('%s', (date, written) => {
    const { bytes } = steady(raw, date);
    expect(dates(bytes)).toEqual([`CreationDate (${written})`, `ModDate (${written})`]);
    expect(bytes.length).toBe(raw.length);
  });

  test('SOURCE_DATE_EPOCH stands before a date, and in for one', () => {
    process.env.SOURCE_DATE_EPOCH = '1643068800';
    expect(dates(steady(raw).bytes)?.[0]).toBe("CreationDate (D:20220125000000+00'00')");
    expect(dates(steady(raw, '2022-03-15').bytes)?.[0]).toContain('20220125');
    process.env.SOURCE_DATE_EPOCH = 'soon';
    expect(dates(steady(raw, '2022-03-15').bytes)?.[0]).toContain('20220315');
  });

  test.each([undefined, '', 'soon'])('%s: none is written', (date) => {
    const { bytes } = steady(raw, date);
    expect(dates(bytes)).toBeNull();
    expect(bytes.length).toBe(raw.length);
    expect(text(bytes).replace(/\s+/g, ' ')).toContain('node00000007\\)) >> endobj');
  });
});

test('pages are counted', () => {
  expect(steady(chromiumPdf(['node00000001', 'node00000002', 'node00000003'])).pages).toBe(2);
});
