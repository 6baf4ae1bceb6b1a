import { basename, dirname, relative } from 'node:path/posix';
import type { Catalogue, Entry } from '../catalogue.ts';
import type { Draft, Link, Phrase } from '../model.ts';
import { nearest } from '../text/nearest.ts';
import { phrase, type Told, told } from '../text/phrase.ts';
import { type Targets, targetOf, targetsOf } from '../text/place.ts';
import type { Check } from '../world.ts';

/** The schemes that survive the sanitiser; a link of any other loses its target in the page. */
const schemes = ['http', 'https', 'mailto', 'tel', 'ftp'];

/** What is wrong with one link: the rule and its two lines. */
interface Fault extends Told {
  readonly rule: string;
}

/** Where links lead in the pages, and where they may. */
interface Ways extends Targets {
  /** Paths of the documents of a locale. */
  documents(locale: string): readonly string[];
  readonly assets: readonly string[];
  /** Ids in the page of the document at this path. */
  anchors(path: string): ReadonlySet<string>;
}

/** Relative links and images lead somewhere, and addresses are well formed. Nothing is fetched. */
export const links: Check = {
  id: 'links',
  promise:
    'Every link and image leads to a document, a heading or a file that is there, and every address is well formed.',
  examples: [
    {
      title: 'a document, a heading, a file and an address that are not there',
      files: {
        'content/en/a.md':
          '---\ntitle: A\n---\nSee [b](abuot.md), [above](#tade) and [trade](about.md#trade).\n\n## Trade\n\n![Chart](img/chart.svg)\n\n[Site](https://)\n',
        'content/en/about.md': '---\ntitle: About\n---\n## Us\n',
        'content/en/img/charts.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
      findings: [
        'content/en/a.md:4:9 links/document',
        'content/en/a.md:4:28 links/anchor',
        'content/en/a.md:4:47 links/anchor',
        'content/en/a.md:8:10 links/file',
        'content/en/a.md:10:8 links/address',
      ],
    },
    {
      title: 'links that lead somewhere',
      files: {
        'content/en/a.md':
          '---\ntitle: A\n---\nSee [b](news/b.md), [zh](../zh/a.md), [trade](news/b.md#the-trade), [top](#), a note[^1].\n\n![Chart](chart%201.svg) [Site](https://example.org/a?b#c) <mailto:a@example.org> [root](/feed.xml)\n\n[^1]: Note.\n',
        'content/en/news/b.md': '---\ntitle: B\n---\n## The trade\n\n[Back](../a.md) [here](#the-trade)\n',
        'content/en/chart 1.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
        'content/zh/a.md': '---\ntitle: 甲\n---\n见乙。[^1]\n\n[乙](news/b.md#%E8%B4%B8%E6%98%93)\n\n[^1]: 注。\n',
        'content/zh/news/b.md': '---\ntitle: 乙\n---\n## 贸易\n\n[甲](../a.md) [此处](#贸易) ![图](../chart%201.svg)\n',
      },
      findings: [],
    },
  ],
  *find(catalogue) {
    const ways = waysOf(catalogue);
    for (const { locale, documents } of catalogue.editions) {
      for (const document of documents) {
        for (const link of document.links) {
          const fault = faultOf(link, document, ways);
          if (fault !== undefined) yield { ...fault, severity: 'error', locale, span: link.span } satisfies Draft;
        }
      }
    }
  },
};

function waysOf(catalogue: Catalogue): Ways {
  const documents = catalogue.editions.flatMap((edition) => edition.documents);
  return {
    ...targetsOf(catalogue),
    documents: (locale) => documents.filter((document) => document.locale === locale).map(({ source }) => source.path),
    assets: catalogue.assets,
    anchors: (path) => catalogue.anchors(path),
  };
}

function faultOf({ kind, target }: Link, from: Entry, ways: Ways): Fault | undefined {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(target)?.[1]?.toLowerCase();
  if (scheme !== undefined || target.startsWith('//')) return addressFault(target, scheme ?? 'https');
  if (target.startsWith('/')) return undefined;
  const to = targetOf(target, from.source.path);
  const file = to.kind === 'file' ? to.path.replace(/\/$/, '') : from.source.path;
  if (kind === 'image' || !file.endsWith('.md')) return fileFault(target, file, from, ways);
  const document = ways.document(file, from.locale);
  if (document !== undefined) return anchorFault(target, `content/${document.locale}/${document.slug}.md`, ways);
  const hint = correction(file, ways.documents(from.locale), from);
  return { rule: 'document', ...told(phrase`“${target}” leads to ${file}, which is not there`, hint) };
}

function addressFault(target: string, scheme: string): Fault | undefined {
  if (!schemes.includes(scheme)) {
    return {
      rule: 'address',
      ...told(
        phrase`“${target}” begins with “${scheme}:”, which no page may link to`,
        phrase`begin it with ${nearest(scheme, schemes) ?? 'https'}: or write a path`,
      ),
    };
  }
  const wellFormed = /^(?:mailto|tel):/i.test(target)
    ? /:[^\s?]+/.test(target)
    : /^(?:[a-z]+:)?\/\/[^/]/i.test(target) && URL.canParse(target, 'https://localhost');
  if (wellFormed) return undefined;
  return {
    rule: 'address',
    ...told(
      phrase`“${target}” is no address that a browser could open`,
      phrase`write it as the browser shows it, such as https://example.org/page`,
    ),
  };
}

function fileFault(target: string, file: string, from: Entry, ways: Ways): Fault | undefined {
  if (ways.asset(file, from.locale) !== undefined) return undefined;
  if (ways.document(`${file}.md`, from.locale) === undefined) {
    const hint = correction(file, ways.assets, from);
    return { rule: 'file', ...told(phrase`“${target}” leads to ${file}, which is not there`, hint) };
  }
  const hint = phrase`link to the document: ${pathFrom(from, `${file}.md`)}`;
  return { rule: 'document', ...told(phrase`“${target}” leads to ${file}, which is not a file`, hint) };
}

function anchorFault(target: string, file: string, { anchors }: Ways): Fault | undefined {
  const fragment = decoded(/#(.*)$/s.exec(target)?.[1] ?? '');
  const known = anchors(file);
  if (fragment === '' || fragment === 'top' || known.has(fragment)) return undefined;
  const meant = nearest(fragment, known);
  const all = [...known].map((id) => `#${id}`).join(', ');
  return {
    rule: 'anchor',
    ...told(
      phrase`“${target}” leads to #${fragment}, and ${file} has no such heading or note`,
      meant !== undefined ? phrase`did you mean #${meant}?` : all ? phrase`it has ${all}` : phrase`it has none at all`,
    ),
  };
}

/** What to write instead: the name that is nearest, or the file of that name in another folder. */
function correction(file: string, candidates: readonly string[], from: Entry): Phrase {
  const meant = nearest(file, candidates) ?? candidates.find((path) => basename(path) === basename(file));
  return meant === undefined
    ? phrase`correct the link, or add what it leads to`
    : phrase`did you mean ${pathFrom(from, meant)}?`;
}

function pathFrom(document: Entry, path: string): string {
  return relative(dirname(document.source.path), path);
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // Not encoded at all: a per cent sign that means itself.
    return fragment;
  }
}
