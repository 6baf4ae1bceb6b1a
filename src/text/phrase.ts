import type { Finding, Phrase, PhraseValue } from '../model.ts';
import { remembered } from './remembered.ts';

/**
 * A message in English with the values in it, so that it can be said in other languages too:
 * phrase`${path} has no title` has the form `{{0}} has no title`, by which those languages know it.
 */
export function phrase(texts: TemplateStringsArray, ...values: readonly PhraseValue[]): Phrase {
  const form = texts.reduce((before, text, n) => `${before}{{${n - 1}}}${text}`);
  return { form, values };
}

/** What a finding says and what to do, in English and as phrases. */
export type Told = Pick<Finding, 'message' | 'phrases' | 'hint'>;

export function told(message: Phrase, hint?: Phrase): Told {
  return {
    message: inEnglish(message),
    ...(hint && { hint: inEnglish(hint) }),
    phrases: { message, ...(hint && { hint }) },
  };
}

/** How a value is written: numbers, dates and lists as a language has them. */
export interface Writing {
  phrase(phrase: Phrase): string;
  number(decimal: string): string;
  /** What is counted or measured, in a currency (ISO 4217) or a unit (CLDR). */
  measure(decimal: string, unit: string, kind: string): string;
  unit(id: string): string;
  /** `2022-01-25`, `--01-25`, `2022-01` or `2022`. */
  date(value: string): string;
  list(texts: readonly string[]): string;
}

export function writtenValue(value: PhraseValue, writing: Writing): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if ('form' in value) return writing.phrase(value);
  if ('measure' in value) return writing.measure(value.measure, value.unit, value.kind);
  if ('decimal' in value) return writing.number(value.decimal);
  if ('unit' in value) return writing.unit(value.unit);
  if ('date' in value) return writing.date(value.date);
  const texts = value.list.map((one) => writtenValue(one, writing));
  return value.by === undefined ? writing.list(texts) : texts.join(value.by);
}

/** The months as a language calls them, made when the first message wants one. */
const monthsIn = remembered((locale) => {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)));
});

const listIn = remembered((locale) => new Intl.ListFormat(locale));

const english: Writing = {
  phrase: inEnglish,
  number(decimal) {
    const [whole = '', rest] = decimal.split('.');
    if (decimal.includes('/')) return decimal;
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return rest ? `${grouped}.${rest}` : grouped;
  },
  measure: (decimal, unit, kind) =>
    `${english.number(decimal)} ${unit}${kind === 'duration' && decimal !== '1' ? 's' : ''}`,
  unit: (id) => id,
  date(value) {
    const match = /^(\d{4}|-)-(\d{2})(?:-(\d{2}))?$/.exec(value);
    if (!match) return value;
    const [, year = '', month = '', day] = match;
    const parts = [day && String(Number(day)), monthsIn('en')[Number(month) - 1], year === '-' ? undefined : year];
    return parts.filter(Boolean).join(' ');
  },
  list: (texts) => listIn('en').format(texts),
};

/** As the command line and programs say it. */
export function inEnglish({ form, values }: Phrase): string {
  return form.replace(/\{\{(\d+)\}\}/g, (_, n) => valueInEnglish(values[Number(n)] ?? ''));
}

export function valueInEnglish(value: PhraseValue): string {
  return writtenValue(value, english);
}
