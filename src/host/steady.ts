import type { Printed } from '../world.ts';

/**
 * A PDF of Chromium's with the same bytes every time. Chromium writes the time of day, and names table heads by
 * a number that counts on through the life of a process; both stand in plain objects and are overwritten in
 * place, at the same length, so that the table of offsets stays true.
 * The date is SOURCE_DATE_EPOCH where that is set, as its specification demands, else `date` (ISO 8601), else none.
 */
export function steady(raw: Uint8Array, date?: string): Omit<Printed, 'links' | 'heads'> {
  const bytes = Buffer.from(raw);
  const text = bytes.toString('latin1');
  const put = (at: number, what: string) => bytes.write(what, at, 'latin1');
  for (const { 0: entry, 1: key = '', index } of text.matchAll(dates)) put(index, dateEntry(entry, key, date));
  const names = newNames(text);
  const rename = (stretch: string) => stretch.replace(name, (old) => names.get(old) ?? old);
  for (const { 0: stretch, index } of text.matchAll(uses)) put(index, rename(stretch));
  for (const { 0: tree, index } of text.matchAll(trees)) put(index, sorted(rename(tree)));
  // A page, and not the /Pages above it.
  return { bytes, pages: text.match(/\/Type \/Page\b/g)?.length ?? 0 };
}

/** `/CreationDate (D:20220315120000+00'00')`; parentheses of a title are escaped, so no title looks like this. */
const dates = /\/(CreationDate|ModDate) \(D:[^)]*\)/g;
/** The name of a structure element. */
const name = /\(node\d+\)/g;
/** Where an element has its name, and where a table's cell lists its heads. */
const uses = /\/ID \(node\d+\)|\/Headers \[[^\]]*\]/g;
/** The name tree (ISO 32000-1, 7.9.6), sorted by name: Chromium writes it as one leaf. */
const trees = /\/Limits \[\(node\d+\) \(node\d+\)\]\s+\/Names \[(?:\(node\d+\) \d+ \d+ R ?)*\]/g;

function dateEntry(old: string, key: string, date: string | undefined): string {
  const stamp = pdfDate(date);
  const entry = stamp === undefined ? '' : `/${key} (D:${stamp}+00'00')`;
  return entry.length <= old.length ? entry.padEnd(old.length) : ' '.repeat(old.length);
}

/** The time that a document of this date bears, ISO 8601; undefined if none. */
export function timeOf(date?: string): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(pdfDate(date) ?? '');
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/** The second of SOURCE_DATE_EPOCH, or noon of a calendar date, which is that date in nearly every reader's time zone. */
function pdfDate(date: string | undefined): string | undefined {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? '';
  if (/^\d{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString().replace(/\D/g, '').slice(0, 14);
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(date ?? '');
  return day ? `${day[1]}${day[2]}${day[3]}120000` : undefined;
}

/** Old name → new, numbered from 1 in the order in which the elements stand in the file. */
function newNames(text: string): ReadonlyMap<string, string> {
  const old = new Set(text.match(/(?<=\/ID )\(node\d+\)/g));
  return new Map([...old].map((was, i) => [was, `(node${String(i + 1).padStart(was.length - '(node)'.length, '0')})`]));
}

/** The same pairs in the order of their new names, and the first and last of these as limits. */
function sorted(tree: string): string {
  const pairs = (tree.match(/\(node\d+\) \d+ \d+ R/g) ?? []).sort();
  const limits = [pairs[0], pairs.at(-1)].map((pair) => pair?.match(name)?.[0] ?? '');
  let next = 0;
  return tree
    .replace(/(?<=\/Limits \[).*?(?=\])/, limits.join(' '))
    .replace(/(?<=\/Names \[)[^\]]*/, (pairsWere) =>
      pairsWere.replace(/\(node\d+\) \d+ \d+ R/g, () => pairs[next++] ?? ''),
    );
}
