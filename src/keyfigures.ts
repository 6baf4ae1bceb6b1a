import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import type { Bound, FigureKind, KeyFigure, Source, Span } from './model.ts';
import { nearest } from './text/nearest.ts';
import { UserError } from './trouble.ts';

/** Fields of a key figure. */
const FIELDS = ['id', 'value', 'unit', 'bound', 'date', 'note', 'source', 'terms', 'units'];
const BOUNDS: readonly Bound[] = ['exact', 'about', 'over', 'under', 'at-least', 'at-most'];
/** Units of time, of which a number is a duration. */
const TIMES = /^(?:century|decade|year|month|week|day|hour|minute|second)$/;

/**
 * The figures of `content/figures.yaml`, a list, or a mapping of ids. Values are read as they are written, never as floats.
 * Throws UserError 2 with the place of what is wrong.
 */
export function readKeyFigures(source: Source): readonly KeyFigure[] {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
  const reader = new Reader(source, lines);
  const [error] = document.errors;
  if (error) throw reader.refusal(error.pos[0], `it is not YAML: ${error.message.split('\n')[0]}`, 'correct the line');
  const { contents } = document;
  if (contents === null) return [];
  const figures = isSeq(contents)
    ? contents.items.map((item) => reader.figure(item as Node))
    : isMap(contents)
      ? contents.items.map(({ key, value }) => reader.figure(value as Node, key as Scalar))
      : undefined;
  if (!figures) throw reader.refusal(contents.range?.[0] ?? 0, 'it is no list of figures', EXAMPLE);
  const first = new Map<string, KeyFigure>();
  for (const figure of figures) {
    const before = first.get(figure.id);
    if (before) {
      const { line } = before.span.start;
      throw reader.twice(figure.span, `the id ${figure.id} is that of the figure in line ${line} too`);
    }
    first.set(figure.id, figure);
  }
  return figures;
}

const EXAMPLE = 'write figures such as: - { id: trade-2021, value: 50000000000, unit: USD, bound: over }';

class Reader {
  readonly #source: Source;
  readonly #lines: LineCounter;

  constructor(source: Source, lines: LineCounter) {
    this.#source = source;
    this.#lines = lines;
  }

  figure(node: Node | null, key?: Scalar): KeyFigure {
    if (!isMap(node)) throw this.refusal(key?.range?.[0] ?? node?.range?.[0] ?? 0, 'a figure has no fields', EXAMPLE);
    const start = key?.range?.[0] ?? node.range?.[0] ?? 0;
    const fields = new Map<string, Node | null>();
    for (const { key: name, value } of node.items) {
      const field = String((name as Scalar).value);
      if (!FIELDS.includes(field)) {
        const near = nearest(field, FIELDS);
        const hint = near ? `write ${near}` : `write one of ${FIELDS.join(', ')}`;
        throw this.refusal((name as Scalar).range?.[0] ?? start, `a figure has no field ${field}`, hint);
      }
      fields.set(field, value as Node | null);
    }
    const text = (field: string) => this.#text(fields.get(field), field);
    const id = text('id') ?? (key && String(key.value));
    if (id === undefined) throw this.refusal(start, 'a figure has no id', EXAMPLE);
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id))
      throw this.refusal(start, `the id ${id} has signs that an id has not`, 'write letters, digits, - and _');
    const [value, unit, bound, date] = [text('value'), text('unit'), text('bound') ?? 'exact', text('date')];
    const at = (field: string) => fields.get(field)?.range?.[0] ?? start;
    if (value === undefined) throw this.refusal(start, `the figure ${id} has no value`, EXAMPLE);
    const plain = /^-?[\d_]+(?:\.\d+)?$/.test(value) ? value.replaceAll('_', '') : value;
    if (!/^-?\d+(?:\.\d+)?$/.test(plain) && !DATE.test(plain))
      throw this.refusal(at('value'), `the value ${value} is neither a number nor a date`, NUMBERS);
    if (!BOUNDS.some((known) => known === bound))
      throw this.refusal(at('bound'), `the bound ${bound} is not known`, `write one of ${BOUNDS.join(', ')}`);
    if (date !== undefined && !/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date))
      throw this.refusal(at('date'), `the date ${date} is none`, 'write 2021, 2021-03 or 2021-03-15');
    const isDate = unit === undefined && DATE.test(plain) && plain.includes('-');
    const [note, from] = [text('note'), text('source')];
    return {
      ...{ id, kind: isDate ? 'date' : kindOf(unit), value: plain, bound: bound as Bound },
      unit: unit === undefined || unit === 'percent' ? null : unit,
      ...{ terms: this.#lists(fields.get('terms'), 'terms'), units: this.#units(fields.get('units')) },
      ...{ ...(date !== undefined && { date }), ...(note !== undefined && { note }) },
      ...(from !== undefined && { source: from }),
      span: this.#span(start, node.range?.[1] ?? start),
    };
  }

  /** As it is written: a number of YAML's would be a float. */
  #text(node: Node | null | undefined, field: string): string | undefined {
    if (node === undefined || node === null) return undefined;
    if (!isScalar(node)) throw this.refusal(node.range?.[0] ?? 0, `${field} is no single value`, EXAMPLE);
    if (node.value === null) return undefined;
    return typeof node.value === 'string' ? node.value.trim() : (node.source ?? String(node.value));
  }

  #lists(node: Node | null | undefined, field: string): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(
      this.#entries(node, field).map(([locale, value]) => {
        const all = isSeq(value)
          ? value.items.map((item) => this.#text(item as Node, field))
          : [this.#text(value, field)];
        return [locale, all.filter((one) => one !== undefined && one !== '') as string[]];
      }),
    );
  }

  #units(node: Node | null | undefined): Readonly<Record<string, string>> {
    const units = this.#entries(node, 'units').map(([locale, value]) => [locale, this.#text(value, 'units') ?? '']);
    return Object.fromEntries(units);
  }

  #entries(node: Node | null | undefined, field: string): readonly (readonly [string, Node])[] {
    if (node === undefined || node === null) return [];
    if (!isMap(node))
      throw this.refusal(node.range?.[0] ?? 0, `${field} names no languages`, `write ${field}: { en: … }`);
    return node.items.map(({ key, value }) => [String((key as Scalar).value), value as Node]);
  }

  refusal(offset: number, is: string, hint: string): UserError {
    const { line, col } = this.#lines.linePos(offset);
    return new UserError(`${this.#source.path}:${line}:${col}: ${is}`, hint);
  }

  twice({ path, start }: Span, is: string): UserError {
    return new UserError(`${path}:${start.line}:${start.column}: ${is}`, 'give one of them another id');
  }

  #span(from: number, to: number): Span {
    const [start, end] = [from, to].map((offset) => this.#lines.linePos(offset));
    const place = (at = { line: 1, col: 1 }) => ({ line: at.line, column: at.col });
    return { path: this.#source.path, start: place(start), end: place(end) };
  }
}

const DATE = /^\d{4}-\d\d(?:-\d\d)?$/;
const NUMBERS =
  'write digits with a point for decimals, such as 50000000000, 50_000_000_000 or 12.5, or a day such as 2022-01-25';

function kindOf(unit: string | undefined): FigureKind {
  if (unit === undefined) return 'number';
  if (unit === 'percent') return 'percent';
  if (/^[A-Z]{3}$/.test(unit)) return 'money';
  return TIMES.test(unit) ? 'duration' : 'quantity';
}
