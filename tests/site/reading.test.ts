/** The site as somebody reads it, in a real browser, under a strict policy and below a path. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { addressOf, openBrowser } from '../chromium.ts';
import { builtJournal, LOCALES, paragraphOf } from './publication.ts';
import { serve } from './serve.ts';

let browser: Browser;
let folder: string;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = await builtJournal('site:\n  url: https://example.org/base/\n  search: true\n');
  site = await serve(join(folder, 'dist'), '/base/');
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A new page, and what went wrong on it: errors on its console, requests to elsewhere, what is not there. */
async function opened(path: string): Promise<{ readonly page: Page; readonly wrong: string[] }> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:')) wrong.push(`to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  await page.setViewport({ width: 1200, height: 800 });
  await page.goto(site.url + path, { waitUntil: 'networkidle0' });
  return { page, wrong };
}

const pages: Readonly<Record<string, (locale: string) => string>> = {
  index: (locale) => `${locale}/`,
  'a text': (locale) => `${locale}/news/trade/`,
  'a text that is not translated': (locale) => `${locale}/news/only/`,
  'a page for what is not there': (locale) => `${locale}/404.html`,
  'the root, to those who choose': () => '',
};

describe.each(Object.keys(pages))('%s', (name) => {
  test.each(LOCALES)('loads nothing from elsewhere and says no error: %s', async (locale) => {
    const { wrong } = await opened(pages[name]?.(locale) ?? '');
    expect(wrong).toEqual([]);
  });

  test.each(LOCALES)('has no fault that axe-core knows, light and dark: %s', async (locale) => {
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    // Its own scripts are not needed to read, and would lead away from the root; axe is let in past the policy.
    await page.setBypassCSP(true);
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.setJavaScriptEnabled(name !== 'the root, to those who choose');
      await page.goto(site.url + (pages[name]?.(locale) ?? ''), { waitUntil: 'load' });
      await page.setJavaScriptEnabled(true);
      expect(await violations(page), scheme).toEqual([]);
    }
  });
});

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const how: axe.RunOptions = {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast-enhanced': { enabled: true } },
  };
  const found = (await page.evaluate(`axe.run(document, ${JSON.stringify(how)})`)) as axe.AxeResults;
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

describe('the language switcher', () => {
  /** The first paragraph below the masthead. */
  const read = async (page: Page) => {
    const found = `[...document.querySelectorAll('.text p')].find((one) => one.getBoundingClientRect().top > 60)`;
    return ((await page.evaluate(`${found}.textContent`)) as string).replaceAll('\u00a0', ' ');
  };

  test('keeps the paragraph, from language to language and back', async () => {
    const { page } = await opened('en/news/trade/');
    await page.evaluate(
      `[...document.querySelectorAll('.text p')].find((one) => /^Paragraph 9 /.test(one.textContent)).scrollIntoView()`,
    );
    for (const locale of ['zh', 'ru', 'ar', 'en']) {
      await Promise.all([
        page.waitForNavigation({ waitUntil: 'networkidle0' }),
        page.click(`.languages a[hreflang="${locale}"]`),
      ]);
      expect((await addressOf(page)).href).toMatch(new RegExp(`/${locale}/news/trade/index\\.html#p-`));
      expect(await read(page)).toBe(paragraphOf(locale, 9));
    }
  });

  test('leads to the top from the top, and works without scripts', async () => {
    const { page } = await opened('en/news/trade/');
    await Promise.all([page.waitForNavigation(), page.click('.languages a[hreflang="ru"]')]);
    expect((await addressOf(page)).hash).toBe('');
    await page.setJavaScriptEnabled(false);
    await page.reload();
    await Promise.all([page.waitForNavigation(), page.click('.languages a[hreflang="zh"]')]);
    expect((await addressOf(page)).pathname).toContain('/zh/news/trade/');
  });
});

describe('by keyboard', () => {
  test('the first stop skips to the text', async () => {
    const { page } = await opened('en/news/trade/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.getAttribute('href')`)).toBe('#main');
  });

  test('a note and the way back', async () => {
    const { page } = await opened('zh/news/trade/');
    await page.focus('[data-footnote-ref]');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await addressOf(page)).hash).toBe('#footnote-1');
    await page.focus('.back');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await addressOf(page)).hash).toBe('#footnote-ref-1');
  });
});

describe('searching', () => {
  test.each([
    ['en', 'growth', 'Trade and growth'],
    ['zh', '增长', '贸易与增长'],
    ['ru', 'торговли', 'Торговля и рост'],
  ])('%s: %s', async (locale, sought, title) => {
    const { page, wrong } = await opened(`${locale}/`);
    await page.type('search input', sought);
    await page.waitForSelector('search li a');
    const found = await page.$eval('search li a', (link) => link.textContent?.replaceAll('\u00a0', ' '));
    expect(found).toBe(title);
    await Promise.all([page.waitForNavigation(), page.click('search li a')]);
    await expect.poll(() => page.url()).toBe(`${site.url}${locale}/news/trade/index.html`);
    expect(wrong).toEqual([]);
  });

  test('says so where nothing is found, and is not there without scripts', async () => {
    const { page } = await opened('en/');
    await page.type('search input', 'xyzzy');
    await page.waitForFunction(`document.querySelector('search [role="status"]').textContent !== ''`);
    expect(await page.$eval('search [role="status"]', (status) => status.textContent)).toBe('Nothing found');
    await page.setJavaScriptEnabled(false);
    await page.reload();
    expect(await page.$eval('search', (box) => box.checkVisibility())).toBe(false);
  });
});

test('the root leads on to the language of the browser, and to the one that was chosen', async () => {
  // Nobody has chosen yet.
  const context = await browser.createBrowserContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.evaluateOnNewDocument(`Object.defineProperty(navigator, 'languages', { value: ['zh-TW', 'en'] })`);
  await page.goto(site.url, { waitUntil: 'networkidle0' });
  await expect.poll(() => page.url()).toBe(`${site.url}zh/index.html`);
  await Promise.all([page.waitForNavigation(), page.click('.languages a[hreflang="ru"]')]);
  await page.goto(site.url, { waitUntil: 'networkidle0' });
  await expect.poll(() => page.url()).toBe(`${site.url}ru/index.html`);
});
