import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LANGUAGES, LOCALES, NAMES, SITE, type Text, textsOf } from './texts.ts';

/**
 * The same texts for VitePress, in the theme that it ships, which has the contents beside the text, neighbours and language
 * links; a sidebar of a thousand entries on each page is left out. It writes JavaScript for each page, too, and no feeds.
 */
export function writeVitePress(folder: string, documents: number): void {
  const slugs = newestFirst(documents);
  const turns = new Map(slugs.map((slug, turn) => [slug, turn]));
  for (const text of textsOf(documents)) {
    const turn = turns.get(text.slug) ?? 0;
    const near = (slug: string | undefined) =>
      slug === undefined ? 'false' : `{ text: ${slug}, link: /${text.locale}/${slug} }`;
    const head = `title: ${text.title}\ndate: ${text.date}\nprev: ${near(slugs[turn - 1])}\nnext: ${near(slugs[turn + 1])}`;
    write(folder, `${text.locale}/${text.slug}.md`, `---\n${head}\n---\n\n# ${text.title}\n\n${text.body}\n`);
  }
  for (const locale of LOCALES) {
    const items = slugs.map((slug) => `- [${slug}](./${slug}.md)`).join('\n');
    write(folder, `${locale}/index.md`, `# ${NAMES[locale]}\n\n${items}\n`);
  }
  write(folder, 'package.json', '{ "type": "module" }');
  write(folder, '.vitepress/config.js', CONFIG);
  symlinkSync(join(import.meta.dirname, 'node_modules'), join(folder, 'node_modules'));
}

/** Into `.vitepress/dist/`. */
export function vitepress(folder: string): readonly string[] {
  return [process.execPath, join(import.meta.dirname, 'node_modules/vitepress/bin/vitepress.js'), 'build', folder];
}

function newestFirst(documents: number): readonly string[] {
  const days = new Map<string, Text['date']>();
  for (const { slug, date } of textsOf(documents)) days.set(slug, date);
  return [...days.keys()].sort((a, b) => ((days.get(a) ?? '') < (days.get(b) ?? '') ? 1 : -1));
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const locales = Object.fromEntries(
  LOCALES.map((tag) => [tag, { label: LANGUAGES[tag], lang: tag, title: NAMES[tag], link: `/${tag}/` }]),
);
const CONFIG = `export default {
  cleanUrls: false,
  metaChunk: true,
  lastUpdated: false,
  locales: ${JSON.stringify(locales)},
  sitemap: { hostname: '${SITE}' },
  themeConfig: { outline: [2, 3], sidebar: false, search: undefined },
};
`;
