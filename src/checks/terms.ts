import { matchesGlob } from 'node:path/posix';
import { passagesOf } from '../figures/comparing/passages.ts';
import type { Block, Concept, Document, Draft } from '../model.ts';
import { formsIn, termsIn } from '../text/concepts.ts';
import { locate } from '../text/markdown.ts';
import { phrase, told } from '../text/phrase.ts';
import { termIndex } from '../text/termindex.ts';
import type { Check } from '../world.ts';

const glossary =
  'belt: { terms: { en: [Silk Road Economic Belt, SREB], ru: [Экономический пояс Шёлкового пути, ЭПШП], zh: [丝绸之路经济带] }, forbidden: { ru: [Шёлковый пояс], zh: [丝路经济带] } }\nroad: { terms: { en: [Silk Road], ru: [Шёлковый путь], zh: [丝绸之路] } }\n';

/** What the source calls by a term of the glossary, the translation calls by one of its own. */
export const terms: Check = {
  id: 'terms',
  promise:
    'Where the source uses a concept of content/terms.yaml, the translation uses an accepted term for it, in any inflection, and nobody uses a forbidden one.',
  examples: [
    {
      title: 'in another case, by its initials, and called something else',
      files: {
        'content/terms.yaml': glossary,
        'content/en/a.md':
          '---\ntitle: Trade\n---\nThe Silk Road Economic Belt grows.\n\nThe SREB is long.\n\nThe Silk Road Economic Belt pays.\n',
        'content/ru/a.md':
          '---\ntitle: Торговля\n---\nРазвитие Экономического пояса Шелкового пути идёт.\n\nДлина ЭПШП велика.\n\nЭтот маршрут окупается.\n',
        'content/zh/a.md':
          '---\ntitle: 贸易\n---\n“丝绸之路经济带”在发展。\n\n丝绸之路经济带很长。\n\n丝路经济带有利可图。\n',
      },
      findings: ['content/ru/a.md:8:1 terms/missing', 'content/zh/a.md:8:1 terms/forbidden'],
    },
    {
      title: 'a forbidden word in the source, and an exception with its reason',
      files: {
        'content/terms.yaml':
          'port: { terms: { en: [seaport], ru: [морской порт] }, forbidden: { en: [harbour] }, except: { locale: ru, documents: news/a, reason: headlines are short } }\n',
        'content/en/news/a.md': '---\ntitle: Seaports\n---\nThe harbours are open; seaports thrive.\n',
        'content/ru/news/a.md': '---\ntitle: Порты\n---\nГавани открыты; порты процветают.\n',
      },
      findings: ['content/en/news/a.md:4:5 terms/forbidden'],
    },
    {
      title: 'a translation that uses them',
      files: {
        'content/terms.yaml': glossary,
        'content/en/a.md': '---\ntitle: The Silk Road\n---\nAlong the Silk Road.\n',
        'content/zh/a.md': '---\ntitle: 丝绸之路\n---\n沿“丝绸之路”。\n',
      },
      findings: [],
    },
  ],
  *compare(work) {
    const { terms: concepts = [], documents } = work;
    if (concepts.length === 0) return;
    for (const document of documents) yield* forbidden(document, concepts);
    const [source, ...translations] = documents;
    if (source?.locale !== work.source) return;
    for (const translation of translations) yield* missing(source, translation, concepts);
  },
};

function* forbidden(document: Document, concepts: readonly Concept[]): Iterable<Draft> {
  const { locale } = document;
  const search = termsIn(concepts)(locale);
  for (const block of document.blocks)
    for (const { thing, start, end } of search(block.text)) {
      const { concept, isForbidden } = thing;
      if (!isForbidden || isExcepted(concept, document)) continue;
      const [first] = formsIn(concept.terms, locale);
      const was = block.text.slice(start, end);
      const span = locate(block, document.source, start, end);
      yield {
        rule: 'forbidden',
        severity: 'error',
        locale,
        span,
        ...told(
          phrase`“${was}” is not what ${concept.id} is called here (content/terms.yaml)`,
          first === undefined ? phrase`call it something else` : phrase`write ${first}`,
        ),
        related: [{ span: concept.span, message: concept.definition ?? concept.id }],
        // A word in another form than the glossary has it needs an ending that nobody knows here.
        ...(first !== undefined && was === thing.form && { fix: { span, was, text: first } }),
      };
    }
}

function* missing(source: Document, target: Document, concepts: readonly Concept[]): Iterable<Draft> {
  const [theirs, ours] = [termsIn(concepts)(source.locale), termsIn(concepts)(target.locale)];
  const uses = new Map(source.blocks.map((block) => [block, theirs(block.text)]));
  if (![...uses.values()].some((found) => found.length > 0)) return;
  for (const passage of passagesOf(source, target)) {
    const [first] = passage.target;
    if (!first) continue;
    const said = new Set(passage.target.flatMap(({ text }) => ours(text).map(({ thing }) => thing.concept)));
    const asked = new Set<Concept>();
    for (const block of passage.source)
      for (const { thing, start, end } of uses.get(block) ?? []) {
        const { concept } = thing;
        const accepted = formsIn(concept.terms, target.locale);
        if (asked.has(concept) || said.has(concept) || accepted.length === 0) continue;
        asked.add(concept);
        if (isExcepted(concept, target) || isSaid(concept, passage.target, target.locale)) continue;
        const was = block.text.slice(start, end);
        yield {
          rule: 'missing',
          severity: 'warning',
          locale: target.locale,
          span: first.span,
          ...told(
            phrase`the source says “${was}”; no term for ${concept.id} stands here`,
            phrase`write ${{ list: accepted }}, or except it with a reason in content/terms.yaml`,
          ),
          related: [{ span: locate(block, source.source, start, end), message: was }],
        };
      }
  }
}

/** Within a longer term too, which the source may not use, and in a form that is likely one of the term's. */
function isSaid(concept: Concept, blocks: readonly Block[], locale: string): boolean {
  const forms = formsIn(concept.terms, locale).map((form) => ({ form, thing: concept }));
  const search = termIndex(forms, locale, 'likely');
  return blocks.some(({ text }) => search(text).length > 0);
}

function isExcepted({ exceptions }: Concept, { locale, slug }: Document): boolean {
  return exceptions.some(
    (one) =>
      (one.locale === undefined || one.locale === locale) &&
      (one.documents === undefined || matchesGlob(slug, one.documents)),
  );
}
