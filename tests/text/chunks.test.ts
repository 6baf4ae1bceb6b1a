import { expect, test } from 'vitest';
import { chunksOf } from '../../src/text/chunks.ts';

test('a body is cut beside its outermost blocks', () => {
  const chunks = [
    '<p>One <em>two</em>.</p>\n',
    '<ul><li><p>Three</p><ul><li>four</li></ul></li></ul>\n',
    '<div><p>Five</p><div>six</div></div>',
    '<p>Seven<br>eight</p>\n',
    '<table><tbody><tr><td>9</td></tr></tbody></table>',
  ];
  expect(chunksOf(chunks.join(''))).toEqual(chunks);
});

test('what is no block stays together, with the code and the pictures in it', () => {
  expect(chunksOf('<p>a</p>\n<em>b</em> <code>c</code>\n<pre>d</pre><img src="e">f<p>g</p>')).toEqual([
    '<p>a</p>',
    '\n<em>b</em> <code>c</code>\n<pre>d</pre><img src="e">f',
    '<p>g</p>',
  ]);
});

test('what is not closed goes on to the end', () => {
  expect(chunksOf('<p>a</p><div><p>b</p><p>c</p>')).toEqual(['<p>a</p>', '<div><p>b</p><p>c</p>']);
  expect(chunksOf('a < b')).toEqual(['a < b']);
  expect(chunksOf('')).toEqual([]);
});
