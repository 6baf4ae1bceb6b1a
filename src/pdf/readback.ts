import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PaperRun, ReadPdf } from '../text/signs.ts';

/** Reads a PDF by pdf.js, which knows nothing of how it was made. The bytes are the reader's from then on. */
export async function readBack(bytes: Uint8Array): Promise<ReadPdf> {
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
      const inner = new Set(annotations.filter(({ url }) => !url).map(({ id }) => String(id)));
      const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
      collect(await page.getStructTree(), { texts: marked(content.items), inner, page: number }, runs);
      page.cleanup();
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

/** What a page's nodes mean: their texts, and which annotations lead within the document. */
interface Meant {
  readonly texts: ReadonlyMap<string, string>;
  readonly inner: ReadonlySet<string>;
  readonly page: number;
}

function collect(node: Node | null, meant: Meant, into: PaperRun[], isInner = false): void {
  if (!node || node.role === 'Lbl') return;
  if (node.type === 'content') {
    const text = meant.texts.get(node.id ?? '') ?? '';
    if (text) into.push({ text, page: meant.page, ...(isInner && { inner: true as const }) });
    return;
  }
  if (node.alt) into.push({ text: node.alt, page: meant.page });
  const inner = isInner || (node.role === 'Link' && leadsWithin(node, meant.inner));
  for (const child of node.children ?? []) collect(child, meant, into, inner);
}

function leadsWithin({ id = '', children = [] }: Node, inner: ReadonlySet<string>): boolean {
  return inner.has(id) || children.some((child) => leadsWithin(child, inner));
}

interface Title {
  readonly title: string;
  readonly items: readonly Title[];
}

function titles(outline: readonly Title[]): string[] {
  return outline.flatMap(({ title, items }) => [title, ...titles(items)]);
}

/** The finisher writes plain objects, so that fonts are told from the bytes (ISO 32000-1, 9.6 and 9.8). */
function fontsOf(bytes: Uint8Array): ReadPdf['fonts'] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const objects = text.match(/\/Type \/FontDescriptor[\s\S]*?endobj/g) ?? [];
  const absent = objects.filter((object) => !/\/FontFile[23]? \d+ 0 R/.test(object));
  return {
    absent: absent.map((object) => /\/FontName \/([^\s/]+)/.exec(object)?.[1] ?? '?'),
    drawn: text.match(/\/Subtype \/Type3\b/g)?.length ?? 0,
  };
}
