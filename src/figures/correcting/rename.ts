import { cldrTable, language } from '../../locales/index.ts';
import type { Figure } from '../../model.ts';
import { fold } from '../fold.ts';
import { type Run, runsOf } from '../runs.ts';
import { format, scaleBy } from '../value.ts';
import { isSteady } from './plural.ts';
import type { Rewording } from './rewording.ts';
import { isLetter, SPACED, scaleBehind } from './scales.ts';
import { currencyName, unitName } from './written.ts';

/** The name or sign of the unit replaced: 700亿欧元 → 700亿美元, €70 → US$70. */
export function withUnit(worded: Rewording, target: Figure, source: Figure, locale: string): Rewording | undefined {
  if (target.unit === source.unit) return target.kind === source.kind ? worded : undefined;
  if (!target.unit || !source.unit || target.kind !== source.kind) return undefined;
  const [run, ...others] = runsOf(worded.text, locale);
  if (!run || others.length > 0) return undefined;
  const place = nameAround(worded.text, run, namesOf(target, locale));
  if (!place) return undefined;
  const scale = scaleBehind(worded.text, run, locale);
  const digits = scale ? format(scaleBy(run.value, scale.power)) : format(run.value);
  const named = nameFor(place, target.unit, source.unit, { kind: source.kind, digits, locale });
  if (named === undefined) return undefined;
  const steady = scale !== undefined || isSteady(digits, locale);
  const text = worded.text.slice(0, place.start) + named + worded.text.slice(place.end);
  return { text, natural: worded.natural && steady };
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly before: boolean;
}

/** The longest of these names that stands before or behind the number. */
function nameAround(text: string, run: Run, names: readonly string[]): Place | undefined {
  const folded = fold(text);
  const found = names.flatMap((name) => {
    const form = fold(name);
    const before = folded.slice(0, run.start).lastIndexOf(form);
    const behind = folded.indexOf(form, run.end);
    const start = before >= 0 ? before : behind;
    const end = start + form.length;
    const joins = SPACED.test(form) && (isLetter(folded[start - 1]) || isLetter(folded[end]));
    return start < 0 || joins ? [] : [{ start, end, form: text.slice(start, end), before: before >= 0 }];
  });
  return found.sort((a, b) => b.form.length - a.form.length)[0];
}

function namesOf({ kind, unit }: Figure, locale: string): readonly string[] {
  const code = unit ?? '';
  const { figures } = language(locale);
  const table = cldrTable(locale);
  const [own, shared] = kind === 'money' ? [figures.currencies, table.currencies] : [figures.units, table.units];
  const lists = [own?.[code], shared[code], ...(kind === 'money' ? [code] : [])];
  return lists.flatMap((list) => list?.split('|') ?? []).filter((name) => name !== '' && !name.endsWith('*'));
}

interface Counted {
  readonly kind: Figure['kind'];
  /** What is counted, scale and all, as a decimal string. */
  readonly digits: string;
  readonly locale: string;
}

/** The other unit's name as this one was written: code for code, sign for sign, name for name. */
function nameFor(place: Place, old: string, next: string, { kind, digits, locale }: Counted): string | undefined {
  if (kind !== 'money') return unitFor(place.form, old, next, { kind, digits, locale });
  if (place.form === old) return next;
  const pattern = language(locale).wording.currencies[next];
  const [prefix = '', suffix = ''] = pattern?.split('#').map((part) => part.trim()) ?? [];
  const isSign = !/\p{L}{2}/u.test(place.form);
  if (place.before || isSign) return prefix || currencyName(next, locale, 'symbol', digits);
  const fits = isSteady(digits, locale) || /0{3}$/.test(digits);
  return (fits ? suffix : '') || currencyName(next, locale, 'name', digits);
}

function unitFor(form: string, old: string, next: string, { digits, locale }: Counted): string | undefined {
  const same = (['long', 'short'] as const).find((display) => unitName(old, locale, display, digits) === form);
  return unitName(next, locale, same ?? (form.length > 3 ? 'long' : 'short'), digits);
}
