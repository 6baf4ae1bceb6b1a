/** A document with all that can stand in one, through the real browser, held to the standards by veraPDF. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failures, prepared } from '../../bench/conformance/verapdf.ts';
import { withHost } from '../../src/host/index.ts';
import { buildPublication } from '../../src/pipeline.ts';
import { readPdf } from '../readpdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'hexapla-conformance-'));
const obstacle = prepared();
const locales = ['en', 'ru', 'zh'] as const;
const names = ['all', 'short', 'shorter'];
const pdfs = locales.flatMap((locale) => names.map((name) => join(folder, `dist/${locale}/${name}.pdf`)));
/** A publication that is read from right to left, with a whole edition. */
const arabic = join(folder, 'arabic');
const arabicPdfs = ['water', 'edition'].map((name) => join(arabic, `dist/ar/${name}.pdf`));

const texts = {
  en: { title: 'All & “more”', word: 'Trade rose by US$5 million' },
  ru: { title: 'Всё и «больше»', word: 'Торговля выросла на 5 млн долларов США' },
  zh: { title: '全部 & 更多', word: '贸易额增加了500万美元' },
} as const;

/** Heads, emphasis, links, lists in lists, a quotation, a table with its caption, pictures, notes, code, a rule. */
function markdown({ title, word }: { readonly title: string; readonly word: string }): string {
  return `---
title: ${title}
author: A. B.
date: 2022-03-15
abstract: ${word}.\u00a0${word}.
---
## ${word}

*${word}*, **${word}**, ~~${word}~~ \`code\` [${word}](https://example.org/a?b=1&c=2), <https://example.org/>.[^1]

1. ${word}
   - ${word}
   - **${word}**
2. ${word}

   ${word}

- [x] ${word}

> ${word}

### ${word}

: ${word}

| ${word} | 2 |
|---|--:|
| ${word} | 3 |
| ${word} | 4 |

![${word}](chart.svg "${word}")

![](chart.svg)

---

${`${word}. `.repeat(400)}

[^1]: ${word} [${word}](#${word.toLowerCase().replaceAll(' ', '-').replaceAll('$', '')})[^2]
[^2]: ${word}
`;
}

beforeAll(async () => {
  for (const locale of locales) {
    const path = join(folder, `content/${locale}/all.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, markdown(texts[locale]));
    // What refers to a place of its own is printed alone; others share a print.
    const short = markdown(texts[locale])
      .replace(/\n(.*?\. ){400}\n/, '')
      .replace(/^\[\^1\]:.*$/m, '[^1]: x[^2]');
    writeFileSync(join(dirname(path), 'short.md'), short);
    writeFileSync(join(dirname(path), 'shorter.md'), short.replace(/^!\[.*$/gm, ''));
    writeFileSync(
      join(dirname(path), 'chart.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="60" height="30" fill="#8a1f11" opacity=".5"/></svg>',
    );
  }
  writeFileSync(join(folder, 'hexapla.yaml'), 'outputs: [pdf]\n');
  const surroundings = { signal: new AbortController().signal, quiet: true };
  await withHost(folder, surroundings, (host) => buildPublication(host, {}));
  cpSync(join(import.meta.dirname, '../projects/arabic'), arabic, { recursive: true });
  await withHost(arabic, surroundings, (host) => buildPublication(host, { locale: ['ar'] }));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(obstacle !== undefined)(`veraPDF${obstacle ? ` (skipped: ${obstacle})` : ''}`, () => {
  test.each(['ua1', '2a'] as const)(
    'finds nothing by %s',
    (flavour) => {
      expect(failures(flavour, [...pdfs, ...arabicPdfs])).toEqual([]);
    },
    120_000,
  );

  test('and finds what is wrong', () => {
    const bare = join(folder, 'bare.pdf');
    cpSync(pdfs[0] ?? '', bare);
    const bytes = readFileSync(bare, 'latin1').replaceAll('/Artifact', '/Artifuct');
    writeFileSync(bare, bytes.replace('<pdfaid:part>2', '<pdfaid:part>1'), 'latin1');
    expect(failures('2a', [bare]).map(({ rule }) => rule)).toContain('6.6.4-2');
  }, 120_000);
});

test('letters of Arabic come out in one piece: readers that only ask the glyphs find the words', async () => {
  const source = readFileSync(join(arabic, 'content/ar/water.md'), 'utf8');
  const pages = (await readPdf(readFileSync(arabicPdfs[0] ?? ''))).pages.join('\n').normalize('NFKC');
  // What has vowel signs is set of several glyphs in any face, and their order is a matter of taste; so are ligatures.
  const words = [...new Set(source.match(/(?<!\p{M}|\p{L})\p{L}{3,}(?!\p{M}|\p{L})/gu))].filter((word) =>
    /\p{sc=Arab}/u.test(word),
  );
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((word) => !pages.includes(word)).length).toBeLessThan(words.length / 8);
});

test('the same publication gives the same bytes', async () => {
  const first = pdfs.map((file) => readFileSync(file));
  const surroundings = { signal: new AbortController().signal, quiet: true };
  await withHost(folder, surroundings, (host) => buildPublication(host, {}));
  for (const [i, file] of pdfs.entries()) expect(readFileSync(file).equals(first[i] ?? Buffer.of()), file).toBe(true);
}, 60_000);
