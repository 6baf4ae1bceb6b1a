/** `multiples: strict` tells 增长3倍 (four times as much) from 增长到3倍; `publisher` accepts both for "fourfold" and "threefold". */
import { expect, test } from 'vitest';
import { briefly, checked } from '../../checks/checked.ts';

const publication = (settings: string, english: string) => ({
  'hexapla.yaml': settings,
  'content/en/a.md': `---\ntitle: Trade\n---\n${english}\n`,
  'content/zh/a.md': '---\ntitle: 贸易\n---\n贸易额增长3倍。\n',
});

test.each([
  ['publisher', 'Trade grew threefold.', []],
  ['publisher', 'Trade grew fourfold.', []],
  ['publisher', 'Trade grew fivefold.', ['content/zh/a.md:4:6 figures/value']],
  ['strict', 'Trade grew threefold.', ['content/zh/a.md:4:6 figures/value']],
  ['strict', 'Trade grew fourfold.', []],
])('%s: %s', async (multiples, english, findings) => {
  const found = await checked(publication(`multiples: ${multiples}\n`, english));
  expect(found.filter(({ rule }) => rule.startsWith('figures/')).map(briefly)).toEqual(findings);
});
