import { describe, expect, test } from 'vitest';
import { batches, Lengths, sharingKey } from '../../src/pdf/sharing.ts';

const common = 'body { margin: 0 } a { color: #1c1a18; }';

function html(body: string, { css = common, own = '', head = '', title = 'A' } = {}): string {
  const style = own === '' ? '' : `<style>${own}</style>\n`;
  return `<!doctype html><html lang="en"><head>${head}<title>${title}</title>\n<style>${css}</style>\n${style}</head>\n<body>${body}</body></html>\n`;
}

describe('two documents share a print', () => {
  const key = sharingKey(html('<p>x</p>'));

  test.each([
    ['whatever they say', html('<p id="a">y</p><a href="#a">z</a>')],
    ['whatever they are called', html('<p>x</p>', { title: 'B' })],
    ['whoever wrote them', html('<p>x</p>', { head: '<meta name="author" content="C">' })],
    [
      'whatever their pages are to say',
      html('<p>x</p>', { own: '@page { @top-left { content: "}\\"{" } }\n@page :first { }' }),
    ],
  ])('%s', (_, other) => {
    expect(key).toBeDefined();
    expect(sharingKey(other)).toBe(key);
  });

  test.each([
    ['of another language', html('<p>x</p>').replace('lang="en"', 'lang="ru"')],
    ['of another style', html('<p>x</p>', { css: 'p { margin: 0 }' })],
    ['of a style of its own', html('<p>x</p>', { own: '@page { margin: 0 } p { margin: 0 }' })],
  ])('unless one is %s', (_, other) => {
    expect(sharingKey(other)).toBeDefined();
    expect(sharingKey(other)).not.toBe(key);
  });
});

describe('a document is printed alone', () => {
  test.each([
    ['if it is long', html('x'.repeat(70_000))],
    ['if it speaks of its pages', html('<span data-page-of="a"></span>')],
    ['if it has styles within', html('<svg><style>path { fill: red }</style></svg>')],
    ['if its body is not plain', html('<p>x</p>').replace('<body>', '<body dir="rtl">')],
    ['if it has no body', '<p>x</p>'],
    ['if it places something on paper', html('<p style="position: absolute">x</p>')],
  ])('%s', (_, one) => expect(sharingKey(one)).toBeUndefined());

  test.each([
    'p { position: fixed }',
    'h2 { counter-increment: h2 }',
    '#a { color: red }',
    'a[href^="#"] { color: red }',
    'a::after { content: attr(href) }',
    'body + body { color: red }',
    'body:only-of-type p { color: red }',
    ':root:has(table) p { color: red }',
    'body { background: red }',
    ':root { overflow: hidden }',
  ])('if its style sheet might see that it is not: %s', (css) =>
    expect(sharingKey(html('<p>x</p>', { css }))).toBeUndefined(),
  );

  test.each([
    'a { color: #abc }\np:has(> a) { color: #fff; }',
    ':root { --a: 1 } html { font: 9pt serif } body, h1 { margin: 0 } body > p { color: red }',
    '@page { @bottom-center { content: counter(page) } }',
  ])('but not for this: %s', (css) => expect(sharingKey(html('<p>x</p>', { css }))).toBeDefined());
});

test('what is to be printed comes in batches of one key, in its order', async () => {
  const inBatches = async (all: readonly string[]) => {
    const found: string[] = [];
    const keyOf = (one: string) => (one === '-' ? undefined : one[0]);
    for await (const { all: batch, isAlone } of batches(all, keyOf))
      found.push(`${batch.join(' ')}${isAlone ? ' alone' : ''}`);
    return found;
  };
  expect(await inBatches(['a1', '-', 'a2', 'a3', 'a4', 'b1', 'b2', '-', 'a5'])).toEqual([
    '- alone',
    'a1 a2 a3',
    'a4',
    '- alone',
    'b1 b2',
    'a5',
  ]);
  const many = Array.from({ length: 100 }, (_, n) => `a${n}`);
  const found = await inBatches(many);
  expect(found.join(' ')).toBe(many.join(' '));
  // The first ones are to be there soon.
  expect(found.map((batch) => batch.split(' ').length).slice(0, 4)).toEqual([3, 6, 12, 12]);
});

test('the number of pages is guessed after those that were printed before', () => {
  const lengths = new Lengths();
  expect(lengths.guess(100)).toBe(1);
  for (let n = 0; n < 9; n += 1) lengths.learn(9_000 + 4_000 * 2.5, 3);
  expect([1, 2, 3, 9].map((pages) => lengths.guess(9_000 + 4_000 * (pages - 0.5)))).toEqual([1, 2, 3, 9]);
});
