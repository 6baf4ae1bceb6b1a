import { expect, test } from 'vitest';
import { anchorsOf } from '../../src/layouts/anchors.ts';
import type { Block } from '../../src/model.ts';

const span = { path: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** `# Head`, `Paragraph`, `| cell` … as blocks without figures. */
function document(...texts: readonly string[]): { readonly blocks: readonly Block[] } {
  const blocks = texts.map((text, n): Block => {
    const base = { text, span, segments: [], within: [], figures: [] };
    if (text.startsWith('# ')) return { ...base, kind: 'heading', level: 2, id: text };
    if (!text.startsWith('| ')) return { ...base, kind: 'paragraph' };
    return { ...base, kind: 'cell', within: ['table1'], cell: { row: 0, column: n - 1 } };
  });
  return { blocks };
}

const source = document('# Trade', 'First paragraph of the text.', 'A second one, which is longer.', 'Third.');

test('a block has the anchor of the block that it translates', () => {
  const translated = document('# Торговля', 'Первый абзац текста.', 'Второй, он длиннее.', 'Третий.');
  const anchors = anchorsOf(source, source);
  expect(new Set(anchors).size).toBe(4);
  expect(anchorsOf(translated, source)).toEqual(anchors);
});

test('also where a block is missing or one too many', () => {
  const [head, first, , third] = anchorsOf(source, source);
  const fewer = document('# Торговля', 'Первый абзац текста.', 'Третий.');
  expect(anchorsOf(fewer, source).slice(0, 2)).toEqual([head, first]);
  expect(anchorsOf(fewer, source)).not.toContain(undefined);
  expect([first, third, anchorsOf(source, source)[2]]).toContain(anchorsOf(fewer, source)[2]);
});

test('it stays when others come and go, and two that say the same are two', () => {
  const [, first] = anchorsOf(source, source);
  const later = document(
    '# News',
    'Something new.',
    '# Trade',
    'First paragraph of the text.',
    'First paragraph of the text.',
  );
  expect(anchorsOf(later, later).slice(3)).toEqual([first, `${first}-2`]);
});

test('of a table only its first cell has one', () => {
  const table = document('# Trade', '| Year', '| Value');
  expect(anchorsOf(table, table).map((anchor) => anchor !== undefined)).toEqual([true, true, false]);
});
