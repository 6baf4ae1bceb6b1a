import { isSeq, type Node } from 'yaml';
import type { Concept, Source } from './model.ts';
import { YamlFile } from './text/yamlfile.ts';

/** Fields of a concept, and of an exception. */
const FIELDS = ['id', 'definition', 'terms', 'forbidden', 'except'];
const EXCEPTION = ['locale', 'documents', 'reason'];

/**
 * The concepts of `content/terms.yaml`, a list, or a mapping of ids. Throws UserError 2 with the place of what is wrong.
 */
export function readTerms(source: Source): readonly Concept[] {
  const file = new YamlFile(source, EXAMPLE);
  return [...file.things('concept', FIELDS)].map(({ id, fields, start, span }) => {
    const terms = file.lists(fields.get('terms'), 'terms');
    if (Object.values(terms).every((forms) => forms.length === 0))
      throw file.refusal(start, `the concept ${id} has no terms`, EXAMPLE);
    const definition = file.text(fields.get('definition'), 'definition');
    return {
      ...{ id, ...(definition !== undefined && { definition }) },
      ...{ terms, forbidden: file.lists(fields.get('forbidden'), 'forbidden') },
      exceptions: exceptionsOf(fields.get('except'), file),
      span,
    };
  });
}

const EXAMPLE =
  'write concepts such as: belt-and-road: { terms: { en: [Belt and Road Initiative], zh: [“一带一路”倡议] } }';

function exceptionsOf(node: Node | null | undefined, file: YamlFile): Concept['exceptions'] {
  if (node === undefined || node === null) return [];
  return (isSeq(node) ? (node.items as Node[]) : [node]).map((item) => {
    const entries = new Map(file.entries(item, 'except'));
    const stranger = [...entries.keys()].find((name) => !EXCEPTION.includes(name));
    const at = item.range?.[0] ?? 0;
    if (stranger !== undefined)
      throw file.refusal(at, `an exception has no field ${stranger}`, `write ${EXCEPTION.join(', ')}`);
    const [locale, documents, reason] = EXCEPTION.map((name) => file.text(entries.get(name), name));
    if (reason === undefined || reason === '')
      throw file.refusal(
        at,
        'this exception has no reason',
        'say why: { locale: ru, documents: news/a, reason: a quotation }',
      );
    return { ...(locale !== undefined && { locale }), ...(documents !== undefined && { documents }), reason };
  });
}
