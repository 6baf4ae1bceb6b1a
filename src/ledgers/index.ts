import { UserError } from '../trouble.ts';
import type { LedgerFormat } from '../world.ts';
import { csv } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';

/** Every form of ledger; the first is the default. */
const ledgers: readonly LedgerFormat[] = [pretty, json, csv, html];

/** The form of that name; throws UserError 2 if there is none. */
export function ledgerFormat(id: string): LedgerFormat {
  const format = ledgers.find((candidate) => candidate.id === id);
  if (format) return format;
  throw new UserError(
    `there is no ledger of the form “${id}”; expected one of ${ledgers.map((candidate) => candidate.id).join(', ')}`,
    `Choose one: --format ${ledgers[0]?.id}`,
  );
}
