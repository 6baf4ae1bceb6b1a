import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/model.ts';
import { parseMarkdown } from '../../src/text/markdown.ts';
import { growth, LINEAR } from '../growth.ts';

function parse(text: string) {
  return parseMarkdown({ path: 'content/en/a.md', text }, { locale: 'en', slug: 'a' });
}

function place({ start, end }: Span): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function blocks(text: string): string[] {
  return parse(text).blocks.map(({ kind, text: words, within, level, id, cell, span }) =>
    [kind, level, id, cell && `${cell.row},${cell.column}`, ...within, words, place(span)]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

function findings(text: string): string[] {
  return parse(`---\ntitle: T\n---\n${text}`).findings.map(
    ({ rule, message, span }) => `${rule} ${place(span)} ${message}`,
  );
}

/** The body without what says which blocks its elements hold. */
function body(text: string): string {
  return parse(text)
    .document.body()
    .replace(/ data-block="\d+"/g, '');
}

describe('blocks', () => {
  test.each([
    [
      'headings',
      '# One *two*\n\nOne\n---\n\n## One',
      ['heading 1 one-two One two 1:1-1:12', 'heading 2 one One 3:1-4:4', 'heading 2 one-1 One 6:1-6:7'],
    ],
    [
      'containers',
      '> - a\n\n1. b\n   - c',
      ['item quote1 list1 a 1:5-1:6', 'item list2 b 3:4-3:5', 'item list2 list3 c 4:6-4:7'],
    ],
    [
      'a table',
      ': Cap\n\n|a|b \\| c|\n|-|-|\n|1||',
      [
        'caption Cap 1:3-1:6',
        'cell 0,0 table1 a 3:2-3:3',
        'cell 0,1 table1 b | c 3:4-3:10',
        'cell 1,0 table1 1 5:2-5:3',
        'cell 1,1 table1  5:4-5:4',
      ],
    ],
    ['a picture', '![Alt *t*](c.svg "A &amp; \\"b\\"")', ['caption Alt t 1:3-1:9', 'caption A & "b" 1:19-1:32']],
    [
      'notes in the order of their marks',
      'a[^b] c[^a]\n\n[^a]: A\n[^b]: B',
      ['paragraph a\ufffc c\ufffc 1:1-1:12', 'note note1 B 4:7-4:8', 'note note2 A 3:7-3:8'],
    ],
    [
      'code, addresses and foreign tags',
      'a `b` <https://c.d> 10<sup>9</sup> <b>e</b>',
      ['paragraph a \ufffc \ufffc 10\ufffc9\ufffc e 1:1-1:40'],
    ],
    ['a line end between Han characters', '中\n亚 a\nb', ['paragraph 中亚 a b 1:1-3:2']],
    ['a second definition of a target', '> [a]: /u\n> [a]: /v\n>\n> v [a]', ['paragraph quote1 v a 4:3-4:7']],
    ['a mark that is no definition', 'A[^1]: b\n\n[^1]: c', ['paragraph A\ufffc: b 1:1-1:9', 'note note1 c 3:7-3:8']],
    [
      'a note within a list',
      '- a[^1]\n\n  [^1]: c\n- d',
      ['item list1 a\ufffc 1:3-1:8', 'item list1 d 4:3-4:4', 'note note1 c 3:9-3:10'],
    ],
  ])('%s', (_, text, expected) => {
    expect(blocks(text)).toEqual(expected);
  });
});

test('a bare address ends before a full-width mark, and keeps letters of any script', () => {
  const { document } = parse(
    '见https://example.org/a，另见 www.example.org（英文）。百科：https://zh.wikipedia.org/wiki/中国 等',
  );
  expect(document.links.map(({ target }) => target)).toEqual([
    ...['https://example.org/a', 'http://www.example.org', 'https://zh.wikipedia.org/wiki/中国'],
  ]);
});

test('links have the places of their targets', () => {
  const { links } = parse('[a](b.md "](x") [c \\[d\\]](<e f.md>) ![g](h.png) [i]\n\n[i]: j.md?x&amp;y').document;
  expect(links.map(({ kind, target, span }) => `${kind} ${target} ${place(span)}`)).toEqual([
    'link b.md 1:5-1:9',
    'link e f.md 1:28-1:34',
    'image h.png 1:42-1:47',
    'link j.md?x&y 1:49-1:52',
  ]);
});

test('suppressions speak of the block that follows or holds them', () => {
  const text =
    '<!-- hexapla-ignore figures/value: why -->\n\na\n\nb <!-- hexapla-ignore links -->[^1]\n\n<!-- hexapla-ignore x: y -->\n\n[^1]: n';
  const { suppressions } = parse(text).document;
  expect(suppressions.map(({ rule, reason, block }) => [rule, reason, block])).toEqual([
    ['figures/value', 'why', 0],
    ['links', '', 1],
    ['x', 'y', -1],
  ]);
});

test('a suppression may have a last day', () => {
  const text =
    '<!-- hexapla-ignore figures/value until 2028-02-29: why: so -->\n\na\n\n<!-- hexapla-ignore links until 2027-02-29: y -->\n\nb\n\n<!-- hexapla-ignore until: y -->\n\nc';
  const { suppressions } = parse(text).document;
  expect(suppressions.map(({ rule, reason, until }) => [rule, reason, until])).toEqual([
    ['figures/value', 'why: so', '2028-02-29'],
    ['links', 'y', undefined],
    ['until', 'y', undefined],
  ]);
});

test.each([
  [
    'b <!-- hexapla-ignore links until the end of March: so -->',
    [
      'suppress/date 4:3-4:59 the finding links is suppressed until “the end of March”, which is no day of the calendar',
    ],
  ],
  [
    'b <!-- hexapla-ignore links until: so -->',
    ['suppress/date 4:3-4:42 the finding links is suppressed until “”, which is no day of the calendar'],
  ],
  ['b <!-- hexapla-ignore links -->', ['suppress/reason 4:3-4:32 the finding links is suppressed without a reason']],
  ['`[^1]` a[^1]', ['markdown/footnote 4:9-4:13 the note [^1] has no text']],
  ['[^1]: a', ['markdown/footnote 4:1-4:5 no mark in the text refers to the note [^1]']],
  [
    'a <i onclick="b()" style="c">d</i>',
    ['markdown/html 4:3-4:30 the page leaves out onclick and style, which could run a program or override the layout'],
  ],
  [
    '<script>\na\n</script>',
    ['markdown/html 4:1-6:10 the page leaves out <script>, which could run a program or override the layout'],
  ],
  [
    '<a href="java&#115;cript:a">b</a>',
    ['markdown/html 4:1-4:29 the page leaves out javascript:, which could run a program or override the layout'],
  ],
  [
    '[b](javascript:a)',
    ['markdown/html 4:5-4:17 the page leaves out javascript:, which could run a program or override the layout'],
  ],
  ['<b>a</b> <ruby>漢<rt>かん</rt></ruby> [c](mailto:d@e.f)', []],
])('finding: %s', (text, expected) => {
  expect(findings(text)).toEqual(expected);
});

test('a document without a title has a finding and its first heading', () => {
  const { document, findings: found } = parse('# Head');
  expect([document.meta.title, found.map(({ rule, message }) => `${rule}: ${message}`)]).toEqual([
    'Head',
    ['meta/title: the document has no title; “Head” stands in for it'],
  ]);
});

test.each([
  ['---\ntitle: "a\n---\n', '2:10: the front matter is not YAML: Missing closing "quote'],
  ['---\n- a\n---\n', '2:1: the front matter is not a list of fields; lines like “title: Trade” were expected'],
  ['---\ntitle: a\n', '1:1: the front matter that begins here does not end; a line with --- alone was expected'],
  ['---\na: b\ntitle: [a]\n---\n', '3:8: title is a list; a text was expected'],
  [
    '---\r\ntitle: a\r\ndate: 2022-02-30\r\n---\r\n',
    '3:7: date is “2022-02-30”; a calendar date such as 2022-03-15 was expected',
  ],
  ['---\ndate: {a: b}\n---\n', '2:7: date is a group of fields; a calendar date such as 2022-03-15 was expected'],
])('front matter: %j', (text, message) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: 2, message: `content/en/a.md:${message}` }));
});

