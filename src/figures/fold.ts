/**
 * Lower case, е for ё, ASCII for full-width forms and for the digits of every script, bare letters for their
 * variants (أ, ı), one space for every kind of it; the length never changes.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : Array.from(text, (c) => foldOne(c)).join('');
  return PLAIN.test(same) ? same : same.replace(FOLDED, foldSign);
}

/** Nothing but ASCII and no control characters: nothing to fold but capitals. */
const PLAIN = /^[ -~]*$/;
const FOLDED = /[\u05be\u05f3\u05f4‘ʼʻёıİ\s\u2010\u2011\u2212\ufe63’\uff01-\uff5eأإآىیکۀ[\p{Nd}--[0-9]]]/gv;
const FOLD_TO = new Map<string, string>([
  ['ё', 'е'],
  ['\u05be', '-'],
  ['\u05f3', "'"],
  ['\u05f4', '"'],
  ['ı', 'i'],
  ['İ', 'i'],
  ...[...'أإآ'].map((c): [string, string] => [c, 'ا']),
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ۀ', 'ه'],
  ...[...'\u2010\u2011\u2212\ufe63'].map((c): [string, string] => [c, '-']),
  ...[
    ...'\t\n\r\v\f \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2028\u2029\ufeff',
  ].map((c): [string, string] => [c, ' ']),
  ...[...'’‘ʼʻ'].map((c): [string, string] => [c, "'"]),
]);

function foldSign(character: string): string {
  const known = FOLD_TO.get(character);
  if (known !== undefined) return known;
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  // Mathematical digits lie beyond one UTF-16 unit and stay.
  return character.length === 1 ? String(digitOf(code)) : character;
}

/** Decimal digits stand in runs of ten (UAX #44, Numeric_Type=Decimal): the distance from the run's first is the digit. */
function digitOf(code: number): number {
  let zero = code;
  while (code - zero < 9 && DECIMAL.test(String.fromCharCode(zero - 1))) zero -= 1;
  return code - zero;
}

const DECIMAL = /\p{Nd}/u;

function foldOne(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}
