import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  ParseSpeeds,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { mendContent } from './content.ts';
import { nameDestinations } from './destinations.ts';
import { type About, PRODUCER, xmp } from './metadata.ts';
import { titleOutline } from './outline.ts';
import { srgbProfile } from './srgb.ts';
import { mendStructure } from './structure.ts';

/** A PDF made ready for archives and for readers who listen. */
export interface Finished {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** What is known of a document that its PDF does not say. */
export interface Printout extends Omit<About, 'date'> {
  /** Text of each link that has a box, in the order of the document. */
  readonly links: readonly string[];
  /** Text of each heading that is to be seen, in the order of the document. */
  readonly heads: readonly string[];
}

/**
 * Chromium's PDF → PDF/UA-1 and PDF/A-2a (ISO 14289-1, ISO 19005-2): metadata, output intent, structure, artifacts.
 * The same PDF gives the same bytes: its dates are kept, and its identifier is the digest of what it holds.
 */
export async function finish(printed: Uint8Array, about: Printout): Promise<Finished> {
  const document = await PDFDocument.load(printed, { parseSpeed: ParseSpeeds.Fastest, updateMetadata: false });
  const { context, catalog } = document;
  const tree = catalog.lookup(PDFName.of('StructTreeRoot'));
  if (tree instanceof PDFDict) mendStructure(context, tree, about.links);
  const pages = document.getPages().map(({ node }) => node);
  nameDestinations(context, catalog, pages);
  titleOutline(catalog, about.heads);
  mendContent(context, pages);
  describe(context, catalog, { ...about, ...dateOf(context) });
  context.trailerInfo.ID = context.obj([PDFHexString.of(NO_DIGEST), PDFHexString.of(NO_DIGEST)]);
  const bytes = await document.save({
    useObjectStreams: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  return { bytes: identified(bytes), pages: pages.length };
}

/** The date that the information dictionary has, as XMP writes dates: `D:20220315120000+00'00'`, in UTC. */
function dateOf(context: PDFContext): Pick<About, 'date'> {
  const info = context.lookupMaybe(context.trailerInfo.Info, PDFDict);
  const stamp = info?.lookupMaybe(PDFName.of('CreationDate'), PDFString)?.asString();
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(stamp ?? '');
  if (!parts) return {};
  const [, year, month, day, hour, minute, second] = parts;
  return { date: `${year}-${month}-${day}T${hour}:${minute}:${second}Z` };
}

/** Information dictionary, metadata, language, output intent. */
function describe(context: PDFContext, catalog: PDFDict, about: About): void {
  const { title, locale, author, subject, date } = about;
  const stamp = date && PDFString.of(`D:${date.replace(/\D/g, '')}Z`);
  const text = (value: string | undefined) => value && PDFHexString.fromText(value);
  const entries: Readonly<Record<string, PDFObject | string | undefined>> = {
    Title: text(title),
    Author: text(author),
    Subject: text(subject),
    Creator: PDFString.of(PRODUCER),
    Producer: PDFString.of(PRODUCER),
    CreationDate: stamp,
    ModDate: stamp,
  };
  const known = Object.entries(entries).filter(([, value]) => value);
  const info = context.obj(Object.fromEntries(known) as Record<string, PDFObject>);
  if (context.trailerInfo.Info instanceof PDFRef) context.assign(context.trailerInfo.Info, info);
  else context.trailerInfo.Info = context.register(info);
  catalog.set(PDFName.of('Lang'), PDFString.of(locale));
  // As it is, not deflated: who looks for it in a file must find it (ISO 16684-1).
  const metadata = context.stream(xmp(about, 'A'), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  const profile = context.register(context.stream(PROFILE, { N: 3, Filter: 'FlateDecode' }));
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
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
