import { realpath } from 'node:fs/promises';
import { withHost } from '../host/index.ts';
import { watchFiles } from '../host/watch.ts';
import { editorOf } from '../preview/editor.ts';
import { hold } from '../preview/held.ts';
import { serve } from '../preview/server.ts';
import { loadSettings } from '../settings.ts';

/** What `preview` may be told. */
interface Options {
  /** Any that is free, if it is 0. */
  readonly port: number;
  /** Program or address of the editor that findings are opened in. */
  readonly editor?: string;
  readonly quiet?: boolean;
  /** `false`: nothing that an earlier run has kept, and nothing is kept. */
  readonly cache?: boolean;
}

/** `hexapla preview`: serves the publication and its review desk to this machine until it is interrupted. */
export async function preview(folder: string, options: Options, signal: AbortSignal): Promise<void> {
  const surroundings = { signal, quiet: true, settings: loadSettings, fresh: options.cache === false };
  await withHost(folder, surroundings, async (host) => {
    const root = await realpath(folder);
    const held = hold(host);
    const editor = editorOf(root, options.editor, process.env.VISUAL ?? process.env.EDITOR);
    const watch = await watchFiles(root, ['content', 'templates', 'hexapla.yaml'], (paths) => void held.changed(paths));
    try {
      await held.changed();
      const server = await serve({ held, host, editor, port: options.port });
      try {
        process.stdout.write(`${server.url}\n`);
        if (!options.quiet) process.stderr.write('Serving to this machine only; Ctrl-C ends it.\n');
        const trouble = held.trouble();
        if (trouble) process.stderr.write(`${trouble.message}\n`);
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      } finally {
        await server.close();
      }
    } finally {
      await watch.close();
    }
  });
}
