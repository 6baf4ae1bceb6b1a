import type { ReadFigure } from '../../../model.ts';
import { format } from '../../value.ts';
import { close, gap, previous, type Reader } from '../tokens/reader.ts';
import { DURATIONS } from '../words/lexeme.ts';
import type { Told } from './leaning.ts';
import { BREAK } from './near.ts';
import { namedBehind } from './unnamed.ts';

/** How far a rate may stand from its figure, in UTF-16 units. */
const REACH = 40;

/** What may be said at a rate; a time or a rank is none. */
const RATED: ReadonlySet<string> = new Set(['number', 'money', 'percent', 'quantity', 'duration', 'multiple']);

/**
 * What each figure is per (450 parcels an hour, 每小时分拣450个), and what an ordinal counts (the sixth quarter). Where
 * modifiers lead, a rate stands before its figure, elsewhere behind it, as long as its clause has one there.
 */
export function withRates(
  reader: Reader,
  told: readonly Told[],
  figures: readonly ReadFigure[],
): readonly ReadFigure[] {
  // Most texts have no figure.
  if (told.length === 0) return figures;
  const rates = ratesOf(reader, told);
  return figures.map((read, n) => {
    const named = namedBehind(reader, told, n);
    const measured = shared(reader, previous(told, n), told[n]) ?? sideOf(reader, told[n], told[n + 1]);
    const kind = measured?.kind ?? named?.kind ?? read.kind;
    const unit = measured?.unit ?? read.unit;
    const isBare = !measured && read.kind === 'number' && read.unit === null;
    const spanning = isBare ? (spannedBy(reader, told[n]) ?? shareOf(reader, previous(told, n), told[n])) : undefined;
    const per = rates?.get(n);
    const counts =
      kind === 'ordinal'
        ? (countedBy(reader, told[n]) ?? leadingUnit(reader, told, n) ?? listedBy(reader, told[n], told[n + 1]))
        : named?.counts;
    if (!named && !measured && !spanning && !per && !counts) return read;
    const soft = read.soft || (per !== undefined && isAlways(read.value, unit, per));
    return { ...read, kind, unit, soft, unnamed: named?.unnamed, spanning, per, counts };
  });
}

/** "in the 12th and 31st minutes": what two ordinals count stands behind the last. */
function listedBy(reader: Reader, first: Told | undefined, last: Told | undefined): string | undefined {
  if (!first || last?.figure.kind !== 'ordinal' || last.read.from !== first.read.to + 1) return undefined;
  const { and, conjunction } = reader.tokens[first.read.to]?.lex ?? {};
  return (and ?? conjunction) ? countedBy(reader, last) : undefined;
}

/** "seven days a week", "24 hours a day": always, which others say without a number. */
function isAlways(value: ReadFigure['value'], unit: string | null, per: readonly string[]): boolean {
  const wholes = WHOLE[unit ?? ''];
  return wholes !== undefined && per.some((whole) => wholes[whole] === value);
}

/** Unit → of what it is a part → how many make that. */
const WHOLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hour: { day: '24' },
  day: { week: '7', year: '365' },
  week: { year: '52' },
  month: { year: '12' },
};

/** "cut from 54 days to 19": the unit is said once. What rises is read as a range. */
function shared(
  reader: Reader,
  before: Told | undefined,
  last: Told | undefined,
): Pick<ReadFigure, 'kind' | 'unit'> | undefined {
  if (!before || last?.figure.kind !== 'number' || last.figure.unit !== null || last.figure.soft) return undefined;
  const { figure, read } = before;
  const isMeasured = typeof figure.value === 'string' && (figure.kind === 'duration' || figure.kind === 'quantity');
  if (!isMeasured || reader.tokens[read.to - 1]?.lex.factor || !isFromTo(reader, before, last)) return undefined;
  return { kind: figure.kind, unit: figure.unit };
}

