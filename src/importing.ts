import { acceptPassages } from './accepting.ts';
import { exchangeFormatOf } from './exchange/index.ts';
import type { ReceivedUnit, Unit } from './exchange/unit.ts';
import { type Lengths, lengthsOf, oneOf, plannedStrings, planOf } from './exporting.ts';
import { levelled } from './judging/severity.ts';
import { lockOf } from './locks.ts';
import type { Draft, Finding, Levels, Phrase, Report, Severity, Source } from './model.ts';
import { sourceOf } from './stages/localise.ts';
import { readAsked } from './standing.ts';
import { type Content, isSameContent } from './text/content.ts';
import { phrase, told } from './text/phrase.ts';
import { resolved } from './translating/codes.ts';
import { placed, type Wish } from './translating/placing.ts';
import { type PlannedString, withStrings } from './translating/strings.ts';
import { UserError } from './trouble.ts';
import type { Host } from './world.ts';

/** How a file is imported. */
export interface Importing {
  readonly locale?: readonly string[];
  /** `false`: what was imported is not recorded as up to date with its source. */
  readonly accept?: boolean;
}

/** What became of a file that came back. */
export interface Imported {
  readonly locale: string;
  /** Files that were written, and how many units of each. */
  readonly written: readonly { readonly path: string; readonly units: number }[];
  /** Passages that were recorded as up to date. */
  readonly accepted: number;
  /** Units that said what is there already, that were not translated, and that are fuzzy. */
  readonly unchanged: number;
  readonly untranslated: number;
  readonly fuzzy: number;
  /** What is wrong with units: nothing was written for these. */
  readonly report: Report;
  readonly failOn: Severity;
}

/**
 * A file that came back from a translator → Markdown and strings. Each unit is written or not for itself. Throws UserError 2
 * for a file that cannot be read, or is of other languages.
 */
export async function imported(host: Host, file: Source, asked: Importing): Promise<Imported> {
  const received = exchangeFormatOf(file.text, file.path).read(file.text, file.path);
  const tag = asked.locale ?? (received.target === undefined ? undefined : [received.target]);
  const { settings, loaded, works, targets } = await readAsked(host, { ...(tag && { locale: tag }) }, true);
  const source = sourceOf(loaded.locales);
  const locale = oneOf(targets, source);
  agree(file, 'translates into', received.target, locale);
  agree(file, 'translates from', received.source, source);
  const lock = await lockOf(host, locale);
  const lengths = await lengthsOf(host);
  const inbox = new Inbox(file.path, locale, received.units);
  const written: Imported['written'][number][] = [];
  const accepted = new Map<string, Set<string>>();
  for (const work of works) {
    host.signal.throwIfAborted();
    const path = `content/${source}/${work.slug}.md`;
    const units = inbox.take(path);
    const plan =
      units.length > 0
        ? planOf(work, { source, locale, settings, lengths, locked: lock?.documents.get(work.slug) })
        : undefined;
    if (!plan) continue;
    const wishes = new Map<Wish, ReceivedUnit>();
    const done = new Set<string>();
    const byId = new Map(plan.units.map((one) => [one.unit.id, one]));
    const says = new Set(plan.units.map(({ unit }) => textOf(unit.target ?? [])));
    for (const unit of units) {
      const planned = byId.get(unit.id);
      if (!planned) inbox.stranger(unit, says);
      else {
        const content = inbox.contentOf(unit, planned.unit);
        if (content) wishes.set({ planned, content }, unit);
        if (content === null || (content && unit.standing !== 'open')) done.add(printIn(unit.id));
      }
    }
    const to = `content/${locale}/${work.slug}.md`;
    const fulfilled = placed(plan, [...wishes.keys()], to, locale);
    for (const [wish, reason] of fulfilled.refused) {
      const unit = wishes.get(wish);
      if (unit) inbox.refuse(unit, reason);
      done.delete(printIn(wish.planned.unit.id));
    }
    const count = wishes.size - fulfilled.refused.size;
    if (count > 0 && fulfilled.text !== plan.target?.source.text) {
      await host.rewrite(to, plan.target?.source.text, fulfilled.text);
      written.push({ path: to, units: count });
    }
    if (done.size > 0) accepted.set(work.slug, done);
  }
  const strings = await stringsIn(host, inbox, { source, locale, lengths });
  if (strings) written.push(strings);
  inbox.rest();
  const count = asked.accept === false || accepted.size === 0 ? 0 : await acceptPassages(host, locale, accepted);
  const { counts } = inbox;
  return {
    locale,
    written,
    accepted: count,
    ...counts,
    report: inbox.report(source, written.length, settings.rules),
    failOn: settings.failOn,
  };
}

/** The print of the source that the id of a unit holds. */
function printIn(id: string): string {
  return id.slice(1).replace(/\.\d+$/, '');
}

async function stringsIn(
  host: Host,
  inbox: Inbox,
  { source, locale, lengths }: { readonly source: string; readonly locale: string; readonly lengths: Lengths },
): Promise<Imported['written'][number] | undefined> {
  const units = inbox.take(`content/${source}/strings.json`);
  const strings = units.length > 0 ? await plannedStrings(host, source, locale, lengths) : undefined;
  if (!strings) return undefined;
  const byId = new Map(strings.planned.map((one) => [one.unit.id, one]));
  const says = new Set(strings.planned.map(({ unit }) => textOf(unit.target ?? [])));
  const wishes = new Map<PlannedString, Content>();
  for (const unit of units) {
    const planned = byId.get(unit.id);
    if (!planned) inbox.stranger(unit, says);
    const content = planned && inbox.contentOf(unit, planned.unit);
    if (planned && content) wishes.set(planned, content);
  }
  if (wishes.size === 0) return undefined;
  await host.rewrite(strings.to, strings.target?.text, withStrings(strings.target, strings.planned, wishes));
  return { path: strings.to, units: wishes.size };
}

