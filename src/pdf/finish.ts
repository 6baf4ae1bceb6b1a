import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { mendContent } from './content.ts';
import { nameDestinations } from './destinations.ts';
import { PdfFile } from './file.ts';
import { type About, PRODUCER, xmp } from './metadata.ts';
import { dict, Hex, Ref, Stream, Text, Token, type Written } from './objects.ts';
import { titleOutline } from './outline.ts';
import { split } from './split.ts';
import { srgbProfile } from './srgb.ts';
import { mendStructure } from './structure.ts';

/** A PDF made ready for archives and for readers who listen. */
export interface Finished {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** What is known of a document that its PDF does not say. */
export interface Printout extends About {
  /** Text of each link that has a box, in the order of the document. */
  readonly links: readonly string[];
  /** Text of each heading that is to be seen, in the order of the document. */
  readonly heads: readonly string[];
}

/**
 * Chromium's PDF → PDF/UA-1 and PDF/A-2a (ISO 14289-1, ISO 19005-2): metadata, output intent, structure, artifacts.
 * The same document gives the same bytes, whenever it is printed: its identifier is the digest of what it holds.
 */
export function finish(printed: Uint8Array, about: Printout): Finished {
  return finishFile(new PdfFile(printed), about);
}

/** One of several documents that shared a print. */
export interface SharedPrintout extends Printout {
  /** What stands before its ids, and how many pages it says that it has. */
  readonly ids: string;
  readonly pages: number;
}

/** What has become of one of them: a number where it has so many pages, and says another one. */
export type Split = Finished | number;

/** A print of several documents, and what is known of each. */
export interface Several {
  readonly printed: Uint8Array;
  readonly gap: readonly [number, number];
  readonly documents: readonly SharedPrintout[];
}

/**
 * A print of several documents → a finished file for each: the same, whichever others there were. Undefined if it
 * cannot be split, as may happen with one alone, too.
 */
export function finishAll({ printed, gap, documents }: Several): readonly Split[] | undefined {
  const ids = documents.map((one) => one.ids);
  const all: Split[] = [];
  // One after the other: what is made of one is let go before the next.
  for (const [n, { pages, make }] of split({ printed, gap, ids })?.entries() ?? []) {
    const about = documents[n];
    if (about?.pages !== pages) {
      all.push(pages);
      continue;
    }
    const file = make();
    if (!file) return undefined;
    all.push(finishFile(file, about));
  }
  return all.length > 0 ? all : undefined;
}

function finishFile(file: PdfFile, about: Printout): Finished {
  const { catalog, pages } = file;
  const tree = file.dict(catalog.get('StructTreeRoot'));
  if (tree) mendStructure(file, tree, about.links);
  nameDestinations(file);
  titleOutline(file, about.heads);
  mendContent(file);
  describe(file, about);
  file.trailer.set('ID', [new Hex(NO_DIGEST), new Hex(NO_DIGEST)]);
  return { bytes: identified(file.write()), pages: pages.length };
}

/** Information dictionary, metadata, language, output intent. */
function describe(file: PdfFile, about: About): void {
  const { title, locale, author, subject, date } = about;
  const { catalog, trailer } = file;
  const stamp = date === undefined ? undefined : new Text(`D:${date.replace(/\D/g, '')}Z`);
  const text = (value: string | undefined) => (value ? Hex.of(value) : undefined);
  const info = dict({
    Title: text(title),
    Author: text(author),
    Subject: text(subject),
    Creator: new Text(PRODUCER),
    Producer: new Text(PRODUCER),
    CreationDate: stamp,
    ModDate: stamp,
  });
  const was = trailer.get('Info');
  if (was instanceof Ref) file.put(was, info);
  else trailer.set('Info', file.add(info));
  catalog.set('Lang', new Text(locale));
  catalog.set('ViewerPreferences', dict({ DisplayDocTitle: new Token('true') }));
  // As it is, not deflated: who looks for it in a file must find it (ISO 16684-1).
  catalog.set('Metadata', addStream(file, xmp(about, 'A'), { Type: 'Metadata', Subtype: 'XML' }));
  const intent = dict({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: new Text('sRGB'),
    Info: new Text('sRGB IEC61966-2.1'),
    DestOutputProfile: addStream(file, PROFILE, { N: 3, Filter: 'FlateDecode' }),
  });
  catalog.set('OutputIntents', [file.add(intent)]);
}

function addStream(file: PdfFile, contents: Uint8Array, entries: Readonly<Record<string, Written>>): Ref {
  return file.add(new Stream(dict(entries), contents));
}

const PROFILE = deflateSync(srgbProfile());

/** What stands in the file while its digest is not known. */
const NO_DIGEST = '0'.repeat(32);

/** With the digest of the file as its identifier (ISO 32000-1, 14.4). */
function identified(saved: Uint8Array): Uint8Array {
  const bytes = Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, NO_DIGEST.length);
  const at = bytes.lastIndexOf(`<${NO_DIGEST}>`);
  for (let i = at; i >= 0 && i > at - 100; i = bytes.lastIndexOf(`<${NO_DIGEST}>`, i - 1)) {
    bytes.write(digest, i + 1, 'latin1');
  }
  return bytes;
}
