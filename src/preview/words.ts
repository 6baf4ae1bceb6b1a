import type { Strings } from '../model.ts';
import { type Translator, translator } from '../text/strings.ts';
import { findingWords } from './phrases.ts';
import en from './strings/en.json' with { type: 'json' };
import ru from './strings/ru.json' with { type: 'json' };
import zh from './strings/zh.json' with { type: 'json' };

/** The languages of the desk itself, each with the name that it gives itself. */
export const tongues: Readonly<Record<string, string>> = { en: 'English', zh: '中文', ru: 'Русский' };

const texts: Readonly<Record<string, object>> = { en, zh, ru };
const known = new Map<string, Translator>();

/** The desk's words in one of its languages. */
export function wordsIn(tongue: string): Translator {
  const words = known.get(tongue) ?? translator(tongue, [wording(tongue), wording('en')]);
  known.set(tongue, words);
  return words;
}

/** Every sign that the desk's words are written with, for the fonts. */
export function signsOf(tongue: string): string {
  return JSON.stringify([texts[tongue], findingWords[tongue]]) + Object.values(tongues).join('');
}

function wording(locale: string): { locale: string; strings: Strings } {
  const entries = { ...texts[locale] } as Strings['entries'];
  return { locale, strings: { source: { path: `${locale}.json`, text: JSON.stringify(entries) }, entries } };
}

/** The language that a reader likes best among the desk's: `accept` is their browser's `Accept-Language` (RFC 9110, 12.5.4). */
export function tongueOf(chosen: readonly (string | undefined)[], accept: string | undefined): string {
  const wishes = (accept ?? '').split(',').map((wish) => {
    const [tag = '', ...rest] = wish.trim().split(';');
    const weight = rest.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find((one) => one !== undefined);
    return { tag, weight: Number(weight ?? 1) };
  });
  const liked = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const all = [...chosen, ...liked.map(({ tag }) => tag)].map((tag) => tag?.toLowerCase().split('-')[0]);
  return all.find((tag) => tag !== undefined && Object.hasOwn(tongues, tag)) ?? 'en';
}
