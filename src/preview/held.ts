import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises';
import { openShelf } from '../keeping/shelf.ts';
import { readState, type State, withTexts } from '../keeping/state.ts';
import type { Finding } from '../model.ts';
import type { Host } from '../world.ts';
import { openSurveys, type Surveys } from './surveys.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** What has changed: texts of documents, named by their slugs; anything; what the checks say; that something cannot be read. */
export type Change =
  | { readonly kind: 'texts'; readonly slugs: readonly string[] }
  | { readonly kind: 'all' | 'found' | 'trouble' };

/** A publication that is held in memory and kept up to date while others write. */
export interface Held {
  /** As it was last read whole; undefined if it never was. */
  state(): State | undefined;
  /** Why it cannot be read as it now stands: what was read before is shown meanwhile. */
  trouble(): Trouble | undefined;
  /** What the checks say, sorted. What they say of a text comes a moment after it. */
  findings(): readonly Finding[];
  /** Whether all of it has been checked. */
  checked(): boolean;
  /** These files have changed; anything, if none is named. Resolves when they have been read; never throws. */
  changed(paths?: readonly string[]): Promise<void>;
  /** Resolves when all has been checked that is known to have changed. */
  settled(): Promise<void>;
  listen(listener: (change: Change) => void): void;
  /** How often it has told of a change: a page that was made before the last one is out of date. */
  version(): number;
}

/** In milliseconds: what only the whole shows is looked for when nobody has written for so long. */
const QUIET = 150;
/** In milliseconds: so soon a browser asks for what it was told of. */
const ASKING = 40;

/** Opens a publication; it is empty until it is first told that it changed. */
export function hold(host: Host): Held {
  return new Keeper(host);
}

class Keeper implements Held {
  readonly #host: Host;
  readonly #shelf = openShelf();
  readonly #surveys: Surveys;
  readonly #listeners: ((change: Change) => void)[] = [];
  #state: State | undefined;
  /** Of reading the whole, and of a text in it. */
  #unread: Trouble | undefined;
  #unchecked: Trouble | undefined;
  #findings: readonly Finding[] = [];
  /** What was told of them last: nobody is told the same again. */
  #said: string | undefined;
  #checked = false;
  #version = 0;
  #reading = Promise.resolve();
  #checking = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
    this.#surveys = openSurveys(host, this.#shelf);
  }

  state = () => this.#state;
  trouble = () => this.#unread ?? this.#unchecked;
  findings = () => this.#findings;
  checked = () => this.#checked;
  version = () => this.#version;

  listen(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }

  changed(paths?: readonly string[]): Promise<void> {
    this.#reading = this.#reading.then(() => this.#kindly(() => this.#read(paths)));
    return this.#reading;
  }

  async settled(): Promise<void> {
    await this.#reading;
    await this.#checking;
  }

  #tell(change: Change): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener(change);
  }

  /** Nothing that anyone writes may end the server. */
  async #kindly(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (this.#host.signal.aborted) return;
      this.#unread = troubleOf(error);
      this.#tell({ kind: 'trouble' });
    }
  }

  async #read(paths: readonly string[] | undefined): Promise<void> {
    const before = this.#state;
    const isText = before && paths && !this.#unread;
    const same = isText ? await withTexts(before, paths, this.#host, this.#shelf) : undefined;
    if (before && same === before) return;
    this.#state = same ?? (await readState(this.#host, this.#shelf, (before?.setting ?? 0) + 1));
    this.#unread = undefined;
    this.#tell(same && before ? { kind: 'texts', slugs: changedIn(before, same) } : { kind: 'all' });
    this.#checking = Promise.allSettled([this.#checking, this.#kindly(() => this.#check())]).then(() => undefined);
  }

  async #check(): Promise<void> {
    // The page that somebody waits for comes first: a browser asks for it when it has been told.
    if (this.#checked) await pause(ASKING);
    else await breath();
    const now = this.#state;
    if (!now) return;
    const trouble = await this.#surveys.look(this.#surveys.stale(now), now);
    // Somebody has written meanwhile, and it is their turn.
    if (this.#state !== now) return;
    const isTold = trouble !== undefined || this.#unchecked !== undefined;
    this.#unchecked = trouble && troubleOf(trouble);
    if (isTold) this.#tell({ kind: 'trouble' });
    if (this.#checked) {
      this.#report(now);
      await pause(QUIET);
      if (this.#state !== now) return;
    }
    this.#surveys.lookAtWhole(now);
    this.#checked = true;
    this.#report(now);
  }

  #report(now: State): void {
    const findings = this.#surveys.findings(now);
    const said = JSON.stringify(findings);
    if (said === this.#said) return;
    this.#said = said;
    this.#findings = findings;
    this.#tell({ kind: 'found' });
  }
}

function changedIn(before: State, after: State): readonly string[] {
  return [...after.works].filter(([slug, work]) => work !== before.works.get(slug)).map(([slug]) => slug);
}
