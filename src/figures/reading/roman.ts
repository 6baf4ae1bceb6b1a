const ROMAN = /^(?:M{0,3})(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
/** XXIe siècle, XIXème. */
const ROMAN_ENDING = /(?<=[IVX])(?:e|er|ème|eme|re)$/;
const CAPITALS = 'IVXLCDMІХ';
/** Cyrillic letters that are typed for Latin ones: І ғасыр, ХХ век. */
const TYPED: Readonly<Record<string, string>> = { І: 'I', Х: 'X' };
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** The value of a Roman numeral in capitals from `start` to `end`: XXI. */
export function romanNumeral(raw: string, start: number, end: number): number | undefined {
  if (!CAPITALS.includes(raw.charAt(start))) return undefined;
  const typed = raw.slice(start, end).replace(/[ІХ]/g, (letter) => TYPED[letter] ?? letter);
  const numeral = typed.replace(ROMAN_ENDING, '');
  if (!numeral || !ROMAN.test(numeral)) return undefined;
  const values = [...numeral].map((c) => ROMAN_VALUES[c] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
