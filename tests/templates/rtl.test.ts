/** A publication from right to left on paper: everything that has a direction has turned. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { throwaway } from '../publication.ts';
import { linesOf, type Piece, printed } from './paper.ts';

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

let pieces: readonly Piece[] = [];
/** A4 with margins of 28 mm. */
const edges = { left: (28 / 25.4) * 72, right: (182 / 25.4) * 72 };

beforeAll(async () => {
  const files = {
    'hexapla.yaml': 'locales: [ar]\noutputs: [pdf]\n',
    'content/ar/strings.json': JSON.stringify(strings),
    'content/ar/a.md': text,
  };
  pieces = await printed(files, 'ar/a.pdf');
}, 60_000);

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
  return linesOf(pieces.filter((piece) => piece.page === page && piece.line === line)).join('');
}

test('a number with a sign keeps its direction, and so does code', () => {
  expect(lineOf('6596')).toContain('+86 10 6596-1114');
  expect(lineOf('77.5')).toContain('-77.5');
  expect(lineOf('flag')).toContain('--flag');
});

test('an Arabic edition without strings of its own speaks Arabic, where another language surrounds it too', async () => {
  const english = { 'content/en/a.md': '---\ntitle: A\ndate: 2022-01-02\n---\nOne.[^1]\n\n[^1]: Two.\n' };
  const { run, folder } = await throwaway({
    'hexapla.yaml': 'source: en\nlocales: [en, ar]\noutputs: [html, pdf]\n',
    ...english,
    'content/en/b.md': '---\ntitle: B\ndate: 2022-01-02\n---\nOnly here.\n',
    'content/ar/a.md': '---\ntitle: أ\ndate: 2022-01-02\n---\nواحد.[^1]\n\n[^1]: اثنان.\n',
  });
  expect((await run(['build', '--no-check'])).stdout).not.toContain('strings/asked');
  const page = (path: string) => readFileSync(join(folder, 'dist/ar', path), 'utf8');
  expect(page('index.html')).toContain('<p class="count">وثيقتان</p>');
  expect(page('a/index.html')).toMatch(/<h2 id="footnote-label"[^>]*>الحواشي</);
  const foreign = page('b/index.html');
  expect(foreign).toContain('لم يُترجَم هذا النص إلى العربية بعد، وهو معروض هنا باللغة الإنجليزية.');
  expect(foreign).toContain('<time datetime="2022-01-02" lang="ar" dir="rtl">2 يناير 2022</time>');
  expect(foreign).toMatch(/<span class="minutes" lang="ar" dir="rtl">دقيقة واحدة للقراءة</);
});
