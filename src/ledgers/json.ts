import { publicUnit } from '../figures/public.ts';
import type { Figure, Ledger, LedgerEntry, Saying } from '../model.ts';
import type { LedgerFormat } from '../world.ts';
import { type Counts, counts, sum } from './state.ts';

/** For programs: one object, version 1; the figures' fields are those of the library. */
export const json: LedgerFormat = {
  id: 'json',
  print(ledger) {
    const { begin, add, end } = inParts(ledger);
    return [begin, add(ledger), end()].join('');
  },
};

/** The same text in parts: how it begins, what each part of the ledger adds, and how it ends when all are there. */
export function inParts({ source, locales }: Pick<Ledger, 'source' | 'locales'>) {
  let summary = counts({ source, locales, entries: [] });
  const head = JSON.stringify({ version: 1, source, locales }, null, 2);
  return {
    begin: `${head.slice(0, -'\n}'.length)},\n  "figures": [`,
    add(part: Ledger): string {
      const before = summary.figures;
      summary = sum(summary, counts(part));
      const texts = part.entries.map((one) => `\n    ${indented(entry(one), 4)}`);
      return texts.map((text, n) => (before + n === 0 ? text : `,${text}`)).join('');
    },
    end: () => endOf(summary),
  };
}

/** How it ends after so many figures. */
export function endOf(summary: Counts): string {
  return `${summary.figures === 0 ? '' : '\n  '}],\n  "summary": ${indented(summary, 2)}\n}\n`;
}

/** As it stands within an object, so many spaces from the margin. */
function indented(value: object, spaces: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(spaces)}`);
}

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
