/** `build --no-check`: what it makes, what it leaves out, and what it says of that. */
import { expect, test } from 'vitest';
import { throwaway, twins } from '../publication.ts';

const wrong = { ...twins, 'content/ru/article.md': String(twins['content/ru/article.md']).replace('млн', 'млрд') };

test('it makes the same pages and PDFs, without marks and ledger, and finds nothing', async () => {
  const { run, files } = await throwaway(wrong);
  const checked = await run(['build']);
  expect(checked.code).toBe(1);
  const before = await files('dist');
  const { code, stdout } = await run(['build', '--no-check']);
  expect(stdout).toBe('Not checked: 1 document, 2 languages (en, ru)\n');
  expect(code).toBe(0);
  const after = await files('dist');
  expect(before['dist/ru/article/index.html']).toMatch(/<data value="460000000000"[^>]*>460/);
  const bare = (html: string) =>
    html.replace(/<data [^>]*>([^<]*)<\/data>|<time datetime="1992">([^<]*)<\/time>/g, '$1$2');
  const same = Object.entries(before)
    .filter(([path]) => path !== 'dist/figures.json')
    .map(([path, text]) => [path, path.endsWith('.html') ? bare(text) : text]);
  expect(after).toEqual(Object.fromEntries(same));
});

test('what making the files shows is reported, unless the text suppresses it; an idle suppression is not', async () => {
  const text = (comment: string) =>
    `---\ntitle: A\n---\n${comment}A \u{1F9FF}.\n\n<!-- hexapla-ignore figures/value: rounded -->\n\nB 5.\n`;
  const { run, write } = await throwaway({ 'content/en/a.md': text(''), 'hexapla.yaml': 'outputs: [html]\n' });
  const first = await run(['build', '--no-check', '--format', 'json']);
  expect(first.code).toBe(1);
  expect(JSON.parse(first.stdout)).toMatchObject({
    checked: false,
    findings: [{ rule: 'fonts/glyph', file: 'content/en/a.md', line: 4, column: 3 }],
    summary: { error: 1, warning: 0, note: 0, figures: 0, documents: 1 },
  });
  expect((await run(['build', '--no-check'])).stdout).toMatch(
    /\n1 error: 1 document, 1 language \(en\); the texts were not checked\n$/,
  );
  await write({ 'content/en/a.md': text('<!-- hexapla-ignore fonts/glyph: a talisman -->\n\n') });
  const second = await run(['build', '--no-check', '--quiet']);
  expect(second).toMatchObject({ code: 0, stdout: '' });
});
