import { basename, dirname, relative } from 'node:path/posix';
import type { Check, Document, Draft, Link, Publication } from '../model.ts';
import { pieces } from '../text/markup.ts';
import { nearest } from '../text/nearest.ts';
import { targetOf } from '../text/place.ts';

/** The schemes that survive the sanitiser; a link of any other loses its target in the page. */
const schemes = ['http', 'https', 'mailto', 'tel', 'ftp'];

/** What is wrong with one link: the rule and its two lines. */
interface Fault {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

/** Where links may lead: anchors by document path, and the other files. */
interface Targets {
  readonly documents: ReadonlyMap<string, Document>;
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
  readonly assets: ReadonlySet<string>;
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
        'content/en/a.md:4:24 links/anchor',
        'content/en/a.md:4:45 links/anchor',
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
        'content/zh/news/b.md': '---\ntitle: 乙\n---\n## 贸易\n\n[甲](../a.md) [此处](#贸易)\n',
      },
      findings: [],
    },
  ],
  *find(publication) {
    const targets = targetsOf(publication);
    for (const { locale, documents } of publication.editions) {
      for (const document of documents) {
        for (const link of document.links) {
          const fault = faultOf(link, document, targets);
          if (fault !== undefined) yield { ...fault, severity: 'error', locale, span: link.span } satisfies Draft;
        }
      }
    }
  },
};

function targetsOf({ editions, assets }: Publication): Targets {
  const documents = editions.flatMap((edition) => edition.documents);
  return {
    documents: new Map(documents.map((document) => [document.source.path, document])),
    anchors: new Map(documents.map((document) => [document.source.path, anchorsOf(document)])),
    assets: new Set(assets),
  };
}

/** Every id of the page's body: headings, notes and the author's own HTML. */
function anchorsOf({ body }: Document): Set<string> {
  const ids = pieces(body).map((piece) => (piece.kind === 'open' ? piece.attributes.id : undefined));
  return new Set(ids.filter((id) => id !== undefined));
}

function faultOf({ kind, target }: Link, from: Document, targets: Targets): Fault | undefined {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(target)?.[1]?.toLowerCase();
  if (scheme !== undefined || target.startsWith('//')) return addressFault(target, scheme ?? 'https');
  if (target.startsWith('/')) return undefined;
  const to = targetOf(target, from.source.path);
  const file = to.kind === 'file' ? to.path.replace(/\/$/, '') : from.source.path;
  if (kind === 'image' || !file.endsWith('.md')) return fileFault(target, file, from, targets);
  return documentFault(target, file, from, targets) ?? anchorFault(target, file, targets);
}

function addressFault(target: string, scheme: string): Fault | undefined {
  if (!schemes.includes(scheme)) {
    return {
      rule: 'address',
      message: `“${target}” begins with “${scheme}:”, which no page may link to`,
      hint: `begin it with ${nearest(scheme, schemes) ?? 'https'}: or write a path`,
    };
  }
  const wellFormed = /^(?:mailto|tel):/i.test(target)
    ? /:[^\s?]+/.test(target)
    : /^(?:[a-z]+:)?\/\/[^/]/i.test(target) && URL.canParse(target, 'https://localhost');
  if (wellFormed) return undefined;
  return {
    rule: 'address',
    message: `“${target}” is no address that a browser could open`,
    hint: 'write it as the browser shows it, such as https://example.org/page',
  };
}

function documentFault(target: string, file: string, from: Document, { documents }: Targets): Fault | undefined {
  if (documents.has(file)) return undefined;
  const here = [...documents.values()].filter(({ locale }) => locale === from.locale).map(({ source }) => source.path);
  return {
    rule: 'document',
    message: `“${target}” leads to ${file}, which is not there`,
    hint: correction(file, here, from),
  };
}

function fileFault(target: string, file: string, from: Document, { assets, documents }: Targets): Fault | undefined {
  if (assets.has(file)) return undefined;
  if (documents.has(`${file}.md`)) {
    return {
      rule: 'document',
      message: `“${target}” leads to ${file}, which is not a file`,
      hint: `link to the document: ${pathFrom(from, `${file}.md`)}`,
    };
  }
  return {
    rule: 'file',
    message: `“${target}” leads to ${file}, which is not there`,
    hint: correction(file, assets, from),
  };
}

function anchorFault(target: string, file: string, { anchors }: Targets): Fault | undefined {
  const fragment = decoded(/#(.*)$/s.exec(target)?.[1] ?? '');
  const known = anchors.get(file) ?? new Set();
  if (fragment === '' || fragment === 'top' || known.has(fragment)) return undefined;
  const meant = nearest(fragment, known);
  const all = [...known].map((id) => `#${id}`).join(', ');
  return {
    rule: 'anchor',
    message: `“${target}” leads to #${fragment}, and ${file} has no such heading or note`,
    hint: meant === undefined ? `it has ${all || 'none at all'}` : `did you mean #${meant}?`,
  };
}

/** What to write instead: the name that is nearest, or the file of that name in another folder. */
function correction(file: string, candidates: Iterable<string>, from: Document): string {
  const all = [...candidates];
  const meant = nearest(file, all) ?? all.find((path) => basename(path) === basename(file));
  return meant === undefined ? 'correct the link, or add what it leads to' : `did you mean ${pathFrom(from, meant)}?`;
}

function pathFrom(document: Document, path: string): string {
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
