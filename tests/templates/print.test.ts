/** The print template on paper: where pages may break, and what stands over and under the text. */
import { beforeAll, describe, expect, test } from 'vitest';
import { pdf } from '../../src/formats/pdf.ts';
import { withHost } from '../../src/host/index.ts';
import type { Document, Publication } from '../../src/model.ts';
import { openWorkshop, render } from '../../src/stages/render.ts';
import { typeset } from '../../src/stages/typeset.ts';
import { parseStrings } from '../../src/text/strings.ts';
import { press } from '../publication.ts';
import { type ReadPdf, readPdf } from '../readpdf.ts';

const repository = new URL('../..', import.meta.url).pathname;
/** A full line each, so that a paragraph has as many lines as it says: `{paragraph.line/lines}`. */
const filler = 'words that take the rest of a line and no more now';

function paragraph(number: number, lines: number): string {
  const all = Array.from({ length: lines }, (_, i) => `{${number}.${i + 1}/${lines}} ${filler}`);
  return `<p>${all.join('<br>')}</p>`;
}

/** Heads and paragraphs of two to six lines in changing order; then a list and a table over a page's edge. */
function body(): string {
  const text = Array.from(
    { length: 60 },
    (_, i) => (i % 3 === 0 ? `<h3>{head ${i}}</h3>` : '') + paragraph(i, 2 + ((i * 7) % 5)),
  );
  const items = Array.from({ length: 30 }, (_, i) => `<li>{item ${i + 1}/30}</li>`);
  const rows = Array.from({ length: 80 }, (_, i) => `<tr><td>{row ${i + 1}/80}</td><td class="right">${i}</td></tr>`);
  const table = `<table><caption>{caption}</caption><thead><tr><th>{column}</th><th>n</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  // Rows that are taller than what is left of a page, and one after the other than a page.
  const lines = (row: number) => Array.from({ length: 60 }, (_, line) => `[${row}.${line + 1}]`).join('<br>');
  const tall = Array.from({ length: 6 }, (_, i) => `<tr><td>${lines(i + 1)}</td><td>x</td></tr>`).join('');
  const tallTable = `<table><thead><tr><th>tall</th><th>n</th></tr></thead><tbody>${tall}</tbody></table>`;
  return `${text.join('\n')}<ol>${items.join('')}</ol>${table}${tallTable}`;
}

function publication(locale: string): Publication {
  const document: Document = {
    source: { path: `content/${locale}/a.md`, text: '' },
    slug: 'a',
    locale,
    meta: { title: 'Title', extra: {} },
    blocks: [],
    links: [],
    suppressions: [],
    body,
    outline: [],
  };
  const strings = parseStrings({
    path: `content/${locale}/strings.json`,
    text: '{"publication": {"name": "Journal"}}',
  });
  return {
    settings: {
      outputs: ['pdf'],
      fonts: {},
      contents: 4,
      multiples: 'publisher',
      stale: { '*': 'banner' },
      failOn: 'error',
      rules: {},
      site: { untranslated: 'show', search: false },
    },
    source: locale,
    editions: [{ locale, documents: [document], strings }],
    assets: [],
  };
}

async function printed(locale: string): Promise<ReadPdf> {
  const surroundings = { signal: new AbortController().signal, quiet: true };
  return withHost(repository, surroundings, async (host) => {
    const whole = publication(locale);
    for await (const { pages } of render(whole, await openWorkshop(whole, host), host)) {
      const [edition = never()] = whole.editions;
      const set = await typeset(await all(pages), edition, { fonts: {}, container: pdf.fonts }, host);
      expect(set.findings).toEqual([]);
      for await (const make of pdf.print({ ...set.typeset, look: '' }, press(host)))
        return readPdf((await make()).bytes);
    }
    return never();
  });
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

function never(): never {
  throw new Error('nothing rendered');
}

describe.each([
  ['en', (page: number, pages: number) => `${page} / ${pages}`],
  ['ru', (page: number, pages: number) => `${page} из ${pages}`],
  ['zh', (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`],
])('%s', (locale, counted) => {
  let paper: ReadPdf;
  let marks: readonly (readonly string[])[];
  beforeAll(async () => {
    paper = await printed(locale);
    marks = paper.pages.map((page) => [...page.matchAll(/\{(.*?)\}/g)].map(([, mark = '']) => mark));
  });

  test('at least two lines of a paragraph on each side of a page break', () => {
    const firsts = marks.slice(1).map(([first = '']) => first);
    const lasts = marks.slice(0, -1).map((page) => page.at(-1) ?? '');
    const alone = (mark: string, line: 'first' | 'last') => {
      const [, at, lines] = mark.match(/^\d+\.(\d+)\/(\d+)$/) ?? [];
      return at !== undefined && at === (line === 'first' ? '1' : lines);
    };
    expect(firsts.filter((mark) => alone(mark, 'last'))).toEqual([]);
    expect(lasts.filter((mark) => alone(mark, 'first'))).toEqual([]);
  });

  test('a head never stands at the foot of a page, nor an item or a row alone', () => {
    const lasts = marks.slice(0, -1).map((page) => page.at(-1));
    const firsts = marks.slice(1).map(([first]) => first);
    expect(lasts.filter((mark) => mark?.startsWith('head'))).toEqual([]);
    for (const mark of ['item 1/30', 'row 1/80', 'caption', 'column']) expect(lasts).not.toContain(mark);
    for (const mark of ['item 30/30', 'row 80/80']) expect(firsts).not.toContain(mark);
  });

  test('a table repeats its head on every page', () => {
    const pages = marks.filter((page) => page.some((mark) => mark.startsWith('row')));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('column');
  });

  test('and loses none of its rows, in their order', () => {
    const rows = marks.flat().filter((mark) => mark.startsWith('row'));
    expect(rows).toEqual(Array.from({ length: 80 }, (_, i) => `row ${i + 1}/80`));
    const tall = paper.pages.join('').match(/\[(\d+)\.(\d+)\]/g);
    expect(tall).toEqual(Array.from({ length: 6 * 60 }, (_, i) => `[${Math.floor(i / 60) + 1}.${(i % 60) + 1}]`));
  });

  test('pages are counted in the words of the language; the running head begins on the second', () => {
    const flat = (text: string) => text.replace(/\s+/g, '');
    for (const [i, page] of paper.pages.entries()) {
      expect(flat(page)).toContain(flat(counted(i + 1, paper.pages.length)));
    }
    expect(paper.pages[0]?.match(/Journal/g)).toHaveLength(1);
    expect(paper.pages[1]).toContain('Journal');
    expect(paper.pages[1]).toContain('Title');
  });
});
