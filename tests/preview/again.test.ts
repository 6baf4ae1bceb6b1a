/** What is kept from one reading to the next changes nothing: after any edits, all is as if it were read for the first time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withHost } from '../../src/host/index.ts';
import { type Held, hold } from '../../src/preview/held.ts';
import { shownRows } from '../../src/preview/views/passages.ts';
import { wordsIn } from '../../src/preview/words.ts';
import { type Memory, openMemory, openWorkshop, renderOne } from '../../src/stages/render.ts';
import type { Host } from '../../src/world.ts';

/** The same block in two languages; some say another thing, some are there in one language alone. */
const blocks: readonly (readonly [en: string, ru: string])[] = [
  ['Trade was US$460 million in 1992.', 'В 1992 году товарооборот составил 460 млн долларов США.'],
  ['It is more than US$50 billion now.', 'Сейчас — более 50 млн долларов США.'],
  ['Of 45 schools, 13 have 22 "classrooms" each.', 'Из 45 школ в 22 по 13 "классов".'],
  [
    'See [the *13th* report](about.md) and `npm ci 7` of 3 May 2021.',
    'См. [*13-й* отчёт](about.md) и `npm ci 7` от 3 мая 2021 года.',
  ],
  ['https://example.org/2021 has 7 pages.', '[https://example.org/2021](https://example.org/2021) — 7 страниц.'],
  ['## Growth of 5%', '## Рост на 5 %'],
  ['- 5 lakes\n- 7 rivers\n\n  and 9 seas', '- 5 озёр\n- 8 рек\n\n  и 9 морей'],
  ['> Two of 3 came 2-0.\n>\n> — A man', '> Двое из 3 пришли 2:0.\n>\n> — Человек'],
  [
    ': Income, million US$\n\n| year | income |\n|---|--:|\n| 2020 | 320 |\n| 2021 | 41.5 |',
    ': Доход\n\n| год | доход, млн долл. |\n|---|--:|\n| 2020 | 320 |\n| 2021 | 415 |',
  ],
  ['A note[^a] of 12 words.\n\n[^a]: It has 4 lines.', 'Сноска[^a] из 12 слов.\n\n[^a]: В ней 5 строк.'],
  ['<div>\n\nIn a box of 6.\n\n</div>', '<div>\n\nВ ящике 6.\n\n</div>'],
  ['A <b>bold\n5</b>% of 1 km.<br>And 2.', '<b>5</b> % от 1 км.<br>И 2.'],
  ['', 'Здесь 99 слов больше.'],
  ['Only here: 77 words.', ''],
];

/** A block, in both languages or in one; then taken away, put at a place, or said twice. */
const edit = fc.record({
  block: fc.nat(blocks.length - 1),
  other: fc.nat(blocks.length - 1),
  at: fc.nat(20),
  what: fc.constantFrom('put', 'take', 'change', 'swap'),
  where: fc.constantFrom('en', 'ru', 'both'),
});
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

/** The numbers of the blocks that each language has. */
type Texts = Readonly<Record<'en' | 'ru', readonly number[]>>;

function edited(texts: Texts, { block, other, at, what, where }: Edit): Texts {
  const change = (own: readonly number[]): readonly number[] => {
    const place = at % (own.length + 1);
    if (what === 'put') return own.toSpliced(place, 0, block);
    if (what === 'take') return own.toSpliced(place, 1);
    if (what === 'change') return own.toSpliced(place, 1, other);
    return own.toSpliced(place, 2, ...own.slice(place, place + 2).toReversed());
  };
  return {
    en: where === 'ru' ? texts.en : change(texts.en),
    ru: where === 'en' ? texts.ru : change(texts.ru),
  };
}

function write(folder: string, texts: Texts): void {
  for (const [n, locale] of (['en', 'ru'] as const).entries()) {
    mkdirSync(join(folder, 'content', locale), { recursive: true });
    const said = texts[locale].map((block) => blocks[block]?.[n] ?? '').filter((text) => text !== '');
    const text = `---\ntitle: Of 5 things\n---\n\n${said.join('\n\n')}\n`;
    writeFileSync(join(folder, 'content', locale, 'a.md'), text);
    writeFileSync(join(folder, 'content', locale, 'about.md'), '---\ntitle: About\n---\nIt.\n');
  }
}

/** All that is shown: the pages, the rows of the review, and the findings. */
async function shown(held: Held, host: Host, memories: ReadonlyMap<string, Memory>): Promise<object> {
  await held.settled();
  const state = held.state();
  const work = state?.works.get('a');
  if (!state || !work) throw new Error('the publication was not read');
  const shop = await openWorkshop(state.publication, host);
  const pages = await Promise.all(
    [...memories].map(([locale, memory]) =>
      renderOne(state.publication, { locale, format: 'html', path: `${locale}/a/index.html`, memory }, shop, host),
    ),
  );
  const desk = { words: wordsIn('en'), editor: (path: string, line: number) => `${path}:${line}` };
  const wanted = { locales: ['en', 'ru'], show: 'all', within: '' } as const;
  const rows = shownRows(desk, work, wanted, held.findings());
  return {
    pages: pages.map((page) => page?.html.split('\n')),
    rows: rows.map(({ key, lines, html, marks }) => ({ key, lines, html: html(), marks: marks() })),
    findings: held.findings(),
  };
}

test('after any edits', { timeout: 120_000 }, async () => {
  const texts = fc.array(fc.nat(blocks.length - 1), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(texts, fc.array(edit, { minLength: 1, maxLength: 5 }), async (begin, edits) => {
      const folder = mkdtempSync(join(tmpdir(), 'hexapla-again-'));
      const memories = () => new Map(['en', 'ru'].map((locale) => [locale, openMemory()]));
      const kept = memories();
      try {
        let now: Texts = { en: begin, ru: begin };
        write(folder, now);
        await withHost(folder, { signal: new AbortController().signal, quiet: true }, async (host) => {
          const held = hold(host);
          await held.changed();
          await shown(held, host, kept);
          for (const one of edits) {
            now = edited(now, one);
            write(folder, now);
            await held.changed(['content/en/a.md', 'content/ru/a.md']);
            const fresh = hold(host);
            await fresh.changed();
            expect(await shown(held, host, kept)).toEqual(await shown(fresh, host, memories()));
          }
        });
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: 12 },
  );
});