test.each(['>', '- '])('nested too deep: %s', (sign) => {
  expect(() => parse(`${sign.repeat(5_000)}a`)).toThrow(expect.objectContaining({ code: 2 }));
});

test('a picture each for a hundred thousand words', () => {
  expect(parse('![a](b) '.repeat(130_000)).blocks.length).toBe(130_000);
});

test('front matter of every kind', () => {
  const { document } = parse(
    "---\r\ndate: 2022-01-25\r\nabstract: >\r\n  a\r\n  b\r\ndoi: 1\r\ntitle: 'It''s'\r\n---\r\n",
  );
  expect(document.meta).toEqual({ date: '2022-01-25', abstract: 'a b', title: "It's", extra: { doi: 1 } });
  expect(blocks('---\ntitle: 1992\n---\n')).toEqual(['meta 1992 2:8-2:12']);
});

test.each([
  ['scripts and frames', 'a <script>b</script><iframe src="c"></iframe>\n\n<style>d</style>', '<p>a </p>\n'],
  ['handlers and styles', '<i onclick="a" style="b" class="c">d</i>', '<p><i class="c">d</i></p>\n'],
  ['addresses', '[a](javascript:b) [c](//d.e)', '<p><a>a</a> <a>c</a></p>\n'],
  [
    'what may stay',
    '<b>a *b*</b> <ruby>漢<rt>かん</rt></ruby>',
    '<p><b>a <em>b</em></b> <ruby>漢<rt>かん</rt></ruby></p>\n',
  ],
])('HTML: %s', (_, text, expected) => {
  expect(body(text).trimEnd()).toBe(expected.trimEnd());
});

