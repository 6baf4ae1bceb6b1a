import { type Document, isMap, isSeq, parseDocument, YAMLMap, type YAMLSeq } from 'yaml';
import { readTerms } from './glossary.ts';
import type { Concept, Source } from './model.ts';
import { termbaseFormatOf } from './termbases/index.ts';
import type { Entry } from './termbases/termbase.ts';
import type { Host } from './world.ts';

/** What became of somebody's terminology in the glossary. */
export interface Collected {
  /** Concepts that are new, and those that got terms that they had not. */
  readonly added: number;
  readonly extended: number;
  readonly unchanged: number;
}

const PATH = 'content/terms.yaml';

/**
 * Takes a terminology (TBX, CSV) over into `content/terms.yaml`: concepts that are new to it, and terms that its concepts lack.
 * What is there stays, with its comments. Throws UserError 2 where either cannot be read.
 */
export async function collected(host: Host, file: Source): Promise<Collected> {
  const entries = termbaseFormatOf(file.text, file.path).read(file.text, file.path);
  const before = await host.text(PATH);
  const known = new Map((before ? readTerms(before) : []).map((concept) => [concept.id, concept]));
  const document = parseDocument(before?.text ?? '');
  const counts = { added: 0, extended: 0, unchanged: 0 };
  for (const entry of entries) {
    if (entry.terms.length === 0) continue;
    const concept = [...known.values()].find((one) => isSame(one, entry));
    if (!concept) {
      const added = conceptOf(entry, known);
      known.set(added.id, added);
      add(document, added);
      counts.added += 1;
    } else counts[extend(document, concept, entry) ? 'extended' : 'unchanged'] += 1;
  }
  if (counts.added + counts.extended === 0) return counts;
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  // What was written can be read.
  readTerms({ path: PATH, text });
  await host.rewrite(PATH, before?.text, text);
  return counts;
}

/** By its id, or by a term that both have in the same language. */
function isSame({ id, terms }: Concept, entry: Entry): boolean {
  return id === idOf(entry) || entry.terms.some(({ locale, form }) => terms[locale]?.includes(form));
}

function idOf({ id, terms }: Entry): string {
  const name = id ?? terms[0]?.form ?? '';
  const slug = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'concept';
}

function conceptOf(entry: Entry, known: ReadonlyMap<string, Concept>): Concept {
  const base = idOf(entry);
  let id = base;
  for (let n = 2; known.has(id); n += 1) id = `${base}-${n}`;
  const of = (isForbidden: boolean) => {
    const own = Map.groupBy(
      entry.terms.filter((term) => term.isForbidden === isForbidden),
      ({ locale }) => locale,
    );
    return Object.fromEntries([...own].map(([locale, terms]) => [locale, [...new Set(terms.map(({ form }) => form))]]));
  };
  const start = { line: 1, column: 1 };
  return {
    ...{ id, ...(entry.definition !== undefined && { definition: entry.definition }) },
    ...{ terms: of(false), forbidden: of(true), exceptions: [], span: { path: PATH, start, end: start } },
  };
}

/** As the file is: a list, or a mapping of ids. */
function add(document: Document, { id, definition, terms, forbidden }: Concept): void {
  const fields = {
    ...(definition !== undefined && { definition }),
    terms,
    ...(Object.keys(forbidden).length > 0 && { forbidden }),
  };
  const { contents } = document;
  const isList = isSeq(contents);
  const node = document.createNode(isList ? { id, ...fields } : fields) as YAMLMap;
  for (const name of ['terms', 'forbidden']) {
    const forms = node.get(name, true);
    if (isMap(forms)) for (const { value } of forms.items) (value as YAMLSeq).flow = true;
  }
  if (isList) contents.add(node);
  else {
    if (!isMap(contents)) document.contents = new YAMLMap();
    document.set(id, node);
  }
}

/** Says whether there was anything that the concept had not. */
function extend(document: Document, concept: Concept, entry: Entry): boolean {
  const { contents } = document;
  const path: (string | number)[] = isSeq(contents)
    ? [contents.items.findIndex((item) => isMap(item) && item.get('id') === concept.id)]
    : [concept.id];
  const fresh = entry.terms.filter(({ locale, form, isForbidden }) => {
    const own = (isForbidden ? concept.forbidden : concept.terms)[locale] ?? [];
    return !own.includes(form);
  });
  for (const { locale, form, isForbidden } of fresh) {
    const at = [...path, isForbidden ? 'forbidden' : 'terms', locale];
    const there = document.getIn(at);
    if (isSeq(there)) there.add(document.createNode(form));
    else document.setIn(at, document.createNode(there === undefined ? [form] : [there, form], { flow: true }));
  }
  return fresh.length > 0;
}
