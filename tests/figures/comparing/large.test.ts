import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../src/figures/comparing/documents.ts';
import type { Document } from '../../../src/model.ts';
import { localise } from '../../../src/stages/localise.ts';
import { growth, LINEAR } from '../../growth.ts';

/** Deterministic, and with hardly a number twice. */
const number = (n: number) => 1000 + ((n * 7919) % 90_001);

const many = (count: number, text: (n: number) => string, join = '') =>
  Array.from({ length: count }, (_, n) => text(n)).join(join);

function documents(source: string, target: string): readonly [Document, Document] {
  const file = (locale: string, text: string) => ({ locale, file: { path: `content/${locale}/a.md`, text } });
  const files = [file('en', `---\ntitle: A\n---\n\n${source}\n`), file('ru', `---\ntitle: А\n---\n\n${target}\n`)];
  const [first, second] = localise({ slug: 'a', files }, 'en', { multiples: 'publisher' }).work.documents;
  if (!first || !second) throw new RangeError('Two documents were expected');
  return [first, second];
}

const row = (n: number) => `| ${number(n)} | ${number(n + 7)} % |\n`;
const table = (rows: string) => `| A | B |\n|---|---|\n${rows}`;
const sentence = (n: number) => `They counted ${number(n)} cars and $${number(n + 3)} million. `;
const translated = (n: number) => `Насчитали ${number(n)} машин и ${number(n + 3)} млн долларов. `;

/** Texts in which something is held against something else, of a size that grows. */
const texts: Readonly<Record<string, (size: number) => readonly [string, string]>> = {
  'figures in one paragraph': (size) => [many(size, sentence), many(size, translated)],
  'figures in one paragraph, all others': (size) => [many(size, sentence), many(size, (n) => translated(n + 40))],
  'figures that are missing': (size) => [many(size, sentence), 'Насчитали.'],
  'rows of a table': (size) => [table(many(size, row)), table(many(size, row))],
  'rows of a table, one of them missing': (size) => [table(many(size, row)), table(many(size - 1, row))],
  'items of a list': (size) => [
    many(size, (n) => `- ${number(n)} cars\n`),
    many(size, (n) => `- ${number(n)} машин\n`),
  ],
  'items of a list, half of them missing': (size) => [
    many(size, (n) => `- ${number(n)} cars\n`),
    many(size / 2, (n) => `- ${number(n * 2)} машин\n`),
  ],
  'paragraphs in one': (size) => [many(size, sentence, '\n\n'), many(size, translated)],
  'ranges in one paragraph': (size) => [
    many(size, (n) => `from ${n} to ${number(n)} cars, `),
    many(size, (n) => `от ${n} до ${number(n)} машин, `),
  ],
};

describe('no document makes it slow', () => {
  test.each(Object.keys(texts))('%s', (name) => {
    const comparing = (size: number) => {
      const [source, target] = documents(...(texts[name]?.(size) ?? ['', '']));
      // What was found is kept for texts as they were read: other blocks, other texts.
      return () => compareDocuments({ ...source, blocks: [...source.blocks] }, target);
    };
    expect(growth(comparing, 300), 'times as long for four times the text').toBeLessThan(LINEAR);
  });
});

describe('what thousands of figures say', () => {
  const differences = (source: string, target: string) =>
    compareDocuments(...documents(source, target)).flatMap((passage) =>
      passage.differences.map(({ slip, source: a, target: b }) => `${slip} ${a?.text ?? ''} ${b?.text ?? ''}`.trim()),
    );

  test('one wrong in a paragraph of four thousand', () => {
    const target = many(2000, (n) => translated(n).replace(`${number(1234)} машин`, '55 машин'));
    expect(differences(many(2000, sentence), target)).toEqual([`value ${number(1234)} 55`]);
  });

  test('a row that is missing in a table of three thousand, and one wrong behind it', () => {
    const source = table(many(3000, row));
    const target = source.replace(row(1000), '').replace(`| ${number(2000)} |`, '| 55 |');
    expect(differences(source, target)).toEqual([
      `missing ${number(1000)}`,
      `missing ${number(1007)} %`,
      `value ${number(2000)} 55`,
    ]);
  });

  test('the first half of a list is translated', () => {
    const found = differences(
      many(1000, (n) => `- ${number(n)} cars\n`),
      many(500, (n) => `- ${number(n) + (n === 400 ? 1 : 0)} машин\n`),
    );
    expect(found).toHaveLength(501);
    expect(found[0]).toBe(`value ${number(400)} ${number(400) + 1}`);
  });
});
