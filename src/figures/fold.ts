/**
 * Lower case, е for ё, σ for ς, ASCII for full-width forms and for the digits of every script, bare letters for their
 * variants (أ, ı), one space for every kind of it; the length never changes.
 */
export function fold(text: string): string {
  if (!FOLDED.test(text)) return text.toLowerCase();
  let folded = '';
  for (let from = 0; from < text.length; from += ROOM) {
    const to = Math.min(from + ROOM, text.length);
    for (let i = from; i < to; i += 1) room[i - from] = folding(text.charCodeAt(i));
    folded += String.fromCharCode.apply(null, room.subarray(0, to - from) as unknown as number[]);
  }
  return folded;
}

/** All but ASCII without its control characters, of which nothing is folded but capitals. */
const FOLDED = /[^ -~]/;

/** How much is folded at a time, in UTF-16 units: as many arguments as every engine takes. */
const ROOM = 4096;
const room = new Uint16Array(ROOM);

/** UTF-16 unit → what it is folded to; 0 for what was not asked for yet. */
const known = new Uint16Array(0x10000);

function folding(code: number): number {
  const found = known[code];
  if (found) return found;
  const made = foldSign(String.fromCharCode(code)).charCodeAt(0);
  known[code] = made;
  return made;
}

const FOLD_TO = new Map<string, string>([
  ['ё', 'е'],
  ['ς', 'σ'],
  ['\u05be', '-'],
  ['\u05f3', "'"],
  ['\u05f4', '"'],
  ['ı', 'i'],
  ...[...'أإآ'].map((c): [string, string] => [c, 'ا']),
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ۀ', 'ه'],
  ...[...'\u2010\u2011\u2212\ufe63'].map((c): [string, string] => [c, '-']),
  ...[...'’‘ʼʻ'].map((c): [string, string] => [c, "'"]),
]);

/** Mathematical digits and letters lie beyond one UTF-16 unit and stay. */
function foldSign(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (/\s/.test(sign)) return ' ';
  if (DECIMAL.test(sign)) return String(digitOf(code));
  // İ is the one letter of which lower case is longer: i and a dot above.
  const [lower = sign] = sign.toLowerCase();
  return FOLD_TO.get(lower) ?? lower;
}

/** Decimal digits stand in runs of ten (UAX #44, Numeric_Type=Decimal): the distance from the run's first is the digit. */
function digitOf(code: number): number {
  let zero = code;
  while (code - zero < 9 && DECIMAL.test(String.fromCharCode(zero - 1))) zero -= 1;
  return code - zero;
}

const DECIMAL = /^\p{Nd}$/u;
