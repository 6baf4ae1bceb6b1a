import { createInstance } from 'i18next';
import type { Phrase, PhraseValue } from '../model.ts';
import { inEnglish, type Writing, writtenValue } from '../text/phrase.ts';
import ru from './strings/findings/ru.json' with { type: 'json' };
import zh from './strings/findings/zh.json' with { type: 'json' };

/** What findings say in the languages of the desk but English: the forms of their phrases, with plurals as i18next has them. */
export const findingWords: Readonly<Record<string, Readonly<Record<string, string>>>> = { ru, zh };

const words = createInstance();
words.init({
  initAsync: false,
  resources: Object.fromEntries(Object.entries(findingWords).map(([tongue, translation]) => [tongue, { translation }])),
  fallbackLng: false,
  // A form is a sentence, with stops and colons in it.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

const writings = new Map<string, Writing>();

/** A message in a language of the desk; in English where it has no words for it. */
export function said(phrase: Phrase, tongue: string): string {
  const writing = writings.get(tongue) ?? writingIn(tongue);
  writings.set(tongue, writing);
  return writing.phrase(phrase);
}

function writingIn(tongue: string): Writing {
  const numbers = new Intl.NumberFormat(tongue, { maximumFractionDigits: 20 });
  const lists = new Intl.ListFormat(tongue);
  const writing: Writing = {
    phrase(phrase) {
      const { form, values } = phrase;
      if (!words.exists(form, { lng: tongue, ...countIn(values) })) return inEnglish(phrase);
      const written = values.map((value, n) => [n, writtenValue(value, writing)]);
      return String(words.t(form, { lng: tongue, ...Object.fromEntries(written), ...countIn(values) }));
    },
    // Exactly: a decimal is formatted as the string that it is.
    number: (decimal) => (isDecimal(decimal) ? numbers.format(decimal as Intl.StringNumericLiteral) : decimal),
    measure(decimal, unit, kind) {
      const format = isDecimal(decimal) ? measureIn(tongue, unit, kind) : undefined;
      return format?.format(decimal as Intl.StringNumericLiteral) ?? `${writing.number(decimal)} ${unit}`;
    },
    unit(id) {
      const parts = measureIn(tongue, id, 'duration')?.formatToParts(1) ?? [];
      return parts.find(({ type }) => type === 'unit')?.value ?? id;
    },
    date: (value) => dateIn(tongue, value),
    list: (texts) => lists.format(texts),
  };
  return writing;
}

function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/** The first number of a phrase is the one that its plural goes by. */
function countIn(values: readonly PhraseValue[]): { readonly count?: number } {
  for (const value of values) {
    if (typeof value === 'number') return { count: value };
    if (typeof value === 'object' && 'decimal' in value) return { count: Number(value.decimal) };
  }
  return {};
}

/** In words; undefined where `Intl` has none. */
function measureIn(tongue: string, unit: string, kind: string): Intl.NumberFormat | undefined {
  const how: Intl.NumberFormatOptions =
    kind === 'money'
      ? { style: 'currency', currency: unit, currencyDisplay: 'name', minimumFractionDigits: 0 }
      : { style: 'unit', unit, unitDisplay: 'long' };
  try {
    return new Intl.NumberFormat(tongue, { ...how, maximumFractionDigits: 20 });
  } catch {
    return undefined;
  }
}

function dateIn(tongue: string, value: string): string {
  const match = /^(\d{4}|-)(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return value;
  const [, year = '-', month, day] = match;
  const date = new Date(0);
  date.setUTCFullYear(year === '-' ? 2000 : Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const parts: Intl.DateTimeFormatOptions = {
    ...(year !== '-' && { year: 'numeric' }),
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat(tongue, { ...parts, timeZone: 'UTC' }).format(date);
}
