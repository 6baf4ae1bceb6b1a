import { describe, expect, test } from 'vitest';
import { readFigures } from '../../src/figures/reading/read.ts';
import type { BlockKind } from '../../src/model.ts';
import { type Promised, prove } from '../../src/stages/prove.ts';
import type { ReadPdf } from '../../src/text/signs.ts';

const path = 'content/en/a.md';

/** Blocks of a text, each on its own line of the file. */
function promise(blocks: readonly (readonly [BlockKind, string])[], more: Partial<Promised> = {}): Promised {
  const locale = more.locale ?? 'en';
  const at = (line: number) => ({ path, start: { line, column: 1 }, end: { line, column: 9 } });
  return {
    path: `${locale}/a.pdf`,
    locale,
    documents: [
      {
        path,
        locale,
        title: at(1),
        blocks: blocks.map(([kind, text], n) => ({
          kind,
          text,
          span: at(n + 3),
          figures: readFigures(text, locale).map((figure) => ({ ...figure, span: at(n + 3) })),
        })),
      },
    ],
    references: [],
    ...more,
  };
}

function paper(texts: readonly (string | ReadPdf['runs'][number])[], more: Partial<ReadPdf> = {}): ReadPdf {
  const runs = texts.map((text) => (typeof text === 'string' ? { text, page: 1 } : text));
  return { runs, outline: [], dead: [], missing: [], fonts: { absent: [], drawn: 0 }, ...more };
}

/** `line rule: message`. */
async function told(read: ReadPdf, what: Promised): Promise<string[]> {
  return (await prove(read, what)).findings.map(({ span, rule, message }) => `${span.start.line} ${rule}: ${message}`);
}

const text = [
  ['heading', 'Trade'],
  ['paragraph', 'It rose by 1.5% to US$460 million "at first" -- and fell.'],
  ['item', 'One more thing of 25,000 trips.'],
] as const;
const printed = [
  'Trade',
  'It rose by 1.5% to US$460 mil',
  'lion “at first” — and fell.',
  'One more thing of 25,000 trips.',
];
const outline = ['A', 'Trade'];

test('a PDF that says all of it, set as its language sets it, has nothing wrong with it', async () => {
  expect(await told(paper(printed, { outline }), promise(text))).toEqual([]);
});

test('spaces may stretch and break, and letters may be joined', async () => {
  const stretched = [
    'T r a d e',
    'It rose by 1.5% toUS$460 million “at ﬁrst” —and fell.',
    'One more thing of 25,000 trips.',
  ];
  expect(await told(paper(stretched, { outline }), promise(text))).toEqual([]);
});

test('a style may write capitals', async () => {
  const read = paper(['TRADE', 'IT ROSE BY 1.5% TO US$460 MILLION “AT FIRST” — AND FELL.', printed[3] ?? ''], {
    outline,
  });
  expect(await told(read, promise(text))).toEqual([]);
});

test('a letter may be written in two, and a dash by two signs', async () => {
  const read = paper(['\u0418\u0306од \u2014\u2014 \u0434\u0430.'.normalize('NFD')]);
  expect(await told(read, promise([['paragraph', '\u0419од -- да.']], { locale: 'ru' }))).toEqual([]);
});

test('a block that is not there is told at its place, with the page', async () => {
  const read = paper(
    [
      { text: 'Trade', page: 1 },
      { text: printed[1] ?? '', page: 2 },
      { text: printed[2] ?? '', page: 2 },
    ],
    { outline },
  );
  expect(await told(read, promise(text))).toEqual([
    '5 prove/lost: this item of a list is not in en/a.pdf as it stands here: “One more thing of 25,000 trips.” was expected on page 2 or behind it',
  ]);
});

test('a block that is cut off is told with what is missing, and those behind it are found', async () => {
  expect(
    await told(paper(['Trade', 'It rose by 1.5% to US$46', printed[3] ?? ''], { outline }), promise(text)),
  ).toEqual([
    '4 prove/cut: this paragraph is not whole on page 1 of en/a.pdf: “0 million "at first" -- and fell.” is not to be seen there',
  ]);
});

test('a figure that lost a sign is another figure', async () => {
  const read = paper(['Trade', 'It rose by 15% to US$460 million “at first” — and fell.', printed[3] ?? ''], {
    outline,
  });
  expect(await told(read, promise(text))).toEqual([
    '4 prove/figure: 1.5% is another figure on page 1 of en/a.pdf, where this passage is “It rose by 15% to US$460 million “at first” — and fell”',
  ]);
});

describe('marks of notes', () => {
  const note = promise([['paragraph', 'Signed in 1992 by all.']]);
  test('are no part of the text', async () => {
    expect(await told(paper(['Signed in 1992', { text: '1', page: 1, inner: true }, ' by all.']), note)).toEqual([]);
  });
  test('but a text may have a link of digits', async () => {
    expect(await told(paper(['Signed in ', { text: '1992', page: 1, inner: true }, ' by all.']), note)).toEqual([]);
  });
});

