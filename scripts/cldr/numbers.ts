import { Forms } from './forms.ts';
import { type RuleSets, speller } from './rbnf.ts';

const ATOMS = [...Array(100).keys(), 100, 200, 300, 400, 500, 600, 700, 800, 900];
const POWERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15];
const COUNTS = [1, 2, 3, 5];
const HAN = /\p{sc=Han}/u;

interface Words {
  /** 0–900: words that add up. */
  readonly numbers: Record<string, string>;
  /** Power of ten → words that multiply. */
  readonly scales: Record<string, string>;
  readonly ordinals: Record<string, string>;
}

/** Inverts the spell-out rules: each rule set writes the atoms, and what it writes is the table of words. */
export function numberWords(
  locale: string,
  rules: Record<string, RuleSets>,
  formats: Readonly<Record<string, unknown>>,
): Words {
  const spell = speller(locale, rules['SpelloutRules'] ?? {});
  const numbers = new Forms();
  const scales = new Forms();
  const ordinals = new Forms();
  const cardinalSets = spell.sets.filter((set) => !/ordinal|year|days/.test(set));
  const ordinalSets = spell.sets.filter((set) => set.includes('ordinal'));
  for (const value of ATOMS) {
    for (const set of cardinalSets) addAtom(numbers, value, spell.spell(set, value));
    for (const set of ordinalSets) addAtom(ordinals, value, spell.spell(set, value));
  }
  for (const power of POWERS) {
    for (const count of COUNTS) {
      for (const set of cardinalSets) addScale(scales, numbers, power, spell.spell(set, count * 10 ** power));
    }
    for (const set of ordinalSets) {
      const text = spell.spell(set, 10 ** power);
      if (power > 2 || !text) addAtom(ordinals, 10 ** power, text?.split(/[\s-]/).at(-1));
    }
  }
  addCompact(scales, numbers, formats);
  return { numbers: numbers.table(), scales: scales.table(), ordinals: ordinals.table() };
}

function addAtom(forms: Forms, value: number, text: string | undefined): void {
  if (!text || /[\s-]/.test(text)) return;
  // Han numerals are written digit by digit; 第 and 十 are not part of a digit.
  if (!HAN.test(text) || (value < 10 && text.length === 1)) forms.add(value, text);
}

/** "пять тысяч" without пять is тысяч; 三千 without 三 is 千. */
function addScale(scales: Forms, numbers: Forms, power: number, text: string | undefined): void {
  if (!text) return;
  const words = HAN.test(text) ? [...text] : text.split(/[\s-]/);
  const [only, ...more] = words.filter((word) => !numbers.has(word));
  if (only && more.length === 0 && !scales.hasBelow(power, only)) scales.add(power, only);
}

/** Compact formats, long and short: "0 млн", "00 billion", "0万". */
function addCompact(scales: Forms, numbers: Forms, formats: Readonly<Record<string, unknown>>): void {
  const latn = formats['decimalFormats-numberSystem-latn'] as Record<string, { decimalFormat: Record<string, string> }>;
  for (const length of ['long', 'short']) {
    for (const [key, pattern] of Object.entries(latn[length]?.decimalFormat ?? {})) {
      const zeros = (pattern.match(/0/g) ?? []).length;
      const word = pattern.replace(/0/g, '').replace(/'/g, '').trim();
      const power = (key.split('-')[0] ?? '').length - zeros;
      if (word && zeros > 0 && power > 0 && !numbers.has(word)) scales.add(power, word);
    }
  }
}
