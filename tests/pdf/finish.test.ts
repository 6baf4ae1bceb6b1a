/** Chromium's PDF, finished, and read back: by pdf.js, which knows nothing of how it was made, or object by object. */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPrinter } from '../../src/host/browser.ts';
import { finish } from '../../src/pdf/finish.ts';

const html = `<!doctype html><html lang="en"><head><style>
@page { margin: 20mm; @top-left { content: "Running head"; border-bottom: 1px solid } @bottom-center { content: "page " counter(page) } }
td { border-bottom: 1px solid } .ground { background: #eee }
</style></head><body>
<h1 id="top">Title</h1>
<h2 id="${'торговля-'.repeat(12)}">Trade</h2>
<h4>Below</h4>
<p class="ground">Text <a href="#${'торговля-'.repeat(12)}">to <b>trade</b></a>, <a href="https://example.org/">out</a>,
<span lang="ru">слово</span> <em lang="fr">mot</em> <span lang="de">Wort</span>.</p>
<ol><li>one<ul><li>within</li></ul></li><li><p>two</p><p>more</p></li></ol>
<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><th scope="row">c</th><td>d</td></tr></tbody></table>
<figure><img alt="what it shows" src="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path opacity=".5" d="M0 0h9v9z"/></svg>')}"><figcaption>said</figcaption></figure>
<hr>
</body></html>`;

const printer = createPrinter({ signal: new AbortController().signal });
let bytes: Uint8Array = new Uint8Array();
let document: PDFDocument;

beforeAll(async () => {
  const job = { html, title: 'A & “b”', locale: 'en', date: '2022-03-15' };
  const { bytes: printed, ...known } = await printer.pdf(job);
  ({ bytes } = finish(printed, { ...job, author: 'C. <D>', subject: 'About', ...known }));
  document = await PDFDocument.load(bytes, { updateMetadata: false });
}, 30_000);
afterAll(() => printer.close());

