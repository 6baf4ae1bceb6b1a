import { expect, test } from 'vitest';
import { progressLine } from '../../src/host/progress.ts';

function screen(isTTY: boolean, columns = 40) {
  const written: string[] = [];
  let milliseconds = 0;
  const line = progressLine({ isTTY, columns, write: (text) => written.push(text) }, () => (milliseconds += 100));
  return { line, written };
}

test('a terminal has one line that rewrites itself and is gone at the end', () => {
  const { line, written } = screen(true);
  line.show({ stage: 'print', done: 1, of: 12, detail: 'zh pdf' });
  line.show({ stage: 'print', done: 2, of: 12, detail: 'zh pdf' });
  line.clear();
  line.clear();
  expect(written).toEqual([
    '\r\u001b[2Kprint · 1 of 12 · zh pdf · 0.1 s',
    '\r\u001b[2Kprint · 2 of 12 · zh pdf · 0.2 s',
    '\r\u001b[2K',
  ]);
});

test('it never wraps', () => {
  const { line, written } = screen(true, 20);
  line.show({ stage: 'print', detail: 'a'.repeat(50) });
  expect(written[0]?.replace('\r\u001b[2K', '')).toHaveLength(19);
});

test('a log has a plain line for each thing that is done', () => {
  const { line, written } = screen(false);
  line.show({ stage: 'typeset', detail: 'zh pdf' });
  line.show({ stage: 'print', done: 0, of: 2, detail: 'zh pdf' });
  line.show({ stage: 'print', done: 1, of: 2, detail: 'zh pdf' });
  line.show({ stage: 'print', done: 2, of: 2, detail: 'zh pdf' });
  line.clear();
  expect(written).toEqual(['typeset · zh pdf · 0.1 s\n', 'print · 2 of 2 · zh pdf · 0.2 s\n']);
});
