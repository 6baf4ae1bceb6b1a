import { deflateSync, inflateSync } from 'node:zlib';
import { isClaimed, markArtifacts } from './artifacts.ts';
import type { PdfFile } from './file.ts';
import { collectSaid, lacksText, type Said, saidNothing, withTexts } from './glyphs.ts';
import { withoutSoftHyphens, withSoftLineEnds } from './hyphens.ts';
import { type Dict, Name, Ref, Stream } from './objects.ts';

/** The streams of a PDF, on the way through them. */
interface Work {
  readonly file: PdfFile;
  /** Forms that were seen, by reference: does an element claim anything of them? */
  readonly forms: Map<number, boolean>;
  /** Of the fonts that were seen, by reference. */
  readonly maps: Map<number, GlyphMap | undefined>;
  /** Were there soft hyphens? Then words may be parted. */
  parted: boolean;
}

/** The map of a font's glyphs to characters. */
interface GlyphMap {
  readonly ref: Ref;
  readonly stream: Stream;
  readonly text: string;
  /** What glyphs say that the map has no character for; undefined where there is none. */
  readonly said?: Said;
}

/** Marks artifacts in the pages, takes soft hyphens out of them, and lets every glyph say a character. */
export function mendContent(file: PdfFile): void {
  const work: Work = { file, forms: new Map(), maps: new Map(), parted: false };
  for (const page of file.pages) mendPage(work, page);
  for (const map of work.maps.values()) {
    if (!map) continue;
    const { ref, stream, text, said } = map;
    const whole = said ? withTexts(text, said) : text;
    const mended = work.parted ? withSoftLineEnds(whole) : whole;
    if (mended !== text || !isDeflated(stream)) rewrite(file, ref, stream, Buffer.from(mended, 'latin1'));
  }
}

function mapOf({ file, maps }: Work, font: Ref): GlyphMap | undefined {
  if (!maps.has(font.number)) maps.set(font.number, readMap(file, font));
  return maps.get(font.number);
}

function readMap(file: PdfFile, font: Ref): GlyphMap | undefined {
  const ref = file.dict(font)?.get('ToUnicode');
  const stream = file.lookup(ref);
  if (!(ref instanceof Ref) || !(stream instanceof Stream)) return undefined;
  const text = Buffer.from(contentOf(stream)).toString('latin1');
  return { ref, stream, text, ...(lacksText(text) && { said: saidNothing() }) };
}

function mendPage(work: Work, page: Dict): void {
  const claimed = claimedBy(work, page);
  for (const ref of work.file.list(page.get('Contents'))) if (ref instanceof Ref) mendStream(work, ref, page, claimed);
}

/** Names of the forms among the resources that hold what an element claims; they are mended too. */
function claimedBy(work: Work, owner: Dict): ReadonlySet<string> {
  const claimed = new Set<string>();
  for (const [name, ref] of resourcesOf(work.file, owner, 'XObject')?.entries() ?? []) {
    const form = work.file.lookup(ref);
    if (!(ref instanceof Ref) || !(form instanceof Stream)) continue;
    if (form.dict.get('Subtype') !== Name.of('Form')) continue;
    if (isOwn(work, ref, form)) claimed.add(name.written);
  }
  return claimed;
}

/** Does an element claim anything of a form, or of one that it draws? Forms cannot draw each other in circles. */
function isOwn(work: Work, ref: Ref, form: Stream): boolean {
  const known = work.forms.get(ref.number);
  if (known !== undefined) return known;
  work.forms.set(ref.number, false);
  const within = claimedBy(work, form.dict);
  const isClaimedHere = within.size > 0 || isClaimed(contentOf(form));
  if (isClaimedHere) mendStream(work, ref, form.dict, within);
  work.forms.set(ref.number, isClaimedHere);
  return isClaimedHere;
}

/** `owner` is the page or the form that has the stream's resources. */
function mendStream(work: Work, ref: Ref, owner: Dict, claimed: ReadonlySet<string>): void {
  const stream = work.file.lookup(ref);
  if (!(stream instanceof Stream)) return;
  const content = contentOf(stream);
  collect(work, owner, content);
  const whole = withoutSoftHyphens(content);
  const marked = markArtifacts(whole, claimed);
  if (marked !== content || !isDeflated(stream)) rewrite(work.file, ref, stream, marked);
  if (whole !== content) work.parted = true;
}

function collect(work: Work, owner: Dict, content: Uint8Array): void {
  const lacking = new Map<string, Said>();
  for (const [name, font] of resourcesOf(work.file, owner, 'Font')?.entries() ?? []) {
    const said = font instanceof Ref ? mapOf(work, font)?.said : undefined;
    if (said) lacking.set(name.written, said);
  }
  if (lacking.size > 0) collectSaid(Buffer.from(content).toString('latin1'), (font) => lacking.get(font));
}

function resourcesOf(file: PdfFile, owner: Dict, kind: string): Dict | undefined {
  return file.dict(file.dict(owner.get('Resources'))?.get(kind));
}

function rewrite(file: PdfFile, ref: Ref, { dict }: Stream, content: Uint8Array): void {
  dict.set('Filter', DEFLATED);
  file.put(ref, new Stream(dict, deflated(content)));
}

/** What FlateDecode undoes; in half the time of the level that zlib would take, and a fortieth of a file larger. */
export function deflated(content: Uint8Array): Uint8Array {
  return deflateSync(content, { level: 3 });
}

function isDeflated({ dict }: Stream): boolean {
  return dict.get('Filter') === DEFLATED;
}

/** What a stream holds: Chromium deflates most. */
export function contentOf({ dict, contents }: Stream): Uint8Array {
  const filter = dict.get('Filter');
  if (filter === undefined) return contents;
  if (filter !== DEFLATED || dict.has('DecodeParms')) throw new RangeError(`a stream is filtered by ${filter}`);
  return inflateSync(contents);
}

const DEFLATED = Name.of('FlateDecode');
