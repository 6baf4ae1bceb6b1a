/** What pdf.js reads in a PDF, which knows nothing of how it was made, and where Hexapla's own reader reads anything else. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readBack } from '../../src/pdf/readback.ts';
import type { PaperRun, ReadPdf } from '../../src/text/signs.ts';

/** In which the two readers differ, as sentences; none where they say the same. */
export async function differences(bytes: Uint8Array): Promise<readonly string[]> {
  const [judge, own] = [await readByPdfJs(new Uint8Array(bytes)), readBack(bytes)];
  const pages = new Set([...judge.runs, ...own.runs].map(({ page }) => page));
  const texts = [...pages].flatMap((page) => difference(`page ${page}`, onPage(judge, page), onPage(own, page)));
  const rest = (['outline', 'dead', 'fonts'] as const).flatMap((part) =>
    difference(part, JSON.stringify(judge[part]), JSON.stringify(own[part])),
  );
  return [...texts, ...rest];
}

/**
 * What a page says. Of a text from right to left pdf.js does not read what glyphs are said to be in place of what they are,
 * and gives it piece by piece: there the letters and marks are left out.
 */
function onPage({ runs }: Judged, number: number): string {
  const texts = runs.flatMap(({ page, text, hidden }) => (page === number && !hidden ? [text.normalize('NFKC')] : []));
  if (!texts.some((text) => /[\p{Script=Arab}\p{Script=Hebr}]/u.test(text)))
    return texts.join('').replace(/[\s\u00ad]/g, '');
  return (texts.join(' ').match(/[\d\p{Script=Latin}]+|\p{Nd}+/gu) ?? []).sort().join(' ');
}

function difference(where: string, judge: string, own: string): readonly string[] {
  if (judge === own) return [];
  let at = 0;
  while (judge[at] === own[at]) at += 1;
  const from = Math.max(0, at - 20);
  return [`${where}: pdf.js reads “${judge.slice(from, at + 40)}”, Hexapla “${own.slice(from, at + 40)}”`];
}

type Judged = Omit<ReadPdf, 'missing'>;

async function readByPdfJs(bytes: Uint8Array): Promise<Judged> {
  const fonts = fontsOf(bytes);
  const task = getDocument({ data: bytes, verbosity: 0, isEvalSupported: false, disableFontFace: true });
  try {
    const pdf = await task.promise;
    const runs: PaperRun[] = [];
    const dead: number[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const annotations = await page.getAnnotations();
      for (const { url, dest } of annotations) if (!url && !(await leads(pdf, dest))) dead.push(number);
      const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
      collect(await page.getStructTree(), { texts: marked(content.items), page: number }, runs);
    }
    return { runs, outline: titles((await pdf.getOutline()) ?? []), dead, fonts };
  } finally {
    await task.destroy();
  }
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;
type Items = Awaited<ReturnType<Awaited<ReturnType<Pdf['getPage']>>['getTextContent']>>['items'];

async function leads(pdf: Pdf, dest: unknown): Promise<boolean> {
  const to = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
  if (!Array.isArray(to)) return false;
  return pdf.getPageIndex(to[0]).then(
    (index) => index < pdf.numPages,
    () => false,
  );
}

/** The text of each piece of marked content, by its id. */
function marked(items: Items): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.at(-1);
      if (id) texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    // A mark without a number of its own says something of what is around it, but for an artifact.
    else open.push(item.id ?? ('tag' in item && item.tag === 'Artifact' ? '' : (open.at(-1) ?? '')));
  }
  return texts;
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  /** What a picture shows, in words. */
  readonly alt?: string;
  readonly children?: readonly Node[];
}

/** What a page's nodes mean: their texts. */
interface Meant {
  readonly texts: ReadonlyMap<string, string>;
  readonly page: number;
}

function collect(node: Node | null, { texts, page }: Meant, into: PaperRun[]): void {
  if (!node || node.role === 'Lbl') return;
  if (node.type === 'content') {
    const text = texts.get(node.id ?? '') ?? '';
    if (text) into.push({ text, page });
    return;
  }
  if (node.alt) into.push({ text: node.alt, page });
  for (const child of node.children ?? []) collect(child, { texts, page }, into);
}

interface Title {
  readonly title: string;
  readonly items: readonly Title[];
}

function titles(outline: readonly Title[]): string[] {
  return outline.flatMap(({ title, items }) => [title, ...titles(items)]);
}

/** As the bytes have them: the finisher writes plain objects (ISO 32000-1, 9.6 and 9.8). */
function fontsOf(bytes: Uint8Array): ReadPdf['fonts'] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const objects = text.match(/\/Type \/FontDescriptor[\s\S]*?endobj/g) ?? [];
  const absent = objects.filter((object) => !/\/FontFile[23]? \d+ 0 R/.test(object));
  return {
    absent: absent.map((object) => /\/FontName \/([^\s/]+)/.exec(object)?.[1] ?? '?'),
    drawn: text.match(/\/Subtype \/Type3\b/g)?.length ?? 0,
  };
}
