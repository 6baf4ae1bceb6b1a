import { z } from 'zod';
import type { Exchange, ExchangeFile, Unit } from './exchange/unit.ts';
import type { LockedDocument } from './freshness/lock.ts';
import { filesOf, lockOf, reading } from './locks.ts';
import type { Settings, Source } from './model.ts';
import type { Selection } from './scope.ts';
import { sourceOf, type WorkSources } from './stages/localise.ts';
import { formerTexts, readAsked } from './standing.ts';
import { parseJson } from './text/json.ts';
import { type PlannedString, planStrings } from './translating/strings.ts';
import { type Plan, plan } from './translating/units.ts';
import { UserError } from './trouble.ts';
import type { Host } from './world.ts';

/** What of a publication goes out. */
export interface Exporting extends Selection {
  /** Only what is not up to date. */
  readonly onlyStale?: boolean;
}

/** What goes out to a translator: one language's passages and strings. Throws UserError 2 where no one language is named. */
export async function exported(host: Host, asked: Exporting): Promise<Exchange> {
  const { settings, loaded, works, targets } = await readAsked(host, asked, true);
  const source = sourceOf(loaded.locales);
  const locale = oneOf(targets, source);
  const lock = await lockOf(host, locale);
  const lengths = await lengthsOf(host);
  const isWanted = ({ state }: Unit) => !asked.onlyStale || state === 'initial' || state === 'stale';
  const files: ExchangeFile[] = [];
  for (const work of works) {
    host.signal.throwIfAborted();
    const own = planOf(work, { source, locale, settings, lengths, locked: lock?.documents.get(work.slug) });
    if (!own) continue;
    const isStale = own.units.some(({ was }) => was !== undefined);
    const former = isStale ? await formerTexts(host, own, settings) : undefined;
    const units = own.units.map(({ unit, was }) =>
      withPrevious(unit, was === undefined ? undefined : former?.get(was)),
    );
    files.push({ path: own.source.source.path, units: units.filter(isWanted) });
  }
  if (asked.only === undefined) {
    const strings = await plannedStrings(host, source, locale, lengths);
    if (strings) files.push({ path: strings.path, units: strings.planned.map(({ unit }) => unit).filter(isWanted) });
  }
  return { source, target: locale, files: files.filter(({ units }) => units.length > 0) };
}

function withPrevious(unit: Unit, previous: string | undefined): Unit {
  return previous === undefined ? unit : { ...unit, previous };
}

/** How long strings and fields of the front matter may be, in characters, as the theme says (`templates/lengths.json`). */
export interface Lengths {
  readonly strings: Readonly<Record<string, number>>;
  readonly fields: Readonly<Record<string, number>>;
}

/** Throws UserError 2 where they are no such lengths. */
export async function lengthsOf(host: Pick<Host, 'template'>): Promise<Lengths> {
  const file = await host.template('lengths.json');
  if (!file) return { strings: {}, fields: {} };
  const found = LENGTHS.safeParse(parseJson(file));
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw new UserError(
    `${file.path}:1:1: ${issue?.path.join('.') || 'the file'}: ${issue?.message}; lengths in characters were expected`,
    'Write them as in { "fields": { "title": 90 }, "strings": { "page.skip": 30 } }.',
  );
}

const lengths = z.record(z.string(), z.int().positive()).default({});
const LENGTHS = z.strictObject({ strings: lengths, fields: lengths });

/** The language that is exchanged: the one that is named, or the only one there is. */
export function oneOf(targets: readonly string[], source: string): string {
  const [locale, second] = targets;
  if (locale !== undefined && second === undefined) return locale;
  throw new UserError(
    locale === undefined
      ? `there is nothing to translate into but the source language itself (${source})`
      : `which language? This publication is translated into ${targets.join(', ')}`,
    'Name one: --locale zh',
  );
}

/** Around what a document is planned. */
export interface Around {
  readonly source: string;
  readonly locale: string;
  readonly settings: Settings;
  readonly locked: LockedDocument | undefined;
  readonly lengths: Lengths;
}

/** The units of a document; undefined where the source lacks it. */
export function planOf(work: WorkSources, around: Around): Plan | undefined {
  const { source, locale, settings, locked, lengths } = around;
  const files = filesOf(work, source, locale);
  if (!files?.source) return undefined;
  const read = reading(settings);
  const document = read(files.source, source);
  const { keyFigures, terms } = settings;
  return plan(document, files.target && read(files.target, locale), locale, {
    ...{ locked, keyFigures, terms },
    limits: lengths.fields,
  });
}

/** The publication's own strings. */
export async function plannedStrings(
  host: Pick<Host, 'text'>,
  source: string,
  locale: string,
  { strings }: Lengths,
): Promise<
  | {
      readonly path: string;
      readonly target: Source | undefined;
      readonly to: string;
      readonly planned: readonly PlannedString[];
    }
  | undefined
> {
  const path = `content/${source}/strings.json`;
  const own = await host.text(path);
  if (!own) return undefined;
  const to = `content/${locale}/strings.json`;
  const target = await host.text(to);
  return { path, target, to, planned: planStrings(own, target, locale, strings) };
}
