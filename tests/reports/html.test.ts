/** The page of findings as somebody reads it, in a real browser, with scripts and without. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../src/model.ts';
import { html } from '../../src/reports/html.ts';
import { openBrowser } from '../chromium.ts';
import { clean, HOSTILE, report, view, wrong } from './sample.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'hexapla-report-'));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The page, and what went wrong on it. */
async function opened(of: Report): Promise<{ readonly page: Page; readonly wrong: string[] }> {
  const file = join(folder, `${Math.random()}.html`);
  await writeFile(file, html.print(of, view));
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const wrong: string[] = [];
  page.on('console', (message) => void wrong.push(message.text()));
  page.on('pageerror', (error) => void wrong.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) wrong.push(`to ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href, { waitUntil: 'networkidle0' });
  return { page, wrong };
}

const note = { ...wrong, severity: 'note' as const, locale: 'en' };
const full: Report = { ...report, findings: [...report.findings, note] };

async function shown(page: Page, selector: string): Promise<number> {
  return (await page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.checkVisibility()).length`,
  )) as number;
}

test.each<[string, Report]>([
  ['findings', full],
  ['none', clean],
  ['what was not checked', { ...clean, unchecked: true }],
])('axe-core knows no fault of it, light and dark, and its own policy none: %s', async (_, of) => {
  const { page, wrong } = await opened(of);
  // axe is let in past the policy; the page itself was loaded under it.
  expect(wrong).toEqual([]);
  await page.setBypassCSP(true);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.reload();
    await page.evaluate(axe.source);
    const how: axe.RunOptions = {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'color-contrast-enhanced': { enabled: true } },
    };
    const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(how)})`)) as axe.AxeResults;
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);
  }
});

test('its style is let in by its own policy, and nothing else would be', async () => {
  const { page } = await opened(full);
  expect(await page.evaluate(`getComputedStyle(document.querySelector('.sides')).display`)).toBe('grid');
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement('style'), { textContent: 'h1 { display: none }' }))`,
  );
  expect(await shown(page, 'h1')).toBe(1);
});

test('both texts are quoted side by side, each in its language, with what is meant marked', async () => {
  const { page } = await opened({ ...report, findings: [wrong] });
  const sides = await page.evaluate(
    `[...document.querySelectorAll('blockquote')].map((one) => [one.lang, one.textContent, one.querySelector('mark').textContent])`,
  );
  expect(sides).toEqual([
    ['zh', '2021年，双方贸易额超过90多亿美元。', '90多亿美元'],
    ['en', 'In 2021 trade came to more than US$90 billion.', 'more than US$90 billion'],
  ]);
  const tops = (await page.evaluate(
    `[...document.querySelectorAll('blockquote')].map((one) => one.getBoundingClientRect().top)`,
  )) as number[];
  expect(tops[0]).toBe(tops[1]);
});

test('filters by severity and language without a script, and hides a document that has nothing to show', async () => {
  const { page } = await opened(full);
  await page.setJavaScriptEnabled(false);
  await page.reload();
  const counts = async () => [await shown(page, '.finding'), await shown(page, 'h2')];
  expect(await counts()).toEqual([3, 2]);
  await page.click('#s-warning');
  expect(await counts()).toEqual([2, 1]);
  await page.click('#l-zh');
  expect(await counts()).toEqual([1, 1]);
  await page.click('#s-note');
  expect(await counts()).toEqual([0, 0]);
  await page.click('#s-warning');
  await page.click('#l-zh');
  expect(await counts()).toEqual([2, 2]);
});

test('hostile texts are text', async () => {
  const { page } = await opened(report);
  const said = (await page.evaluate(`document.querySelector('.s-warning h3').textContent`)) as string;
  // What no page may hold is U+FFFD, and a carriage return is read as a line's end.
  const illegal = ['\u0000', '\u001b', '\ufffe', '\ud800'];
  const read = illegal.reduce((rest, sign) => rest.replaceAll(sign, '\ufffd'), HOSTILE).replaceAll('\r\n', '\n');
  expect(said).toBe(`warning ${read}`);
  expect(await page.evaluate('document.scripts.length')).toBe(0);
});

test.each(['a', ''])('a long line is cut around what is meant, and no sign is cut in two: %j', (first) => {
  const line = `${first}${'😀'.repeat(500)}460${'a'.repeat(1 - first.length)}${'😀'.repeat(500)}\n`;
  const start = { line: 1, column: line.indexOf('460') + 1 };
  const { related: _, ...alone } = wrong;
  const span = { ...wrong.span, start, end: { line: 1, column: start.column + 3 } };
  const page = html.print({ ...report, findings: [{ ...alone, span }] }, { ...view, text: () => line });
  expect(page).toMatch(/>…😀{120}<mark>460<\/mark>a?😀{119,120}…</u);
  expect(page).not.toContain('\ufffd');
});

test('the same input gives the same bytes', () => {
  expect(html.print(full, view)).toBe(html.print(structuredClone(full), view));
});
