import { createRequire } from 'node:module';
import type { Alarm, Checker, Side } from './checker.ts';

/** What every translation tool does: the runs of digits of both sides, in whatever order, are the same. */
export const sameDigits: Checker = {
  name: 'same digits',
  reads: () => true,
  check: (source, target) => compared(source, target, (text) => digits(text)),
};

function digits(text: string): readonly string[] {
  const plain = text.replace(/\p{Nd}/gu, (sign) => String(digitOf(sign.codePointAt(0) ?? 0)));
  return plain.match(/\d+/g) ?? [];
}

/** Decimal digits stand in runs of ten (Unicode, Numeric_Type=Decimal). */
function digitOf(code: number): number {
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** The cultures of Recognizers-Text's numbers in its JavaScript edition. */
const CULTURES: Readonly<Record<string, string>> = {
  en: 'en-us',
  zh: 'zh-cn',
  es: 'es-es',
  fr: 'fr-fr',
  pt: 'pt-br',
  ja: 'ja-jp',
};

interface Recognised {
  readonly resolution?: { readonly value?: string };
}

type Recognise = (text: string, culture: string) => readonly Recognised[];

interface Suite {
  readonly recognizeNumber: Recognise;
  readonly recognizeOrdinal: Recognise;
}

let loaded: Suite | undefined;

/** Loaded when it is first wanted: the other baseline needs no package. */
function suite(): Suite {
  loaded ??= createRequire(import.meta.url)('@microsoft/recognizers-text-suite') as Suite;
  return loaded;
}

/** The numbers and ordinals that Recognizers-Text reads on both sides have the same values. */
export const recognizers: Checker = {
  name: 'Recognizers-Text',
  reads: (locale) => CULTURES[locale] !== undefined,
  check: (source, target) => compared(source, target, valuesIn),
};

function valuesIn(text: string, locale: string): readonly string[] {
  const culture = CULTURES[locale] ?? '';
  const found = [...suite().recognizeNumber(text, culture), ...suite().recognizeOrdinal(text, culture)];
  return found.flatMap(({ resolution }) => resolution?.value ?? []);
}

const read = new Map<string, readonly string[]>();

/** One alarm where a value stands on one side only. */
function compared(
  source: Side,
  target: Side,
  values: (text: string, locale: string) => readonly string[],
): readonly Alarm[] {
  const of = (text: string, locale: string) => {
    const key = `${values.name} ${locale} ${text}`;
    const found = read.get(key) ?? values(text, locale);
    read.set(key, found);
    return [...found].sort().join(' ');
  };
  return source.paragraphs.flatMap((text, paragraph) => {
    const [a, b] = [of(text, source.locale), of(target.paragraphs[paragraph] ?? '', target.locale)];
    return a === b ? [] : [{ paragraph, rule: 'numbers', severity: 'error', message: `${a} against ${b}` }];
  });
}

/** Reads a text and gives how many numbers it found, for timing. */
export function recognise(text: string, locale: string): number {
  return suite().recognizeNumber(text, CULTURES[locale] ?? '').length;
}
