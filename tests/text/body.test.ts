import { expect, test } from 'vitest';
import { type BodyRules, pictures, setBody } from '../../src/text/body.ts';

const rules: BodyRules = {
  link: (target) => (target === 'lost.md' ? undefined : `to:${target}`),
  picture: (target, alternative) => `[${target}|${alternative}]`,
  notes: 'Notes & more',
  decimal: '.',
  back: (href, note) => `{${note} ${href}}`,
};

test.each([
  [
    'a link',
    '<p><a href="a.md?x&amp;y" title="T">A <em>b</em></a></p>',
    '<p><a href="to:a.md?x&amp;y" title="T">A <em>b</em></a></p>',
  ],
  [
    'a link that leads nowhere',
    '<p>See <a href="lost.md">this <em>text</em></a>.</p>',
    '<p>See this <em>text</em>.</p>',
  ],
  ['a link within the page', '<a href="#a">A</a> <a id="b">B</a>', '<a href="#a">A</a> <a id="b">B</a>'],
  ['a picture in a line', '<p>Of <img src="a.png" alt="an &lt;A&gt;"> here</p>', '<p>Of [a.png|an <A>] here</p>'],
  [
    'a picture alone',
    '<p><img src="a.png" alt="A" title="On &amp; on"></p>',
    '<figure>[a.png|A]<figcaption>On &amp; on</figcaption></figure>',
  ],
  ['a picture alone without title', '<p><img src="a.png" alt=""></p>', '<figure>[a.png|]</figure>'],
  ['a picture in a link', '<p><a href="b"><img src="a.png" alt="A"></a></p>', '<p><a href="to:b">[a.png|A]</a></p>'],
  ['a table', '<table><tr><td>1</td></tr></table>', '<div class="table"><table><tr><td>1</td></tr></table></div>'],
  [
    'words of someone',
    '<blockquote>\n<p>Be.</p>\n<p>— Someone</p>\n</blockquote><p>— not one</p>',
    '<blockquote>\n<p>Be.</p>\n<p class="attribution">— Someone</p>\n</blockquote><p>— not one</p>',
  ],
  ['markup in code', '<pre><code>&lt;a href="b"&gt;</code></pre>', '<pre><code>&lt;a href="b"&gt;</code></pre>'],
])('%s', (_, html, expected) => {
  expect(setBody(html, rules).replaceAll('<p class="short">', '<p>')).toBe(expected);
});

test.each([
  ['en', 'word '.repeat(49), 'word '.repeat(52)],
  ['zh', '中'.repeat(124), '中'.repeat(127)],
  ['markup', `<a href="#${'x'.repeat(300)}">word</a>`, `<em>${'word '.repeat(52)}</em>`],
])('marks a paragraph of three lines or fewer: %s', (_, short, long) => {
  expect(setBody(`<p>${short}</p><p>${long}</p>`, rules)).toBe(`<p class="short">${short}</p><p>${long}</p>`);
});

test('notes have the words of the language and a way back for every mention', () => {
  const html = `<p>A<sup><a id="footnote-ref-1" href="#footnote-1" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup></p>
<section class="footnotes" data-footnotes=""><h2 id="footnote-label" class="sr-only">Footnotes</h2><ol>
<li id="footnote-1"><p>One. <a href="#footnote-ref-1" data-footnote-backref="" aria-label="Back">↩</a> <a href="#footnote-ref-1-2" data-footnote-backref="" aria-label="Back">↩<sup>2</sup></a></p></li>
<li id="footnote-b"><p>Two. <a href="#footnote-ref-b" data-footnote-backref="" aria-label="Back">↩</a></p></li>
</ol></section>`;
  const set = setBody(html, rules).replaceAll('<p class="short">', '<p>');
  expect(set).toContain('<h2 id="footnote-label" class="sr-only">Notes &amp; more</h2>');
  expect(set).toContain('<p>One.{1 #footnote-ref-1}{1 #footnote-ref-1-2}</p>');
  expect(set).toContain('<p>Two.{2 #footnote-ref-b}</p>');
  expect(set).toContain('href="#footnote-1"');
  expect(set).not.toContain('↩');
});

test('names each picture once, in order', () => {
  expect(
    pictures('<img src="b.png"><p><img alt="x" src="a&amp;b.png"><img src="b.png"><img alt="no source"></p>'),
  ).toEqual(['b.png', 'a&b.png']);
});
