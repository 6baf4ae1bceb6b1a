/**
 * Where the link targets of a PDF of Chromium's stand: id of the element → page, counted from 1. Chromium names only what
 * links of the document lead to, by the fragment of the link (ISO 32000-1, 12.3.2.3), in plain objects.
 */
export function destinations(pdf: Uint8Array): ReadonlyMap<string, number> {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const dictionary = objectAt(text, /\/Dests (\d+) 0 R/.exec(text)?.[1]);
  const pages = new Map(pagesOf(text).map((page, n) => [page, n + 1]));
  const found = new Map<string, number>();
  for (const [, name = '', page = ''] of dictionary.matchAll(/\/(\S+) \[(\d+) 0 R \/XYZ/g)) {
    const number = pages.get(page);
    if (number !== undefined) found.set(fragment(name), number);
  }
  return found;
}

/** How many pages a PDF of Chromium's has. */
export function pageCount(pdf: Uint8Array): number {
  return pagesOf(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')).length;
}

/** Object numbers of the pages in their order, through the tree that Skia makes of many. */
function pagesOf(text: string): readonly string[] {
  const kids = new Map<string, readonly string[]>();
  const inner = new Set<string>();
  for (const [, node = '', body = ''] of text.matchAll(/(?<=\n)(\d+) 0 obj\s*<<\/Type \/Pages\b([\s\S]*?)endobj/g)) {
    const own = [...(/\/Kids \[([^\]]*)\]/.exec(body)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, kid = '']) => kid);
    kids.set(node, own);
    for (const kid of own) inner.add(kid);
  }
  const leaves = (node: string): readonly string[] => kids.get(node)?.flatMap(leaves) ?? [node];
  return [...kids.keys()].filter((node) => !inner.has(node)).flatMap(leaves);
}

function objectAt(text: string, number: string | undefined): string {
  if (number === undefined) return '';
  const start = text.indexOf(`\n${number} 0 obj`);
  return start < 0 ? '' : text.slice(start, text.indexOf('endobj', start));
}

/** The name of a PDF (`#25` for a percent sign) holds a fragment of a URL (`%C3%A9` for é), and that an id. */
function fragment(name: string): string {
  const url = name.replace(/#([\dA-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
