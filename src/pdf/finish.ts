import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { isClaimed, markArtifacts } from './artifacts.ts';
import { nameDestinations } from './destinations.ts';
import { withoutSoftHyphens, withSoftLineEnds } from './hyphens.ts';
import { type About, PRODUCER, xmp } from './metadata.ts';
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
  const forms = new Map<string, boolean>();
  const parted = pages.filter((page) => markPage(context, page, forms));
  if (parted.length > 0) mendMaps(context);
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

/**
 * Marks the streams of a page and of the forms that it draws, each once; `done` says which forms elements claim.
 * Says whether words of the page itself may be parted.
 */
function markPage(context: PDFContext, page: PDFDict, done: Map<string, boolean>): boolean {
  const claimed = claimedBy(context, page, done);
  const contents = page.get(PDFName.of('Contents'));
  const parts = context.lookup(contents);
  const refs = parts instanceof PDFArray ? parts.asArray() : [contents];
  const parted = refs.filter((ref) => ref instanceof PDFRef && markStream(context, ref, claimed));
  return parted.length > 0;
}

/** Names of the forms among the resources that hold what an element claims; they are marked too. */
function claimedBy(context: PDFContext, owner: PDFDict, done: Map<string, boolean>): ReadonlySet<string> {
  const resources = owner.lookupMaybe(PDFName.of('Resources'), PDFDict);
  const forms = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.entries() ?? [];
  const claimed = new Set<string>();
  for (const [name, ref] of forms) {
    const form = context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(form instanceof PDFRawStream)) continue;
    if (form.dict.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText() !== 'Form') continue;
    if (isOwn(context, ref, form, done)) claimed.add(name.decodeText());
  }
  return claimed;
}

/** Does an element claim anything of a form, or of one that it draws? Forms cannot draw each other in circles. */
function isOwn(context: PDFContext, ref: PDFRef, form: PDFRawStream, done: Map<string, boolean>): boolean {
  const known = done.get(ref.toString());
  if (known !== undefined) return known;
  done.set(ref.toString(), false);
  const within = claimedBy(context, form.dict, done);
  const isClaimedHere = within.size > 0 || isClaimed(contentOf(form));
  if (isClaimedHere) markStream(context, ref, within);
  done.set(ref.toString(), isClaimedHere);
  return isClaimedHere;
}

/** Says whether there were soft hyphens in it. */
function markStream(context: PDFContext, ref: PDFRef, claimed: ReadonlySet<string>): boolean {
  const stream = context.lookup(ref);
  if (!(stream instanceof PDFRawStream)) return false;
  const content = contentOf(stream);
  const whole = withoutSoftHyphens(content);
  const marked = markArtifacts(whole, claimed);
  if (marked !== content) rewrite(context, ref, stream, marked);
  return whole !== content;
}

/** Lets the hyphens at line ends say that they are none of the word. */
function mendMaps(context: PDFContext): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    const ref = font instanceof PDFDict ? font.get(PDFName.of('ToUnicode')) : undefined;
    const stream = context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const map = Buffer.from(contentOf(stream)).toString('latin1');
    const mended = withSoftLineEnds(map);
    if (mended !== map) rewrite(context, ref, stream, Buffer.from(mended, 'latin1'));
  }
}

function rewrite(context: PDFContext, ref: PDFRef, { dict }: PDFRawStream, content: Uint8Array): void {
  dict.set(FILTER, DEFLATED);
  context.assign(ref, PDFRawStream.of(dict, deflateSync(content)));
}

/** What a stream holds; Chromium deflates most, and Node inflates them faster than JavaScript does. */
function contentOf(stream: PDFRawStream): Uint8Array {
  const isDeflated = stream.dict.get(FILTER) === DEFLATED && !stream.dict.has(PDFName.of('DecodeParms'));
  return isDeflated ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode();
}

const [FILTER, DEFLATED] = [PDFName.of('Filter'), PDFName.of('FlateDecode')];

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
