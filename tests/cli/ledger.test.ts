/** `hexapla figures`: every figure of a publication, and how each edition says it, in each form. */
import { expect, test } from 'vitest';
import { throwaway } from '../publication.ts';

const files = {
  'content/en/a.md':
    '---\ntitle: Trade\n---\nTrade was US$460 million in 1992, up 12%.\n\nIt paid for 58 schools of 1,500 km.\n',
  'content/ru/a.md':
    '---\ntitle: Торговля\n---\nВ 1992 году товарооборот составил 460 млрд долларов США, рост на 12 %.\n\nПостроены школы: 930 миль, 7 мостов.\n',
};

test('json: value, unit, and what each edition says where', async () => {
  const { run } = await throwaway(files);
  const { code, stdout } = await run(['figures', '--format', 'json']);
  const ledger = JSON.parse(stdout);
  expect(code).toBe(0);
  expect([ledger.version, ledger.source, ledger.locales]).toEqual([1, 'en', ['en', 'ru']]);
  expect(ledger.figures[0]).toEqual({
    document: 'a',
    kind: 'money',
    value: '460000000',
    unit: 'USD',
    bound: 'exact',
    says: [
      { ...at('en', 4, 11, 25), state: 'source', text: 'US$460 million' },
      { ...at('ru', 4, 35, 56), state: 'differs', text: '460 млрд долларов США' },
    ],
  });
  const states = ledger.figures.map(({ value, says }: { value: string; says: { state: string }[] }) => [
    value,
    says.map(({ state }) => state).join(' '),
  ]);
  expect(states).toEqual([
    ['460000000', 'source differs'],
    ['1992', 'source agrees'],
    ['12', 'source agrees'],
    ['58', 'source differs'],
    ['1500', 'source converted'],
  ]);
  expect(ledger.summary).toEqual({ figures: 5, agreeing: 3, differing: 2, missing: 0, extra: 0 });
});

test('csv: a row a figure, as spreadsheets read it', async () => {
  const { run } = await throwaway(files);
  const { stdout } = await run(['figures', '--format', 'csv']);
  const [head, first, ...rest] = stdout.replace(/^\ufeff/, '').split('\r\n');
  expect(stdout.startsWith('\ufeff')).toBe(true);
  expect(head).toBe('document,kind,value,unit,bound,state,en,en place,en state,ru,ru place,ru state');
  expect(first).toBe(
    'a,money,460000000,USD,exact,differs,US$460 million,content/en/a.md:4:11,source,460 млрд долларов США,content/ru/a.md:4:35,differs',
  );
  expect(rest.at(-1)).toBe('');
});

test('html: one page that holds all it needs and runs nothing', async () => {
  const { run, files: written } = await throwaway(files);
  const { code, stdout } = await run(['figures', '--format', 'html', '--output', 'ledger.html']);
  expect([code, stdout]).toEqual([0, '']);
  const page = Buffer.from((await written())['ledger.html'] ?? '', 'latin1').toString('utf8');
  expect(page).toContain('<bdi lang="ru">460 млрд долларов США</bdi>');
  expect(page).toMatch(/<tr class="differs"><th scope="row">460\u202f000\u202f000 <small>USD<\/small>/);
  expect(page).not.toMatch(/<script|src=|href=|url\(/);
});

test('pretty: a line a figure; --locale and --only choose', async () => {
  const { run, write } = await throwaway(files);
  await write({
    'content/zh/a.md': '---\ntitle: 贸易\n---\n1992年贸易额为4.6亿美元，增长12%。\n\n学校58所，1500公里。\n',
  });
  const { stdout } = await run(['figures', '--locale', 'zh']);
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    'a',
    '  4:11     460,000,000 USD          en US$460 million  ·  zh 4.6亿美元',
  ]);
  expect(stdout).toContain(
    '5 figures in 2 languages (en, zh): 5 agree, 0 differ, 0 are missing, 0 are not in the source',
  );
  expect((await run(['figures', '--only', 'b'])).code).toBe(2);
});

function at(locale: string, line: number, column: number, endColumn: number): object {
  return { locale, file: `content/${locale}/a.md`, line, column, endLine: line, endColumn };
}

test('a build writes it into dist/, with the pages on which each PDF says each figure', async () => {
  const long = `\n\n${'Nothing else is said of it here, and that at length. '.repeat(90)}\n\nIt is 7 m now.\n`;
  const more = {
    'hexapla.yaml': 'outputs: [pdf, edition]\n',
    'content/en/a.md': files['content/en/a.md'] + long,
    'content/ru/a.md': files['content/ru/a.md'] + long.replace('It is 7 m now', 'Сейчас 7 м'),
  };
  const { run, files: written } = await throwaway(more);
  const read = async () => Buffer.from((await written('dist'))['dist/figures.json'] ?? '', 'latin1').toString('utf8');
  await run(['build']);
  const ledger = JSON.parse(await read());
  expect(ledger.figures[0].says).toEqual([
    {
      ...at('en', 4, 11, 25),
      state: 'source',
      text: 'US$460 million',
      pages: { 'en/a.pdf': [1], 'en/edition.pdf': [3] },
    },
    {
      ...{ ...at('ru', 4, 35, 56), state: 'differs', text: '460 млрд долларов США' },
      pages: { 'ru/a.pdf': [1], 'ru/edition.pdf': [3] },
    },
  ]);
  const last = ledger.figures.find(({ value }: { value: string }) => value === '7');
  expect(last.says).toMatchObject([
    { text: '7 m', pages: { 'en/a.pdf': [2], 'en/edition.pdf': [4] } },
    { text: '7 м', pages: { 'ru/a.pdf': [2], 'ru/edition.pdf': [4] } },
  ]);
  // Without the pages it is what the command says.
  const { stdout } = await run(['figures', '--format', 'json']);
  const plain = JSON.stringify(ledger, (key, value) => (key === 'pages' ? undefined : value));
  expect(plain).toBe(JSON.stringify(JSON.parse(stdout)));
  // A part of the PDFs says nothing of the pages of the others.
  const whole = await read();
  await run(['build', '--locale', 'ru']);
  expect(await read()).toBe(whole);
});
