/**
 * `node mdtopdf.ts <publication> <out> <browser> <count>`: so many of the texts, from the same Markdown, each by a call of
 * md-to-pdf's, which starts a browser of its own for it: the same program, the same fonts. Says how long that took.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pagesOf, some } from './pages.ts';
import { asMarkdown, textsOf } from './texts.ts';

interface MdToPdf {
  mdToPdf(input: { readonly content: string }, options: Readonly<Record<string, unknown>>): Promise<unknown>;
}

const [, , publication = '', out = '', browser = '{}', count = '12'] = process.argv;
const { executable, libraries }: { executable?: string; libraries?: string } = JSON.parse(browser);
const { mdToPdf }: MdToPdf = createRequire(import.meta.url)('md-to-pdf');
mkdirSync(out, { recursive: true });
const styles = new Map(pagesOf(publication).map(({ locale, fonts }) => [locale, fonts]));
const env = { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) };
const short = textsOf(Number(count)).filter(({ slug }) => slug !== 'long');
const texts = some(short, Number(count));

const start = performance.now();
for (const text of texts) {
  await mdToPdf(
    { content: asMarkdown(text) },
    {
      dest: join(out, `${text.locale}-${text.slug}.pdf`),
      launch_options: { executablePath: executable, headless: 'shell', args: ['--no-sandbox', '--disable-gpu'], env },
      css: `${styles.get(text.locale)}\nbody { font: 10.5pt / 15pt "Hexapla Text"; }`,
      pdf_options: { format: 'A4', margin: '24mm', printBackground: true },
    },
  );
}
const seconds = (performance.now() - start) / 1000;
process.stdout.write(JSON.stringify({ documents: texts.length, seconds }));
