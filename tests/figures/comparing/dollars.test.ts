/** Whose dollars "$20 million" are, the place of a story tells. */
import { expect, test } from 'vitest';
import { checked } from '../../checks/checked.ts';

/** `unit` for an error, `unit?` for a warning; paragraphs parted by `|`. */
async function said(english: string, locale: string, translation: string): Promise<readonly string[]> {
  const page = (text: string) => `---\ntitle: x\n---\n${text.split('|').join('\n\n')}\n`;
  const found = await checked({ 'content/en/a.md': page(english), [`content/${locale}/a.md`]: page(translation) });
  const figures = found.filter(({ rule, severity }) => rule.startsWith('figures/') && severity !== 'note');
  return figures.map(({ rule, severity }) => rule.slice('figures/'.length) + (severity === 'error' ? '' : '?'));
}

const STORY = 'Two Australian towns will share a bridge.|It will cost $20 million, and a ferry cost $3 million.';

test.each([
  ['zh', '澳大利亚两个镇将共用一座桥。|造价为2000万澳元，而渡船花了300万澳元。'],
  [
    'ru',
    'У двух австралийских городков будет общий мост.|Он обойдется в 20 млн австралийских долларов, паром стоил 3 млн.',
  ],
])('those of the country agree: %s', async (locale, translation) => {
  expect(await said(STORY, locale, translation)).toEqual([]);
});

test('a city that names a time zone tells as much as its country', async () => {
  const story = 'The film opened in Toronto.|It cost just under $900,000.';
  expect(await said(story, 'zh', '影片在多伦多首映。|耗资略低于90万加元。')).toEqual([]);
});

test('from so many to so many are dollars of the country too', async () => {
  const pair = 'Canadians wait for a year.|A pair runs from $2,000 to $6,000.';
  expect(await said(pair, 'zh', '加拿大人要等上一年。|一副要2000至6000加元。')).toEqual([]);
});

test('where no dollars of the text are of its place, whose they are is doubtful', async () => {
  const pair = 'Canadians wait for a year.|A pair runs from $2,000 to $6,000.';
  expect(await said(pair, 'ru', 'Канадцы ждут год.|Пара стоит от 2000 до 6000 австралийских долларов.')).toEqual([
    'unit?',
  ]);
  // Queenstown is in New Zealand, and its guests come from Australia.
  const story = 'Australians love Queenstown.|A levy could raise up to $30 million a year.';
  expect(await said(story, 'zh', '澳大利亚人喜欢皇后镇。|征税每年最多可筹得3000万新西兰元。')).toEqual(['unit?']);
});

test('those of a third country are wrong, and so are American ones beside them', async () => {
  expect(await said(STORY, 'zh', '澳大利亚两个镇将共用一座桥。|造价为2000万加元，而渡船花了300万澳元。')).toEqual([
    'unit',
  ]);
  expect(await said(STORY, 'zh', '澳大利亚两个镇将共用一座桥。|造价为2000万美元，而渡船花了300万澳元。')).toEqual([
    'unit',
  ]);
});

test('American ones are right where nothing else is called otherwise', async () => {
  const named = 'Two Australian towns will share a bridge.|It will cost $20 million; a ferry cost A$3 million.';
  expect(await said(named, 'zh', '澳大利亚两个镇将共用一座桥。|造价为2000万美元；渡船花了300万澳元。')).toEqual([]);
  expect(await said(named, 'zh', '澳大利亚两个镇将共用一座桥。|造价为2000万澳元；渡船花了300万澳元。')).toEqual([
    'unit?',
  ]);
  const miner = 'A Canadian miner has bought a pit in Chile.|It paid $20 million.';
  expect(await said(miner, 'zh', '一家加拿大矿企在智利买下一座矿。|收购价为2000万美元。')).toEqual([]);
});

test('where nothing tells the place, what most of them were called', async () => {
  const story = 'The shop lost $20 million.|It had made $3 million.|It sold toys for $900 million.';
  expect(await said(story, 'zh', '这家店亏损2000万加元。|此前盈利300万加元。|玩具销售额为9亿澳元。')).toEqual([
    'unit?',
    'unit?',
    'unit',
  ]);
});
