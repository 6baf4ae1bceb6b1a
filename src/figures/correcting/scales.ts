import { cldrTable, language } from '../../locales/index.ts';
import { fold } from '../fold.ts';
import type { Run } from '../runs.ts';

/** A scale word in a figure's text. */
export interface Scale {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly power: number;
}

const formsOf = new Map<string, readonly { readonly form: string; readonly power: number }[]>();

/** Every scale word of a language, the longest first. */
export function scaleForms(locale: string): readonly { readonly form: string; readonly power: number }[] {
  const known = formsOf.get(locale);
  if (known) return known;
  const { wording, figures } = language(locale);
  const tables = [wording.scales, figures.scales ?? {}, cldrTable(locale).scales];
  const all = tables.flatMap((table) =>
    Object.entries(table).flatMap(([power, forms]) => forms.split('|').map((form) => ({ form, power: Number(power) }))),
  );
  const found = all
    .filter(({ form }) => form !== '' && !form.endsWith('*'))
    .sort((a, b) => b.form.length - a.form.length);
  formsOf.set(locale, found);
  return found;
}

/** Letters that stand in words with spaces between them. */
export const SPACED = /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Arab}\p{sc=Hebr}\p{sc=Deva}\p{sc=Armn}\p{sc=Geor}]/u;

/** The first scale word behind a number. */
export function scaleBehind(text: string, run: Run, locale: string): Scale | undefined {
  const folded = fold(text);
  const places = scaleForms(locale).flatMap(({ form, power }) => {
    const start = folded.indexOf(fold(form), run.end);
    const end = start + form.length;
    const joins = SPACED.test(form) && (isLetter(folded[end]) || isLetter(folded[start - 1]));
    return start < 0 || joins ? [] : [{ start, end, form: text.slice(start, end), power }];
  });
  return places.sort((a, b) => a.start - b.start || b.end - a.end)[0];
}

export function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /\p{L}/u.test(sign);
}
