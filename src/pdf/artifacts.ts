/** A stretch of a page's content that no structure element claims: where it begins and ends, and of which kind it is. */
interface Stray {
  readonly start: number;
  readonly end: number;
  readonly kind: 'text' | 'drawing';
}

/**
 * Marks what no structure element claims as artifacts (ISO 32000-1, 14.8.2.2; ISO 14289-1, 7.1): text outside is a
 * running head or a page number, drawings are rules and grounds. Gives the stream as it is where nothing is to be marked.
 * `claimed` are the names of form XObjects that hold what elements claim: those are marked within. One pass over the operators; numbers, names and strings are skipped as bytes.
 */
export function markArtifacts(content: Uint8Array, claimed: ReadonlySet<string> = NONE): Uint8Array {
  const strays = straysIn(content, claimed);
  if (strays.length === 0) return content;
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, kind } of strays) {
    parts.push(content.subarray(at, start), kind === 'text' ? PAGINATION : LAYOUT, content.subarray(start, end), END);
    at = end;
  }
  parts.push(content.subarray(at));
  return Buffer.concat(parts);
}

const NONE: ReadonlySet<string> = new Set();

const PAGINATION = Buffer.from('/Artifact <</Type /Pagination>> BDC\n', 'latin1');
const LAYOUT = Buffer.from('/Artifact <</Type /Layout>> BDC\n', 'latin1');
const END = Buffer.from('\nEMC', 'latin1');

function straysIn(content: Uint8Array, claimed: ReadonlySet<string>): readonly Stray[] {
  const found: Stray[] = [];
  const marks: boolean[] = [];
  let depth = 0;
  /** Where the object begins that is being drawn: the first operand of its first operator. */
  let open = -1;
  let operands = -1;
  for (let at = 0; at < content.length; ) {
    const code = content[at] ?? 0;
    if (CLASS[code] === SPACE) {
      at += 1;
      continue;
    }
    const end = endOfToken(content, at, code);
    if (!isOperator(code)) {
      if (operands < 0) operands = at;
      at = end;
      continue;
    }
    const start = operands < 0 ? at : operands;
    operands = -1;
    const operator = OPERATORS.get(keyOf(content, at, end));
    if (operator === 'mark') depth += Number(put(marks, claims(content, start, at)));
    else if (operator === 'unmark') depth -= Number(marks.pop() ?? false);
    else if (operator === undefined || depth > 0) open = depth > 0 ? -1 : open;
    else if (operator === 'path' || operator === 'text') open = open < 0 ? start : open;
    else {
      const kind = kindOf(operator, () => claimed.has(nameIn(content, start, at)));
      if (kind && (open >= 0 || kind === 'drawing')) found.push({ start: open < 0 ? start : open, end, kind });
      open = -1;
    }
    at = operator === 'mark' && depth > 0 ? endOfPlain(content, end) : end;
  }
  return found;
}

/** Where what is claimed from here on ends, if it holds neither marks nor strings: most does, and none of it matters. */
function endOfPlain(content: Uint8Array, from: number): number {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const end = bytes.indexOf('EMC', from, 'latin1');
  if (end < 0 || CLASS[content[end - 1] ?? 0] !== SPACE || CLASS[content[end + 3] ?? 0x20] !== SPACE) return from;
  const within = bytes.subarray(from, end);
  return ['(', '%', 'BDC', 'BMC'].some((sign) => within.includes(sign)) ? from : end;
}

function put(marks: boolean[], mark: boolean): boolean {
  marks.push(mark);
  return mark;
}

/** Does a mark with these operands say whose content it is? One that only says how a text reads does not. */
function claims(content: Uint8Array, at: number, end: number): boolean {
  const operands = Buffer.from(content.buffer, content.byteOffset + at, end - at);
  return operands.includes('/MCID') || operands.includes('/Artifact');
}

/** What an operator ends, if it is to be marked. */
function kindOf(operator: Operator, isClaimed: () => boolean): Stray['kind'] | undefined {
  if (operator === 'untext') return 'text';
  if (operator === 'paint' || (operator === 'draw' && !isClaimed())) return 'drawing';
  return undefined;
}

type Operator = 'mark' | 'unmark' | 'path' | 'paint' | 'clip' | 'text' | 'untext' | 'draw';

/** What operators do here (ISO 32000-1, Annex A); those that are not named set the state only. */
const NAMES: Readonly<Record<Operator, string>> = {
  mark: 'BMC BDC',
  unmark: 'EMC',
  path: 'm re',
  paint: 'S s f F f* B B* b b*',
  clip: 'n',
  text: 'BT',
  untext: 'ET',
  draw: 'Do sh',
};

/** By the bytes of their names, as one number: a stream has thousands, and a string for each would cost most of the pass. */
const OPERATORS: ReadonlyMap<number, Operator> = new Map(
  (Object.keys(NAMES) as Operator[]).flatMap((operator) =>
    NAMES[operator].split(' ').map((name): [number, Operator] => [keyOf(Buffer.from(name), 0, name.length), operator]),
  ),
);

/** Operators are of three bytes at most. */
function keyOf(content: Uint8Array, at: number, end: number): number {
  let key = 0;
  for (let i = at; i < end; i += 1) key = i - at < 3 ? key * 256 + (content[i] ?? 0) : -1;
  return key;
}

/** The name that is the operand from `at` to `end`, without its slash. */
function nameIn(content: Uint8Array, at: number, end: number): string {
  return Buffer.from(content.subarray(at, end)).toString('latin1').trim().slice(1);
}

/** Does a stream hold content that an element claims? */
export function isClaimed(content: Uint8Array): boolean {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes('/MCID');
}

/** A letter, ' or ": anything else begins an operand. */
function isOperator(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x27 || code === 0x22;
}

const [REGULAR, SPACE, DELIMITER] = [0, 1, 2];

/** White space, delimiters, and all else (ISO 32000-1, 7.2.2), by byte. */
const CLASS = new Uint8Array(256).fill(REGULAR);
for (const code of Buffer.from('\0\t\n\f\r ')) CLASS[code] = SPACE;
for (const code of Buffer.from('()<>[]{}/%')) CLASS[code] = DELIMITER;

const [SLASH, LESS, GREATER] = [0x2f, 0x3c, 0x3e];

function endOfToken(content: Uint8Array, at: number, code: number): number {
  if (code === 0x28) return endOfString(content, at);
  if (code === 0x25) return endOfComment(content, at);
  // << and >> need no pairing: nothing within them is an operator, but for true, false and null.
  if (code === LESS && content[at + 1] !== LESS) return after(content, at, GREATER);
  if (CLASS[code] === DELIMITER && code !== SLASH) return at + 1;
  let end = at + 1;
  while (end < content.length && CLASS[content[end] ?? 0] === REGULAR) end += 1;
  return end;
}

function endOfComment(content: Uint8Array, from: number): number {
  let at = from;
  while (at < content.length && content[at] !== 0x0a && content[at] !== 0x0d) at += 1;
  return at;
}

function after(content: Uint8Array, from: number, code: number): number {
  const at = content.indexOf(code, from);
  return at < 0 ? content.length : at + 1;
}

/** Parentheses nest, and a backslash escapes one (ISO 32000-1, 7.3.4.2). */
function endOfString(content: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at += 1) {
    const code = content[at];
    if (code === 0x5c) at += 1;
    else if (code === 0x28) depth += 1;
    else if (code === 0x29) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return content.length;
}
