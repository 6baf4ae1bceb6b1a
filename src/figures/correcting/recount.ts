import { language } from '../../locales/index.ts';
import type { Figure } from '../../model.ts';
import { fold } from '../fold.ts';
import { type Run, replaceRun, runsOf } from '../runs.ts';
import { divide, equal, format, multiply, parseExact, scaleBy } from '../value.ts';
import { plural } from './plural.ts';
import type { Rewording } from './rewording.ts';
import { type Scale, scaleBehind, scaleForms } from './scales.ts';
import { isReadable, powersOf, scaled, scaleGap, scaleWord } from './written.ts';

/** Digits and scale replaced: 90多亿 → 900多亿, 460 млрд → 460 млн. */
export function* withValue(target: Figure, source: Figure, locale: string): Iterable<Rewording> {
  if (JSON.stringify(target.value) === JSON.stringify(source.value)) yield { text: target.text, natural: true };
  else if (typeof target.value === 'string' && typeof source.value === 'string') {
    yield* withNumber(target, [target.value, source.value], locale);
  } else if (typeof target.value !== 'string' && typeof source.value !== 'string') {
    yield* withRange(target, [target.value, source.value], locale);
  }
}

function* withNumber(target: Figure, [old, next]: readonly [string, string], locale: string): Iterable<Rewording> {
  const [run, ...others] = runsOf(target.text, locale);
  if (!run || others.length > 0 || run.value.n === 0n || !isDecimal(next) || !isNumber(old)) return;
  const found = { text: target.text, run, scale: scaleBehind(target.text, run, locale), locale };
  // What is written is what is meant but for this: the scale word, or a hundredth, or nothing.
  const factor = divide(parseExact(old), run.value);
  const rest = scaleBy(factor, -(found.scale?.power ?? 0));
  const meant = divide(parseExact(next), rest);
  const sameDigits = powersOf(locale).find((power) => equal(scaleBy(run.value, power), meant));
  const isOrdinal = target.kind === 'ordinal';
  const number = (digits: string, power: number) => numbered(found, { digits, power }, isOrdinal);
  if (sameDigits !== undefined && !isOrdinal) yield* number(format(run.value), sameDigits);
  const there = found.scale?.power ?? 0;
  const kept = format(scaleBy(meant, -there));
  if (there === 0 ? /^-?\d{1,6}(\.\d{1,3})?$/.test(kept) : isReadable(meant, there)) yield* number(kept, there);
  const best = scaled(meant, locale);
  yield* number(best.digits, best.power);
}

function isDecimal(value: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(value);
}

function isNumber(value: string): boolean {
  return isDecimal(value) || /^-?\d+\/\d+$/.test(value);
}

/** A text with its one number, and the scale word behind that. */
interface Numbered {
  readonly text: string;
  readonly run: Run;
  readonly scale: Scale | undefined;
  readonly locale: string;
}

function* numbered(
  { text, run, scale, locale }: Numbered,
  { digits, power }: { readonly digits: string; readonly power: number },
  isOrdinal: boolean,
): Iterable<Rewording> {
  if (!isDecimal(digits)) return;
  const worded = scale?.power === power ? text : withScale({ text, run, scale, locale }, power, digits);
  if (worded === undefined) return;
  const before = plural(format(run.value), scale?.power, locale, isOrdinal);
  const after = plural(digits, power || undefined, locale, isOrdinal);
  const declines = scale !== undefined && !Object.hasOwn(language(locale).wording.scales, scale.power);
  const sameForm = !declines || plural(format(run.value), 0, locale, false) === plural(digits, 0, locale, false);
  yield { text: replaceRun(worded, run, digits, locale), natural: before === after && sameForm };
}

/** The text with another scale word behind its number, or none. The digits stay. */
function withScale({ text, run, scale, locale }: Numbered, power: number, digits: string): string | undefined {
  const head = text.slice(0, scale?.start ?? run.end);
  const tail = text.slice(scale?.end ?? run.end);
  if (power === 0) return (head + tail.replace(/^\s+(?=\s)/, '')).replace(/\s+$/, '');
  const word = scale ? sameForm(scale, power, locale) : undefined;
  if (word !== undefined) return `${head}${word}${tail}`;
  const named = scaleWord(power, digits, locale);
  if (named === undefined) return undefined;
  const isGlued = /\p{Nd}$/u.test(head);
  return `${head}${isGlued ? scaleGap(locale) : ''}${named}${tail}`;
}

/** The form of another scale word that ends as this one does: миллиардов → миллионов, bn → mn. */
function sameForm(scale: Scale, power: number, locale: string): string | undefined {
  const own = language(locale).wording.scales;
  if (own[String(scale.power)]?.split('|').includes(scale.form)) return undefined;
  const ranked = scaleForms(locale)
    .filter((candidate) => candidate.power === power)
    .map(({ form }) => ({
      form,
      alike: commonEnd(form, scale.form),
      length: Math.abs(form.length - scale.form.length),
    }))
    .filter(({ alike }) => alike > 0)
    .sort((a, b) => b.alike - a.alike || a.length - b.length);
  const found = ranked[0]?.form;
  return found !== undefined && /^\p{Lu}/u.test(scale.form) ? found.charAt(0).toUpperCase() + found.slice(1) : found;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && fold(a).at(-1 - length) === fold(b).at(-1 - length)) length += 1;
  return length;
}

type Ends = Readonly<Record<'from' | 'to', string>>;

/** Both ends of a range, each in the run that says it: 20–25% → 20–35%. */
function* withRange(target: Figure, [old, next]: readonly [Ends, Ends], locale: string): Iterable<Rewording> {
  const runs = runsOf(target.text, locale);
  const [first, second] = runs;
  if (!first || !second || runs.length > 2) return;
  const to = endDigits(second, old.to, next.to);
  const from = endDigits(first, old.from, next.from);
  if (from === undefined || to === undefined) return;
  const natural = plural(format(second.value), undefined, locale, false) === plural(to, undefined, locale, false);
  yield { text: replaceRun(replaceRun(target.text, second, to, locale), first, from, locale), natural };
}

function endDigits({ value }: Run, old: string, next: string): string | undefined {
  if (!isNumber(old) || !isDecimal(next) || value.n === 0n || parseExact(old).n === 0n) return undefined;
  const digits = format(multiply(value, divide(parseExact(next), parseExact(old))));
  return /^\d{1,6}(\.\d{1,3})?$/.test(digits) ? digits : undefined;
}
