import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a reader sees it. */
export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  readonly tagged: boolean;
  readonly outline: readonly string[];
  /** Text of each page, in the order in which it is drawn. */
  readonly pages: readonly string[];
  /** `NotoSerif-Regular CIDFontType2 subset embedded`, sorted. */
  readonly fonts: readonly string[];
  /** Where links lead: a URL, or `#3` for page 3. */
  readonly links: readonly string[];
  /** Alternative texts of pictures. */
  readonly alternatives: readonly string[];
}

/** Reads a PDF back with pdf.js, which knows nothing of how it was made. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), fontExtraProperties: true, verbosity: 0 });
  try {
    const pdf = await task.promise;
    const [pages, fonts, links, alternatives]: [string[], Set<string>, string[], string[]] = [[], new Set(), [], []];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      pages.push((await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(''));
      for (const font of await fontsOf(page)) fonts.add(font);
      for (const { url, dest } of await page.getAnnotations()) {
        const to: unknown = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
        links.push(url ?? (Array.isArray(to) ? `#${(await pdf.getPageIndex(to[0])) + 1}` : 'nowhere'));
      }
      collectAlternatives(await page.getStructTree(), alternatives);
    }
    const { info } = await pdf.getMetadata();
    const { Title: title, Language: language } = info as Record<string, string | undefined>;
    const marked = (await pdf.getMarkInfo()) as { readonly Marked?: boolean } | null;
    const outline = flat((await pdf.getOutline()) ?? []);
    const tagged = marked?.Marked === true;
    return {
      title: title ?? '',
      language: language ?? '',
      tagged,
      outline,
      pages,
      fonts: [...fonts].sort(),
      links,
      alternatives,
    };
  } finally {
    await task.destroy();
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function fontsOf(page: PdfPage): Promise<string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const ids = new Set(argsArray.filter((_, i) => fnArray[i] === OPS.setFont).map((args) => String(args[0])));
  return [...ids].map((id) => {
    const { name, type, missingFile, isType3Font } = page.commonObjs.get(id);
    const [subset, plain] = /^[A-Z]{6}\+/.test(name) ? ['subset', name.slice(7)] : ['whole', name];
    return `${plain} ${isType3Font ? 'Type3' : type} ${subset} ${missingFile ? 'missing' : 'embedded'}`;
  });
}

interface Heading {
  readonly title: string;
  readonly items: readonly Heading[];
}

function flat(headings: readonly Heading[]): string[] {
  return headings.flatMap(({ title, items }) => [title, ...flat(items)]);
}

function collectAlternatives(node: unknown, into: string[]): void {
  if (node === null || typeof node !== 'object') return;
  if ('alt' in node && typeof node.alt === 'string') into.push(node.alt);
  if ('children' in node && Array.isArray(node.children))
    for (const child of node.children) collectAlternatives(child, into);
}
