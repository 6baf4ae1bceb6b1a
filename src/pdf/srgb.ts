/**
 * An ICC profile of sRGB (ICC.1:2001-04, a matrix and tone-curve display profile of version 2.4), made here from the
 * numbers of IEC 61966-2-1, adapted to D50 by Bradford: what a PDF/A names as its output intent.
 */
export function srgbProfile(): Uint8Array {
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', description('sRGB')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve()],
    ['gTRC', curve()],
    ['bTRC', curve()],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  let offset = HEADER + table.length;
  // The three curves are one and the same, and stand once.
  const placed = new Map<string, number>();
  for (const [index, [name, body]] of tags.entries()) {
    const key = body.toString('latin1');
    const known = placed.get(key);
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(known ?? offset, 8 + index * 12);
    table.writeUInt32BE(body.length, 12 + index * 12);
    if (known !== undefined) continue;
    placed.set(key, offset);
    bodies.push(body);
    offset += body.length;
  }
  return Buffer.concat([header(offset), table, ...bodies]);
}

const HEADER = 128;

function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // The date of its making is a fixed one: 2020-01-01.
  for (const [i, part] of [2020, 1, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(part, 24 + i * 2);
  bytes.write('acsp', 36, 'latin1');
  // The illuminant of the connection space: D50.
  for (const [i, value] of [0.9642, 1, 0.8249].entries()) bytes.writeInt32BE(fixed(value), 68 + i * 4);
  return bytes;
}

/** s15Fixed16Number */
function fixed(value: number): number {
  return Math.round(value * 65_536);
}

function xyz(...values: readonly [number, number, number]): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.write('XYZ ', 0, 'latin1');
  for (const [i, value] of values.entries()) bytes.writeInt32BE(fixed(value), 8 + i * 4);
  return bytes;
}

const STEPS = 1024;

/** The tone curve of IEC 61966-2-1, 5.2, in steps. */
function curve(): Buffer {
  const bytes = Buffer.alloc(12 + STEPS * 2);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(STEPS, 8);
  for (let i = 0; i < STEPS; i += 1) {
    const signal = i / (STEPS - 1);
    const light = signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(light * 65_535), 12 + i * 2);
  }
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.alloc(even(8 + value.length + 1));
  bytes.write('text', 0, 'latin1');
  bytes.write(value, 8, 'latin1');
  return bytes;
}

/** textDescriptionType, with its Unicode and Macintosh parts empty. */
function description(value: string): Buffer {
  const length = value.length + 1;
  const bytes = Buffer.alloc(even(12 + length + 8 + 3 + 67));
  bytes.write('desc', 0, 'latin1');
  bytes.writeUInt32BE(length, 8);
  bytes.write(value, 12, 'latin1');
  return bytes;
}

/** Tags begin at multiples of four. */
function even(length: number): number {
  return Math.ceil(length / 4) * 4;
}
