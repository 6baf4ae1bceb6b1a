import { CsvError, parse } from 'csv-parse/sync';
import { UserError } from '../trouble.ts';
import { type Entry, type TermbaseFormat, type TermEntry, tagOf } from './termbase.ts';

/**
 * A table with a head: `id`, `definition`, a column for each language (`en`, `zh`, `ru`), and `ru forbidden` for what is not
 * to be used; parted by commas, semicolons or tabs (RFC 4180). Several terms of a language stand in one cell with `|` between.
 */
export const csv: TermbaseFormat = {
  id: 'csv',
  title: 'CSV',
  is: (text) => /^[^\n<]*[,;\t]/.test(text),
  read(text, path) {
    const rows = rowsOf(text, path);
    const [head = []] = rows;
    const columns = head.map((name) => columnOf(name.trim()));
    if (!columns.some((column) => typeof column === 'object'))
      throw new UserError(
        `${path}:1:1: no column is named by a language; a head such as “id,definition,en,zh,ru,ru forbidden” was expected`,
        'Name the columns by their language tags, in the first line.',
      );
    return rows.slice(1).map((row): Entry => {
      const cell = (name: string) => row[columns.indexOf(name)]?.trim() || undefined;
      return {
        id: cell('id'),
        definition: cell('definition'),
        terms: columns.flatMap((column, n): readonly TermEntry[] =>
          typeof column === 'object'
            ? (row[n] ?? '')
                .split('|')
                .map((form) => ({ ...column, form: form.trim() }))
                .filter(({ form }) => form !== '')
            : [],
        ),
      };
    });
  },
};

function rowsOf(text: string, path: string): readonly (readonly string[])[] {
  // The sign that the head has most is the one between columns.
  const [head = ''] = text.split('\n', 1);
  const delimiter = [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ',';
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines = 1 } = error as CsvError & { readonly lines?: number };
    throw new UserError(
      `${path}:${lines}:1: the table cannot be read: ${error.message}`,
      'Put a cell with a comma, a quotation mark or a line’s end in it between "quotation marks", and double those within.',
    );
  }
}

function columnOf(name: string): string | Pick<TermEntry, 'locale' | 'isForbidden'> {
  const [, tag = '', forbidden] =
    /^([a-z]{2,3}(?:[-_][a-z0-9]{2,8})*)(?:[ _:-]+(forbidden|deprecated|not))?$/i.exec(name) ?? [];
  if (tag === '' || /^(?:id|note)$/i.test(tag)) return name.toLowerCase();
  return { locale: tagOf(tag), isForbidden: forbidden !== undefined };
}
