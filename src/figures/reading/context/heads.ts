import type { FigureKind, FigureValue, ReadFigure, TextBlock } from '../../../model.ts';
import { fold } from '../../fold.ts';
import { type Exact, exact, format, multiply, ONE, parseExact, scaleBy } from '../../value.ts';
import { scan } from '../tokens/scan.ts';
import type { Token } from '../tokens/token.ts';
import { DURATIONS } from '../words/lexeme.ts';
import { lexicon } from '../words/lexicon.ts';
import { SHARES } from './tail.ts';

/** What a head says of the numbers below or beside it: "million US$", тыс. т, 亿元, %. */
interface Measure {
  /** Makes a number as written one in base units. */
  readonly factor: Exact;
  readonly scaled: boolean;
  readonly kind?: FigureKind;
  readonly unit?: string | null;
  /** Where it stands in the head, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

type Figures = readonly ReadFigure[];

/** A cell's text with the figures read in it. */
interface Cell {
  readonly index: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * The figures of blocks, those in the cells of tables with what their heads say of scale, currency, unit or percent:
 * 320 below "Revenue, million US$" is 320,000,000 USD. A column's head counts first, then a row's, then the corner;
 * years, ordinals and what has a unit of its own stay as read. `figures` are those of each block's text, in order.
 */
export function withHeads(
  blocks: readonly TextBlock[],
  figures: readonly Figures[],
  locale: string,
): readonly Figures[] {
  const result = [...figures];
  for (const cells of tablesOf(blocks)) {
    const heads = new Map(cells.filter(isHead).map((cell) => [keyOf(cell), measureOf(cell.text, locale)]));
    const body = cells.filter((cell) => cell.row > 0 && cell.column > 0);
    for (const column of Map.groupBy(body, (cell) => cell.column).values()) {
      if (column.flatMap(({ index }) => figures[index] ?? []).every(isNoNumber)) continue;
      for (const { index, row, column: at, text } of column) {
        const measure = joined([`0:${at}`, `${row}:0`, '0:0'].map((key) => heads.get(key)));
        if (measure) result[index] = measured(text, figures[index] ?? [], measure, locale);
      }
    }
    for (const cell of cells.filter(isHead)) {
      result[cell.index] = besides(figures[cell.index] ?? [], heads.get(keyOf(cell)));
    }
  }
  return result;
}

/** A column of nothing but years, ordinals and dates stays so. */
function isNoNumber(figure: ReadFigure): boolean {
  return isYearLike(figure) || (figure.kind !== 'number' && figure.kind !== 'money');
}

/** "100 million yuan" in a head is no figure of its own. */
function besides(figures: Figures, measure: Measure | undefined): Figures {
  return measure ? figures.filter(({ start, end }) => start >= measure.end || end <= measure.start) : figures;
}

function tablesOf(blocks: readonly TextBlock[]): Iterable<readonly Cell[]> {
  const cells = blocks.flatMap(({ cell, text, within }, index) =>
    cell ? [{ ...cell, index, text, table: within.join('/') }] : [],
  );
  return Map.groupBy(cells, ({ table }) => table).values();
}

function isHead({ row, column }: Cell): boolean {
  return row === 0 || column === 0;
}

function keyOf({ row, column }: Cell): string {
  return `${row}:${column}`;
}

/** The nearest head decides; one that says only the scale leaves the unit to the next, and the other way round. */
function joined(heads: readonly (Measure | undefined)[]): Measure | undefined {
  const [first, ...more] = heads.filter((head) => head !== undefined);
  if (!first) return undefined;
  const second = joined(more);
  if (!second || (first.kind && second.kind) || (first.scaled && second.scaled)) return first;
  return { ...second, ...first, factor: multiply(first.factor, second.factor), scaled: true };
}

/** Signs that set a measure off: "Revenue, million US$", 收入（亿元）. */
const PARTS = /[^(),;:[\]|]+/g;

/** What a head says of its numbers, if it says anything. */
function measureOf(text: string, locale: string): Measure | undefined {
  const folded = fold(text);
  const tokens = scan(folded, text, lexicon(locale));
  const parts = [...folded.matchAll(PARTS)].map(({ index, 0: part }) => ({ start: index, end: index + part.length }));
  const found = parts.map(({ start, end }, i) => {
    const inside = tokens.filter((token) => token.start >= start && token.end <= end);
    return i === 0
      ? (wholeMeasure(folded, inside, start, end) ?? endMeasure(folded, inside, end))
      : partMeasure(folded, inside, start, end);
  });
  return joined(found.toReversed());
}

/** "million US$" is all of the head; "Hours" alone may name what is counted. */
function wholeMeasure(folded: string, tokens: readonly Token[], start: number, end: number): Measure | undefined {
  const measure = tokens.some(({ digits }) => digits) ? undefined : measureFrom(folded, tokens, start, end);
  return measure && !(measure.kind === 'duration' && !measure.scaled) ? measure : undefined;
}

/** "Revenue in US$ million", "Share %": behind the noun without a sign between. */
function endMeasure(folded: string, tokens: readonly Token[], end: number): Measure | undefined {
  for (const [i, token] of tokens.entries()) {
    if (isCounted(tokens[i - 1]) || token.digits || !isMeasuring(token)) continue;
    const measure = measureFrom(folded, tokens.slice(i), token.start, end);
    if (measure && (measure.scaled || measure.kind === 'percent' || /\p{Sc}/u.test(folded.slice(token.start, end))))
      return measure;
  }
  return undefined;
}

/** "Over 1 million" is an amount and says nothing of the numbers beside it. */
function isCounted(before: Token | undefined): boolean {
  return (
    before !== undefined &&
    (before.digits !== undefined || before.lex.number !== undefined || before.lex.amount !== undefined)
  );
}

/** Set off, it may go on: "% of GDP", "thousand people". */
function partMeasure(folded: string, tokens: readonly Token[], start: number, end: number): Measure | undefined {
  const whole = measureFrom(folded, tokens, start, end);
  if (whole) return whole;
  const [first] = tokens.filter((token) => !isFiller(token));
  if (!first || (!first.lex.share && first.lex.scale === undefined)) return undefined;
  const behind = folded.slice(first.end, end);
  if (!isFree(folded.slice(start, tokens[0]?.start)) || (!first.lex.share && behind.split(/\p{L}+/u).length > 3))
    return undefined;
  return measureFrom(folded, [first], first.start, first.end);
}

/** All of a stretch as scale words and one unit, in any order; undefined where it says something else too. */
function measureFrom(folded: string, tokens: readonly Token[], start: number, end: number): Measure | undefined {
  let power = 0;
  let scaled = false;
  let measuring: Token | undefined;
  let at = start;
  const words = tokens.filter((token) => token.lex.scale !== undefined || isUnit(token)).length;
  for (const token of tokens) {
    if (!isFree(folded.slice(at, token.start))) return undefined;
    at = token.end;
    const step = powerOf(token);
    // "(m)" is metres, "US$ m" millions.
    if (step !== undefined && !(isUnit(token) && words === 1)) {
      power += step;
      scaled = true;
    } else if (isUnit(token)) {
      if (measuring) return undefined;
      measuring = token;
    } else if (!isFiller(token)) return undefined;
  }
  if (!isFree(folded.slice(at, end)) || (words === 0 && !tokens.some(isThousands))) return undefined;
  return { ...unitOf(measuring), factor: scaleBy(factorOf(measuring), power), scaled, start, end };
}

/** No letters: nothing that could be a noun. */
function isFree(text: string | undefined): boolean {
  return !/[\p{L}\d=]/u.test(text ?? '');
}

function isMeasuring(token: Token): boolean {
  return powerOf(token) !== undefined || isUnit(token);
}

function isUnit({ lex }: Token): boolean {
  return (lex.share ?? lex.currency ?? lex.subunit ?? lex.unit) !== undefined;
}

/** "of", "in", 人: says nothing of the measure. */
function isFiller({ lex, digits }: Token): boolean {
  return (
    digits === undefined &&
    Boolean(lex.filler || lex.of || lex.partitive || lex.article || lex.classifier || lex.from || lex.timesNeeds)
  );
}

/** '000 */
function isThousands({ plain }: Token): boolean {
  return plain === '000';
}

/** The power of ten of a scale word, or of 1000 or '000 beside one. */
function powerOf(token: Token): number | undefined {
  if (isThousands(token)) return 3;
  const { lex, digits } = token;
  const number = digits?.d === 1n ? String(digits.n) : '';
  return /^10+$/.test(number) ? number.length - 1 : lex.scale;
}

function unitOf(token: Token | undefined): Pick<Measure, 'kind' | 'unit'> {
  const lex = token?.lex;
  if (lex?.share) return { kind: SHARES[lex.share].kind, unit: null };
  const currency = lex?.currency ?? lex?.subunit;
  if (currency) return { kind: 'money', unit: currency };
  return lex?.unit ? { kind: DURATIONS.has(lex.unit) ? 'duration' : 'quantity', unit: lex.unit } : {};
}

function factorOf(token: Token | undefined): Exact {
  const lex = token?.lex;
  if (lex?.share) return SHARES[lex.share].factor;
  return lex?.factor ?? (lex?.subunit ? exact(1, 100) : ONE);
}

/** The figures of a cell that is nothing but numbers, in the measure of its heads. */
function measured(text: string, figures: Figures, measure: Measure, locale: string): Figures {
  if (figures.length === 0 || hasWords(text, figures)) return figures;
  return figures.map((figure) => {
    if (!takes(figure, measure, locale)) return figure;
    const kind = measure.kind ?? (figure.kind === 'money' ? 'money' : 'number');
    return {
      ...figure,
      kind,
      unit: measure.unit ?? figure.unit,
      value: times(figure.value, measure.factor),
      soft: false,
    };
  });
}

function hasWords(text: string, figures: Figures): boolean {
  const rest = figures.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return /\p{L}/u.test(rest);
}

/** A bare number does; money without a scale of its own takes the head's: $320 below "millions". */
function takes(figure: ReadFigure, measure: Measure, locale: string): boolean {
  if (figure.kind === 'number' || isYearLike(figure)) return figure.unit === null && /\p{Nd}/u.test(figure.text);
  if (figure.kind !== 'money' || !measure.scaled || (measure.unit ?? figure.unit) !== figure.unit) return false;
  return scan(fold(figure.text), figure.text, lexicon(locale)).every(({ lex }) => lex.scale === undefined);
}

/** Four digits that may be a year where nothing else says so. */
function isYearLike({ kind, value, text }: ReadFigure): boolean {
  return (
    (kind === 'date' || kind === 'number') &&
    typeof value === 'string' &&
    /^(1[5-9]|20)\d\d$/.test(value) &&
    /^\p{Nd}{4}$/u.test(text)
  );
}

function times(value: FigureValue, factor: Exact): FigureValue {
  if (typeof value !== 'string')
    return {
      from: format(multiply(parseExact(value.from), factor)),
      to: format(multiply(parseExact(value.to), factor)),
    };
  return format(multiply(parseExact(value), factor));
}
