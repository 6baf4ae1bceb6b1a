/** A publication from right to left on paper: everything that has a direction has turned. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';
import { hexapla } from '../publication.ts';

const strings = {
  publication: { name: 'أعمدة JOURNAL' },
  article: { notes: 'الحواشي', back: 'عودة {{note, number}}' },
  print: { page: 'PAGE {{page}} من {{pages}}' },
};

/** Latin words mark the places: what a reader finds of Arabic ones are shapes and pieces. */
const text = `---
title: أرقام TITLE
author: AUTHOR
section: SECTION
date: 2022-03-15
---

PARAGRAPH ${'نمت التجارة بين الشعوب. '.repeat(30)}[^1]

## القسم HEAD

${'تعاون بين الشعوب. '.repeat(150)}

1. ITEM صون حسن الجوار

> QUOTED واليوم نعبر القمة

: CAPTION العلاقات

| المؤشر LABEL | القيمة VALUE |
|:---|---:|
| التجارة | 50.25 |
| الحدود | 3300 |

الهاتف +86 10 6596-1114 والموقع \`--flag\` ثم -77.5 نقطة.

[^1]: NOTE البيان.
`;

/** A piece of text on a page, from left to right, in points. */
interface Piece {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line on which it stands, from the foot of the page. */
  readonly line: number;
}

let pieces: readonly Piece[] = [];
/** A4 with margins of 28 mm. */
const edges = { left: (28 / 25.4) * 72, right: (182 / 25.4) * 72 };

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hexapla-test-'));
  try {
    await mkdir(join(folder, 'content/ar'), { recursive: true });
    await writeFile(join(folder, 'hexapla.yaml'), 'locales: [ar]\noutputs: [pdf]\n');
    await writeFile(join(folder, 'content/ar/strings.json'), JSON.stringify(strings));
    await writeFile(join(folder, 'content/ar/a.md'), text);
    const run = await hexapla(['build'], folder);
    expect(run.stdout + run.stderr).toContain('No findings');
    pieces = await read(await readFile(join(folder, 'dist/ar/a.pdf')));
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

async function read(bytes: Uint8Array): Promise<Piece[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const pdf = await task.promise;
    const found: Piece[] = [];
    for (let page = 1; page <= pdf.numPages; page++) {
      for (const item of (await (await pdf.getPage(page)).getTextContent()).items) {
        if (!('str' in item)) continue;
        const left = Number(item.transform[4]);
        found.push({
          page,
          text: item.str,
          left,
          right: left + item.width,
          line: Math.round(Number(item.transform[5])),
        });
      }
    }
    return found;
  } finally {
    await task.destroy();
  }
}

/** Where a text stands, on the last page that has it. */
function place(marked: string): Piece {
  const found = pieces.findLast((piece) => piece.text.includes(marked));
  if (!found) throw new Error(`no page has ${marked}; they have ${pieces.map((piece) => piece.text).join('|')}`);
  return found;
}

test('the head of a page: journal on the right, chapter on the left, from the second page on', () => {
  expect(place('JOURNAL').page).toBeGreaterThan(1);
  expect(place('JOURNAL').right).toBeGreaterThan(edges.right - 60);
  expect(place('TITLE').left).toBeCloseTo(edges.left, -1);
});

test('heads and captions begin at the right edge, text stands in from it', () => {
  expect(place('SECTION').left).toBeCloseTo(edges.left, -1);
  expect(place('LABEL').right).toBeLessThan(edges.right);
  expect(place('LABEL').left).toBeGreaterThan(place('VALUE').right);
  expect(place('CAPTION').right).toBeCloseTo(edges.right, -1);
  expect(place('PARAGRAPH').right).toBeLessThan(edges.right - 50);
  expect(place('QUOTED').right).toBeLessThan(place('PARAGRAPH').right - 10);
});

test('the mark of an item stands on its right', () => {
  const item = place('ITEM');
  const mark = pieces.find(({ page, left }) => page === item.page && left > item.right);
  expect(item.right).toBeLessThan(place('PARAGRAPH').right - 10);
  expect(mark).toBeDefined();
});

test('numbers are aligned on the decimal', () => {
  const [fraction, whole] = [place('50.25'), place('3300')];
  // Two digits and a sign of the face in which tables are set, at 8.5 points.
  expect(fraction.right - whole.right).toBeCloseTo(8.5 * (2 * 0.572 + 0.268), 0);
});

/** The whole line of a text, from left to right. */
function lineOf(marked: string): string {
  const { page, line } = place(marked);
  const own = pieces.filter((piece) => piece.page === page && piece.line === line);
  return own
    .sort((a, b) => a.left - b.left)
    .map((piece) => piece.text)
    .join('')
    .replace(/\s+/g, ' ');
}

test('a number with a sign keeps its direction, and so does code', () => {
  expect(lineOf('6596')).toContain('+86 10 6596-1114');
  expect(lineOf('77.5')).toContain('-77.5');
  expect(lineOf('flag')).toContain('--flag');
});
