import type { Bound, FigureKind, KeyFigure, Source } from './model.ts';
import { type Thing, YamlFile } from './text/yamlfile.ts';

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
  const file = new YamlFile(source, EXAMPLE);
  return [...file.things('figure', FIELDS)].map((thing) => figureOf(thing, file));
}

const EXAMPLE = 'write figures such as: - { id: trade-2021, value: 50000000000, unit: USD, bound: over }';

function figureOf({ id, fields, start, span }: Thing, file: YamlFile): KeyFigure {
  const text = (field: string) => file.text(fields.get(field), field);
  const [value, unit, bound, date] = [text('value'), text('unit'), text('bound') ?? 'exact', text('date')];
  const at = (field: string) => fields.get(field)?.range?.[0] ?? start;
  if (value === undefined) throw file.refusal(start, `the figure ${id} has no value`, EXAMPLE);
  const plain = /^-?[\d_]+(?:\.\d+)?$/.test(value) ? value.replaceAll('_', '') : value;
  if (!/^-?\d+(?:\.\d+)?$/.test(plain) && !DATE.test(plain))
    throw file.refusal(at('value'), `the value ${value} is neither a number nor a date`, NUMBERS);
  if (!BOUNDS.some((known) => known === bound))
    throw file.refusal(at('bound'), `the bound ${bound} is not known`, `write one of ${BOUNDS.join(', ')}`);
  if (date !== undefined && !/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date))
    throw file.refusal(at('date'), `the date ${date} is none`, 'write 2021, 2021-03 or 2021-03-15');
  const isDate = unit === undefined && DATE.test(plain) && plain.includes('-');
  const [note, from] = [text('note'), text('source')];
  const units = file.entries(fields.get('units'), 'units').map(([tag, node]) => [tag, file.text(node, 'units') ?? '']);
  return {
    ...{ id, kind: isDate ? 'date' : kindOf(unit), value: plain, bound: bound as Bound },
    unit: unit === undefined || unit === 'percent' ? null : unit,
    ...{ terms: file.lists(fields.get('terms'), 'terms'), units: Object.fromEntries(units) },
    ...{ ...(date !== undefined && { date }), ...(note !== undefined && { note }) },
    ...(from !== undefined && { source: from }),
    span,
  };
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
