import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Settings, Source } from './model.ts';
import { ruleNames } from './rules.ts';
import { nearest } from './text/nearest.ts';
import { isLanguageTag, isSameTag } from './text/tag.ts';
import { UserError } from './trouble.ts';
import type { Host } from './world.ts';

const locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)
  .refine(isLanguageTag)
  .meta({
    description: 'A language tag (BCP 47), such as en, zh-Hans or pt-BR.',
  });

const packages = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

const fonts = z.strictObject({
  text: packages.meta({ description: 'npm package(s) of the face for running text, first choice first.' }),
  heads: packages.meta({ description: 'npm package(s) of the face for headings, captions and tables.' }),
});

const site = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .refine((url) => !/[?#]/.test(url))
      .meta({
        description:
          'Where the site will stand, with its path: https://example.org/reports/. Canonical addresses, the sitemap and the feeds need it.',
      }),
    untranslated: z.enum(['show', 'hide']).meta({
      description:
        'What becomes of a document that a language lacks: show its source with a notice, or hide it. Default: show.',
    }),
    search: z.boolean().meta({
      description: 'Whether readers can search the site, which takes a script (Pagefind). Default: false.',
    }),
  })
  .partial();

const stale = z.enum(['banner', 'source', 'fail']);

/** `hexapla.yaml`. What the descriptions say is what an editor shows. */
export const schema = z
  .strictObject({
    source: locale.meta({
      description: 'The language translated from. Default: en if there is one, else the first folder.',
    }),
    locales: z.array(locale).min(1).meta({
      description: 'The languages of the publication. Default: all folders of content/.',
    }),
    outputs: z
      .array(z.enum(['html', 'pdf', 'edition', 'parallel']))
      .min(1)
      .meta({
        description:
          'What a build makes: html; pdf, one for each document; edition, one PDF of all documents of a language; parallel, a PDF of each document in two or three languages side by side. Default: html and pdf.',
      }),
    parallel: z.array(z.array(locale).min(2).max(3)).min(1).meta({
      description:
        'Which languages stand side by side in the parallel PDFs, two or three, from left to right. Default: the source and each translation.',
    }),
    version: z.string().min(1).meta({
      description: 'The version of the publication, as its whole editions say it on their title page.',
    }),
    contents: z.number().int().min(1).meta({
      description: 'PDFs of so many pages or more begin with their contents. Default: 4.',
    }),
    fonts: z.record(locale, fonts).meta({ description: 'Per language, the packages of the fonts that set it.' }),
    site: site.meta({ description: 'The site that the HTML editions make.' }),
    browser: z.string().min(1).meta({
      description: 'The program of a Chromium to print with, instead of the one that comes along.',
    }),
    multiples: z.enum(['publisher', 'strict']).meta({
      description:
        'What 增长3倍 (ja 3倍増, ko 3배 증가) says: three times as much or four, as publishers have it, or four and nothing else (strict). Default: publisher.',
    }),
    stale: z.union([stale, z.record(locale, stale)]).meta({
      description:
        'What becomes of a translation whose source has changed since it was accepted (hexapla accept), in all languages or per language: banner, its page and its PDF say so; source, the source’s paragraphs and items stand in the place of those that no longer say what they do; fail, each such passage is an error. Default: banner.',
    }),
    'fail-on': z.enum(['error', 'warning', 'note']).meta({
      description: 'Findings of this severity or above make the exit code 1. Default: error.',
    }),
    rules: z.partialRecord(z.enum(ruleNames), z.enum(['error', 'warning', 'note', 'off'])).meta({
      description:
        'How grave the findings of a rule (figures/value), or of a family of rules (figures), are: error, warning, note, or off, not reported at all. The more exact name wins. Default: as docs/rules/ has it.',
    }),
  })
  .partial()
  .meta({ title: 'Settings of a Hexapla publication (hexapla.yaml)' });

type Written = z.infer<typeof schema>;

/** What belongs there, in the words of a message. */
const expected: Readonly<Record<string, string>> = {
  '': 'settings, one a line, such as “source: en”',
  source: 'a language tag such as en, zh-Hans or pt-BR',
  locales: 'a list of language tags such as [en, zh, ru]',
  outputs: 'a list of html, pdf, edition, parallel',
  parallel: 'a list of languages that stand side by side, two or three each, such as [[en, zh], [en, zh, ru]]',
  version: 'a version such as 1.2.0, in quotation marks where YAML takes it for a number ("1.10")',
  contents: 'a number of pages, 1 or more',
  fonts: 'for each language tag the packages of “text” and of “heads”, one or a list',
  site: 'url, an address such as https://example.org/reports/; untranslated, show or hide; search, true or false',
  browser: 'the path of a Chromium',
  multiples: 'publisher or strict',
  stale: 'banner, source or fail, or for each language tag one of them',
  'fail-on': 'error, warning or note',
  rules:
    'for each rule or family of rules error, warning, note or off, such as { leftover: off, figures/value: warning }',
};