test('HTML of tables: heads of rows, columns of numbers, a caption', () => {
  const html = body(': *C*\n\n|a|b|\n|:-|-:|\n|x|$5|\n|y|1,000|');
  expect(html).toContain('<table>\n<caption><em>C</em></caption>\n<thead>\n<tr><th scope="col" class="left">a</th>');
  expect(html).toContain('<tr><th scope="row" class="left">x</th><td class="right number">$5</td></tr>');
  expect(html).not.toContain('<p>');
});

test('a single tilde strikes nothing out: 28億~31億 is a range', () => {
  expect(body('利益は28億~31億円(2~3%)、~~古い~~。')).toBe('<p>利益は28億~31億円(2~3%)、<del>古い</del>。</p>\n');
});

test('an element of the body says which block it holds, and nothing else does', () => {
  const { document, blocks } = parse(
    '# H\n\nOne.\n\n- two\n- [x] three\n\n> four\n\n: Caption\n\n| a | b |\n| - | - |\n| c | 5 |\n\n<p data-block="1">raw</p>\n\nSix.[^1]\n\n[^1]: seven',
  );
  const held = [...document.body().matchAll(/<(\w+)[^>]* data-block="(\d+)"[^>]*>(?:<input[^>]*> )?([^<]*)/g)];
  expect(held.map(([, , index, text = '']) => [blocks[Number(index)]?.text.replace('\ufffc', ''), text])).toEqual(
    held.map(([, , , text = '']) => [text.trim(), text]),
  );
  expect(held.map(([, tag]) => tag).join(' ')).toBe('h1 p li li p caption th th th td p p');
});

test('HTML of notes: a way back for each mark, also from other notes', () => {
  const html = body('a[^1] b[^2]\n\n[^1]: x\n[^2]: y[^1]');
  expect(html).toContain('<sup><a id="footnote-ref-1" href="#footnote-1" data-footnote-ref');
  expect(html).toMatch(
    /<li id="footnote-1"><p>x <a href="#footnote-ref-1" data-footnote-backref[^>]*>↩<\/a> <a href="#footnote-ref-1-2"/,
  );
  expect(html).toContain('<section class="footnotes" data-footnotes');
});

test.each([
  ['marks', 5000, (n: number) => Array.from({ length: n }, (_, i) => `[^${i}]`).join(' ')],
  ['paragraphs', 7500, (n: number) => 'a\n\n'.repeat(n)],
  ['suppressions without an end of their day', 2500, (n: number) => `<!-- hexapla-ignore a until ${'x '.repeat(n)}-->`],
  ['comments that do not end', 2500, (n: number) => '<!-- hexapla-ignore a: '.repeat(n)],
  ['tags that do not end', 5000, (n: number) => '<div "\n'.repeat(n)],
  ['spaces', 50_000, (n: number) => `a${' '.repeat(n)}b`],
  ['a cell of spaces', 25_000, (n: number) => `|a|b|\n|-|-|\n|$${' '.repeat(n)}x1${' '.repeat(n)}|\n`],
  ['a title of spaces', 50_000, (n: number) => `---\ntitle: "a${' '.repeat(n)}b"\n---\n`],
])('four times as many %s take no more than some four times the time', (_, size, text) => {
  const parsing = (times: number) => {
    const given = text(times);
    return () => parse(given);
  };
  expect(growth(parsing, size)).toBeLessThan(LINEAR);
});
