/** What an edition says against itself, in several languages, and what only looks so. */
import { expect, test } from 'vitest';
import { checked } from '../../checks/checked.ts';

async function found(locale: string, body: string): Promise<string[]> {
  const findings = await checked({ [`content/${locale}/a.md`]: `---\ntitle: x\n---\n${body}\n` });
  return findings.filter(({ rule }) => rule === 'figures/arithmetic').map(({ message }) => message);
}

const table = (...rows: string[]) => ['| x | y |', '|---|---|', ...rows].join('\n');

test.each([
  [
    'en',
    table('| Rail | 1.2 |', '| Road | 3.4 |', '| Total | 5.6 |'),
    'the total says 5.6; its rows make 4.6 (1.2 + 3.4)',
  ],
  ['fr', table('| Rail | 12 |', '| Route | 30 |', '| Total | 52 |'), 'the total says 52; its rows make 42 (12 + 30)'],
  ['ja', table('| 鉄道 | 12 |', '| 道路 | 30 |', '| 合計 | 52 |'), 'the total says 52; its rows make 42 (12 + 30)'],
  ['zh', '石油占45%，天然气占30%，其余占22%。', 'the shares make 97% (45 + 30 + 22); shares of one whole make 100%'],
  [
    'en',
    'Sales rose from 40 to 50 million dollars, an increase of 35%.',
    '35% is 35%; from 40,000,000 USD to 50,000,000 USD it is 25%',
  ],
  [
    'zh',
    '贸易额从4.6亿美元增长到700亿美元，增长了20倍。',
    '20倍 is 20 times; from 460,000,000 USD to 70,000,000,000 USD it is 152.17 times',
  ],
  ['en', 'There are 200 schools, of which 340 are new.', '340 is a part of 200, and larger than it: 340 of 200'],
])('%s: %s', async (locale, body, message) => {
  expect(await found(locale, body)).toEqual([message]);
});

test.each([
  ['rounded addends', 'en', table('| Rail | 1.2 |', '| Road | 3.4 |', '| Air | 0.3 |', '| Total | 5.0 |')],
  [
    'a part among the rows',
    'en',
    table('| Rail | 12 |', '| of which freight | 5 |', '| Road | 30 |', '| Total | 42 |'),
  ],
  ['a bound in a cell', 'en', table('| Rail | over 12 |', '| Road | 30 |', '| Total | 50 |')],
  ['rates that are no shares', 'en', 'Rates were 30%, 31% and 33%.'],
  ['a multiple that counts what is added', 'zh', '产量从100吨增长到300吨，增长2倍。'],
  ['a rounded rate', 'en', 'It rose from 18,000 to 20,000, up 11%.'],
  ['a fall', 'en', 'Deaths fell from 500 to 400, down 20%.'],
])('nothing: %s', async (_, locale, body) => {
  expect(await found(locale, body)).toEqual([]);
});
