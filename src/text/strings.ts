import { createInstance, type i18n } from 'i18next';
import type { Source, Strings } from '../model.ts';
import { UserError } from '../trouble.ts';
import { parseJson } from './json.ts';
import { remembered } from './remembered.ts';

/** Reads a `strings.json` (i18next JSON v4); what is not a JSON object is a UserError with its place. */
export function parseStrings(source: Source): Strings {
  const entries = parseJson(source);
  if (isGroup(entries)) return { source, entries };
  throw new UserError(
    `${source.path}:1:1: this is not a group of strings; expected { at the start and } at the end`,
    'Write the strings as { "name": "text" }; groups may stand in groups.',
  );
}

/** Strings and the language whose plural rules they follow. */
export interface Wording {
  readonly locale: string;
  readonly strings: Strings;
}

/** The words of one edition's templates. */
export interface Translator {
  readonly locale: string;
  /** The string of `key` with its values put in; never empty. */
  t(key: string, values?: Readonly<Record<string, unknown>>): string;
  /** Whether anyone has the string: the edition itself or those it falls back to. */
  has(key: string): boolean;
  /** Everything that it can say, of each string the one that it takes. */
  readonly words: string;
  /** Keys that were asked for and that the edition's own strings lack, in order of their names. */
  missing(): readonly string[];
  /** It was asked for elsewhere in vain, and this was said. */
  note(key: string, said: string): void;
  /** What was said for a key that is missing. */
  said(key: string): string;
}

/**
 * Translates from the first wording; what it lacks is taken from the next that has it, in that one's plural rules,
 * else the key itself in readable form, and is named by `missing()`. Wordings of one locale are one: the earlier wins.
 * A string that asks for a value that it is not given is a UserError.
 */
export function translator(locale: string, wordings: readonly Wording[]): Translator {
  const missing = new Set<string>();
  const said = new Map<string, string>();
  const words = instance(locale, wordings, missing);
  const exists = (key: string, which: object) => words.exists(key, { ...which, lng: locale, fallbackLng: false });
  const known = remembered((key) => exists(key, {}));
  // Which form of a string is taken depends on these alone.
  const lacks = (key: string, { count, ordinal, context }: Values): boolean =>
    count === undefined && context === undefined ? !known(key) : !exists(key, { count, ordinal, context });
  const spoken = (key: string, values: Values): string => {
    if (lacks(key, values)) missing.add(key);
    const text = words.t(key, { ...values }) || readable(key);
    if (missing.has(key)) said.set(key, text);
    return text;
  };
  // Every page asks for the same ones.
  const plain = remembered((key) => spoken(key, {}));
  const valued = remembered((asked) => spoken(...(JSON.parse(asked) as [string, Values])), VALUED);
  const parts = remembered((key) => partsOf(words.t(key, { skipInterpolation: true })));
  return {
    locale,
    t(key, values = {}) {
      if (Object.keys(values).length === 0) return plain(key);
      const own = known(key) ? parts(key) : null;
      return (own && filled(own, values)) ?? valued(JSON.stringify([key, values]));
    },
    has: remembered((key) => words.exists(key)),
    words: textOf(wordings.reduceRight((below, { strings }) => merge(below, strings.entries), {})),
    note(key, text) {
      missing.add(key);
      said.set(key, text);
    },
    missing: () => [...missing].sort(),
    said: (key) => said.get(key) ?? readable(key),
  };
}

type Values = Readonly<Record<string, unknown>>;

/** So many strings are kept with values put in: minutes and names come up again, titles do not. */
const VALUED = 1000;

/** A string that nothing but values is put into: between each two texts stands the value of that name. */
interface Parts {
  readonly texts: readonly string[];
  readonly names: readonly string[];
}

function partsOf(text: unknown): Parts | null {
  if (typeof text !== 'string') return null;
  const all = text.split(/\{\{\s*(\w+)\s*\}\}/);
  const texts = all.filter((_, i) => i % 2 === 0);
  const names = all.filter((_, i) => i % 2 === 1);
  return texts.some((part) => /[{}$]/.test(part)) || names.some((name) => CHOOSING.has(name)) ? null : { texts, names };
}

/** Puts texts in as i18next would, which takes a tenth of all that is done for a page; undefined where they are more than that. */
function filled({ texts, names }: Parts, values: Values): string | undefined {
  const isPlain = ([name, value]: readonly [string, unknown]) => typeof value === 'string' && names.includes(name);
  if (!Object.entries(values).every(isPlain) || !names.every((name) => Object.hasOwn(values, name))) return undefined;
  return names.reduce((text, name, i) => `${text}${values[name]}${texts[i + 1]}`, texts[0] ?? '') || undefined;
}

/** By these a form of the string is chosen. */
const CHOOSING = new Set(['count', 'ordinal', 'context']);

function instance(locale: string, wordings: readonly Wording[], missing: Set<string>): i18n {
  const resources = resourcesOf(wordings);
  const words = createInstance();
  words.init({
    initAsync: false,
    lng: locale,
    fallbackLng: Object.keys(resources).filter((other) => other !== locale),
    load: 'currentOnly',
    // A key is a plain path: `error: title` must not be read as a namespace.
    nsSeparator: false,
    resources,
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string, match: readonly string[]) => {
      throw unknownValue(wordings, text, match[0] ?? '');
    },
    parseMissingKeyHandler(key: string) {
      missing.add(key);
      return readable(key);
    },
  });
  // Dates of a publication are calendar dates: neither reader's nor builder's time zone may move them.
  words.services.formatter?.add('datetime', (value, language = locale, options) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(value)),
  );
  return words;
}

function resourcesOf(wordings: readonly Wording[]): Record<string, { translation: Group }> {
  const resources: Record<string, { translation: Group }> = {};
  for (const { locale, strings } of wordings) {
    resources[locale] = { translation: merge(merge({}, strings.entries), resources[locale]?.translation ?? {}) };
  }
  return resources;
}

function unknownValue(wordings: readonly Wording[], text: string, asked: string): UserError {
  const where = wordings.find(({ strings }) => strings.source.text.includes(asked))?.strings.source;
  const line = where === undefined ? 1 : where.text.slice(0, where.text.indexOf(asked)).split('\n').length;
  return new UserError(
    `${where?.path ?? 'strings.json'}:${line}: "${text}" asks for ${asked}, which the template does not give`,
    'Write the name in the braces as the same string of the other languages has it.',
  );
}

function textOf(group: Group): string {
  return Object.values(group)
    .map((value) => (isGroup(value) ? textOf(value) : String(value)))
    .join(' ');
}

/** `article.read_more` → `Read more`. */
function readable(key: string): string {
  const words = (key.split('.').at(-1) ?? key).replaceAll(/[_-]+/g, ' ').trim();
  return words === '' ? key : words.charAt(0).toUpperCase() + words.slice(1);
}

type Group = Record<string, unknown>;

function merge(base: Readonly<Group>, over: Readonly<Group>): Group {
  const merged: Group = { ...base };
  for (const [key, value] of Object.entries(over)) {
    // An empty string is one that nobody has translated yet.
    if (value === '') continue;
    const below = merged[key];
    merged[key] = isGroup(value) ? merge(isGroup(below) ? below : {}, value) : value;
  }
  return merged;
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
