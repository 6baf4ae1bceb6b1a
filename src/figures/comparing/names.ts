import type { ReadFigure } from '../../model.ts';
import { fold } from '../fold.ts';

interface Said {
  readonly text: string;
  readonly figures: readonly ReadFigure[];
}

/** Runs of digits that stand in names, labels and codes: in the text, but in none of its figures. */
export function digitsInNames(texts: readonly Said[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text, figures } of texts) {
    for (const [numeral] of text.matchAll(REGNAL)) found.add(`${romanValue(numeral)} of the name`);
    let next = 0;
    for (const match of fold(text).matchAll(/\d+/g)) {
      while ((figures[next]?.end ?? Number.POSITIVE_INFINITY) <= match.index) next += 1;
      if ((figures[next]?.start ?? Number.POSITIVE_INFINITY) > match.index) found.add(match[0]);
    }
  }
  return found;
}

/** The number of a king or pope behind the name. */
const REGNAL = /(?<=\p{Lu}\p{Ll}+ )[IVX]{1,5}(?!\p{L})/gu;

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function romanValue(numeral: string): number {
  const values = [...numeral].map((sign) => ROMAN[sign] ?? 0);
  return values.reduce((sum, value, i) => (value < (values[i + 1] ?? 0) ? sum - value : sum + value), 0);
}

/** Is a figure of one side a name with the same digits on the other: "dipeptidyl peptidase 4" and пептидаза-4? */
export function isNamed(figure: ReadFigure, names: ReadonlySet<string>): boolean {
  // Elizabeth II and 엘리자베스 2세
  if (figure.unit === 'year' && /^\p{Nd}{1,2}\p{L}$/u.test(figure.text))
    return names.has(`${figure.value} of the name`);
  // 10위 안에
  if (figure.unit || (figure.bound !== 'exact' && figure.bound !== 'at-most')) return false;
  // "a top-10 player": what is a name in digits there may be said in words here.
  const digits = fold(figure.text).match(/\d+/g) ?? (/^\d+$/.test(String(figure.value)) ? [String(figure.value)] : []);
  return digits.length > 0 && digits.every((run) => names.has(run));
}

/** A dog called Seven, un chien nommé Seven: a number in words that the other side leaves as it stands is a name. */
export function isLeftAsName({ text, unit }: ReadFigure, others: readonly Said[]): boolean {
  if (unit || !/^\p{Lu}[\p{L}-]+$/u.test(text)) return false;
  return others.some((other) => new RegExp(`(?<!\\p{L})${text}(?!\\p{L})`, 'u').test(other.text));
}
