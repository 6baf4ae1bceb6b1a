import type { Unit } from '../exchange/unit.ts';
import { printOf } from '../freshness/lock.ts';
import type { Source } from '../model.ts';
import { type Content, contentOfString } from '../text/content.ts';
import { type Entry, entriesOf } from '../text/entries.ts';
import { categories, messages, pluralKeys, saysOneNumber } from '../text/plurals.ts';
import { type Edit, withEdits } from '../text/written.ts';
import { corresponding } from './codes.ts';

/** A string as a unit, and where its translation stands: the names that lead to it. */
export interface PlannedString {
  readonly unit: Unit;
  readonly path: readonly string[];
}

/** The strings of templates, in the order of the source; of those with plural forms, each form that the language needs (CLDR). */
export function planStrings(
  source: Source,
  target: Source | undefined,
  locale: string,
  limits: Readonly<Record<string, number>> = {},
): readonly PlannedString[] {
  const [own, other] = [entriesOf(source), target ? entriesOf(target) : []];
  const known = new Map(other.map((entry) => [entry.key, entry]));
  const plurals = new Set([...pluralKeys(own), ...pluralKeys(other)]);
  return [...messages(own, plurals).values()].flatMap(({ key, ordinal, forms }): readonly PlannedString[] => {
    const plain = forms.get('');
    const limit = limits[key];
    if (plain) return [planned(plain, plain.path, known.get(plain.key), limit)];
    const id = idOf(key, [...forms.values()].map(({ text }) => text).join('\n'));
    return categories(locale, ordinal).flatMap((category) => {
      // A form that other numbers have too has to say which one it is.
      const own = saysOneNumber(locale, ordinal, category) ? forms.get(category) : undefined;
      const model = own ?? forms.get('other');
      if (!model) return [];
      const path = [...model.path.slice(0, -1), `${key.split('.').at(-1)}_${category}`];
      const one = planned(model, path, known.get(path.join('.')), limit);
      const single = contentOfString((forms.get('one') ?? model).text);
      const plural = ordinal ? {} : { plural: { of: id, category, one: single } };
      return [{ path, unit: { ...one.unit, id: `${id}.${category}`, ...plural } }];
    });
  });
}

function planned(
  model: Entry,
  path: readonly string[],
  known: Entry | undefined,
  limit: number | undefined,
): PlannedString {
  const source = contentOfString(model.text);
  const target = known && known.text !== '' ? corresponding(contentOfString(known.text), source) : undefined;
  const unit: Unit = {
    id: idOf(path.join('.'), model.text),
    kind: 'string',
    context: [path.join('.')],
    line: model.span.start.line,
    source,
    ...(target && { target }),
    state: target ? 'translated' : 'initial',
    notes: [],
    ...(limit !== undefined && { limit }),
  };
  return { unit, path };
}

function idOf(key: string, text: string): string {
  return `s${printOf(`${key}\n${text}`)}`;
}

/** Strings that are to say something else. Those that are there are written in their places; others make it a new file of the same order. */
export function withStrings(
  target: Source | undefined,
  all: readonly PlannedString[],
  wishes: ReadonlyMap<PlannedString, Content>,
): string {
  const entries = new Map((target ? entriesOf(target) : []).map((entry) => [entry.key, entry]));
  const edits: Edit[] = [];
  const missing = new Map<PlannedString, string>();
  for (const [one, content] of wishes) {
    const text = content.map((piece) => (typeof piece === 'string' ? piece : piece.raw)).join('');
    const entry = entries.get(one.path.join('.'));
    if (entry) edits.push({ from: entry.at[0], to: entry.at[1], text: JSON.stringify(text) });
    else missing.set(one, text);
  }
  const text = withEdits(target?.text ?? '', edits);
  if (missing.size === 0) return text;
  const values = text === '' ? {} : (JSON.parse(text) as Group);
  for (const [{ path }, value] of missing) put(values, path, value);
  const order = new Map(all.map(({ path }, n) => [path.join('.'), n]));
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return `${JSON.stringify(inOrder(values, [], order), null, indent)}\n`;
}

interface Group {
  [name: string]: unknown;
}

function put(values: Group, [name = '', ...rest]: readonly string[], text: string): void {
  if (rest.length === 0) {
    values[name] = text;
    return;
  }
  const below = isGroup(values[name]) ? values[name] : {};
  values[name] = below;
  put(below, rest, text);
}

/** Names in the order of the source; those that it has not stand last, as they stood. */
function inOrder(values: Group, path: readonly string[], order: ReadonlyMap<string, number>): Group {
  const place = (name: string): number => {
    const key = [...path, name].join('.');
    const own = order.get(key) ?? [...order].find(([other]) => other.startsWith(`${key}.`))?.[1];
    return own ?? Number.POSITIVE_INFINITY;
  };
  const names = Object.keys(values)
    .map((name) => [name, place(name)] as const)
    .sort(([, a], [, b]) => (a === b ? 0 : a - b));
  return Object.fromEntries(
    names.map(([name]) => {
      const value = values[name];
      return [name, isGroup(value) ? inOrder(value, [...path, name], order) : value];
    }),
  );
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