/** "from 22 per cent to nine": a share too, and no points. */
function shareOf(reader: Reader, before: Told | undefined, last: Told | undefined): 'percent' | undefined {
  if (before?.figure.kind !== 'percent' || !last || last.figure.soft || !isFromTo(reader, before, last))
    return undefined;
  // "from 22 per cent to nine points": what stands behind it may be a unit that is not read.
  return /^(?:$|[.,;:!?。，；：！？])/.test(reader.folded.charAt(last.figure.end)) ? 'percent' : undefined;
}

/** Do they stand side by side, with "from" before the first and "to" between them? */
function isFromTo(reader: Reader, { read }: Told, last: Told): boolean {
  if (last.read.from !== read.to + 1) return false;
  const [from, to] = [previous(reader.tokens, read.from)?.lex, reader.tokens[read.to]?.lex];
  const isOpened = from?.from && close(reader, read.from) && (to?.to || to?.fromTo);
  return isOpened === true && close(reader, read.to) && close(reader, last.read.from);
}

/** "24 by 18 inches", 61 на 46 см: the sides of what is measured have one unit. */
function sideOf(
  { tokens, folded, lexicon }: Reader,
  first: Told | undefined,
  last: Told | undefined,
): Pick<ReadFigure, 'kind' | 'unit'> | undefined {
  if (last?.figure.kind !== 'quantity' || first?.figure.kind !== 'number' || first.figure.unit !== null)
    return undefined;
  const isScaled = tokens[last.read.to - 1]?.lex.factor !== undefined;
  if (isScaled || !lexicon.across.has(folded.slice(first.figure.end, last.figure.start).trim())) return undefined;
  return { kind: 'quantity', unit: last.figure.unit };
}

/** "two exhausting days", шесть долгих недель: a unit of time behind one word that is none. */
function spannedBy({ tokens, folded }: Reader, told: Told | undefined): string | undefined {
  const to = told?.read.to ?? 0;
  const unit = tokens[to]?.lex.unit;
  if (!told || told.figure.soft || !unit || !DURATIONS.has(unit) || tokens[to]?.lex.factor) return undefined;
  return /^ \p{L}+ $/u.test(folded.slice(told.figure.end, tokens[to]?.start)) ? unit : undefined;
}

/** Index of a figure → what it is per; most texts have no rate. */
function ratesOf(reader: Reader, told: readonly Told[]): ReadonlyMap<number, readonly string[]> | undefined {
  let found: Map<number, readonly string[]> | undefined;
  let next = 0;
  for (let at = 0; at < reader.tokens.length; at += 1) {
    const rate = rateAt(reader, at);
    if (!rate) continue;
    while (next < told.length && (told[next]?.read.from ?? 0) < rate.to) next += 1;
    const taker = takerOf(reader, told, next, { at, to: rate.to });
    if (taker === undefined) continue;
    found ??= new Map();
    found.set(taker, [...new Set([...(found.get(taker) ?? []), rate.per])]);
  }
  return found;
}

/** The figure that a rate is of, which stands from token to token; `next` is the first one behind it. */
function takerOf(
  reader: Reader,
  told: readonly Told[],
  next: number,
  { at, to }: { readonly at: number; readonly to: number },
): number | undefined {
  let last = next - 1;
  while ((told[last]?.read.to ?? 0) > at) last -= 1;
  const order = reader.lexicon.ratesLead ? [next, last] : [last, next];
  const taker = order.find((n) => takes(reader, told[n], at, to));
  return taker === undefined ? undefined : pastShare(reader, told, taker, at);
}

/** 欧元兑美元下跌0.2%，报1.0850, 日元兑美元首次跌破160: by how much it changed, or 首次, is no rate, but what stands behind. */
function pastShare({ tokens, folded }: Reader, told: readonly Told[], n: number, at: number): number {
  const [share, rate] = [told[n]?.figure, told[n + 1]?.figure];
  if (!/^[A-Z]{3}$/.test(tokens[at]?.lex.rate ?? '') || !rate || !(share?.kind === 'percent' || share?.soft)) return n;
  const isBehind = rate.start - share.end <= BESIDE && !/[。；;!?]/.test(folded.slice(share.end, rate.start));
  return isBehind && (rate.kind === 'number' || rate.kind === 'money') ? n + 1 : n;
}

