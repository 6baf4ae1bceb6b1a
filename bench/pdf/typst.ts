/**
 * `node typst.ts <publication> <out>`: the same texts, each written as a Typst document and compiled with the fonts' whole
 * files, by one compiler that keeps what it may between two documents. Says how long that took, without the start.
 */
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { rowsOf, type Text, textsOf } from './texts.ts';

interface Compiler {
  pdf(document: { readonly mainFileContent: string }): Uint8Array;
  evictCache(age: number): void;
}

interface Typst {
  readonly NodeCompiler: {
    create(options: {
      readonly workspace: string;
      readonly fontArgs: readonly { readonly fontPaths: readonly string[] }[];
    }): Compiler;
  };
}

/** Packages and families of the sample's settings. */
const PACKAGES = ['noto-serif', 'noto-sans', 'noto-serif-sc', 'noto-sans-sc'];
const FACES = ['400Regular', '700Bold', '400Regular_Italic'];
const TEXT = '("Noto Serif", "Noto Serif SC")';
const HEADS = '("Noto Sans", "Noto Sans SC")';

const [, , , out = '', short = '60', long = 'long'] = process.argv;
const typst: Typst = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
mkdirSync(out, { recursive: true });
const fonts = join(import.meta.dirname, '../../node_modules/@expo-google-fonts');
const fontPaths = PACKAGES.flatMap((name) => FACES.map((face) => join(fonts, name, face)));
const compiler = typst.NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] });

const texts = textsOf(Number(short), long === 'long');
const start = performance.now();
for (const text of texts) {
  const bytes = compiler.pdf({ mainFileContent: asTypst(text) });
  // The age that the compiler's own notes suggest.
  compiler.evictCache(10);
  await writeFile(join(out, `${text.locale}-${text.slug}.pdf`), bytes);
}
const seconds = (performance.now() - start) / 1000;
process.stdout.write(JSON.stringify({ documents: texts.length, seconds }));

/** The same page and about the same look as Hexapla's own theme. */
function asTypst({ locale, title, blocks }: Text): string {
  const han = locale === 'zh';
  const head = `#set document(title: ${JSON.stringify(title)})
#set page(paper: "a4", margin: (top: 24mm, left: ${han ? 46 : 57}mm, right: 28mm, bottom: 30mm), numbering: "1 / 1",
  header: context if here().page() > 1 [#text(8pt, font: ${HEADS})[${title}]])
#set text(lang: "${locale}", size: 10.5pt, font: ${TEXT}, hyphenate: ${!han}, top-edge: 0.75em)
#set par(leading: ${han ? 10 : 7}pt, spacing: ${han ? 10 : 7}pt, first-line-indent: ${han ? '(amount: 2em, all: true)' : '1.2em'})
#show heading: set text(10.5pt, font: ${HEADS})
#show table: set text(8.5pt, font: ${HEADS})
#show heading.where(level: 1): set text(24pt, weight: 400)
= ${title}
`;
  const body = blocks.map((block) => {
    const texts = block.texts.map(escaped);
    if (block.kind === 'head') return `== ${texts[0]}`;
    if (block.kind === 'list') return texts.map((item) => `+ ${item}`).join('\n');
    if (block.kind === 'text') return texts[0];
    const [first = [], ...rows] = rowsOf({ ...block, texts }).map((row) => row.map((cell) => `[${cell}]`).join(', '));
    return `#table(columns: (1fr, auto, auto), stroke: none, align: (left, left, right),
  table.header(${first}),
  ${rows.join(',\n  ')})`;
  });
  return `${head}${body.join('\n\n')}\n`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\#$*_`@<>[\]~"'/+=-]/g, '\\$&');
}
