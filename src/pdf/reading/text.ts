import { Chars, type PdfObject } from './syntax.ts';

/** What a string says (ISO 32000-1, 7.9.2.2): UTF-16 behind its mark, UTF-8 behind its own (PDF 2.0), or PDFDocEncoding. */
export function textOf(object: PdfObject | undefined): string | undefined {
  if (!(object instanceof Chars)) return undefined;
  const { bytes } = object;
  if (bytes.startsWith('\xfe\xff')) return utf16(bytes.slice(2));
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8');
  return bytes.replace(/[\x80-\xa0]/g, (sign) => OTHER[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Two bytes a unit, the greater one first. */
export function utf16(bytes: string): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1));
  return text;
}

/** PDFDocEncoding from 0x80 on, where it is not Latin-1 (Annex D.2). */
const OTHER = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€';
