import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, NAMES, SITE, textsOf } from './texts.ts';

const root = join(import.meta.dirname, '../..');

/** The texts as a publication, in the theme that ships, with a sitemap and feeds. */
export function writePublication(folder: string, documents: number): void {
  for (const locale of LOCALES) mkdirSync(join(folder, 'content', locale), { recursive: true });
  for (const { slug, locale, title, date, body } of textsOf(documents)) {
    const text = `---\ntitle: ${title}\ndate: ${date}\n---\n\n${body}\n`;
    writeFileSync(join(folder, 'content', locale, `${slug}.md`), text);
  }
  for (const locale of LOCALES) {
    const strings = JSON.stringify({ publication: { name: NAMES[locale] } });
    writeFileSync(join(folder, 'content', locale, 'strings.json'), strings);
  }
  const settings = [
    'source: en',
    `locales: [${LOCALES.join(', ')}]`,
    'outputs: [html]',
    `site: { url: "${SITE}" }`,
    'fail-on: error',
  ];
  writeFileSync(join(folder, 'hexapla.yaml'), `${settings.join('\n')}\n`);
}

/** What builds it. */
export function hexapla(folder: string, ...options: readonly string[]): readonly string[] {
  return [process.execPath, join(root, 'bin/hexapla.js'), 'build', folder, '--quiet', ...options];
}