/** How far the rate may stand behind its change, in UTF-16 units. */
const BESIDE = 16;

/** A rate in one word (日均), or a word for it and its unit (per hour, 每小时). */
function rateAt(reader: Reader, at: number): { per: string; to: number } | undefined {
  const lex = reader.tokens[at]?.lex;
  if (!lex?.rate && !lex?.per) return undefined;
  // 24 saatte: what is counted is no rate.
  const counting = close(reader, at) ? previous(reader.tokens, at) : undefined;
  const isCounted = (counting?.digits ?? counting?.lex.number) !== undefined;
  // altı saatte 95 kilogram
  if (lex.rate) return isCounted && (lex.unit || reader.lexicon.ratesLead) ? undefined : { per: lex.rate, to: at + 1 };
  const base = lex.per && gap(reader, at + 1) !== 'more' ? reader.tokens[at + 1]?.lex : undefined;
  // "a year ago" is no rate.
  if (!base?.unit || reader.tokens[at + 2]?.lex.ago) return undefined;
  return { per: unitOf(base.unit, base.factor), to: at + 2 };
}

function unitOf(unit: string, factor: Parameters<typeof format>[0] | undefined): string {
  return factor ? `${unit}*${format(factor)}` : unit;
}

/** Does the figure stand in the clause of the rate, from token to token? */
function takes({ tokens, folded }: Reader, told: Told | undefined, from: number, to: number): boolean {
  if (!told || !RATED.has(told.figure.kind)) return false;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const { figure } = told;
  const between = figure.end <= start ? folded.slice(figure.end, start) : folded.slice(end, figure.start);
  return between.length <= REACH && !BREAK.test(between);
}

/** The sixth quarter, the sixth consecutive quarter, 第六个季度: the unit of time right behind an ordinal, or within it. */
function countedBy(reader: Reader, told: Told | undefined): string | undefined {
  if (!told) return undefined;
  const { to } = told.read;
  const { tokens, folded } = reader;
  const within = tokens[to - 1]?.lex;
  const behind = /^(?: \p{L}+)?[ -]$/u.test(folded.slice(tokens[to - 1]?.end, tokens[to]?.start))
    ? tokens[to]?.lex
    : undefined;
  for (const lex of [within, behind]) {
    // segundo
    if (lex?.ordinal) continue;
    if (lex?.quarter) return 'quarter';
    if (lex?.unit && DURATIONS.has(lex.unit)) return unitOf(lex.unit, lex.factor);
  }
  return undefined;
}

/** As much before an ordinal is looked at as a unit of time and its article are long, in UTF-16 units. */
const LEADING = 24;

/** الدقيقة التاسعة, בדקה התשיעית: where ordinals stand behind what they count, the unit of time right before one. */
function leadingUnit({ folded, lexicon }: Reader, told: readonly Told[], n: number): string | undefined {
  const { start = 0 } = told[n]?.figure ?? {};
  if (!lexicon.ordinalsFollow || start === 0) return undefined;
  const from = Math.max(0, start - LEADING, told[n - 1]?.figure.end ?? 0);
  // An article is no part of the ordinal in some languages: ה|תשיעית.
  const [, word = ''] = /(?<!\p{L})(\p{L}+) \p{L}{0,2}-?$/u.exec(folded.slice(from, start)) ?? [];
  const led = lexicon.proclitics.filter((particle) => word.startsWith(particle));
  for (const form of [word, ...led.map((particle) => word.slice(particle.length))]) {
    const lex = lexicon.words.find(form)?.lexeme;
    if (lex?.unit && DURATIONS.has(lex.unit)) return unitOf(lex.unit, lex.factor);
  }
  return undefined;
}
