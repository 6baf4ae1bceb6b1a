import { formats } from '../formats/index.ts';
import type { Artifact, Settings, Typeset } from '../model.ts';
import type { Format, Host } from '../world.ts';

/** The format of that name; the settings let only names pass that there are. */
export function formatOf(id: string): Format {
  const format = formats.find((candidate) => candidate.id === id);
  if (!format) throw new Error(`There is no format ${id}`);
  return format;
}

/** These outputs are to be made: their formats may get ready. */
export function expectOutputs(outputs: Settings['outputs'], host: Host): void {
  for (const format of formats) format.expect?.(outputs, host);
}

/** Makes the files of one locale in one format, one at a time. */
export async function* print(typeset: Typeset, format: Format, host: Host): AsyncGenerator<Artifact> {
  const pages = new Set(typeset.pages.map(({ path }) => path));
  const of = pages.size;
  const detail = `${typeset.locale} ${format.id}`;
  host.progress({ stage: 'print', done: 0, of, detail });
  for await (const artifact of format.print(typeset, host)) {
    host.signal.throwIfAborted();
    if (pages.delete(artifact.path)) host.progress({ stage: 'print', done: of - pages.size, of, detail });
    yield artifact;
  }
}