/** An element of the structure tree as pdf.js gives it. */
interface Node {
  readonly role?: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

async function opened<T>(look: (pdf: Awaited<ReturnType<typeof getDocument>['promise']>) => Promise<T>): Promise<T> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    return await look(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** `L(LI(Lbl LBody))`, without what groups nothing. */
function drawn({ role = '', children = [], lang, alt }: Node): string {
  const within = children.map(drawn).filter(Boolean).join(' ');
  if (role === '' || role === 'Root' || role === 'NonStruct') return within;
  return `${role}${lang ? `:${lang}` : ''}${alt ? `“${alt}”` : ''}${within && `(${within})`}`;
}

test('the structure has the types of PDF 1.7 only, items with bodies, and says languages and what is shown', async () => {
  const tree = await opened(async (pdf) => (await pdf.getPage(1)).getStructTree());
  expect(drawn(tree as Node)).toBe(
    [
      'Document:en(H1 H2 H3',
      'P(Link Link Span:ru Span:fr Span:de)',
      'L(LI(Lbl LBody(L(LI(Lbl LBody)))) LI(Lbl LBody(P P)))',
      'Table(TR(TH TH) TR(TH TD))',
      'Sect(Figure“what it shows” Caption))',
    ].join(' '),
  );
});

test('what repeats on each page, rules and grounds are artifacts, and nothing else is', async () => {
  const [artifacts, text] = await opened(async (pdf) => {
    const { items } = await (await pdf.getPage(1)).getTextContent({ includeMarkedContent: true });
    const open: string[] = [];
    const words: [string, string] = ['', ''];
    for (const item of items) {
      if ('str' in item) words[open.includes('Artifact') ? 0 : 1] += `${item.str} `;
      else if (item.type === 'endMarkedContent') open.pop();
      else open.push('tag' in item ? String(item.tag) : '');
    }
    return words;
  });
  expect(artifacts.replace(/\s+/g, ' ').trim()).toBe('Running head page 1');
  expect(text).toContain('Title');
  expect(text).not.toMatch(/Running|page/);
});

describe('the catalogue', () => {
  const look = (name: string) => document.catalog.lookup(PDFName.of(name));

  test('says language, the title for the window, and that it is tagged', () => {
    expect(String(look('Lang'))).toBe('(en)');
    expect(String(look('ViewerPreferences'))).toContain('/DisplayDocTitle true');
    expect(String(look('MarkInfo'))).toContain('/Marked true');
  });

  test('intends sRGB, with its profile', () => {
    const intents = document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray);
    const intent = intents.lookup(0, PDFDict);
    expect(String(intent.get(PDFName.of('S')))).toBe('/GTS_PDFA1');
    expect(intent.lookup(PDFName.of('DestOutputProfile'))).toBeInstanceOf(PDFRawStream);
  });

  test('says in XMP what the information dictionary says', async () => {
    const { info, metadata } = await opened((pdf) => pdf.getMetadata());
    expect(info).toMatchObject({ Title: 'A & “b”', Author: 'C. <D>', Subject: 'About', Language: 'en' });
    expect(info).toMatchObject({ CreationDate: 'D:20220315120000Z', ModDate: 'D:20220315120000Z' });
    // In the default language and in its own.
    expect(metadata.get('dc:title')).toBe('A & “b”A & “b”');
    expect(metadata.get('dc:creator')).toEqual(['C. <D>']);
    expect(metadata.get('xmp:createdate')).toBe('2022-03-15T12:00:00Z');
    expect([metadata.get('pdfuaid:part'), metadata.get('pdfaid:part'), metadata.get('pdfaid:conformance')]).toEqual([
      '1',
      '2',
      'A',
    ]);
  });

  test('has no name longer than PDF/A allows, and links lead where they led', async () => {
    const objects = Buffer.from(bytes)
      .toString('latin1')
      .replace(/\bstream[\s\S]*?endstream/g, '');
    const names = objects.match(/\/[^\s/<>[\]()]+/g) ?? [];
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => name.replace(/#[\dA-F]{2}/g, '.').length > 128)).toEqual([]);
    const [link, place] = await opened(async (pdf) => {
      const [link] = await (await pdf.getPage(1)).getAnnotations();
      return [link.dest, await pdf.getDestination(link.dest)];
    });
    expect(link).toContain('%D1%82');
    expect(place).toEqual([{ num: expect.any(Number), gen: 0 }, { name: 'XYZ' }, ...Array(3).fill(expect.any(Number))]);
  });
});

test('links say their text, each part of one the whole', () => {
  const annotations = document.getPages()[0]?.node.Annots()?.asArray() ?? [];
  const contents = annotations.map((one) => document.context.lookup(one, PDFDict).lookup(PDFName.of('Contents')));
  expect(contents.map((text) => text instanceof PDFHexString && text.decodeText())).toEqual([
    'to trade',
    'to trade',
    'out',
  ]);
});

test('table heads say what they head', () => {
  const scopes = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict && String(object.get(PDFName.of('S'))) === '/TH')
    .map((head) => /\/Scope \/(\w+)/.exec(String(head))?.[1]);
  expect(scopes).toEqual(['Column', 'Column', 'Row']);
});

test('the identifier is a digest of the file, and the same file gives the same', async () => {
  const job = { html, title: 'A & “b”', locale: 'en', date: '2022-03-15' };
  const { bytes: printed, ...known } = await printer.pdf(job);
  const about = { ...job, author: 'C. <D>', subject: 'About', ...known };
  expect(Buffer.from(finish(printed, about).bytes).equals(Buffer.from(bytes))).toBe(true);
  const other = finish(printed, { ...about, subject: 'else' });
  const id = (file: Uint8Array) => /\/ID \[ ?<([\da-f]{32})> ?<\1>/.exec(Buffer.from(file).toString('latin1'))?.[1];
  expect(id(bytes)).toMatch(/[1-9a-f]/);
  expect(id(other.bytes)).not.toBe(id(bytes));
});

test('nothing of what was replaced is left in the file', () => {
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toMatch(/^%PDF-1\.4\n%[\x80-\xff]{4}\n1 0 obj\n/);
  expect(text).not.toMatch(/Skia|\(Chromium\)/);
  // Each object stands where the table says, and each once.
  const [, table = ''] = /\nxref\n0 \d+\n([\s\S]*)trailer/.exec(text) ?? [];
  const lines = table.match(/.{18} \n/g) ?? [];
  for (const [number, line] of lines.entries()) {
    if (line[17] === 'n') expect(text.slice(Number(line.slice(0, 10)))).toMatch(new RegExp(`^${number} 0 obj\n`));
  }
  expect(text.match(/\n\d+ 0 obj\n/g)).toHaveLength(lines.filter((line) => line[17] === 'n').length);
});
