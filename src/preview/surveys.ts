import { setImmediate as breath } from 'node:timers/promises';
import type { Catalogue, Entry } from '../catalogue.ts';
import { learnDocuments } from '../figures/comparing/documents.ts';
import type { Shelf } from '../keeping/shelf.ts';
import type { State } from '../keeping/state.ts';
import { readsFigures } from '../locales/index.ts';
import type { Finding, Source, Work } from '../model.ts';
import { catalogueOf, entryOf } from '../stages/catalogue.ts';
import { check, comparing, report, standardOf } from '../stages/check.ts';
import { bodiesOf, stringsOf } from '../stages/localise.ts';
import { readingOf, sharesOf, surveying } from '../survey.ts';
import { UserError } from '../trouble.ts';
import type { Host } from '../world.ts';

/** What the checks say of a publication, kept document by document. */
export interface Surveys {
  /** The documents whose texts are others than those that were looked at. */
  stale(state: State): readonly Work[];
  /** Looks at these documents, on all threads if they are many; the first trouble with a text that cannot be read. */
  look(works: readonly Work[], state: State): Promise<UserError | undefined>;
  /** Looks for what only the whole shows. */
  lookAtWhole(state: State): void;
  /** What is known by now, as it is reported: sorted, without what the texts suppress. */
  findings(state: State): readonly Finding[];
}

/** What the checks have said of a document in all its languages, and the texts of which they did. */
interface Survey {
  readonly texts: readonly Source[];
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
}

/** More documents than these are looked at by all threads. */
const FEW = 12;
/** A document of more characters than these, in all its languages, is looked at by another thread at first: this one serves. */
const LARGE = 300_000;

export function openSurveys(host: Host, shelf: Shelf): Surveys {
  const known = new Map<string, Survey>();
  let whole: readonly Finding[] = [];
  const stale = (works: readonly Work[]) => works.filter((work) => !isSame(known.get(work.slug)?.texts ?? [], work));
  const of = (state: State) => [...state.works.keys()].flatMap((slug) => known.get(slug) ?? []);
  return {
    stale: ({ works }) => stale([...works.values()]),
    async look(works, state) {
      let [open, trouble]: [readonly Work[], UserError | undefined] = [works, undefined];
      if (works.length > FEW) {
        trouble = await told(async () => {
          for await (const [slug, survey] of surveyAll(works, state, host)) known.set(slug, survey);
        });
        // One that cannot be read ends what all threads do; the others are looked at all the same.
        open = stale(works);
      }
      for (const work of open) {
        const isLarge = work.documents.reduce((sum, { source }) => sum + source.text.length, 0) > LARGE;
        const one = await told(async () => {
          // What was read before is not read again, which only this thread knows.
          const isNew = isLarge && !known.has(work.slug);
          if (isLarge && !isNew) await learn(work);
          const survey = isNew ? await surveyAside(work, state, host) : await surveyed(work, state, shelf);
          known.set(work.slug, survey);
        });
        trouble ??= one;
        await breath();
      }
      return trouble;
    },
    lookAtWhole(state) {
      whole = check(catalogueIn(state, of(state)));
    },
    findings(state) {
      const all = of(state);
      const locks = state.settings.locks?.findings ?? [];
      const found = [...locks, ...all.flatMap(({ findings }) => findings), ...whole];
      return report(catalogueIn(state, all), found, EVERYTHING, standardOf(state.settings, host)).findings;
    },
  };
}

const EVERYTHING = { locales: () => true, slugs: () => true };

/** In milliseconds: nobody waits longer because others compare. */
const TURN = 8;

/** Compares a work's documents in turns with whatever else is asked for. */
async function learn({ source, documents }: Work): Promise<void> {
  const [original, ...translations] = documents;
  if (original?.locale !== source || !readsFigures(source)) return;
  let since = performance.now();
  for (const target of translations.filter(({ locale }) => readsFigures(locale))) {
    for (const _ of learnDocuments(original, target)) {
      if (performance.now() - since < TURN) continue;
      await breath();
      since = performance.now();
    }
  }
}

/** The trouble that this ends with, if somebody can mend it; any other error is thrown. */
async function told(act: () => unknown): Promise<UserError | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function isSame(texts: readonly Source[], { documents }: Work): boolean {
  if (texts.length !== documents.length) return false;
  return documents.every(({ source }, n) => source.path === texts[n]?.path && source.text === texts[n]?.text);
}

async function surveyed(work: Work, { settings }: State, shelf: Shelf): Promise<Survey> {
  const { documents } = work;
  const [source] = documents;
  const findings: Finding[] = [];
  const entries: Entry[] = [];
  for (const document of documents) {
    for (const one of shelf.take(document.locale, document.source, settings).findings()) findings.push(one);
    entries.push(entryOf(document, source?.locale === work.source ? source : undefined));
    await breath();
  }
  for (const found of comparing(work)) {
    for (const one of found) findings.push(one);
    await breath();
  }
  return { texts: documents.map(({ source }) => source), entries, findings };
}

async function surveyAside(work: Work, { publication, settings }: State, host: Host): Promise<Survey> {
  const { source } = publication;
  const files = work.documents.map((document) => ({ locale: document.locale, file: document.source }));
  const share = { source, settings: readingOf(settings), works: [{ slug: work.slug, files }] };
  return { texts: files.map(({ file }) => file), ...(await host.aside(surveying, share)) };
}

async function* surveyAll(
  works: readonly Work[],
  { publication: { source }, settings }: State,
  host: Host,
): AsyncGenerator<readonly [string, Survey]> {
  const sources = works.map(({ slug, documents }) => {
    return { slug, files: documents.map((document) => ({ locale: document.locale, file: document.source })) };
  });
  const shares = sharesOf(sources, { source, settings: readingOf(settings) });
  let number = 0;
  for await (const { entries, findings } of host.spread(surveying, shares, true)) {
    const said = Map.groupBy(findings, ({ span, locale }) => slugIn(span.path, locale));
    const kept = Map.groupBy(entries, ({ slug }) => slug);
    for (const { slug, files } of shares[number]?.works ?? []) {
      const texts = files.map(({ file }) => file);
      yield [slug, { texts, entries: kept.get(slug) ?? [], findings: said.get(slug) ?? [] }];
    }
    number += 1;
  }
}

/** A finding of a document stands in its file, also where that is missing. */
function slugIn(path: string, locale: string): string {
  return path.slice(`content/${locale}/`.length).replace(/\.md$/, '');
}

function catalogueIn({ publication, loaded }: State, all: readonly Survey[]): Catalogue {
  const editions = loaded.locales.map((sources) => ({ locale: sources.locale, strings: stringsOf(sources) }));
  const { source, assets } = publication;
  const entries = all.flatMap((survey) => survey.entries);
  return catalogueOf({ source, assets, editions }, entries, bodiesOf(loaded, publication.settings));
}
