import { type RuleSets, speller } from '../../src/figures/saying/rbnf.ts';
import { Forms } from './forms.ts';

const ATOMS = [...Array(100).keys(), 100, 200, 300, 400, 500, 600, 700, 800, 900];
const POWERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15];
/** One comes last: by then ettusen is known to end in tusen. */
const COUNTS = [2, 3, 5, 1];
const HAN = /\p{sc=Han}/u;

interface Words {
  /** 0–900: words that add up. */
  readonly numbers: Record<string, string>;
  /** Power of ten → words that multiply. */
  readonly scales: Record<string, string>;
  readonly ordinals: Record<string, string>;
  /** Scale words that say one of it alone: mil, bin. */
  readonly solo?: string;
  /** Words between the parts: y, e, et, linh. */
  readonly and?: string;
  /** Numbers are written as one word: zweihundertfünf. */
  readonly fused?: true;
}

/** Inverts the spell-out rules: each rule set writes the atoms, and what it writes is the table of words. */
export function numberWords(
  locale: string,
  rules: Record<string, RuleSets>,
  formats: Readonly<Record<string, unknown>>,
): Words {
  const spell = speller(locale, rules['SpelloutRules'] ?? {});
  const words = { numbers: new Forms(), scales: new Forms(), ordinals: new Forms(), solo: new Forms() };
  const cardinalSets = spell.sets.filter((set) => !/ordinal|year|days|financial/.test(set));
  const ordinalSets = spell.sets.filter((set) => set.includes('ordinal'));
  const say = (set: string, value: number) => spell.spell(set, value)?.replace(/[\u00ad\u200b]/g, '');
  for (const value of ATOMS) {
    for (const set of cardinalSets) addAtom(words.numbers, value, say(set, value));
    for (const set of ordinalSets) addAtom(words.ordinals, value, say(set, value));
  }
  for (const power of POWERS) {
    for (const count of COUNTS) {
      for (const set of cardinalSets) addScale(words, power, count, say(set, count * 10 ** power));
    }
    for (const set of ordinalSets) {
      const text = say(set, 10 ** power);
      const last = text?.split(/[\s-]/).at(-1);
      if (last && power > 2 && !words.scales.has(last)) addAtom(words.ordinals, 10 ** power, last);
    }
  }
  addCompact(words.scales, words.numbers, formats);
  const joints = new Forms();
  for (const set of cardinalSets) for (const value of JOINED) addJoint(joints, words, say(set, value));
  for (const set of cardinalSets) for (const value of PHRASES) addPhrase(words.numbers, value, say(set, value));
  const [default_ = ''] = cardinalSets;
  const fused = FUSED.test(say(default_, 225) ?? '');
  const solo = words.solo.table()['1'];
  const and = joints.table()['0'];
  return {
    numbers: words.numbers.table(),
    scales: words.scales.table(),
    ordinals: words.ordinals.table(),
    ...(solo && { solo }),
    ...(and && { and }),
    ...(fused && { fused }),
  };
}

/** Numbers that show what stands between their parts. */
const JOINED = [33, 103, 123, 1003, 1023, 1100, 1_000_003];
const PHRASES = [...Array(89).keys()].map((value) => value + 11);
/** One word, in a script that puts spaces between words. */
const FUSED = /^(?!.*[\p{sc=Han}\p{sc=Thai}\p{sc=Hang}])\p{L}+$/u;

function addAtom(forms: Forms, value: number, text: string | undefined): void {
  if (!text || /[\s-]/.test(text)) return;
  // Numerals of unspaced scripts are written digit by digit; 第 and 十 are not part of a digit.
  if (!UNSPACED.test(text)) forms.add(value, text);
  else if (value < 10 && (text.length === 1 || !HAN.test(text))) forms.add(value, text);
}

/** "soixante-dix-sept", "treinta y uno", خمسة وعشرون: what is more than tens and a unit side by side. */
function addPhrase(numbers: Forms, value: number, text: string | undefined): void {
  if (!text || !/[\s-]/.test(text) || UNSPACED.test(text)) return;
  const [tens = '', unit = '', ...more] = text.split(/[\s-]/);
  const tenth = value - (value % 10);
  // Ten and a unit are one form, so that "ten five-year plans" stay two numbers elsewhere.
  if (more.length === 0 && tenth >= 20 && numbers.of(tenth).has(tens) && numbers.of(value % 10).has(unit)) return;
  numbers.add(value, text);
  if (text.includes('-')) numbers.add(value, text.replace(/-/g, ' '));
}

/** What is neither number nor scale in "ciento y uno" joins them. */
function addJoint(
  joints: Forms,
  { numbers, scales }: { numbers: Forms; scales: Forms },
  text: string | undefined,
): void {
  if (!text || UNSPACED.test(text)) return;
  const unknown = text.split(/[\s-]/).filter((word) => word && !numbers.has(word) && !scales.has(word));
  const [only] = unknown;
  if (only && unknown.length === 1 && only.length <= 4 && !numbers.endsWith(3, only)) joints.add(0, only);
}

/** "пять тысяч" without пять is тысяч; 三千 without 三 is 千; fünftausend without fünf is tausend. */
function addScale(
  { numbers, scales, solo }: { numbers: Forms; scales: Forms; solo: Forms },
  power: number,
  count: number,
  text: string | undefined,
): void {
  if (!text) return;
  const words = HAN.test(text) ? [...text] : text.split(/[\s-]/);
  const [only, ...more] = words.filter((word) => !numbers.has(word));
  if (!only || more.length > 0) return;
  const counted = [...numbers.of(count)].find((form) => words.length === 1 && only !== form && only.startsWith(form));
  const word = counted ? only.slice(counted.length) : only;
  if (count > 1 && words.length === 1 && !counted) return;
  if (scales.endsBelow(power, word) || (count === 1 && counted && scales.endsWith(power, text))) return;
  scales.add(power, word);
  if (count === 1 && words.length === 1 && !counted && power > 2) solo.add(1, word);
}

const UNSPACED = /[\p{sc=Han}\p{sc=Thai}\p{sc=Hang}\p{sc=Hira}\p{sc=Kana}]/u;

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
