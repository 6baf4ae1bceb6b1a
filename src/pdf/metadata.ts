import { escapeUTF8 } from 'entities';

/** What a PDF says about itself. */
export interface About {
  readonly title: string;
  readonly locale: string;
  readonly author?: string;
  readonly subject?: string;
  /** ISO 8601 with time and zone: `2022-03-15T12:00:00Z`. */
  readonly date?: string;
}

/** The program that writes the files. */
export const PRODUCER = 'Hexapla';

/**
 * The metadata as XMP (ISO 16684-1), with the claims of PDF/UA-1 (ISO 14289-1, 5) and PDF/A-2 (ISO 19005-2, 6.6.4).
 * What the information dictionary says too is said alike (ISO 19005-2, 6.6.3).
 */
export function xmp({ title, locale, author, subject, date }: About, conformance: 'A' | 'U'): Uint8Array {
  const inLanguage = (value: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${written(value)}</rdf:li><rdf:li xml:lang="${locale}">${written(value)}</rdf:li></rdf:Alt>`;
  const properties = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${inLanguage(title)}</dc:title>`,
    author && `<dc:creator><rdf:Seq><rdf:li>${written(author)}</rdf:li></rdf:Seq></dc:creator>`,
    subject && `<dc:description>${inLanguage(subject)}</dc:description>`,
    `<dc:language><rdf:Bag><rdf:li>${locale}</rdf:li></rdf:Bag></dc:language>`,
    `<pdf:Producer>${PRODUCER}</pdf:Producer>`,
    `<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>`,
    date && `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<pdfuaid:part>1</pdfuaid:part>`,
    `<pdfaid:part>2</pdfaid:part><pdfaid:conformance>${conformance}</pdfaid:conformance>`,
  ];
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" ${NAMESPACES}>
${properties.filter(Boolean).join('\n')}
${EXTENSION}
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
  return Buffer.from(packet, 'utf8');
}

/** Without what XML 1.0 has no way to say (2.2, Char). */
function written(text: string): string {
  return escapeUTF8(text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''));
}

const NAMESPACES = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** PDF/A knows no PDF/UA: its schema must be described (ISO 19005-2, 6.6.2.3). */
const EXTENSION = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`;
