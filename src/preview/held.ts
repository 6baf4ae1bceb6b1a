import { setImmediate as breath } from 'node:timers/promises';
import type { Finding } from '../model.ts';
import type { Host } from '../world.ts';
import { openShelf } from './shelf.ts';
import { readState, type State, withTexts } from './state.ts';
import { openSurveys } from './surveys.ts';
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

/** Opens a publication; it is empty until it is first told that it changed. */
export function hold(host: Host): Held {
  const shelf = openShelf();
  const surveys = openSurveys(host, shelf);
  const listeners: ((change: Change) => void)[] = [];
  let state: State | undefined;
  // Of reading the whole, and of a text in it.
  let [unread, unchecked]: (Trouble | undefined)[] = [];
  let findings: readonly Finding[] = [];
  let checked = false;
  let [reading, checking] = [Promise.resolve(), Promise.resolve()];
  let version = 0;
  const tell = (change: Change) => {
    version += 1;
    for (const listener of listeners) listener(change);
  };
  /** Nothing that anyone writes may end the server. */
  const kindly = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      if (host.signal.aborted) return;
      unread = troubleOf(error);
      tell({ kind: 'trouble' });
    }
  };
  const read = async (paths: readonly string[] | undefined) => {
    const before = state;
    const same = before && paths && !unread ? await withTexts(before, paths, host, shelf) : undefined;
    if (same === before && before) return;
    state = same ?? (await readState(host, shelf, (before?.setting ?? 0) + 1));
    unread = undefined;
    tell(same && before ? { kind: 'texts', slugs: changedIn(before, same) } : { kind: 'all' });
    checking = Promise.allSettled([checking, kindly(check)]).then(() => undefined);
  };
  const check = async () => {
    // The page that somebody waits for comes first.
    await breath();
    const now = state;
    if (!now) return;
    const report = () => {
      findings = surveys.findings(now);
      tell({ kind: 'found' });
    };
    const trouble = await surveys.look(surveys.stale(now), now);
    // Somebody has written meanwhile, and it is their turn.
    if (state !== now) return;
    unchecked = trouble && troubleOf(trouble);
    if (trouble) tell({ kind: 'trouble' });
    if (checked) {
      report();
      await new Promise((resolve) => setTimeout(resolve, QUIET));
      if (state !== now) return;
    }
    surveys.lookAtWhole(now);
    checked = true;
    report();
  };
  return {
    state: () => state,
    trouble: () => unread ?? unchecked,
    findings: () => findings,
    checked: () => checked,
    changed(paths) {
      reading = reading.then(() => kindly(() => read(paths)));
      return reading;
    },
    async settled() {
      await reading;
      await checking;
    },
    version: () => version,
    listen: (listener) => {
      listeners.push(listener);
    },
  };
}

function changedIn(before: State, after: State): readonly string[] {
  return [...after.works].filter(([slug, work]) => work !== before.works.get(slug)).map(([slug]) => slug);
}
