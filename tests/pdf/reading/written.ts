/** A PDF of these objects, `1 0 obj` first, and the table that leads to them; the first is the catalogue. */
export function written(objects: readonly string[]): Buffer {
  const header = '%PDF-1.7\n';
  return appended(Buffer.from(header, 'latin1'), new Map(objects.map((object, n) => [n + 1, object])));
}

/** The PDF with objects added or replaced behind its end, as an incremental update does (ISO 32000-1, 7.5.6). */
export function appended(bytes: Buffer, objects: ReadonlyMap<number, string>, previous?: number): Buffer {
  let text = bytes.toString('latin1');
  const rows: string[] = [];
  for (const [number, object] of objects) {
    rows.push(`${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const start = text.length;
  const prev = previous === undefined ? '' : `/Prev ${previous}`;
  text += `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<</Root 1 0 R ${prev}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

export function stream(content: string, dict = ''): string {
  return `<<${dict}/Length ${content.length}>>\nstream\n${content}\nendstream`;
}
