/** Every view of the desk held to WCAG by axe-core, in its three languages, light and dark; contrast to 7 : 1. */
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../chromium.ts';
import { journal, openDesk } from '../desk.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** With a right-to-left edition, and all that a document may have. */
const rich = {
  ...journal,
  'hexapla.yaml': `source: en
locales: [en, zh, ar]
outputs: [html, pdf]
fonts:
  ar: { text: '@expo-google-fonts/amiri', heads: '@expo-google-fonts/vazirmatn' }
`,
  'content/ar/strings.json': '{ "publication": { "name": "أعمدة" } }\n',
  'content/ar/about.md': '---\ntitle: عن المجلة\n---\nمجلة.\n',
  'content/ar/news/trade.md': '---\ntitle: التجارة\n---\nفي عام 1992 بلغت التجارة 460 مليار دولار.\n',
  'content/en/news/trade.md': `${journal['content/en/news/trade.md']}
## A \`head\`[^1]

- one of 3,300 km
- two

| what | % |
|---|--:|
| trade | 7.5 |

[^1]: A note of 2021.
`,
};

/** What is wrong, and where. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => {
    const run = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    return run.run(document, {
      iframes: false,
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'color-contrast-enhanced': { enabled: true } },
    });
  });
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

const views: Readonly<Record<string, { path: string; act?: (page: Page) => Promise<unknown> }>> = {
  documents: { path: '/' },
  'a published page': { path: '/read/zh/news/trade' },
  'its PDF': { path: '/read/zh/news/trade?as=pdf' },
  review: { path: '/review/news/trade' },
  'errors in review': { path: '/review/news/trade?show=errors' },
  'a figure that is held': {
    path: '/review/news/trade',
    async act(page) {
      await page.focus('.fig.differs');
      await page.keyboard.press('Enter');
    },
  },
  help: { path: '/review/news/trade', act: (page) => page.keyboard.press('?') },
  ledger: { path: '/ledger' },
  'no page': { path: '/review/nothing' },
};

test.each(Object.keys(views))('nothing is wrong with %s', async (name) => {
  const { path = '/', act } = views[name] ?? {};
  const desk = await openDesk(rich);
  await desk.held.settled();
  const page = await browser.newPage();
  for (const tongue of ['en', 'zh', 'ru']) {
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`${desk.url}${path}${path.includes('?') ? '&' : '?'}ui=${tongue}`, { waitUntil: 'load' });
      await act?.(page);
      expect(await violations(page), `${tongue} ${scheme}`).toEqual([]);
    }
  }
  await page.close();
});

test('nothing is wrong with a publication that cannot be read', async () => {
  const desk = await openDesk(rich);
  const told = desk.told('trouble');
  await desk.write({ 'hexapla.yaml': 'locales: [en, xx]\n' });
  await told;
  const page = await browser.newPage();
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(`${desk.url}/?ui=ru`, { waitUntil: 'load' });
    expect(await violations(page), scheme).toEqual([]);
  }
  await page.close();
});
