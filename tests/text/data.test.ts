import { describe, expect, test } from 'vitest';
import { readFigures } from '../../src/figures/reading/read.ts';
import { markFigures } from '../../src/text/data.ts';
import { parseMarkdown } from '../../src/text/markdown.ts';

/** The body of a Markdown text with `<i>` around each of its figures. */
function marked(text: string): string {
  const parsed = parseMarkdown({ path: 'content/en/a.md', text }, { locale: 'en', slug: 'a' });
  const blocks = parsed.blocks.map((block) => ({ ...block, figures: readFigures(block.text, 'en') }));
  const body = parsed.document.body();
  const set = markFigures(body, blocks as never, ({ value }) => ({ name: 'i', attributes: { title: String(value) } }));
  expect(set.replace(/<i title="[^"]*">|<\/i>/g, '')).toBe(body);
  return [...set.matchAll(/<i title="([^"]*)">(.*?)<\/i>/gs)]
    .map(([, value, words]) => `${value}: ${words}`)
    .join(' | ');
}

describe('figures in a body', () => {
  test.each([
    ['in their place among others alike', 'The 2022 report counts 2, then 22.', '2022: 2022 | 2: 2 | 22: 22'],
    ['behind signs that are escaped', 'A < B & C: 12.5% &amp; 7 km', '12.5: 12.5% | 7: 7 km'],
    ['with markup within', 'more than **5** million tonnes', '5000000: more than <strong>5</strong> million tonnes'],
    ['within markup', '**more than 30 km** away', '30: more than 30 km'],
    ['not where they begin in one element and end in another', '**US$50** billion and 3%', '3: 3%'],
    [
      'behind code, an address and the mark of a note',
      '`5` at https://example.org/12 [^1] in 2019\n\n[^1]: 4 men',
      '2019: 2019 | 4: 4',
    ],
    [
      'in lists, quotations, captions and tables',
      '- 2 km\n\n> 3 km\n\n: 4 km\n\n| a |\n| - |\n| 5 km |',
      '2: 2 km | 3: 3 km | 4: 4 km | 5: 5 km',
    ],
    ['over a line end', 'about 5\nmillion people', '5000000: about 5\nmillion'],
  ])('%s', (_, text, expected) => {
    expect(marked(text).replaceAll('\n', ' ')).toBe(expected.replaceAll('\n', ' '));
  });
});
