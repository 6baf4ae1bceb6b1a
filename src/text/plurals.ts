import type { Entry } from './entries.ts';

const order = ['zero', 'one', 'two', 'few', 'many', 'other'];
const suffix = /^(.+?)(_ordinal)?_(zero|one|two|few|many|other)$/;
/** Enough whole numbers to meet every plural category of CLDR that whole numbers have. */
const samples = Array.from({ length: 201 }, (_, n) => n);

/** A string with its plural forms by category, or with one form named `''`. */
export interface Message {
  readonly key: string;
  readonly ordinal: boolean;
  readonly forms: ReadonlyMap<string, Entry>;
}

/**
 * Groups the forms of each plural, as i18next's JSON v4 names them (`pages_one`, `place_ordinal_few`). A key that
 * only looks like a form (`step_one` without any `step_other`) is a string of its own unless `plurals` has it.
 */
export function messages(entries: readonly Entry[], plurals: ReadonlySet<string>): Map<string, Message> {
  const found = new Map<string, { key: string; ordinal: boolean; forms: Map<string, Entry> }>();
  for (const entry of entries) {
    const [, base = '', ordinal = '', category = ''] = suffix.exec(entry.key) ?? [];
    const plural = plurals.has(base + ordinal);
    const key = plural ? base + ordinal : entry.key;
    const message = found.get(key) ?? { key, ordinal: plural && ordinal !== '', forms: new Map() };
    message.forms.set(plural ? category : '', entry);
    found.set(key, message);
  }
  return found;
}

/** Keys that have an `other` form, and so are plurals. */
export function pluralKeys(entries: readonly Entry[]): string[] {
  return entries.filter(({ key }) => suffix.test(key) && key.endsWith('_other')).map(({ key }) => key.slice(0, -6));
}

/** The categories that a language's plurals need (CLDR), in CLDR's order. */
export function categories(locale: string, ordinal: boolean): string[] {
  const known: readonly string[] = rules(locale, ordinal).resolvedOptions().pluralCategories;
  return order.filter((category) => known.includes(category));
}

/** Does a category stand for one number alone, so that its form may say it in a word? English `one` does, Russian does not. */
export function saysOneNumber(locale: string, ordinal: boolean, category: string): boolean {
  const select = rules(locale, ordinal);
  return samples.filter((n) => select.select(n) === category).length === 1;
}

function rules(locale: string, ordinal: boolean): Intl.PluralRules {
  return new Intl.PluralRules(locale, { type: ordinal ? 'ordinal' : 'cardinal' });
}