/** Reads `hexapla.yaml` of a publication, `content/figures.yaml` and `content/terms.yaml`. Throws UserError 2 with the place of what is wrong. */
export async function loadSettings(files: Pick<Host, 'text' | 'folders'>): Promise<Settings> {
  const settings = readSettings(await files.text('hexapla.yaml'), await files.folders('content'));
  const [figures, terms] = [await files.text('content/figures.yaml'), await files.text('content/terms.yaml')];
  // Most publications have none.
  return {
    ...settings,
    ...(figures && { keyFigures: (await import('./keyfigures.ts')).readKeyFigures(figures) }),
    ...(terms && { terms: (await import('./glossary.ts')).readTerms(terms) }),
  };
}

/**
 * The settings, each with its value. `source` is `hexapla.yaml`, or undefined if there is none; `folders` are the names
 * of the folders that `content/` has: a language named here must be one of them. Throws UserError 2 with the place.
 */
export function readSettings(source: Source | undefined, folders: readonly string[]): Settings {
  const written = source === undefined ? {} : parse(source, folders);
  const folderOf = (tag: string) => folders.find((folder) => isSameTag(folder, tag)) ?? tag;
  return {
    ...(written.source !== undefined && { source: folderOf(written.source) }),
    ...(written.locales && { locales: [...new Set(written.locales.map(folderOf))] }),
    outputs: written.outputs ?? ['html', 'pdf'],
    ...(written.parallel && { parallel: written.parallel.map((tags) => tags.map(folderOf)) }),
    ...(written.version !== undefined && { version: written.version }),
    contents: written.contents ?? 4,
    fonts: Object.fromEntries(
      Object.entries(written.fonts ?? {}).map(([tag, { text, heads }]) => [
        folderOf(tag),
        { text: [text].flat(), heads: [heads].flat() },
      ]),
    ),
    site: {
      ...(written.site?.url !== undefined && { url: written.site.url.replace(/\/*$/, '/') }),
      untranslated: written.site?.untranslated ?? 'show',
      search: written.site?.search ?? false,
    },
    ...(written.browser !== undefined && { browser: written.browser }),
    multiples: written.multiples ?? 'publisher',
    stale: policies(written.stale, folderOf),
    failOn: written['fail-on'] ?? 'error',
    rules: written.rules ?? {},
  };
}

/** Per language; `*` is for those that are not named. */
function policies(written: Written['stale'] = 'banner', folderOf: (tag: string) => string): Settings['stale'] {
  if (typeof written === 'string') return { '*': written };
  const own = Object.entries(written).map(([tag, policy]) => [folderOf(tag), policy] as const);
  return { '*': 'banner', ...Object.fromEntries(own) };
}

function parse(source: Source, folders: readonly string[]): Written {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${source.path}:${Math.max(1, line)}:${Math.max(1, col)}`;
  };
  const [mistake] = document.errors;
  if (mistake) throw notYaml(place(mistake.pos[0]), mistake.message);
  const read = schema.safeParse(valuesOf(document, place) ?? {});
  if (read.success) {
    const absent = absentLanguage(read.data, folders);
    if (absent) throw new UserError(`${place(offsetOf(absent.path, document))}: ${absent.message}`, absent.hint);
    return read.data;
  }
  // Stable: at one place a misspelt name comes before the name that is missing because of it.
  const issues = read.error.issues.toSorted((a, b) => Number(isUnknown(b)) - Number(isUnknown(a)));
  const [first] = issues.flatMap((issue) => faults(issue, document)).sort((a, b) => a.offset - b.offset);
  if (!first) throw read.error;
  throw new UserError(`${place(first.offset)}: ${first.message}`, first.hint);
}

/** A language that is named and has no text. Without any folder there is something else to say, and `load` says it. */
function absentLanguage(
  { source, locales = [], parallel = [] }: Written,
  folders: readonly string[],
): { readonly path: readonly PropertyKey[]; readonly message: string; readonly hint: string } | undefined {
  const named = [
    ...(source === undefined ? [] : [{ path: ['source'], tag: source }]),
    ...locales.map((tag, at) => ({ path: ['locales', at], tag })),
    ...parallel.flatMap((tags, group) => tags.map((tag, at) => ({ path: ['parallel', group, at], tag }))),
  ];
  const absent = named.find(({ tag }) => folders.length > 0 && !folders.some((folder) => isSameTag(folder, tag)));
  if (absent) {
    return {
      path: absent.path,
      message: `${absent.path[0]} is “${absent.tag}”; there is no folder content/${absent.tag}/`,
      hint: `Make that folder and put its texts there, or name a language that is there: ${folders.join(', ')}.`,
    };
  }
  const stray = named.find(({ tag }) => locales.length > 0 && !locales.some((known) => isSameTag(known, tag)));
  if (!stray) return twiceInRow(parallel);
  return {
    path: stray.path,
    message: `${stray.path[0]} is “${stray.tag}”; expected one of the locales: ${locales.join(', ')}`,
    hint: `Add ${stray.tag} to the locales, or name one of them${stray.path[0] === 'source' ? ' as the source' : ''}.`,
  };
}

function twiceInRow(parallel: readonly (readonly string[])[]): ReturnType<typeof absentLanguage> {
  for (const [group, tags] of parallel.entries()) {
    const at = tags.findIndex((tag, n) => tags.slice(0, n).some((other) => isSameTag(other, tag)));
    if (at < 0) continue;
    return {
      path: ['parallel', group, at],
      message: `parallel has “${tags[at]}” twice in one row; expected different languages side by side`,
      hint: 'Name another language there, or take it out.',
    };
  }
  return undefined;
}

function valuesOf(document: Document, place: (offset: number) => string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // An alias without its anchor, or one that unfolds without end.
    throw notYaml(place(0), error instanceof Error ? error.message : String(error));
  }
}

function notYaml(place: string, message: string): UserError {
  return new UserError(
    `${place}: this is not YAML: ${message.split('\n')[0]}; a setting is a name, a colon and a value`,
    'Write one setting a line, such as “source: en”; what belongs to it is indented by two spaces.',
  );
}

interface Fault {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** A mistake that the schema found, where it stands and in plain words. */
function faults(issue: z.core.$ZodIssue, document: Document): Fault[] {
  if (isUnknown(issue) && issue.path[0] === 'rules') return issue.keys.map((key) => unknownRule(key, document));
  if (isUnknown(issue)) return issue.keys.map((key) => unknownKey(key, issue.path, document));
  const path = [...issue.path, ...deeper(issue)];
  const name = path.filter((part) => typeof part === 'string').join('.') || 'hexapla.yaml';
  const isKey = issue.code === 'invalid_key';
  const value = isKey ? path.at(-1) : plain(document.getIn(path, true), document);
  return [
    {
      offset: isKey ? keyOffset(path, document) : offsetOf(path, document),
      message: `${isKey ? path[0]?.toString() : name} ${described(value)}; expected ${expected[String(path[0] ?? '')]}`,
      hint: suggestion(issue, value),
    },
  ];
}

function isUnknown(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === 'unrecognized_keys';
}

function unknownKey(key: string, path: readonly PropertyKey[], document: Document): Fault {
  const known = Object.keys((path.length === 0 ? schema : path[0] === 'site' ? site : fonts).shape);
  const meant = nearest(key, known);
  return {
    offset: keyOffset([...path, key], document),
    message: `“${key}” is no setting; expected ${path.length === 0 ? '' : `in ${path.join('.')} `}one of ${known.join(', ')}`,
    hint: meant === undefined ? 'Correct the name, or remove the setting.' : `Did you mean “${meant}”?`,
  };
}

/** There are too many rules to list them all. */
function unknownRule(name: string, document: Document): Fault {
  const meant = nearest(name, ruleNames);
  return {
    offset: keyOffset(['rules', name], document),
    message: `rules has “${name}”, which is no rule; expected the name of a rule or of a family of rules, such as figures/value or figures`,
    hint:
      meant === undefined
        ? 'Correct the name, or remove it: a report names the rule of each finding.'
        : `Did you mean “${meant}”?`,
  };
}

/** Where in a list the wrong one is, when a value may be one or a list. */
function deeper(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  if (issue.code !== 'invalid_union') return [];
  return issue.errors.flat().find((inner) => inner.path.length > 0)?.path ?? [];
}

function described(value: unknown): string {
  if (value === undefined) return 'is missing';
  if (value === null || value === '') return 'is empty';
  if (Array.isArray(value)) return value.length === 0 ? 'is an empty list' : 'is a list';
  return typeof value === 'object' ? 'is a group of settings' : `is “${value}”`;
}

function suggestion(issue: z.core.$ZodIssue, value: unknown): string {
  if (typeof value === 'string') {
    const tag = value.replaceAll('_', '-');
    const known = issue.code === 'invalid_value' ? issue.values.map(String) : isLanguageTag(tag) ? [tag] : [];
    const meant = nearest(value, known);
    if (meant !== undefined) return `Did you mean “${meant}”?`;
  }
  return `${value === undefined ? 'Add it' : 'Correct the value'}, or remove the setting: every one has a default.`;
}

/** Offset of the value at `path`, or of the closest thing around it that is written down. */
function offsetOf(path: readonly PropertyKey[], document: Document): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(path: readonly PropertyKey[], document: Document): number {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) && parent.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1));
  return (pair && isNode(pair.key) && pair.key.range?.[0]) || offsetOf(path, document);
}

function plain(node: unknown, document: Document): unknown {
  return isNode(node) ? node.toJS(document) : node;
}
