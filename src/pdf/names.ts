/** What a stream names of the resources of its page (ISO 32000-1, 7.8.3): the kind of resource. */
export type Kind = 'Font' | 'ExtGState' | 'XObject' | 'Pattern' | 'Shading' | 'ColorSpace';

/** What stands behind a name, and makes it one of a kind. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['Tf', 'Font'],
  ['gs', 'ExtGState'],
  ['Do', 'XObject'],
  ['scn', 'Pattern'],
  ['SCN', 'Pattern'],
  ['sh', 'Shading'],
  ['cs', 'ColorSpace'],
  ['CS', 'ColorSpace'],
]);

/** Who is told what a stream has. */
export interface Reader {
  /** The name that a resource is to have. */
  rename(kind: Kind, name: string): string;
  /** Text is shown, one code of two bytes after the other. */
  shown(code: number): void;
  /** Text is shown in a way that Chromium has not. */
  unknown(): void;
}

/**
 * A stream with other names for the resources of its page, in one pass over its bytes: a page shows text some thousand
 * times, and a string for each would cost most of it.
 */
export function renamed(content: Uint8Array, reader: Reader): Buffer {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const parts: Uint8Array[] = [];
  let copied = 0;
  for (let at = 0; at < bytes.length; ) {
    const code = bytes[at];
    if (code === LESS) at = bytes[at + 1] === LESS ? at + 2 : endOfCodes(bytes, at, reader);
    else if (code === OPEN) at = endOfString(bytes, at, reader);
    else if (code === SLASH) {
      const end = endOfName(bytes, at + 1);
      const kind = kindBehind(bytes, end);
      if (kind !== undefined) {
        const name = bytes.toString('latin1', at + 1, end);
        parts.push(bytes.subarray(copied, at + 1), Buffer.from(reader.rename(kind, name), 'latin1'));
        copied = end;
      }
      at = end;
    } else {
      if (code === T && bytes[at + 1] === J) reader.unknown();
      at += 1;
    }
  }
  parts.push(bytes.subarray(copied));
  return Buffer.concat(parts);
}

const [LESS, GREATER, OPEN, CLOSE, SLASH, SPACE] = [0x3c, 0x3e, 0x28, 0x29, 0x2f, 0x20] as const;
const [T, J, SMALL_J, BACKSLASH, QUOTE, DOUBLE_QUOTE] = [0x54, 0x4a, 0x6a, 0x5c, 0x27, 0x22] as const;

/** Past a string of codes in hexadecimal digits, which are shown if `Tj` stands behind it. */
function endOfCodes(bytes: Buffer, from: number, reader: Reader): number {
  // To ask the buffer for it takes longer: most are of four digits.
  let end = from + 1;
  while (end < bytes.length && bytes[end] !== GREATER) end += 1;
  if (isShown(bytes, end + 1)) {
    for (let at = from + 1; at + 3 < end; at += 4) {
      const high = (digit(bytes[at]) << 12) | (digit(bytes[at + 1]) << 8);
      reader.shown(high | (digit(bytes[at + 2]) << 4) | digit(bytes[at + 3]));
    }
  }
  return end + 1;
}

function isShown(bytes: Buffer, from: number): boolean {
  const at = pastSpace(bytes, from);
  return bytes[at] === T && bytes[at + 1] === SMALL_J;
}

function digit(code = 0): number {
  return (code & 0xf) + (code > 0x40 ? 9 : 0);
}

/** Past a string in parentheses, which nest (7.3.4.2). */
function endOfString(bytes: Buffer, from: number, reader: Reader): number {
  let at = from;
  for (let depth = 0; at < bytes.length; at += 1) {
    if (bytes[at] === BACKSLASH) at += 1;
    else if (bytes[at] === OPEN) depth += 1;
    else if (bytes[at] === CLOSE) depth -= 1;
    if (depth === 0) break;
  }
  const next = bytes[pastSpace(bytes, at + 1)];
  if (isShown(bytes, at + 1) || next === QUOTE || next === DOUBLE_QUOTE) reader.unknown();
  return at + 1;
}

/** White space and delimiters (7.2.2). */
const ENDS = new Uint8Array(256);
for (const code of Buffer.from('\0\t\n\f\r ()<>[]{}/%')) ENDS[code] = 1;

function endOfName(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && ENDS[bytes[at] ?? 0] === 0) at += 1;
  return at;
}

function pastSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] ?? 0) <= SPACE) at += 1;
  return at;
}

/** What the operator behind a name makes of it; of a font, its size comes between. */
function kindBehind(bytes: Buffer, from: number): Kind | undefined {
  let at = pastSpace(bytes, from);
  const first = bytes[at] ?? 0;
  // A digit, a sign or a point.
  if (first < 0x3a && first !== SLASH) at = pastSpace(bytes, endOfName(bytes, at));
  const end = endOfName(bytes, at);
  if (end - at > 3 || end === at) return undefined;
  const kind = KINDS.get(bytes.toString('latin1', at, end));
  return kind === 'ColorSpace' && hasOwnName(bytes, from) ? undefined : kind;
}

/** Spaces of colours that are no resources (8.6.3). */
function hasOwnName(bytes: Buffer, end: number): boolean {
  return /\/(?:Device(?:Gray|RGB|CMYK)|Pattern)$/.test(bytes.toString('latin1', Math.max(0, end - 11), end));
}
