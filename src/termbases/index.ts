import { UserError } from '../trouble.ts';
import { csv } from './csv.ts';
import { tbx } from './tbx.ts';
import type { TermbaseFormat } from './termbase.ts';

/** Every form of terminology that is understood. */
const termbaseFormats: readonly TermbaseFormat[] = [tbx, csv];

/** The form that a text is of; throws UserError 2 if it is of none. */
export function termbaseFormatOf(text: string, path: string): TermbaseFormat {
  const format = termbaseFormats.find((candidate) => candidate.is(text));
  if (format) return format;
  throw new UserError(
    `${path}:1:1: the file is neither TBX nor a table (CSV) with a head; one of these was expected`,
    'Export the terminology as TBX, or as CSV with columns such as id, definition, en, zh.',
  );
}
