import { below, type Element, elements, readXml } from '../text/xml.ts';
import { type Entry, type TermbaseFormat, type TermEntry, tagOf } from './termbase.ts';

/** TBX (ISO 30042): version 3 in both its styles, and version 2, whose elements have other names (`martif`, `termEntry` …). */
export const tbx: TermbaseFormat = {
  id: 'tbx',
  title: 'TBX',
  is: (text) => /<(?:tbx|martif)\b/.test(text.slice(0, HEAD)),
  read: (text, path) => {
    const root = readXml(text, path);
    return [...below(root, 'conceptEntry'), ...below(root, 'termEntry')].map(entryOf);
  },
};

/** Where a file says what it is, in characters. */
const HEAD = 4096;

function entryOf(entry: Element): Entry {
  const languages = [...elements(entry, 'langSec'), ...elements(entry, 'langSet')];
  return {
    id: entry.attributes.id,
    definition: definitionOf(entry) ?? languages.map(definitionOf).find((text) => text !== undefined),
    terms: languages.flatMap((language): readonly TermEntry[] => {
      const locale = tagOf(language.attributes['xml:lang'] ?? '');
      const sections = ['termSec', 'tig', 'ntig'].flatMap((name) => elements(language, name));
      return sections.flatMap((section) => {
        const [term] = below(section, 'term');
        const form = term ? textOf(term) : '';
        return form === '' ? [] : [{ locale, form, isForbidden: isForbidden(section) }];
      });
    }),
  };
}

/** TBX-Basic, administrative status. */
function isForbidden(section: Element): boolean {
  const notes = [...below(section, 'termNote'), ...below(section, 'administrativeStatus')];
  return notes.some((note) => /^(?:deprecatedTerm|supersededTerm|deprecated|obsolete|forbidden)/i.test(textOf(note)));
}

function definitionOf(element: Element): string | undefined {
  const own = [
    ...elements(element, 'descrip'),
    ...elements(element, 'descripGrp').flatMap((group) => elements(group, 'descrip')),
  ];
  const typed = own.find(({ attributes }) => attributes.type === 'definition') ?? elements(element, 'definition')[0];
  const text = typed && textOf(typed);
  return text === '' ? undefined : text;
}

function textOf({ children }: Element): string {
  return children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
