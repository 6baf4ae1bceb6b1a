/** What may begin and end a line on paper, in each script. */
import { beforeAll, describe, expect, test } from 'vitest';
import { linesOf, printed } from './paper.ts';

async function lines(locale: string, paragraphs: readonly string[]): Promise<string[]> {
  const text = `---\ntitle: x\nauthor: x\ndate: 2022-03-15\n---\n\n${paragraphs.join('\n\n')}\n`;
  const files = {
    'hexapla.yaml': `locales: [${locale}]\noutputs: [pdf]\n`,
    [`content/${locale}/strings.json`]: JSON.stringify({ publication: { name: 'x' } }),
    [`content/${locale}/a.md`]: text,
  };
  const all = linesOf(await printed(files, `${locale}/a.pdf`));
  // Heads and feet of pages are short.
  return all.filter((line) => line.length > 20);
}

/** Paragraphs whose every line breaks elsewhere: each begins with one letter more than the last. */
function shifted(letter: string, text: string): string[] {
  return Array.from({ length: 36 }, (_, i) => letter.repeat(i + 1) + text);
}

describe('zh', () => {
  const text = '“丝绸之路”（《一带一路》）——中国；“友好”，《合作》：共赢！中亚、‘五国’……'.repeat(4);
  let found: readonly string[] = [];
  beforeAll(async () => {
    found = await lines('zh', shifted('字', text));
  }, 60_000);

  test('no line ends with a mark that opens, none begins with one that closes', () => {
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((line) => /[“‘《（]$/.test(line))).toEqual([]);
    expect(found.filter((line) => /^[”’》），。、；：！？]/.test(line))).toEqual([]);
  });

  test('a dash of two cells and an ellipsis are never broken', () => {
    expect(found.join('\n').replace(/——|……/g, '')).not.toMatch(/[—…]/);
  });
});

describe('ru', () => {
  const text = ' Он был в Алматы — и не раз, а с 5 до 70 млрд долларов США на 30 % у неё к 2030 году;'.repeat(4);
  let found: readonly string[] = [];
  beforeAll(async () => {
    found = await lines('ru', shifted('ы', text));
  }, 60_000);

  test('no line begins with a dash, ends with a short preposition, or parts a number from its unit', () => {
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((line) => /^—/.test(line))).toEqual([]);
    expect(found.filter((line) => /(?:^| )(?:в|и|не|а|с|до|на|у|к)$/i.test(line))).toEqual([]);
    expect(found.filter((line) => /^(?:млрд|долларов|%|году)/.test(line))).toEqual([]);
  });
});

describe('en', () => {
  const text = ' The cooperation of 70 billion people in Kazakhstan -- all "understand" development.'.repeat(4);
  let found: readonly string[] = [];
  beforeAll(async () => {
    found = await lines('en', shifted('m', text));
  }, 60_000);

  test('words are parted, and the hyphen is no part of the text', () => {
    expect(found.some((line) => line.endsWith('coop'))).toBe(true);
    // All but those over the end of a page.
    expect(found.join('').match(/cooperation/g)?.length).toBeGreaterThan(36 * 4 - 8);
  });

  test('names and figures are not', () => {
    expect(found.join('\n').match(/Kazakhstan/g)).toHaveLength(36 * 4);
    expect(found.join('\n').match(/70 billion/g)).toHaveLength(36 * 4);
  });

  test('a typed dash stands closed, and marks are those of the language', () => {
    expect(found.join(' ')).toContain('Kazakhstan—all “understand”');
  });
});
