/** Blocks beside blocks, figures joined to figures: what the review shows, before it is HTML. */
import { describe, expect, test } from 'vitest';
import type { Block, Finding, Work } from '../../src/model.ts';
import { jointsOf } from '../../src/preview/joints.ts';
import { piecesOf } from '../../src/preview/pieces.ts';
import { rowsOf } from '../../src/preview/rows.ts';
import { compare } from '../../src/stages/check.ts';
import { localise } from '../../src/stages/localise.ts';

/** A document in the languages that are named, the source first. */
function work(texts: Readonly<Record<string, string>>): Work {
  const files = Object.entries(texts).map(([locale, text]) => ({
    locale,
    file: { path: `content/${locale}/a.md`, text: `---\ntitle: ${locale}\n---\n${text}\n` },
  }));
  return localise({ slug: 'a', files }, 'en', { multiples: 'publisher' }).work;
}

/** Each row as the texts of its cells, blocks of one cell joined by ` + `. */
function rows(of: Work, locales: readonly string[], findings: readonly Finding[] = []): string[][] {
  const said = (blocks: readonly Block[]) => blocks.map(({ text }) => text).join(' + ');
  return rowsOf(of, locales, findings).map(({ cells }) => cells.map(said));
}

const first = 'Trade rose to US$460 million in 1992, and to more than US$50 billion in 2021.';
const second = 'Trains made more than 25,000 trips in eight years, over a border of 3,300 kilometers.';
const third = 'There were 13 institutes and 22 classrooms in five countries.';
const ru = {
  first: 'Товарооборот вырос до 460 млн долларов США в 1992 году и до более чем 50 млрд долларов США в 2021 году.',
  second: 'Поезда совершили свыше 25 тыс. рейсов за восемь лет через границу в 3300 километров.',
  third: 'В пяти странах было 13 институтов и 22 класса.',
};
const zh = {
  first: '1992年贸易额增至4.6亿美元，2021年增至500多亿美元。',
  second: '八年来列车开行超过2.5万列，跨越3300公里的边界。',
  third: '五国有13所学院和22个课堂。',
};

describe('rows', () => {
  test('a block beside what it is in each language', () => {
    const of = work({
      en: `${first}\n\n${third}`,
      zh: `${zh.first}\n\n${zh.third}`,
      ru: `${ru.first}\n\n${ru.third}`,
    });
    expect(rows(of, ['en', 'zh', 'ru'])).toEqual([
      ['en', 'zh', 'ru'],
      [first, zh.first, ru.first],
      [third, zh.third, ru.third],
    ]);
  });

  test('languages as they are asked for, without the source too', () => {
    const of = work({ en: first, zh: zh.first, ru: ru.first });
    expect(rows(of, ['ru', 'zh']).at(-1)).toEqual([ru.first, zh.first]);
  });

  test('what one language merges stands in one row of all', () => {
    const of = work({
      en: `${first}\n\n${second}\n\n${third}`,
      zh: `${zh.first}${zh.second}\n\n${zh.third}`,
      ru: `${ru.first}\n\n${ru.second}\n\n${ru.third}`,
    });
    expect(rows(of, ['en', 'zh', 'ru']).slice(1)).toEqual([
      [`${first} + ${second}`, `${zh.first}${zh.second}`, `${ru.first} + ${ru.second}`],
      [third, zh.third, ru.third],
    ]);
  });

  test('what a language lacks is an empty cell, what only it has a row of its own', () => {
    const of = work({
      en: `${first}\n\n## Trains\n\n${second}\n\n## Schools\n\n${third}`,
      ru: `${ru.first}\n\n## Поезда\n\n## Школы\n\n${ru.third}`,
    });
    expect(rows(of, ['en', 'ru']).slice(1)).toEqual([
      [first, ru.first],
      ['Trains', 'Поезда'],
      [second, ''],
      ['Schools', 'Школы'],
      [third, ru.third],
    ]);
    const other = work({
      en: `${first}\n\n## Trains\n\n## Schools\n\n${third}`,
      ru: `${ru.first}\n\n## Поезда\n\n${ru.second}\n\n## Школы\n\n${ru.third}`,
    });
    expect(rows(other, ['en', 'ru']).slice(2)).toEqual([
      ['Trains', 'Поезда'],
      ['', ru.second],
      ['Schools', 'Школы'],
      [third, ru.third],
    ]);
  });

  test('a row of a table is one row', () => {
    const table = '| what | how many |\n|---|--:|\n| trips | 25,000 |\n| pairs | 58 |';
    const of = work({ en: table, ru: '| что | сколько |\n|---|--:|\n| рейсы | 25 000 |\n| пары | 58 |' });
    expect(rows(of, ['en', 'ru']).slice(1)).toEqual([
      ['what + how many', 'что + сколько'],
      ['trips + 25,000', 'рейсы + 25 000'],
      ['pairs + 58', 'пары + 58'],
    ]);
  });

  test('a finding stands in the row of its block', () => {
    const of = work({
      en: `${first}\n\n${third}`,
      ru: `${ru.first}\n\n${ru.third.replace('13', '14')}`,
    });
    const found = rowsOf(of, ['en', 'ru'], compare(of)).map(({ findings }) => findings.map(({ rule }) => rule));
    expect(found).toEqual([[], [], ['figures/value']]);
  });

  test('a document that only a translation has', () => {
    const of = work({ ru: ru.first });
    expect(rows(of, ['ru'])).toEqual([['ru'], [ru.first]]);
  });
});

describe('joints', () => {
  /** Every figure with the number of its joint, as it comes up first, and its state. */
  function joints(of: Work): string[] {
    const found = jointsOf(of);
    const names: string[] = [];
    const numberOf = (name = '') => (names.includes(name) ? names.indexOf(name) : names.push(name) - 1);
    return of.documents.flatMap(({ locale, blocks }) =>
      blocks
        .flatMap(({ figures }) => figures)
        .filter(({ soft }) => !soft)
        .map((figure) => `${locale} ${figure.text} ${numberOf(found.of(figure)?.name)} ${found.of(figure)?.state}`),
    );
  }

  test('join what says the same, and name what does not', () => {
    const of = work({
      en: 'It was US$460 million in 1992. They made 25,000 trips.',
      zh: '1992年为4.6亿美元。开行列车。',
      ru: 'В 1992 году было 460 млрд долларов США. Совершено 25 тыс. рейсов и 7 поездок.',
    });
    expect(joints(of)).toEqual([
      'en US$460 million 0 differs',
      'en 1992 1 agrees',
      'en 25,000 2 missing',
      'zh 1992年 1 agrees',
      'zh 4.6亿美元 0 agrees',
      'ru 1992 году 1 agrees',
      'ru 460 млрд долларов США 0 differs',
      'ru 25 тыс. 2 agrees',
      'ru 7 3 extra',
    ]);
  });

  test('a language whose numbers are not read is not compared', () => {
    const of = work({ en: 'It paid US$70 billion.', sw: 'Ililipa dola bilioni 70.' });
    expect(joints(of)[0]).toBe('en US$70 billion 0 alone');
  });
});

test('a block reads as in its file: figures told apart, code and marks of notes in their places', () => {
  const of = work({ en: 'Use `npm ci`[^1] for **25,000** trips &amp; more.\n\n[^1]: Note.' });
  const [document] = of.documents;
  const block = document?.blocks.find(({ kind }) => kind === 'paragraph');
  expect(document && block && piecesOf(block, document.source).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'text Use ',
    'code npm ci',
    'code [^1]',
    'text  for ',
    'figure 25,000',
    'text  trips & more.',
  ]);
});
