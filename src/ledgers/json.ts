import { publicUnit } from '../figures/public.ts';
import type { Figure, LedgerEntry, LedgerFormat, Saying } from '../model.ts';
import { counts } from './state.ts';

/** For programs: one object, version 1; the figures' fields are those of the library. */
export const json: LedgerFormat = {
  id: 'json',
  print(ledger) {
    const { source, locales, entries } = ledger;
    const whole = { version: 1, source, locales, figures: entries.map(entry), summary: counts(ledger) };
    return `${JSON.stringify(whole, null, 2)}\n`;
  },
};

function entry({ slug, figure, says }: LedgerEntry): object {
  const { kind, value, bound, soft } = figure;
  return {
    document: slug,
    kind,
    value,
    unit: publicUnit(figure),
    bound,
    ...(soft && { soft }),
    says: says.map(saying),
  };
}

function saying({ locale, state, figure, pages }: Saying): object {
  return { locale, state, ...(figure && place(figure)), ...(pages && { pages }) };
}

function place({ text, span: { path, start, end } }: Figure): object {
  return {
    text,
    file: path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
