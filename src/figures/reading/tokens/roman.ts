const ROMAN = /^(?:M{0,3})(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
/** XXIe siècle, XIXème, Ier: small letters, of which the first is one of these. */
const ROMAN_ENDING = /(?<=[IVX])(?:e|er|ème|eme|re)$/;
const ENDINGS = 'eèr';
const ENDED = 'IVXІХ';
const CAPITALS = new Uint8Array(0x430);
for (const letter of 'IVXLCDMІХ') CAPITALS[letter.charCodeAt(0)] = 1;
/** Cyrillic letters that are typed for Latin ones: І ғасыр, ХХ век. */
const TYPED: Readonly<Record<string, string>> = { І: 'I', Х: 'X' };
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** The value of a Roman numeral in capitals from `start` to `end`: XXI. */
export function romanNumeral(raw: string, start: number, end: number): number | undefined {
  // Most words are none; they are told at once, by their first letter or the one behind it.
  if (CAPITALS[raw.charCodeAt(start)] !== 1) return undefined;
  if (end > start + 1 && CAPITALS[raw.charCodeAt(start + 1)] !== 1) {
    if (!ENDINGS.includes(raw.charAt(start + 1)) || !ENDED.includes(raw.charAt(start))) return undefined;
  }
  const typed = raw.slice(start, end).replace(/[ІХ]/g, (letter) => TYPED[letter] ?? letter);
  const numeral = typed.replace(ROMAN_ENDING, '');
  if (!numeral || !ROMAN.test(numeral)) return undefined;
  const values = [...numeral].map((c) => ROMAN_VALUES[c] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
