import { type Liquid, toValue } from 'liquidjs';
import { direction } from './direction.ts';
import { nameOf } from './language.ts';
import { madeOf, writtenOf } from './pattern.ts';
import { remembered } from './remembered.ts';
import type { Translator } from './strings.ts';

/** The words of an edition, how its language sets text, and how its pages look: declarations of CSS variables. */
export interface Voice extends Translator {
  readonly look: string;
  set(text: string): string;
}

/** Key of the voice among the globals of a rendering: a symbol, so that no template can name it. */
export const voice = Symbol('voice');

/** A filter's keyword arguments as liquidjs gives them: `['count', 3]`. */
type Argument = unknown | readonly [string, unknown];

/**
 * The theme's own filters: `t`, `date`, `number`, `list`, `language_name`, `language_in`, `contents`, `page_counter`, `css_string`.
 * All speak the language of the edition that is being rendered; dates are calendar dates, in UTC.
 */
export function registerFilters(liquid: Liquid): void {
  const voiced = (filter: (speaker: Voice, value: unknown, args: Argument[]) => string) =>
    function (this: { context: { globals: object } }, value: unknown, ...args: Argument[]): unknown {
      const globals: { [voice]?: Voice } = this.context.globals;
      const speaker = globals[voice];
      if (speaker === undefined || value === null || value === undefined) return '';
      return madeOf([value, ...args], ([known, ...own]) => filter(speaker, known, own));
    };
  const spoken = (filter: (translator: Translator, value: unknown, args: Argument[]) => string) =>
    voiced((speaker, value, args) => speaker.set(filter(speaker, value, args)));
  liquid.registerFilter('t', spoken(translate));
  liquid.registerFilter('date', spoken(date));
  liquid.registerFilter('number', spoken(number));
  liquid.registerFilter('list', spoken(list));
  liquid.registerFilter('language_name', (value: unknown) => [value].flat().map(String).map(nameOf).join(' · '));
  liquid.registerFilter('language_in', spoken(languageIn));
  liquid.registerFilter('page_counter', { raw: true, handler: voiced(pageCounter) });
  const contents = (value: unknown) => madeOf([value], ([entries]) => contentsOf(entries as readonly Entry[]));
  liquid.registerFilter('contents', {
    raw: true,
    handler: (value: unknown) => writtenOf(contents(value), (html) => html),
  });
  liquid.registerFilter('raw', { raw: true, handler: (value: unknown) => writtenOf(value, (text) => text) ?? value });
  liquid.registerFilter('css_string', {
    raw: true,
    handler: (value: unknown) => writtenOf(value, cssString) ?? cssString(String(value ?? '')),
  });
}

/** What is written of a value without a filter that says otherwise. */
export function escaped(value: unknown): string {
  return writtenOf(value, escapedText) ?? escapedText(textOf(value));
}

/** As Liquid has it: of a list all, of what is not there nothing. */
function textOf(value: unknown): string {
  const known = toValue(value);
  return Array.isArray(known) ? known.map(textOf).join('') : String(known ?? '');
}

function escapedText(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign) : text;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** A heading, for a list of contents. */
interface Entry {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** The items of a list of contents: hardly two documents have the same, and a loop of a template takes long. */
function contentsOf(entries: readonly Entry[]): string {
  const items = entries.map(({ level, id, text }) => {
    return `\n<li class="level-${level}"><a href="#${escapedText(id)}">${escapedText(text)}</a></li>`;
  });
  return items.join('');
}

/** What the reader's language calls another one. */
function languageIn({ locale }: Translator, value: unknown): string {
  return names(locale).of(String(value)) ?? String(value);
}

const names = remembered((locale) => new Intl.DisplayNames([locale], { type: 'language' }));

/** A string of CSS with nothing in it that could end the string or the style element around it. */
function cssString(text: string): string {
  return `"${text.replace(/["\\<>&\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}

function translate(translator: Translator, value: unknown, args: Argument[]): string {
  return translator.t(String(value), Object.fromEntries(args.filter(isKeyword)));
}

function date({ locale }: Translator, value: unknown, [style]: Argument[]): string {
  const dateStyle = style === 'full' || style === 'medium' || style === 'short' ? style : 'long';
  return written(`${dateStyle} ${locale} ${value}`);
}

/** Documents of one day are many. */
const written = remembered((key) => {
  const [, style, locale, value = ''] = /^(\S+) (\S+) ([\s\S]*)$/.exec(key) ?? [];
  const day = new Date(value);
  return Number.isNaN(day.getTime()) ? value : dates(`${style} ${locale}`).format(day);
}, 10_000);

const dates = remembered((key) => {
  const [dateStyle, locale] = key.split(' ') as ['full' | 'long' | 'medium' | 'short', string];
  return new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
});

/** What these filters write in a language that no text of it need hold: digits, names of months and days, of languages. */
export function localeSigns(locale: string, tags: readonly string[]): string {
  const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, month * 2 + 1)));
  const styles = ['full', 'long', 'medium', 'short'] as const;
  return [
    ...styles.flatMap((style) => days.map((day) => dates(`${style} ${locale}`).format(day))),
    numbers(locale).format(1_234_567_890.5),
    lists(locale).format(['', '', '']),
    ...tags.flatMap((tag) => [nameOf(tag), names(locale).of(tag) ?? '']),
  ].join(' ');
}

function number({ locale }: Translator, value: unknown): string {
  return numbers(locale).format(Number(value));
}

const numbers = remembered((locale) => new Intl.NumberFormat(locale));

function list({ locale }: Translator, value: unknown): string {
  return lists(locale).format(Array.isArray(value) ? value.map(String) : [String(value)]);
}

const lists = remembered((locale) => new Intl.ListFormat(locale));

/** `{{page}} of {{pages}}` → `counter(page) " of " counter(pages)`: the browser counts when it prints. */
function pageCounter(speaker: Voice, key: unknown): string {
  const [page, pages] = ['\u{F0000}', '\u{F0001}'];
  // The page may run the other way, as one with several languages does: numbers would change places.
  const [start, end] = direction(speaker.locale) === 'rtl' ? ['\u2067', '\u2069'] : ['', ''];
  // Set before it is CSS: the quotation marks of its strings are not those of the language.
  return speaker
    .set(`${start}${speaker.t(String(key), { page, pages })}${end}`)
    .split(/([\u{F0000}\u{F0001}])/u)
    .filter((part) => part !== '')
    .map((part) => (part === page ? 'counter(page)' : part === pages ? 'counter(pages)' : cssString(part)))
    .join(' ');
}

function isKeyword(argument: Argument): argument is readonly [string, unknown] {
  return Array.isArray(argument) && argument.length === 2 && typeof argument[0] === 'string';
}
