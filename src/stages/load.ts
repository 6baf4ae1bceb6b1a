import { setImmediate as breath } from 'node:timers/promises';
import type { Loaded, LocaleSources, Settings, Source } from '../model.ts';
import { isLanguageTag, isSameTag } from '../text/tag.ts';
import { UserError } from '../trouble.ts';
import type { Host } from '../world.ts';

const declared = new Set(['content/figures.yaml', 'content/terms.yaml']);

/** What stands in `content/`, unread. */
export interface Listing {
  /** Source first. */
  readonly locales: readonly { readonly locale: string; readonly paths: readonly string[] }[];
  readonly assets: readonly string[];
}

/** Throws UserError 2 where there is nothing to read, or languages are not what they should be. */
export async function list(host: Host, settings: Settings): Promise<Listing> {
  const files = (await host.list('content')).filter((path) => !path.split('/').some((name) => name.startsWith('.')));
  const tags = await languages(host, settings, files);
  const paths = (locale: string) => files.filter((file) => isDocument(file, locale));
  return {
    locales: tags.map((locale) => ({ locale, paths: paths(locale) })),
    assets: files.filter((path) => isAsset(path, tags)),
  };
}

/** Reads what is listed; very many texts each time that they are asked for, if they `stay`. Throws UserError 2 for the first file that is no text. */
export async function load(host: Host, { locales, assets }: Listing, { stay = false } = {}): Promise<Loaded> {
  const of = locales.reduce((sum, { paths }) => sum + paths.length, 0);
  const read = stay && of > MANY ? host.textAnew : host.text;
  const loaded: LocaleSources[] = [];
  let done = 0;
  for (const { locale, paths } of locales) {
    const documents: Source[] = [];
    for (let from = 0; from < paths.length; from += AT_ONCE) {
      host.signal.throwIfAborted();
      documents.push(...(await textsOf(paths.slice(from, from + AT_ONCE), read)));
      host.progress({ stage: 'read', done: done + documents.length, of, detail: 'texts' });
      // Reading waits for nothing, and the user may interrupt.
      await breath();
    }
    done += documents.length;
    loaded.push({ locale, documents, strings: await stringsOf(locale, host) });
  }
  return { locales: loaded, assets };
}

/** More texts than these, if they may be read again, are not held: they would take more than all else. */
const MANY = 6000;

/** How many files are read before anybody else has a turn. */
const AT_ONCE = 32;

/** In the order of the paths, and so is the first trouble. */
async function textsOf(paths: readonly string[], read: Host['text']): Promise<readonly Source[]> {
  const all = await Promise.allSettled(paths.map(read));
  return all.flatMap((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value ?? [];
  });
}

async function stringsOf(locale: string, host: Host): Promise<Source | undefined> {
  return (
    (await host.text(`content/${locale}/strings.json`)) ??
    (await host.template(`strings/${locale}.json`)) ??
    (await host.template(`strings/${new Intl.Locale(locale).language}.json`))
  );
}

function isDocument(path: string, locale: string): boolean {
  return path.startsWith(`content/${locale}/`) && path.endsWith('.md');
}

/** Files of a language that are none of its texts and pictures. */
const OWN = ['strings.json', 'translations.lock'];

/** A picture or other file of one of the languages, or of all. */
function isAsset(path: string, tags: readonly string[]): boolean {
  const [, tag = '', ...rest] = path.split('/');
  if (path.endsWith('.md') || declared.has(path)) return false;
  return rest.length === 0 || (tags.includes(tag) && !OWN.some((name) => path === `content/${tag}/${name}`));
}

/** The languages of the publication, source first. */
async function languages(host: Host, settings: Settings, files: readonly string[]): Promise<readonly string[]> {
  const folders = await host.folders('content');
  if (folders.length === 0 && !(await host.folders('')).includes('content')) throw noContent();
  const stray = files.find((path) => /^content\/[^/]+\.md$/.test(path));
  if (stray !== undefined) throw strayDocument(stray);
  if (folders.length === 0) throw noFolders();
  const tags = settings.locales ?? folders;
  for (const tag of tags) refuseUnfit(tag, tags);
  for (const tag of tags) if (!files.some((path) => isDocument(path, tag))) throw noDocuments(tag);
  const source = settings.source ?? tags.find((tag) => tag === 'en') ?? tags[0];
  return [...new Set([source ?? 'en', ...tags])];
}

function refuseUnfit(tag: string, tags: readonly string[]): void {
  const same = tags.find((other) => other !== tag && isSameTag(other, tag));
  if (same !== undefined) {
    throw new UserError(
      `content/${tag}/: this is the same language as content/${same}/; each language has one folder`,
      'Move the texts into one of the two folders and remove the other.',
    );
  }
  if (isLanguageTag(tag)) return;
  throw new UserError(
    `content/${tag}/: “${tag}” is no language tag; each folder of content/ is a language, such as en, zh-Hans or pt-BR`,
    'Call the folder by the tag of its language (BCP 47), or move it: pictures stand beside the texts, in content/<language>/.',
  );
}

function noContent(): UserError {
  return new UserError(
    'content/: there is no such folder in this publication; it was expected to hold the texts',
    'Name the folder of your publication, or begin one here: hexapla init',
  );
}

function noFolders(): UserError {
  return new UserError(
    'content/: the folder is empty; one folder for each language was expected, such as content/en/',
    'Put your texts there as content/<language>/<name>.md, or begin with an example: hexapla init',
  );
}

function strayDocument(path: string): UserError {
  return new UserError(
    `${path}: this text stands in no language; texts were expected in content/<language>/`,
    `Move it into the folder of its language, such as content/en/${path.slice('content/'.length)}`,
  );
}

function noDocuments(tag: string): UserError {
  return new UserError(
    `content/${tag}/: there is no text in this language; files that end in .md were expected`,
    `Put a text there, such as content/${tag}/article.md, or name the other languages in hexapla.yaml: locales: […]`,
  );
}
