/** The desk as somebody uses it, in a real browser. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { addressOf, openBrowser } from '../../chromium.ts';
import { journal, type Opened, openDesk } from '../desk.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** What the browser was told not to do, or could not: all of it must be empty. */
interface Heard {
  readonly troubles: string[];
  readonly strangers: string[];
}

/** A page of the desk in a fresh profile; what it complains of fails the test. */
async function open(desk: Opened, path: string, width = 1440): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const heard: Heard = { troubles: [], strangers: [] };
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) heard.troubles.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => heard.troubles.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.url) && !/^(?:data|blob):/.test(request.url()))
      heard.strangers.push(request.url());
  });
  onTestFinished(async () => {
    await context.close();
    expect(heard).toEqual({ troubles: [], strangers: [] });
  });
  await page.setViewport({ width, height: 900 });
  await page.goto(desk.url + path, { waitUntil: 'load' });
  return page;
}

async function review(path = '', width = 1440): Promise<{ desk: Opened; page: Page }> {
  const desk = await openDesk(journal);
  await desk.held.settled();
  return { desk, page: await open(desk, `/review/news/trade?ui=en${path}`, width) };
}

/** The words of what matches, in order. */
function texts(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (all) => all.map((one) => (one.textContent ?? '').trim()));
}

/** What has the focus: its class, and its words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(
    () => `${document.activeElement?.className}: ${document.activeElement?.textContent?.slice(0, 60)}`,
  );
}

const lit = '.fig.lit';
const shown = '.row:not([hidden])';

describe('figures are joined to their counterparts', () => {
  test('when the pointer is over one', async () => {
    const { page } = await review();
    expect(await texts(page, lit)).toEqual([]);
    await page.hover('.blocks[lang="zh"] .fig ::-p-text(500多亿美元)');
    expect(await texts(page, lit)).toEqual(['more than US$50 billion', '500多亿美元', 'более 50 млрд долларов США']);
    await page.mouse.move(5, 5);
    expect(await texts(page, lit)).toEqual([]);
  });

  test('when it has the focus, and their values are said', async () => {
    const { page } = await review();
    await page.focus('.blocks[lang="en"] .fig[data-v^="460"]');
    expect(await texts(page, lit)).toEqual(['US$460 million', '4.6亿美元', '460 млрд долларов США']);
    expect(await texts(page, '#said small')).toEqual([
      '460,000,000\u202fUSD',
      '460,000,000\u202fUSD',
      '460,000,000,000\u202fUSD',
    ]);
    expect(await texts(page, '.fig.lit.differs')).toEqual(['US$460 million', '460 млрд долларов США']);
  });

  test('as long as somebody holds them', async () => {
    const { page } = await review();
    await page.focus('.blocks[lang="en"] .fig[data-v^="460"]');
    await page.keyboard.press('Enter');
    await page.focus('#next');
    expect(await texts(page, '.fig[aria-pressed="true"]')).toHaveLength(3);
    expect(await texts(page, lit)).toHaveLength(3);
    await page.keyboard.press('Escape');
    expect(await texts(page, lit)).toEqual([]);
    expect(await texts(page, '.fig[aria-pressed="true"]')).toEqual([]);
  });

  test('when their finding has the focus', async () => {
    const { page } = await review();
    await page.keyboard.press('n');
    expect(await texts(page, lit)).toEqual(['US$460 million', '4.6亿美元', '460 млрд долларов США']);
  });

  test('a figure that a translation lacks is marked in the source', async () => {
    const { page } = await review();
    expect(await texts(page, '.blocks[lang="en"] .fig.missing')).toEqual(['13', '2021']);
  });
});

test.each([
  [
    'en',
    '460 млрд долларов США is 460,000,000,000 USD, a thousand times too large; the source says 460,000,000 USD (US$460 million)',
  ],
  [
    'ru',
    '«460 млрд долларов США» — это 460 000 000 000 долларов США, в тысячу раз больше, чем нужно; в оригинале — 460 000 000 долларов США («US$460 million»)',
  ],
  ['zh', '“460 млрд долларов США”即460,000,000,000美元，是应有数值的一千倍；原文为460,000,000美元（US$460 million）'],
])('findings are told in the language of the desk: %s', async (tongue, message) => {
  const desk = await openDesk(journal);
  await desk.held.settled();
  const page = await open(desk, `/review/news/trade?ui=${tongue}`);
  const said = await texts(page, `.finding[data-locale="ru"] .message[lang="${tongue}"]`);
  expect(said.map((one) => one.replaceAll('\u00a0', ' '))).toContain(message);
});

describe('filters', () => {
  test('errors only, one language, everything again; the address says which', async () => {
    const { page } = await review();
    expect(await texts(page, shown)).toHaveLength(4);
    await page.click('input[name="show"][value="errors"]');
    expect(await texts(page, `${shown} .blocks[lang="en"]`)).toEqual([
      expect.stringContaining('US$460 million'),
      expect.stringContaining('more than US$50 billion'),
    ]);
    await page.select('select[name="in"]', 'ru');
    expect(await texts(page, `${shown} .blocks[lang="ru"]`)).toEqual([expect.stringContaining('460 млрд')]);
    await expect.poll(async () => (await addressOf(page)).search).toBe('?ui=en&show=errors&in=ru');
    await page.reload();
    expect(await texts(page, `${shown} .blocks[lang="ru"]`)).toEqual([expect.stringContaining('460 млрд')]);
    await page.click('input[name="show"][value="all"]');
    await page.select('select[name="in"]', '');
    expect(await texts(page, shown)).toHaveLength(4);
  });

  test('two languages instead of three', async () => {
    const { page } = await review();
    await Promise.all([page.waitForNavigation(), page.click('input[name="with"][value="zh"]')]);
    expect(await texts(page, '.head')).toEqual(['English', 'Русский', 'Findings']);
    expect((await addressOf(page)).searchParams.getAll('with')).toEqual(['en', 'ru']);
  });
});

describe('by keyboard alone', () => {
  test('from finding to finding, round and back', async () => {
    const { page } = await review();
    const seen: string[] = [];
    for (const key of ['n', 'j', 'n', 'k', 'p']) {
      await page.keyboard.press(key as 'n');
      seen.push(await page.evaluate(() => document.activeElement?.getAttribute('data-locale') ?? 'none'));
    }
    expect(seen).toEqual(['ru', 'zh', 'ru', 'zh', 'ru']);
    expect(await texts(page, '#count')).toEqual(['1 / 2']);
    await expect.poll(async () => (await addressOf(page)).hash).toMatch(/^#f-\w{12}$/);
    await page.reload();
    expect(await focused(page)).toMatch(/^finding error: .*figures\/value/s);
  });

  test('only errors, help, and single keys can be switched off', async () => {
    const { page } = await review();
    await page.keyboard.press('x');
    expect(await texts(page, shown)).toHaveLength(2);
    await page.keyboard.press('x');
    expect(await texts(page, shown)).toHaveLength(4);
    await page.keyboard.press('?');
    expect(await page.$eval('#help', (dialog) => (dialog as HTMLDialogElement).open)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.$eval('#help', (dialog) => (dialog as HTMLDialogElement).open)).toBe(false);
    await page.keyboard.press('?');
    await page.click('#single');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    expect(await focused(page)).not.toMatch(/^finding/);
  });

  test('everything is reached by the tabulator, and the focus is seen', async () => {
    const { page } = await review();
    const reached = new Set<string>();
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press('Tab');
      const [what, outline] = await page.evaluate(() => {
        const here = document.activeElement;
        if (!here || here === document.body) return ['', ''];
        const style = getComputedStyle(here);
        return [here.id || here.className || here.getAttribute('name') || here.localName || '', style.outlineStyle];
      });
      if (what === '') continue;
      reached.add(String(what));
      expect(outline, String(what)).not.toBe('none');
    }
    for (const one of ['skip', 'with', 'show', 'in', 'previous', 'next', 'keys', 'fix', 'open'])
      expect(reached).toContain(one);
    expect([...reached].some((one) => one.startsWith('fig '))).toBe(true);
  });

  test('a correction is written: to that figure only, and the next finding has the focus', async () => {
    const { desk, page } = await review();
    await page.keyboard.press('n');
    const told = desk.told('found');
    await page.keyboard.press('a');
    await told;
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 1);
    const path = 'content/ru/news/trade.md';
    const now = Buffer.from((await desk.files('content'))[path] ?? '', 'latin1').toString();
    expect(now).toBe(String(journal[path]).replace('460 млрд', '460 млн'));
    await page.waitForFunction(() => document.activeElement?.classList.contains('finding'));
    expect(await focused(page)).toContain('figures/missing');
    expect(await texts(page, '.fig.differs')).toEqual([]);
    expect(await texts(page, '#count')).toEqual(['1 / 1']);
  });
});

describe('what is saved is shown', () => {
  test('in the review: only the row that changed is another', async () => {
    const { desk, page } = await review();
    await page.$$eval('.row', (rows) => {
      for (const row of rows) row.setAttribute('data-old', '');
    });
    const path = 'content/ru/news/trade.md';
    await writeFile(join(desk.folder, path), String(journal[path]).replace('Сейчас', 'Теперь'));
    await page.waitForFunction(() => document.querySelector('#rows')?.textContent?.includes('Теперь'));
    expect(await texts(page, '.row:not([data-old]) .blocks[lang="ru"]')).toEqual([expect.stringContaining('Теперь')]);
  });

  test('in the published page, where the reader is', async () => {
    const desk = await openDesk(journal);
    const page = await open(desk, '/read/zh/news/trade?ui=zh');
    const frame = await (await page.$('#frame'))?.contentFrame();
    await frame?.waitForSelector('article');
    const path = 'content/zh/news/trade.md';
    await writeFile(join(desk.folder, path), `${journal[path]}\n又一段。\n`);
    await page.waitForFunction(() => {
      const inner = document.querySelector('iframe')?.contentDocument;
      return inner?.body?.textContent?.includes('又一段');
    });
  });

  test('an error is shown in the page with its place, and goes when it is mended', async () => {
    const { desk, page } = await review();
    await writeFile(join(desk.folder, 'hexapla.yaml'), 'locales: [en, xx]\n');
    await page.waitForSelector('.trouble');
    expect(await texts(page, '.trouble p')).toContainEqual(expect.stringMatching(/^hexapla\.yaml:1:15: /));
    expect(await page.$eval('.trouble a', (link) => link.getAttribute('href'))).toMatch(/hexapla\.yaml:1:15$/);
    await writeFile(join(desk.folder, 'hexapla.yaml'), String(journal['hexapla.yaml']));
    await page.waitForFunction(() => !document.querySelector('.trouble'));
  });
});

describe('reading', () => {
  test('links within the published pages are followed, and the desk follows them', async () => {
    const desk = await openDesk(journal);
    const page = await open(desk, '/read/en?ui=en');
    const frame = await (await page.$('#frame'))?.contentFrame();
    await frame?.waitForSelector('#main li a');
    await frame?.click('#main li a');
    await page.waitForFunction(() => location.pathname !== '/read/en');
    const path = (await addressOf(page)).pathname;
    expect(['/read/en/news/trade', '/read/en/about']).toContain(path);
    expect(await page.$eval('select[name="slug"]', (select) => `/read/en/${(select as HTMLSelectElement).value}`)).toBe(
      path,
    );
  });

  test('what is saved is put into the page, and the rest stays as it is', async () => {
    const desk = await openDesk(journal);
    const page = await open(desk, '/read/en/news/trade?ui=en');
    const frame = await (await page.$('#frame'))?.contentFrame();
    await frame?.waitForSelector('#main p');
    await page.waitForNetworkIdle();
    // Whatever is loaded anew has none of this.
    await frame?.$$eval('#main p, html', (all) => {
      for (const one of all) one.setAttribute('data-old', '');
    });
    const text = journal['content/en/news/trade.md'] as string;
    const said = () =>
      frame?.$$eval('#main p', (all) =>
        all.map((one) => `${one.textContent?.replaceAll('\u00a0', ' ')} ${one.matches('[data-old]')}`),
      );
    const save = async (now: string, mark: string) => {
      await desk.write({ 'content/en/news/trade.md': now });
      await frame?.waitForSelector(`#main p ::-p-text(${mark})`);
      return (await said())?.filter((one) => /Trade was|It is|Between|There were/.test(one));
    };
    const changed = text.replace('It is more', 'It is thought to be more');
    expect(await save(changed, 'thought')).toEqual([
      'Trade was US$460 million in 1992. true',
      'It is thought to be more than US$50 billion now. true',
      'There were 13 institutes in 2021. true',
    ]);
    expect(await save(changed.replace('\n\nThere', '\n\nBetween them: 7.\n\nThere'), 'Between')).toEqual([
      'Trade was US$460 million in 1992. true',
      'It is thought to be more than US$50 billion now. true',
      'Between them: 7. false',
      'There were 13 institutes in 2021. true',
    ]);
    // What stands in the head of the page is not put in piece by piece.
    await desk.write({ 'content/en/news/trade.md': text.replace('title: Trade', 'title: Trade anew') });
    await page.waitForFunction(() => {
      const now = document.querySelector('iframe')?.contentDocument;
      return now?.title.includes('anew') && !now.documentElement.matches('[data-old]');
    });
  });

  test('a PDF is printed when it is asked for, and it is said how long that took', async () => {
    const desk = await openDesk(journal);
    const page = await open(desk, '/read/ru/news/trade?ui=en&as=pdf');
    await page.click('[data-pdf="ru/news/trade.pdf"]');
    await page.waitForSelector('.took a');
    expect(await texts(page, '.took')).toEqual([expect.stringMatching(/^printed in \d+\.\d s, \d+ kB · Open$/)]);
  });
});

test('the ledger is searched while somebody types, and sorted without leaving it', async () => {
  const desk = await openDesk(journal);
  const page = await open(desk, '/ledger?ui=en');
  await page.type('input[name="q"]', 'billion');
  // A part of the word may find the same row before the whole one is asked for.
  await page.waitForFunction(() => new URL(location.href).searchParams.get('q') === 'billion');
  await page.waitForFunction(() => document.querySelectorAll('.ledger tbody tr').length === 1);
  expect(await texts(page, '.ledger tbody th')).toEqual(['> 50,000,000,000\u202fUSD']);
  await page.$eval('input[name="q"]', (input) => {
    (input as HTMLInputElement).value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.waitForFunction(() => document.querySelectorAll('.ledger tbody tr').length > 3);
  await page.click('thead a[href*="sort=value"]');
  await page.waitForSelector('th[aria-sort="ascending"] a[href*="down=1"][href*="sort=value"]');
  await expect.poll(async () => (await addressOf(page)).searchParams.get('sort')).toBe('value');
});

test('on a phone nothing is wider than the screen', async () => {
  const desk = await openDesk(journal);
  await desk.held.settled();
  for (const path of ['/', '/review/news/trade', '/ledger', '/read/zh/news/trade']) {
    const page = await open(desk, `${path}?ui=ru`, 360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
  }
});
