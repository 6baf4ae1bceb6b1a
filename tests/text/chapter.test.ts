import { expect, test } from 'vitest';
import { asChapter, chapterId, idOf } from '../../src/text/chapter.ts';

test('ids of a chapter have its own before them, and so has what leads to them or names them', () => {
  const html =
    '<h2 id="a">A</h2><p><a href="#a">see</a> <a href="https://example.org/#a">out</a></p><table><tr><th id="h1">x</th><td headers="h1 a">y</td></tr></table><svg><path id="p" fill="url(#g)"/></svg><p>id="a" href="#a"</p>';
  expect(asChapter(html, chapterId(2))).toBe(
    '<h2 id="~2-a">A</h2><p><a href="#~2-a">see</a> <a href="https://example.org/#a">out</a></p><table><tr><th id="~2-h1">x</th><td headers="~2-h1 ~2-a">y</td></tr></table><svg><path id="~2-p" fill="url(#~2-g)"/></svg><p>id="a" href="#a"</p>',
  );
});

test('what leads to another chapter stays', () => {
  expect(asChapter('<a href="#~3-a">there</a><span data-page-of="~3-a"></span>', '~2')).toBe(
    '<a href="#~3-a">there</a><span data-page-of="~3-a"></span>',
  );
});

test('an id is the same however a link writes it', () => {
  expect(
    asChapter('<h2 id="торговля"></h2><a href="#%D1%82%D0%BE%D1%80%D0%B3%D0%BE%D0%B2%D0%BB%D1%8F"></a>', '~1'),
  ).toBe('<h2 id="~1-торговля"></h2><a href="#~1-торговля"></a>');
});

test('a fragment that is no encoded text is the id', () => {
  expect(idOf('100%')).toBe('100%');
});
