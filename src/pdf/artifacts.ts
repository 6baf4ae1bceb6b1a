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
  let depth = 0;
  /** Where the object begins that is being drawn: the first operand of its first operator. */
  let open = -1;
  let operands = -1;
  for (let at = 0; at < content.length; ) {
    const code = content[at] ?? 0;
    if (isSpace(code)) {
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
    const operator = OPERATORS.get(nameOf(content, at, end));
    if (operator === 'mark') depth += 1;
    else if (operator === 'unmark') depth -= 1;
    else if (depth > 0) open = -1;
    else if (operator === 'path' || operator === 'text') open = open < 0 ? start : open;
    else if (operator === 'draw' && claimed.has(nameIn(content, start, at))) open = -1;
    else if (operator === 'paint' || operator === 'draw') {
      found.push({ start: open < 0 ? start : open, end, kind: 'drawing' });
      open = -1;
    } else if (operator === 'untext') {
      if (open >= 0) found.push({ start: open, end, kind: 'text' });
      open = -1;
    } else if (operator === 'clip') open = -1;
    at = end;
  }
  return found;
}

type Operator = 'mark' | 'unmark' | 'path' | 'paint' | 'clip' | 'text' | 'untext' | 'draw';

/** What operators do here (ISO 32000-1, Annex A); those that are not named set the state only. */
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...['BMC', 'BDC'].map((name): [string, Operator] => [name, 'mark']),
  ['EMC', 'unmark'],
  ...['m', 're'].map((name): [string, Operator] => [name, 'path']),
  ...['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'].map((name): [string, Operator] => [name, 'paint']),
  ['n', 'clip'],
  ['BT', 'text'],
  ['ET', 'untext'],
  ...['Do', 'sh'].map((name): [string, Operator] => [name, 'draw']),
]);

function nameOf(content: Uint8Array, at: number, end: number): string {
  // Operators are of three bytes at most.
  return end - at > 3 ? '' : String.fromCharCode(...content.subarray(at, end));
}

/** The name that is the operand from `at` to `end`, without its slash. */
function nameIn(content: Uint8Array, at: number, end: number): string {
  return Buffer.from(content.subarray(at, end)).toString('latin1').trim().slice(1);
}

/** Does a stream hold content that an element claims? */
export function isClaimed(content: Uint8Array): boolean {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes('/MCID');
}

/** White space (ISO 32000-1, 7.2.2). */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0;
}

/** A letter, ' or ": anything else begins an operand. */
function isOperator(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x27 || code === 0x22;
}

function endOfToken(content: Uint8Array, at: number, code: number): number {
  if (code === 0x28) return endOfString(content, at);
  if (code === 0x25) return skip(content, at, (c) => c !== 0x0a && c !== 0x0d);
  // << and >> need no pairing: nothing within them is an operator, but for true, false and null.
  if (code === 0x3c && content[at + 1] !== 0x3c) return skip(content, at, (c) => c !== 0x3e) + 1;
  if (isDelimiter(code) && code !== 0x2f) return at + 1;
  return Math.max(
    skip(content, at + 1, (c) => !isSpace(c) && !isDelimiter(c)),
    at + 1,
  );
}

/** ( ) < > [ ] { } / % */
function isDelimiter(code: number): boolean {
  return (
    code === 0x28 ||
    code === 0x29 ||
    code === 0x3c ||
    code === 0x3e ||
    code === 0x5b ||
    code === 0x5d ||
    code === 0x7b ||
    code === 0x7d ||
    code === 0x2f ||
    code === 0x25
  );
}

function skip(content: Uint8Array, from: number, goesOn: (code: number) => boolean): number {
  let at = from;
  while (at < content.length && goesOn(content[at] ?? 0)) at += 1;
  return at;
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
