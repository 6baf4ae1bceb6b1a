import type { Finding, Report } from '../../src/model.ts';
import { phrase, told } from '../../src/text/phrase.ts';
import type { View } from '../../src/world.ts';

/** What stands in the files of the reports below. */
export const texts: Readonly<Record<string, string>> = {
  'content/en/trade.md': 'In 2021 trade came to more than US$90 billion.\n',
  'content/zh/trade.md': '---\ntitle: 文\n---\n2021年，双方贸易额超过90多亿美元。\n',
  'content/zh/a b, 100%.md': 'a <b> & "c"\n',
};

export const view: View = {
  color: false,
  text: (path) => texts[path],
  failOn: 'error',
  families: [
    { id: 'structure', promise: 'A translation has the shape of its source.', isCheck: true },
    { id: 'figures', promise: 'Every figure says what its source says.', isCheck: true },
    { id: 'figures/key', promise: 'A figure that is asked for is there.', isCheck: true },
    { id: 'meta', promise: 'Front matter is whole.', isCheck: false },
  ],
  version: '1.2.3',
  base: '',
};

/** A figure that is wrong and can be corrected for certain. */
export const wrong: Finding = {
  rule: 'figures/value',
  severity: 'error',
  locale: 'zh',
  span: { path: 'content/zh/trade.md', start: { line: 4, column: 14 }, end: { line: 4, column: 20 } },
  ...told(phrase`90多亿美元 is too small`, phrase`write 900多亿美元`),
  related: [
    {
      span: { path: 'content/en/trade.md', start: { line: 1, column: 23 }, end: { line: 1, column: 46 } },
      message: 'more than US$90 billion',
    },
  ],
  fix: {
    span: { path: 'content/zh/trade.md', start: { line: 4, column: 14 }, end: { line: 4, column: 15 } },
    was: '9',
    text: '90',
  },
};

/** All that some form or other would take for a sign of its own. */
export const HOSTILE = `"quoted" 'so' ]]> %0A :: ,: | <script>alert(1)</script> {0} [a](1) \\ & \r\n::error::x\u0000\u001b[31m\ufffe\ud800 end`;

export const hostile: Finding = {
  rule: 'meta/title',
  severity: 'warning',
  locale: 'zh',
  span: { path: 'content/zh/a b, 100%.md', start: { line: 1, column: 1 }, end: { line: 2, column: 1 } },
  ...told(phrase`${HOSTILE}`, phrase`${HOSTILE}`),
};

export const report: Report = {
  findings: [hostile, wrong],
  summary: { error: 1, warning: 1, note: 0, figures: 4, documents: 2, locales: ['en', 'zh'] },
  documents: Object.keys(texts)
    .map((path) => ({ path, locale: path.split('/')[1] ?? '' }))
    .sort((a, b) => (a.path < b.path ? -1 : 1)),
};

export const clean: Report = {
  findings: [],
  summary: { error: 0, warning: 0, note: 0, figures: 4, documents: 1, locales: ['en'] },
  documents: [{ path: 'content/en/trade.md', locale: 'en' }],
};
