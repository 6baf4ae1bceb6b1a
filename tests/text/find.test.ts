import { expect, test } from 'vitest';
import type { Document, Edition, TextBlock } from '../../src/model.ts';
import { findInEdition, findInSources } from '../../src/text/find.ts';

const span = { path: 'content/en/a.md', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function edition(text: string, blocks: readonly Pick<TextBlock, 'text' | 'segments'>[], strings = '{}'): Edition {
  const document: Document = {
    source: { path: 'content/en/a.md', text },
    slug: 'a',
    locale: 'en',
    meta: { title: 'A', extra: {} },
    blocks: blocks.map((block) => ({ ...block, kind: 'paragraph', span, within: [], figures: [] })),
    links: [],
    suppressions: [],
    body: () => '',
    outline: [],
  };
  const source = { path: 'content/en/strings.json', text: strings };
  return { locale: 'en', documents: [document], strings: { source, entries: {} } };
}

test('finds what a document says, at its place in the file', () => {
  const text = '---\r\ntitle: A\r\n---\r\n<!-- ☃ -->\r\nIt is a ☃ here.';
  const at = text.lastIndexOf('It is');
  const blocks = [{ text: 'It is a ☃ here.', segments: [{ at: 0, length: 15, from: at, sourceLength: 15 }] }];
  expect(findInEdition('☃', edition(text, blocks))).toEqual({
    path: 'content/en/a.md',
    start: { line: 5, column: 9 },
    end: { line: 5, column: 10 },
  });
});

test('finds an entity as it is written', () => {
  const text = 'one\n\nIt is &#x2603;!';
  const segments = [
    { at: 0, length: 6, from: 5, sourceLength: 6 },
    { at: 6, length: 1, from: 11, sourceLength: 8 },
    { at: 7, length: 1, from: 19, sourceLength: 1 },
  ];
  expect(findInEdition('☃', edition(text, [{ text: 'It is ☃!', segments }]))).toMatchObject({
    start: { line: 3, column: 7 },
    end: { line: 3, column: 15 },
  });
});

test('finds what stands in code, which is not in the text of a block', () => {
  expect(findInEdition('😀', edition('a `x😀`', [{ text: 'a \ufffc', segments: [] }]))).toMatchObject({
    start: { line: 1, column: 5 },
    end: { line: 1, column: 7 },
  });
});

test('finds what only the strings say, and not what nobody says', () => {
  const only = edition('a', [], '{\n  "more": "☃"\n}');
  expect(findInEdition('☃', only)).toMatchObject({ path: 'content/en/strings.json', start: { line: 2, column: 12 } });
  expect(findInEdition('☄', only)).toBeUndefined();
});

test('finds the first of several files that has it', () => {
  const sources = [
    { path: 'a', text: 'x' },
    { path: 'b', text: 'x\ny' },
    { path: 'c', text: 'y' },
  ];
  expect(findInSources('y', sources)).toMatchObject({ path: 'b', start: { line: 2, column: 1 } });
});
