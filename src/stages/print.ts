import { indexPath, isSought } from '../formats/html.ts';
import { formats } from '../formats/index.ts';
import type { Artifact, Typeset } from '../made.ts';
import type { Settings } from '../model.ts';
import type { Format, Host, Making, Press } from '../world.ts';

/** The format of that name; the settings let only names pass that there are. */
export function formatOf(id: string): Format {
  const format = formats.find((candidate) => candidate.id === id);
  if (!format) throw new Error(`There is no format ${id}`);
  return format;
}

export { indexPath, isSought };

/** The index for searching these pages of a language, by their paths below its folder. */
export async function* index(locale: string, pages: ReadonlyMap<string, string>, host: Host): AsyncGenerator<Artifact> {
  const sought = Array.from(pages, ([path, html]) => ({ path, html }));
  for (const { path, bytes } of await host.search(locale, sought))
    yield { path: indexPath(locale, path), locale, bytes };
}

/** These outputs are to be made: their formats may get ready. */
export function expectOutputs(outputs: Settings['outputs'], host: Host): void {
  for (const format of formats) format.expect?.(outputs, host);
}

/** The files of one locale in one format. */
export async function* print(typeset: Typeset, format: Format, at: Press): AsyncGenerator<Making> {
  const { host } = at;
  const detail = `${typeset.locale} ${format.id}`;
  const open = new Set<string>();
  let [begun, ended] = [0, false];
  const say = () => {
    const done = begun - open.size;
    host.progress({ stage: 'print', done, ...(ended && { of: begun }), detail });
  };
  const pages = async function* () {
    for await (const page of typeset.pages) {
      begun += 1;
      open.add(page.path);
      yield page;
    }
    ended = true;
    // How many there are is known only now; a log wants to be told when all are made.
    if (open.size === 0) say();
  };
  for await (const make of format.print({ ...typeset, pages: pages() }, at)) {
    yield async () => {
      host.signal.throwIfAborted();
      const artifact = await make();
      if (open.delete(artifact.path)) say();
      return artifact;
    };
  }
}

/**
 * What all these make, each as soon as it is made: one that takes long holds up no other. Of several errors the first is
 * thrown, in the order in which they were to be made.
 */
export async function* made(all: AsyncIterable<Making>): AsyncGenerator<Artifact> {
  const open = new Map<number, Promise<Outcome>>();
  const next = async (): Promise<Artifact> => {
    const { number, made } = await Promise.race(open.values());
    open.delete(number);
    if ('artifact' in made) return made.artifact;
    // Those that were begun before it may fail too.
    const others = await Promise.all(open.values());
    const errors = [{ number, made }, ...others].flatMap((one) =>
      'error' in one.made ? [{ ...one.made, number: one.number }] : [],
    );
    throw errors.reduce((first, other) => (other.number < first.number ? other : first)).error;
  };
  let begun = 0;
  try {
    for await (const make of all) {
      open.set(begun, outcome(begun, make));
      begun += 1;
      if (open.size >= AT_WORK) yield await next();
    }
    while (open.size > 0) yield await next();
  } finally {
    // What is in the making when something else fails wants its browser and its threads until it is done.
    await Promise.all(open.values());
  }
}

/** What has become of the making of that number. */
interface Outcome {
  readonly number: number;
  readonly made: { readonly artifact: Artifact } | { readonly error: unknown };
}

async function outcome(number: number, make: Making): Promise<Outcome> {
  try {
    return { number, made: { artifact: await make() } };
  } catch (error) {
    return { number, made: { error } };
  }
}

/** So many files are in the making: a format prints many small ones at once, while others are finished, read back and written. */
const AT_WORK = 60;