test('the page behind a reference is no part of the text', async () => {
  const read = paper(['See ', { text: 'trade', page: 1, inner: true }, ' (p. 12), above.']);
  expect(await told(read, promise([['paragraph', 'See trade, above.']], { references: [' (p. §)'] }))).toEqual([]);
  expect(
    await told(
      paper(['See trade (p. 12), above.']),
      promise([['paragraph', 'See trade, above.']], { references: [' (p. §)'] }),
    ),
  ).toEqual([expect.stringContaining('prove/cut')]);
});

test('what is parted by code is there in its parts', async () => {
  expect(
    await told(paper(['Run ', 'npm ci', ' in 2 minutes.']), promise([['paragraph', 'Run \ufffc in 2 minutes.']])),
  ).toEqual([]);
});

test('each text is found once: a short one that stands further on as well hides neither what is lost nor what is behind it', async () => {
  const cells = [
    ['cell', '12'],
    ['cell', '34'],
    ['paragraph', 'The text between is long enough to be no other by chance.'],
    ['cell', '12'],
  ] as const;
  expect(
    await told(paper(['34', 'The text between is long enough to be no other by chance.', '12']), promise(cells)),
  ).toEqual([expect.stringMatching(/^6 prove\/lost: this cell of a table .*“12”/)]);
});

test('a heading that is not in the outline, or not in its place', async () => {
  const heads = [
    ['heading', 'One'],
    ['heading', 'Two'],
    ['heading', 'Three'],
  ] as const;
  expect(await told(paper(['One', 'Two', 'Three'], { outline: ['Two', 'One', 'Three'] }), promise(heads))).toEqual([
    '4 prove/outline: this heading is not in the outline of en/a.pdf, or not in its place',
  ]);
});

test('what is wrong with the file is told at the title', async () => {
  const faults: Partial<ReadPdf> = {
    dead: [3, 3, 4],
    missing: [2, 5],
    fonts: { absent: ['ABCDEF+Arial'], drawn: 1 },
  };
  expect(await told(paper(['x'], faults), promise([['paragraph', 'x']]))).toEqual([
    '1 prove/link: en/a.pdf has links that lead nowhere, on page 3, 4',
    '1 prove/glyph: en/a.pdf shows signs for which no font has a glyph, on page 2, 5',
    '1 prove/font: en/a.pdf does not hold the font ABCDEF+Arial, so that every reader would take another',
    '1 prove/font: en/a.pdf has 1 fonts of drawings (Type 3), which no archive takes',
  ]);
});

test('what is not to be seen is told as such, with what of it', async () => {
  const hidden = (text: string, page: number) => ({ text, page, hidden: true as const });
  const read = paper(
    ['Trade', 'It rose by 1.5% to US$4', hidden('60 million ', 2), '“at first” — and fell.', printed[3] ?? ''],
    { outline },
  );
  expect(await told(read, promise(text))).toEqual([
    '4 prove/cut: this paragraph is not whole on page 1 of en/a.pdf: “60 million” is not to be seen there',
  ]);
});

test('what of a passage is in no doubt is not told, and what stands at its edge is seen', async () => {
  // A hyphen that its font says to be one, at a line’s end.
  const parted = 'It rose to US$5 mil- lion, by 5%';
  const what = promise([['paragraph', 'In 1992: \ufffc It rose to US$5 million, by 5% and ½ more, by 7%']]);
  expect(await told(paper(['In 1992: x ', parted, ' and 1⁄2 more, by 7%']), what)).toEqual([]);
  expect(await told(paper(['In 1992: x ', parted, ' and 1⁄2 more, by 7']), what)).toEqual([
    expect.stringContaining('prove/figure: 7% is another figure'),
  ]);
});

describe('a word that is parted at the end of a page', () => {
  const long = promise([
    ['paragraph', 'Its administrative reconsideration cost US$460 million.'],
    ['paragraph', 'Another.'],
  ]);
  const first = { text: 'Its administra\u00ad', page: 1 };
  test('is one word', async () => {
    const rest = { text: 'tive reconsideration cost US$460 million.', page: 2 };
    expect(await told(paper([first, rest, { text: 'Another.', page: 2 }]), long)).toEqual([]);
  });
  test('hides nothing that is lost behind it', async () => {
    expect(await told(paper([first, { text: 'Another.', page: 2 }]), long)).toEqual([
      '3 prove/cut: this paragraph is not whole on page 1 of en/a.pdf: “tive reconsideration cost US$460 million…” is not to be seen there',
    ]);
    const less = { text: 'tive cost US$460 million.', page: 2 };
    expect(await told(paper([first, less, { text: 'Another.', page: 2 }]), long)).toEqual([
      expect.stringContaining('“reconsideration cost US$460 million.” is not'),
    ]);
  });
});

