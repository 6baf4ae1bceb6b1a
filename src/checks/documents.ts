import type { Catalogue } from '../catalogue.ts';
import type { Draft, Position, Span } from '../model.ts';
import { nearest } from '../text/nearest.ts';
import { phrase, told } from '../text/phrase.ts';
import type { Check } from '../world.ts';

type Edition = Catalogue['editions'][number];

const top: Position = { line: 1, column: 1 };

/** Every document stands in every language, under the same path. */
export const documents: Check = {
  id: 'documents',
  promise: 'Every document of the source language is there in every other language, and nothing else is.',
  examples: [
    {
      title: 'a document that one language lacks',
      files: {
        'content/en/a.md': '---\ntitle: A\n---\nOne.\n',
        'content/en/b.md': '---\ntitle: B\n---\nTwo.\n',
        'content/ru/a.md': '---\ntitle: А\n---\nПервый.\n',
      },
      findings: ['content/ru/b.md:1:1 documents/missing'],
    },
    {
      title: 'a translation of nothing',
      files: {
        'content/en/a.md': '---\ntitle: A\n---\nOne.\n',
        'content/zh/a.md': '---\ntitle: 甲\n---\n一。\n',
        'content/zh/news/b.md': '---\ntitle: 乙\n---\n二。\n',
      },
      findings: ['content/zh/news/b.md:1:1 documents/orphan'],
    },
    {
      title: 'the same documents in both',
      files: {
        'content/en/news/a.md': '---\ntitle: A\n---\nOne.\n',
        'content/zh/news/a.md': '---\ntitle: 甲\n---\n一。\n',
      },
      findings: [],
    },
  ],
  *find({ editions }) {
    const [source, ...translations] = editions;
    if (source === undefined) return;
    for (const translation of translations) {
      yield* missing(source, translation);
      yield* orphans(source, translation);
    }
  },
};

function* missing(source: Edition, translation: Edition): Iterable<Draft> {
  const present = slugs(translation);
  for (const document of source.documents) {
    if (present.has(document.slug)) continue;
    const path = pathOf(translation.locale, document.slug);
    yield {
      rule: 'missing',
      severity: 'error',
      locale: translation.locale,
      span: startOf(path),
      ...told(
        phrase`there is no ${path}: ${document.source.path} has no translation (${translation.locale})`,
        phrase`translate ${document.source.path} and save it as ${path}`,
      ),
      related: [{ span: startOf(document.source.path), message: document.meta.title }],
    };
  }
}

function* orphans(source: Edition, translation: Edition): Iterable<Draft> {
  const known = slugs(source);
  for (const document of translation.documents) {
    if (known.has(document.slug)) continue;
    const meant = nearest(document.slug, known);
    const wanted = pathOf(source.locale, document.slug);
    yield {
      rule: 'orphan',
      severity: 'warning',
      locale: translation.locale,
      span: startOf(document.source.path),
      ...told(
        phrase`${document.source.path} translates nothing: there is no ${wanted}`,
        meant === undefined
          ? phrase`write ${wanted}, or remove this file`
          : phrase`is it the translation of ${pathOf(source.locale, meant)}? Then call it ${pathOf(translation.locale, meant)}`,
      ),
    };
  }
}

function slugs(edition: Edition): Set<string> {
  return new Set(edition.documents.map((document) => document.slug));
}

function pathOf(locale: string, slug: string): string {
  return `content/${locale}/${slug}.md`;
}

function startOf(path: string): Span {
  return { path, start: top, end: top };
}