/** Throws UserError 2 where the file says another language. */
function agree({ path }: Source, what: string, said: string | undefined, expected: string): void {
  const base = (tag: string) => tag.toLowerCase();
  if (said === undefined || base(said) === base(expected)) return;
  throw new UserError(
    `${path} ${what} ${said}; ${expected} was expected`,
    'Name the language of the file with --locale, or import it into the publication that it was exported from.',
  );
}

/** The units of a file, and what is found in them. */
class Inbox {
  readonly #path: string;
  readonly #locale: string;
  readonly #byPath: Map<string, readonly ReceivedUnit[]>;
  readonly #findings: Finding[] = [];
  readonly counts = { unchanged: 0, untranslated: 0, fuzzy: 0 };

  constructor(path: string, locale: string, units: readonly ReceivedUnit[]) {
    this.#path = path;
    this.#locale = locale;
    this.#byPath = Map.groupBy(units, (unit) => unit.path);
  }

  /** The units of a file of the source, each once. */
  take(path: string): readonly ReceivedUnit[] {
    const units = this.#byPath.get(path) ?? [];
    this.#byPath.delete(path);
    const met = new Map<string, ReceivedUnit>();
    for (const unit of units) {
      const other = met.get(unit.id);
      if (!other) met.set(unit.id, unit);
      else if (JSON.stringify(other.target) !== JSON.stringify(unit.target))
        this.#add(
          unit,
          'unit',
          'error',
          phrase`the unit ${unit.id} is in this file twice, with two translations; the first one was taken`,
          phrase`remove one of them`,
        );
    }
    return [...met.values()];
  }

  /** What a unit is to say; undefined where nothing is to be done, null where it says what is there already and its sender is done. */
  contentOf(received: ReceivedUnit, unit: Unit): Content | null | undefined {
    const { target, standing } = received;
    if (standing === 'fuzzy' && target) {
      this.counts.fuzzy += 1;
      return undefined;
    }
    if (!target || target.every((piece) => typeof piece === 'string' && piece.trim() === '')) {
      this.counts.untranslated += 1;
      return undefined;
    }
    const found = resolved(target, unit.source, unit.target, unit.kind === 'string');
    if ('faults' in found) {
      for (const fault of found.faults)
        this.#add(
          received,
          'code',
          'error',
          phrase`${fault}; nothing was written for this unit`,
          phrase`give the translation the codes of the source, each once and in pairs, and import the file again`,
        );
      return undefined;
    }
    const { content } = found;
    if (unit.target && isSameContent(content, unit.target)) {
      this.counts.unchanged += 1;
      return standing === 'done' && unit.state === 'stale' ? null : undefined;
    }
    // Tools put the source where nothing was translated yet.
    if (!unit.target && standing !== 'done' && isSameContent(content, unit.source)) {
      this.counts.untranslated += 1;
      return undefined;
    }
    const length = lengthOf(content);
    if (unit.limit !== undefined && length > unit.limit) {
      this.#add(
        received,
        'length',
        'error',
        phrase`the translation has ${length} characters; there is room for ${unit.limit}; nothing was written for this unit`,
        phrase`make it shorter`,
      );
      return undefined;
    }
    return content;
  }

  /** A unit of a source that is not there any more; `says`: what translations say now, which nobody has to take over. */
  stranger(unit: ReceivedUnit, says: ReadonlySet<string>): void {
    if (!unit.target) return;
    if (says.has(textOf(unit.target))) {
      this.counts.unchanged += 1;
      return;
    }
    this.#add(
      unit,
      'unit',
      'error',
      phrase`the unit ${unit.id} is none of ${unit.path} as it is now: its source has changed since it was exported`,
      phrase`export the file anew, take the translation over there, and import that`,
    );
  }

  refuse(unit: ReceivedUnit, reason: Phrase): void {
    this.#add(
      unit,
      'text',
      'error',
      phrase`${reason}; nothing was written for this unit`,
      phrase`write this passage into the Markdown by hand`,
    );
  }

  /** Files that the publication has not. */
  rest(): void {
    for (const [path, [unit]] of this.#byPath)
      if (unit)
        this.#add(
          unit,
          'file',
          'error',
          phrase`this publication has no ${path}; its units were left alone`,
          phrase`import the file into the publication that it was exported from`,
        );
  }

  #add(unit: ReceivedUnit, rule: string, severity: Severity, message: Phrase, hint: Phrase): void {
    const span = { path: this.#path, start: unit.at, end: unit.at };
    const draft: Draft = { severity, locale: this.#locale, span, ...told(message, hint) };
    this.#findings.push({ ...draft, rule: `exchange/${rule}` });
  }

  report(source: string, documents: number, levels: Levels): Report {
    const findings = levelled(this.#findings, levels).toSorted(
      (a, b) => a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column,
    );
    const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
    const counts = { error: count('error'), warning: count('warning'), note: count('note') };
    return {
      findings,
      summary: { ...counts, figures: 0, documents, locales: [source, this.#locale] },
      unchecked: true,
    };
  }
}

/** Without its codes. */
function textOf(content: readonly (string | object)[]): string {
  return content.filter((piece) => typeof piece === 'string').join('');
}

/** In code points, of the text without its codes. */
function lengthOf(content: Content): number {
  return [...textOf(content)].length;
}
