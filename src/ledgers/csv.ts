import { publicUnit } from '../figures/public.ts';
import type { Figure, Ledger, LedgerEntry } from '../model.ts';
import type { LedgerFormat } from '../world.ts';
import { worst } from './state.ts';

/**
 * For spreadsheets: RFC 4180, a row a figure, three columns an edition. It begins with a byte order mark, without which
 * spreadsheets take UTF-8 for something else.
 */
export const csv: LedgerFormat = {
  id: 'csv',
  print(ledger) {
    const rows = [head(ledger), ...ledger.entries.map((entry) => row(entry, ledger))];
    return `\ufeff${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
  },
};

function head({ locales }: Ledger): readonly string[] {
  const editions = locales.flatMap((locale) => [locale, `${locale} place`, `${locale} state`]);
  return ['document', 'kind', 'value', 'unit', 'bound', 'state', ...editions];
}

function row(entry: LedgerEntry, { locales }: Ledger): readonly string[] {
  const { kind, value, bound } = entry.figure;
  const unit = publicUnit(entry.figure);
  const said = typeof value === 'string' ? value : `${value.from}..${value.to}`;
  const editions = locales.flatMap((locale) => {
    const saying = entry.says.find((candidate) => candidate.locale === locale);
    return [saying?.figure?.text ?? '', saying?.figure ? place(saying.figure) : '', saying?.state ?? ''];
  });
  return [entry.slug, kind, said, unit ?? '', bound, worst(entry), ...editions];
}

function place({ span: { path, start } }: Figure): string {
  return `${path}:${start.line}:${start.column}`;
}

/** A cell that a spreadsheet would compute begins with an apostrophe; a number may begin with a minus. */
function quoted(cell: string): string {
  const plain = /^[=+@\t\r]|^-(?!\d)/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
