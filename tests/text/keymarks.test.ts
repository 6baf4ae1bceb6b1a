/** Marks of key figures in Markdown: what stands for them, where that stands in the file, and what is none. */
import { expect, test } from 'vitest';
import { keyMark } from '../../src/text/keymarks.ts';
import { locate, parseMarkdown } from '../../src/text/markdown.ts';
import { phrase } from '../../src/text/phrase.ts';

const answers: Readonly<Record<string, string>> = { a: 'more than US$50 billion', b: '<58>', c: 'exactly' };

function parsed(text: string) {
  const source = { path: 'content/en/x.md', text };
  const read = parseMarkdown(source, {
    ...{ locale: 'en', slug: 'x' },
    answer: ({ id }) =>
      answers[id] === undefined ? { fault: phrase`there is no ${id}`, hint: phrase`add it` } : { text: answers[id] },
  });
  const written = (n: number, said: string) => {
    const block = read.blocks[n];
    if (!block) throw new Error(`no block ${n}`);
    const at = block.text.indexOf(said);
    const { start, end } = locate(block, source, at, at + said.length);
    return text.split('\n')[start.line - 1]?.slice(start.column - 1, end.column - 1);
  };
  return { ...read, written, html: read.document.body(), texts: read.blocks.map((block) => block.text) };
}

test.each([
  ['{fig:a}', { id: 'a', manner: {} }],
  ['{fig:a form=full case=genitive} more', { id: 'a', manner: { form: 'full', case: 'genitive' } }],
  ['{fig:}', undefined],
  ['{fig:a form}', undefined],
  ['{fig: a}', undefined],
  ['{fg:a}', undefined],
])('%s', (text, expected) => {
  const mark = keyMark(text);
  expect(mark && { id: mark.id, manner: mark.manner }).toEqual(expected);
});

test('in paragraphs, heads, cells, notes, alternatives and front matter', () => {
  const { texts, html, findings, written } = parsed(
    [
      ...[
        '---',
        'title: "It is {fig:a}"',
        '---',
        '',
        'In 2021 it was *{fig:a}* or {fig:b}.[^n]',
        '',
        '## Of {fig:c}',
        '',
      ],
      ...[
        '| a | b |',
        '|---|---|',
        '| x | {fig:a form=digits} |',
        '',
        '![Of {fig:b}](x.svg)',
        '',
        '[^n]: See {fig:c}.',
      ],
    ].join('\n'),
  );
  expect(findings).toEqual([]);
  expect(texts).toEqual([
    ...['It is more than US$50 billion', 'In 2021 it was more than US$50 billion or <58>.\ufffc', 'Of exactly'],
    ...['a', 'b', 'x', 'more than US$50 billion', 'Of <58>', 'See exactly.'],
  ]);
  expect(html).toContain('<em>more than US$50 billion</em> or &lt;58&gt;.');
  expect(html).toContain('id="of-exactly"');
  expect(html).not.toContain('{fig:');
  expect(written(0, 'US$50 billion')).toBe('{fig:a}');
  expect(written(1, 'more than')).toBe('{fig:a}');
  // Seven signs for seven signs are not letter for letter.
  expect(written(2, 'act')).toBe('{fig:c}');
});

test('a sentence begins with a capital, a cell or an item does not', () => {
  const { texts } = parsed('{fig:a} came. {fig:a} went, {fig:a} stayed.\n\n- {fig:a}\n\n| {fig:a} |\n|---|\n| x |\n');
  expect(texts.slice(0, 3)).toEqual([
    'More than US$50 billion came. More than US$50 billion went, more than US$50 billion stayed.',
    'more than US$50 billion',
    'more than US$50 billion',
  ]);
});

test('not in code, behind a backslash, or in the target of a link', () => {
  const { texts, html, findings } = parsed('---\ntitle: T\n---\n`{fig:a}` \\{fig:a} [x]({fig:a})\n\n    {fig:a}\n');
  expect(texts).toEqual(['T', '\ufffc {fig:a} x']);
  expect(html).not.toContain('billion');
  expect(findings).toEqual([]);
});

test('what is not known stays and is a finding at its place', () => {
  const { texts, findings } = parsed('---\ntitle: "T {fig:z}"\n---\nIt is {fig:y}.\n');
  expect(texts).toEqual(['T {fig:z}', 'It is {fig:y}.']);
  expect(
    findings.map(({ rule, message, span: { start } }) => `${start.line}:${start.column} ${rule} ${message}`),
  ).toEqual(['2:11 figures/key there is no z', '4:7 figures/key there is no y']);
});

test('without anybody who answers, marks are text', () => {
  const source = { path: 'content/en/x.md', text: 'It is {fig:a}.\n' };
  const { blocks, document } = parseMarkdown(source, { locale: 'en', slug: 'x' });
  expect(blocks[0]?.text).toBe('It is {fig:a}.');
  expect(document.body()).toContain('It is {fig:a}.');
});