describe('rows of a table', () => {
  const texts = ['Year', 'US$', '1992', '46', '1993', '46'];
  const table = promise(texts.map((text) => ['cell', text] as const));
  for (const [n, block] of (table.documents[0]?.blocks ?? []).entries())
    Object.assign(block, { table: 'table1', cell: { row: Math.floor(n / 2), column: n % 2 } });
  /** Cells of a row each; those that are said again are marked with an asterisk. */
  function rows(...lines: readonly string[]) {
    return lines.flatMap((line, n) => {
      const row = { table: 1 };
      return line.split(' ').map((cell) => ({
        text: cell.replace('*', ''),
        page: n < 2 ? 1 : 2,
        row,
        ...(cell.includes('*') && { repeated: true as const }),
      }));
    });
  }
  test('are as many as in the text, whatever heads are said again', async () => {
    expect(await told(paper(rows('Year Year* US$ US$*', '1992 46', '1993 46')), table)).toEqual([]);
  });
  test('are missed where each cell is found elsewhere', async () => {
    expect(await told(paper([...rows('Year US$', '1992 46'), '1993', '46']), table)).toEqual([
      '3 prove/rows: this table has 3 rows, and 2 in en/a.pdf, from page 1 on',
    ]);
  });
  test('of which heads that are said again are none', async () => {
    const again = paper([...rows('Year US$', '1992 46'), ...rows('Year* US$*'), '1993', '46']);
    expect(await told(again, table)).toEqual([expect.stringContaining('prove/rows')]);
  });
  test('are not counted where cells are lost: that is told', async () => {
    expect(await told(paper(rows('Year US$', '1992 46')), table)).toEqual([
      expect.stringContaining('7 prove/lost'),
      expect.stringContaining('8 prove/lost'),
    ]);
  });
});

describe('pages of figures', () => {
  const pages = async (read: ReadPdf, what: Promised) => (await prove(read, what)).pages;
  test('are those of their signs, over the end of a page both', async () => {
    const read = paper([
      { text: 'In 1992 it was US$460 mil', page: 3 },
      { text: 'lion, and 5% in 2021', page: 4 },
    ]);
    const what = promise([['paragraph', 'In 1992 it was US$460 million, and 5% in 2021']]);
    expect(await pages(read, what)).toEqual([[[3], [3, 4], [4], [4]]]);
  });
  test('are none where a block is not there, and those of the passage where its signs are others', async () => {
    const read = paper([{ text: 'Trade — of 1992', page: 2 }]);
    expect(
      await pages(
        read,
        promise([
          ['paragraph', 'Trade, of 1992'],
          ['paragraph', 'Lost in 1993.'],
        ]),
      ),
    ).toEqual([[[2], []]]);
  });
  test('of a heading are not those of the contents', async () => {
    const read = paper([
      { text: 'The years to 2050', page: 1, inner: true },
      { text: '5', page: 1 },
      { text: 'In 1992.', page: 4 },
      { text: 'The years to 2050', page: 5 },
    ]);
    const what = promise([
      ['meta', 'The years to 2050'],
      ['paragraph', 'In 1992.'],
      ['heading', 'The years to 2050'],
    ]);
    expect(await pages(read, what)).toEqual([[[1], [4], [5]]]);
  });
});

test('of a text from right to left each word is held against the source', async () => {
  const arabic = promise([['paragraph', 'في عام 2012 بلغ ٤٦٠ مليون (5%)']], { locale: 'ar' });
  expect(await told(paper(['في عام 2012 بلغ ٤٦٠', ' مليون (5%)']), arabic)).toEqual([]);
  expect(await told(paper(['في عام 2012 ٤٦٠', ' مليون (5%)']), arabic)).toEqual([
    expect.stringMatching(/^3 prove\/cut: .*“بلغ ٤٦٠/),
  ]);
});

describe('what stands before a text', () => {
  const [title, abstract] = ['Trade in numbers', 'How it grew, and what of it is said in three languages.'];
  const what = promise([
    ['meta', title],
    ['meta', abstract],
    ['paragraph', 'Text.'],
  ]);
  for (const [n, field] of ['title', 'abstract'].entries())
    Object.assign(what.documents[0]?.blocks[n] ?? {}, { field });
  test('is a title, which has to be there, and not in the contents only', async () => {
    expect(await told(paper([title, abstract, 'Text.']), what)).toEqual([]);
    expect(await told(paper([{ text: title, page: 1, inner: true }, abstract, 'Text.']), what)).toEqual([
      '3 prove/lost: this title is not in en/a.pdf as it stands here: “Trade in numbers” was expected on page 1 or behind it',
    ]);
  });
  test('may be an abstract, which a theme may leave out, but not in part', async () => {
    expect(await told(paper([title, 'Text.']), what)).toEqual([]);
    expect(await told(paper([title, 'How it grew, and what of it', 'Text.']), what)).toEqual([
      expect.stringContaining(
        '4 prove/cut: this text is not whole on page 1 of en/a.pdf: “is said in three languages.”',
      ),
    ]);
  });
});
