import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFontPackage } from '../../src/host/fonts.ts';
import type { PrintJob } from '../../src/world.ts';

const root = join(import.meta.dirname, '../..');

/** Samples of the three scripts, with what goes wrong first: ligatures, dashes, quotation marks, Ё, full-width signs. */
export const samples = {
  en: {
    font: '@expo-google-fonts/noto-serif',
    foot: 'counter(page) " / " counter(pages)',
    text: 'Trade rose to more than US$50 billion — “over 100 times”. Office affinity, fjord.',
  },
  ru: {
    font: '@expo-google-fonts/noto-serif',
    foot: 'counter(page) " из " counter(pages)',
    text: 'Товарооборот вырос до более чем 50 млрд долларов — «более чем в 100 раз». Ёлка, подъезд, щука.',
  },
  zh: {
    font: '@expo-google-fonts/noto-serif-sc',
    foot: '"第 " counter(page) " 页，共 " counter(pages) " 页"',
    text: '贸易额增长到2021年的500多亿美元——“增长了100多倍”。《新华文摘》，骨直令。',
  },
} as const;

export type SampleLocale = keyof typeof samples;

const styles = new Map<string, Promise<string>>();

/** `@font-face` rules with the regular and bold of a locale's font, cut to what the samples show. */
function fontStyle(locale: SampleLocale): Promise<string> {
  const made = styles.get(locale) ?? makeStyle(locale);
  styles.set(locale, made);
  return made;
}

async function makeStyle(locale: SampleLocale): Promise<string> {
  const { font, text, foot } = samples[locale];
  const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i));
  const faces = (await loadFontPackage(font, [root])).filter((face) => face.style === 'normal');
  const rules = faces.map(async (face) => {
    const data = Buffer.from(await face.subset(ascii + text + foot, 'ttf')).toString('base64');
    return `@font-face{font-family:"Hexapla Text";font-weight:${face.weight};src:url(data:font/ttf;base64,${data})}`;
  });
  return (await Promise.all(rules)).join('\n');
}

/** A document to print with the locale's font and its page number at the foot. */
export async function paper(locale: SampleLocale, body: string, title = `${locale} paper`): Promise<PrintJob> {
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">
<style>@page{size:A4;margin:25mm;@bottom-center{content:${samples[locale].foot};font:8pt "Hexapla Text"}}
body{font:11pt/16pt "Hexapla Text"}</style></head><body>${body}</body></html>`;
  return { html, fonts: await fontStyle(locale), title, locale };
}

/** A page or two with all that Chromium numbers or names: heads, links, notes, tables, pictures. */
export function richBody(locale: SampleLocale, salt: string): string {
  const { text } = samples[locale];
  const part = (n: number) => `<h2 id="s${n}">${n} ${text.slice(0, 9)} ${salt}</h2>
<p>${text.repeat(6)}<sup><a id="r${n}" href="#n${n}">${n}</a></sup> <a href="https://example.org/${n}">${text.slice(3, 9)}</a></p>
<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>
<tbody><tr><th scope="row">${n}</th><td>${salt}</td></tr></tbody></table>
<svg role="img" aria-label="chart ${n}" width="40" height="10"><rect width="30" height="8"/></svg>`;
  const parts = [1, 2, 3, 4, 5].map(part).join('\n');
  const notes = [1, 2, 3, 4, 5].map((n) => `<li id="n${n}">${n} <a href="#r${n}">back</a></li>`).join('');
  return `<h1>${text.slice(0, 12)}</h1>${parts}<ol>${notes}</ol>`;
}

/** A process of a browser, and what it does there: `browser`, `zygote`, `renderer` … */
export interface BrowserProcess {
  readonly pid: number;
  readonly group: number;
  readonly kind: string;
}

/**
 * The processes of browsers whose profile is below this folder, and all of the same process groups; also those
 * of `groups`, whose browser may be gone. Linux only, elsewhere none is seen.
 */
export function processesOf(folder: string, groups: ReadonlySet<number> = new Set()): BrowserProcess[] {
  if (process.platform !== 'linux') return [];
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  const found = all.map((pid) => ({ ...readProcess(pid), pid: Number(pid) }));
  const leaders = new Set(
    found.filter(({ command }) => command.includes(`--user-data-dir=${folder}`)).map(({ pid }) => pid),
  );
  return found
    .filter(({ group }) => leaders.has(group) || groups.has(group))
    .map(({ pid, group, command }) => ({ pid, group, kind: /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser' }));
}

function readProcess(pid: string): { group: number; command: string } {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    // pid (name) state parent group …; one that has ended and only waits to be noticed is Z.
    const [state, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { group: state === 'Z' ? -1 : Number(group), command };
  } catch {
    return { group: -1, command: '' };
  }
}
