import { expect, test } from 'vitest';
import { partsOf, rowsOf } from '../../src/text/rows.ts';

const html = `<h2 id="a">Head</h2>
<p>One “long” text of 1992.<sup><a href="#footnote-1" data-footnote-ref="">1</a></sup> It goes on.</p>
<hr>
<ul><li>Item <em>a</em></li><li>Item b</li></ul>
<figure><img src="x.png" alt="A chart"><figcaption>Growth</figcaption></figure>
<section class="footnotes"><ol><li id="footnote-1"><p>A note.</p></li></ol></section>`;
// The first is of the front matter, and no part of the body.
const texts = ['', 'Head', 'One "long" text of 1992. It goes on.', 'Item a', 'Item b', 'A chart', 'Growth', 'A note.'];

test('elements have the blocks that they say', () => {
  const parts = partsOf(html, texts);
  expect(parts.map(({ blocks }) => blocks)).toEqual([[1], [2], [], [3, 4], [5, 6], [7]]);
  expect(parts.map((part) => part.html).join('\n')).toBe(html);
});

test('a block that no element says keeps none behind it from its place', () => {
  expect(partsOf('<p>One</p><p>Three</p>', ['One', 'Two', 'Three']).map(({ blocks }) => blocks)).toEqual([[0], [1, 2]]);
});

/** Elements with one block each. */
const column = (...names: string[]) => names.map((name, n) => ({ html: name, blocks: [n] }));
const straight = (...pairs: [number[], number[]][]) => pairs.map(([source, target]) => ({ source, target }));

test('what says the same stands side by side', () => {
  const pairs = straight([[0], [0]], [[1], [1]]);
  expect(rowsOf([column('a', 'b'), column('A', 'B')], [pairs])).toEqual([
    ['a', 'A'],
    ['b', 'B'],
  ]);
});

test('two of one answer to one of the other, a cell is empty where one is missing, an own one follows', () => {
  const pairs = straight([[0, 1], [0]], [[2], []], [[], [1]], [[3], [2]]);
  expect(rowsOf([column('a', 'b', 'c', 'd'), column('AB', 'own', 'D')], [pairs])).toEqual([
    ['a', 'AB\nown'],
    ['b', ''],
    ['c', ''],
    ['d', 'D'],
  ]);
});

test('an element without text stands with the one before it', () => {
  const target = [
    { html: 'A', blocks: [0] },
    { html: '<hr>', blocks: [] },
    { html: 'B', blocks: [1] },
  ];
  expect(rowsOf([column('a', 'b'), target], [straight([[0], [0]], [[1], [1]])])).toEqual([
    ['a', 'A\n<hr>'],
    ['b', 'B'],
  ]);
});

test('three texts make three columns', () => {
  const same = straight([[0], [0]]);
  expect(rowsOf([column('a'), column('A'), column('α')], [same, same])).toEqual([['a', 'A', 'α']]);
});
