import type { Figure } from '../../model.ts';
import { fold } from '../fold.ts';
import { plainRunsOf, replaceRun } from '../runs.ts';
import { format } from '../value.ts';
import { plural } from './plural.ts';
import type { Rewording } from './rewording.ts';

/** A part of a date that the translation says otherwise. */
interface Part {
  readonly old: string;
  readonly next: string;
  readonly isMonth: boolean;
  /** The date or time that it is a part of, as the translation has it and as it ought to be. */
  readonly dates: readonly [string, string];
}

/** A date's text with the day, month or year replaced that is wrong: 2022年1月26日 → 2022年1月25日. */
export function* redated(target: Figure, source: Figure, locale: string): Iterable<Rewording> {
  const parts = partsOf(target, source);
  if (!parts || target.bound !== source.bound) return;
  let texts: readonly Rewording[] = [{ text: target.text, natural: true }];
  for (const part of parts) texts = texts.flatMap((worded) => [...replaced(worded, part, locale)]);
  yield* texts;
}

/** What differs between two dates, or ranges of them, of one form; undefined where their forms differ. */
function partsOf({ value: old }: Figure, { value: next }: Figure): readonly Part[] | undefined {
  if (typeof old === 'string' && typeof next === 'string') return partsBetween(old, next);
  if (typeof old === 'string' || typeof next === 'string') return undefined;
  const [from, to] = [partsBetween(old.from, next.from), partsBetween(old.to, next.to)];
  return from && to ? [...from, ...to] : undefined;
}

function partsBetween(old: string, next: string): readonly Part[] | undefined {
  if (old.replace(/\d/g, '0') !== next.replace(/\d/g, '0') || !/^[-\d:QHCs]+$/.test(old)) return undefined;
  const [a, b] = [numbers(old), numbers(next)];
  const month = /^(\d{4}|-)-/.test(old) ? (old.startsWith('-') ? 0 : 1) : -1;
  return a.flatMap((part, at) =>
    part === b[at] ? [] : [{ old: part, next: b[at] ?? '', isMonth: at === month, dates: [old, next] }],
  );
}

function numbers(value: string): readonly string[] {
  return value.match(/\d+/g) ?? [];
}

/** The text with one part replaced, once for every place that may say it. */
function* replaced({ text, natural }: Rewording, part: Part, locale: string): Iterable<Rewording> {
  const value = String(Number(part.next));
  for (const run of plainRunsOf(text)) {
    if (format(run.value) !== String(Number(part.old))) continue;
    // 26th → 25th, but not 21th.
    const hasEnding = /^\p{sc=Latn}/u.test(text.slice(run.end));
    if (hasEnding && plural(part.old, 0, locale, true) !== plural(part.next, 0, locale, true)) continue;
    yield { text: replaceRun(text, run, value, locale), natural };
  }
  if (!part.isMonth) return;
  for (const [was, is] of monthNames(part, locale)) {
    const at = fold(text).indexOf(fold(was));
    if (at < 0) continue;
    const name = /^\p{Lu}/u.test(text.slice(at)) ? is.charAt(0).toUpperCase() + is.slice(1) : is;
    yield { text: text.slice(0, at) + name + text.slice(at + was.length), natural };
    return;
  }
}

/** The names of both months in the same form, long ones first: января and февраля, Jan and Feb. */
function* monthNames({ dates }: Part, locale: string): Iterable<readonly [string, string]> {
  for (const month of ['long', 'short'] as const) {
    for (const day of ['numeric', undefined] as const) {
      const options = { month, timeZone: 'UTC', calendar: 'gregory', ...(day && { day }) } as const;
      const form = new Intl.DateTimeFormat(locale, options);
      const [was, is] = dates.map((date) => {
        const [m = 1] = numbers(date.replace(/^\d{4}-/, '')).map(Number);
        return form.formatToParts(Date.UTC(2000, m - 1, 1)).find(({ type }) => type === 'month')?.value;
      });
      if (was && is && /\p{L}/u.test(was)) yield [was, is];
    }
  }
}
