import { describe, expect, test } from 'vitest';
import { lex, toHtml } from '../../src/text/html.ts';
import { sanitise, sanitised } from '../../src/text/sanitise.ts';

function htmlOf(markdown: string): string {
  const tokens = lex(markdown);
  const ids = new Map(tokens.map((token) => [token, token.raw.replace(/[^\p{L}]+/gu, '-')]));
  const blocks = new Map(tokens.map((token, index) => [token, index]));
  return toHtml(tokens, { ids, blocks, captions: new Map(), notes: [], answers: new Map() });
}

describe('Markdown without HTML is sanitised without a parser, to the same HTML', () => {
  test.each([
    'Trade grew to “US$50 billion”, "over 50" by one count; AT&T\'s is 3 > 2.',
    '# Head\n\nA *word*, a **strong** one, a ~~lost~~ one and `a && "b"`.',
    '# 如何编刊\n\n## Как делается номер',
    '1. one\n2. two\n   - three\n\n     four\n\n7. five',
    '3. begins later',
    '> quoted\n> twice\n\n```ts\nconst a = "b" && \'c\' > 1;\n```\n\n    indented',
    '| Year | US$ |\n|:---|---:|\n| 2021 | 1,200 |\n| 2022 | |',
    '[there](https://example.org/a?b=c#d), [here](#head), [beside](../en/other.md#part), https://example.org/',
  ])('%j', (markdown) => {
    const html = htmlOf(markdown);
    expect(sanitised(html)).toBe(sanitise(html));
  });
});

describe('what else there is a parser has to look at', () => {
  test.each([
    '<a href="javascript:alert(1)">',
    '<a href="JavaScript&colon;alert(1)">',
    '<a href="data:text/html,x">',
    '<a href="//example.org">',
    '<a href="mailto:a@example.org">',
    '<a href="https://example.org" onclick="x">',
    '<a href="https://example.org" title="a > b">',
    '<p style="color:red">',
    '<img src="a.png" alt="a">',
    '<script>',
    '<br>',
    '<p>&nbsp;</p>',
    '<p><!-- a --></p>',
  ])('%s', (html) => {
    expect(sanitised(html)).toBeUndefined();
  });
});
