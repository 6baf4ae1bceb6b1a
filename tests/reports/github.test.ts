/** Workflow commands as GitHub's runner reads them (actions/toolkit, command.ts). */
import { expect, test } from 'vitest';
import { github } from '../../src/reports/github.ts';
import { clean, HOSTILE, hostile, report, view, wrong } from './sample.ts';

/** What the runner makes of a line. */
function read(line: string) {
  const [, level, properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
  const plain = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const values = properties.split(',').map((one) => {
    const [name = '', value = ''] = one.split('=', 2);
    return [name, plain(value.replaceAll('%3A', ':').replaceAll('%2C', ','))];
  });
  return { level, properties: Object.fromEntries(values), message: plain(message) };
}

test('an annotation, to the letter', () => {
  expect(github.print({ ...report, findings: [wrong] }, view)).toBe(
    '::error file=content/zh/trade.md,line=4,col=14,endLine=4,endColumn=20,title=figures/value::90多亿美元 is too small%0AWhat to do: write 900多亿美元%0ASee content/en/trade.md:1:23: more than US$90 billion\n',
  );
});

test('hostile texts stay in their line and come out as they went in', () => {
  const printed = github.print({ ...report, findings: [hostile] }, view);
  expect(printed.split(/[\r\n]/)).toHaveLength(2);
  expect(read(printed.trimEnd())).toEqual({
    level: 'warning',
    // Over several lines GitHub takes no columns.
    properties: { file: 'content/zh/a b, 100%.md', line: '1', endLine: '2', title: 'meta/title' },
    message: `${HOSTILE}\nWhat to do: ${HOSTILE}`,
  });
});

test('a note is a notice, and paths are counted from where GitHub counts', () => {
  const printed = github.print({ ...report, findings: [{ ...wrong, severity: 'note' }] }, { ...view, base: 'docs/' });
  expect(printed).toMatch(/^::notice file=docs\/content\/zh\/trade\.md,/);
});

test('nothing found, nothing said', () => {
  expect(github.print(clean, view)).toBe('');
});

test('the summary counts by language and lists each finding', () => {
  expect(github.summary?.({ ...report, findings: [wrong] }, view)).toBe(`### Hexapla

| language | errors | warnings | notes |
|---|---:|---:|---:|
| en | 0 | 0 | 0 |
| zh | 1 | 0 | 0 |

| | place | finding | rule |
|---|---|---|---|
| error | content/zh/trade.md&#58;4&#58;14 | 90多亿美元 is too small<br>write 900多亿美元 | figures/value |

`);
  expect(github.summary?.(clean, view)).not.toContain('place');
  expect(github.summary?.({ ...clean, unchecked: true }, view)).toContain('The texts were not checked.');
});

test('a hostile text is one cell of the summary, and nothing in it is markup', () => {
  const summary = github.summary?.({ ...report, findings: [hostile] }, view) ?? '';
  const row = summary.split('\n').find((line) => line.startsWith('| warning')) ?? '';
  expect(row.split('|')).toHaveLength(6);
  expect(row.replaceAll('<br>', '')).not.toMatch(/[<>[\]*`\\]/);
});

test('of very many findings the summary lists the first', () => {
  const summary = github.summary?.({ ...report, findings: Array.from({ length: 700 }, () => wrong) }, view) ?? '';
  expect(summary.match(/^\| error/gm)).toHaveLength(500);
  expect(summary).toContain('And 200 more.');
});
