import { deflateSync, inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, type PDFContext, PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { isClaimed, markArtifacts } from './artifacts.ts';
import { collectSaid, lacksText, type Said, saidNothing, withTexts } from './glyphs.ts';
import { withoutSoftHyphens, withSoftLineEnds } from './hyphens.ts';

/** The streams of a PDF, on the way through them. */
interface Work {
  readonly context: PDFContext;
  /** Forms that were seen, by reference: does an element claim anything of them? */
  readonly forms: Map<string, boolean>;
  /** Of the fonts that were seen, by reference. */
  readonly maps: Map<string, GlyphMap | undefined>;
  /** Were there soft hyphens? Then words may be parted. */
  parted: boolean;
}

/** The map of a font's glyphs to characters. */
interface GlyphMap {
  readonly ref: PDFRef;
  readonly stream: PDFRawStream;
  readonly text: string;
  /** What glyphs say that the map has no character for; undefined where there is none. */
  readonly said?: Said;
}

/** Marks artifacts in the pages, takes soft hyphens out of them, and lets every glyph say a character. */
export function mendContent(context: PDFContext, pages: readonly PDFDict[]): void {
  const work: Work = { context, forms: new Map(), maps: new Map(), parted: false };
  for (const page of pages) mendPage(work, page);
  for (const map of work.maps.values()) {
    if (!map) continue;
    const { ref, stream, text, said } = map;
    const whole = said ? withTexts(text, said) : text;
    const mended = work.parted ? withSoftLineEnds(whole) : whole;
    if (mended !== text) rewrite(context, ref, stream, Buffer.from(mended, 'latin1'));
  }
}

function mapOf({ context, maps }: Work, font: PDFRef): GlyphMap | undefined {
  if (!maps.has(font.tag)) maps.set(font.tag, readMap(context, font));
  return maps.get(font.tag);
}

function readMap(context: PDFContext, font: PDFRef): GlyphMap | undefined {
  const ref = context.lookup(font, PDFDict).get(TO_UNICODE);
  const stream = context.lookup(ref);
  if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) return undefined;
  const text = Buffer.from(contentOf(stream)).toString('latin1');
  return { ref, stream, text, ...(lacksText(text) && { said: saidNothing() }) };
}

function mendPage(work: Work, page: PDFDict): void {
  const claimed = claimedBy(work, page);
  const contents = page.get(PDFName.of('Contents'));
  const parts = work.context.lookup(contents);
  const refs = parts instanceof PDFArray ? parts.asArray() : [contents];
  for (const ref of refs) if (ref instanceof PDFRef) mendStream(work, ref, page, claimed);
}

/** Names of the forms among the resources that hold what an element claims; they are mended too. */
function claimedBy(work: Work, owner: PDFDict): ReadonlySet<string> {
  const claimed = new Set<string>();
  for (const [name, ref] of resourcesOf(owner, 'XObject')?.entries() ?? []) {
    const form = work.context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(form instanceof PDFRawStream)) continue;
    if (form.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) continue;
    if (isOwn(work, ref, form)) claimed.add(name.decodeText());
  }
  return claimed;
}

/** Does an element claim anything of a form, or of one that it draws? Forms cannot draw each other in circles. */
function isOwn(work: Work, ref: PDFRef, form: PDFRawStream): boolean {
  const known = work.forms.get(ref.tag);
  if (known !== undefined) return known;
  work.forms.set(ref.tag, false);
  const within = claimedBy(work, form.dict);
  const isClaimedHere = within.size > 0 || isClaimed(contentOf(form));
  if (isClaimedHere) mendStream(work, ref, form.dict, within);
  work.forms.set(ref.tag, isClaimedHere);
  return isClaimedHere;
}

/** `owner` is the page or the form that has the stream's resources. */
function mendStream(work: Work, ref: PDFRef, owner: PDFDict, claimed: ReadonlySet<string>): void {
  const stream = work.context.lookup(ref);
  if (!(stream instanceof PDFRawStream)) return;
  const content = contentOf(stream);
  collect(work, owner, content);
  const whole = withoutSoftHyphens(content);
  const marked = markArtifacts(whole, claimed);
  if (marked !== content) rewrite(work.context, ref, stream, marked);
  if (whole !== content) work.parted = true;
}

function collect(work: Work, owner: PDFDict, content: Uint8Array): void {
  const lacking = new Map<string, Said>();
  for (const [name, font] of resourcesOf(owner, 'Font')?.entries() ?? []) {
    const said = font instanceof PDFRef ? mapOf(work, font)?.said : undefined;
    if (said) lacking.set(name.decodeText(), said);
  }
  if (lacking.size > 0) collectSaid(Buffer.from(content).toString('latin1'), (font) => lacking.get(font));
}

function resourcesOf(owner: PDFDict, kind: string): PDFDict | undefined {
  return owner.lookupMaybe(PDFName.of('Resources'), PDFDict)?.lookupMaybe(PDFName.of(kind), PDFDict);
}

function rewrite(context: PDFContext, ref: PDFRef, { dict }: PDFRawStream, content: Uint8Array): void {
  dict.set(FILTER, DEFLATED);
  context.assign(ref, PDFRawStream.of(dict, deflateSync(content, { level: LEVEL })));
}

/** A third quicker than the next one, and a hundredth of a file larger. */
const LEVEL = 5;

/** What a stream holds; Chromium deflates most, and Node inflates them faster than JavaScript does. */
function contentOf(stream: PDFRawStream): Uint8Array {
  const isDeflated = stream.dict.get(FILTER) === DEFLATED && !stream.dict.has(PDFName.of('DecodeParms'));
  return isDeflated ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode();
}

const [FILTER, DEFLATED, TO_UNICODE] = [PDFName.of('Filter'), PDFName.of('FlateDecode'), PDFName.of('ToUnicode')];
