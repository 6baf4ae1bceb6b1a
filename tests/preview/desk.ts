import { realpath } from 'node:fs/promises';
import { onTestFinished } from 'vitest';
import { withHost } from '../../src/host/index.ts';
import { watchFiles } from '../../src/host/watch.ts';
import { editorOf } from '../../src/preview/editor.ts';
import { type Change, type Held, hold } from '../../src/preview/held.ts';
import { serve } from '../../src/preview/server.ts';
import { type Files, type Throwaway, throwaway } from '../publication.ts';

/** A desk that is open over a throwaway publication until the test is over. */
export interface Opened extends Throwaway {
  /** Ends without a slash. */
  readonly url: string;
  readonly held: Held;
  /** Resolves with the next change of that kind that is told. */
  told(kind: Change['kind']): Promise<Change>;
}

export async function openDesk(files: Files): Promise<Opened> {
  const publication = await throwaway(files);
  const root = await realpath(publication.folder);
  const opened = Promise.withResolvers<Omit<Opened, keyof Throwaway>>();
  const over = Promise.withResolvers<void>();
  const surroundings = { signal: new AbortController().signal, quiet: true };
  const run = withHost(root, surroundings, async (host) => {
    const held = hold(host);
    const watch = await watchFiles(root, ['content', 'templates', 'hexapla.yaml'], (paths) => void held.changed(paths));
    await held.changed();
    const editor = editorOf(root, undefined, undefined);
    const server = await serve({ held, host, editor, port: 0 });
    const told = (kind: Change['kind']) => {
      return new Promise<Change>((resolve) => held.listen((change) => change.kind === kind && resolve(change)));
    };
    opened.resolve({ url: server.url.replace(/\/$/, ''), held, told });
    await over.promise;
    await server.close();
    await watch.close();
    await held.settled();
  });
  run.catch(opened.reject);
  onTestFinished(async () => {
    over.resolve();
    await run;
  });
  return { ...publication, ...(await opened.promise) };
}

/** An article in three languages in which Russian says a thousand times too much, and Chinese lacks a paragraph. */
export const journal: Files = {
  'hexapla.yaml': 'source: en\nlocales: [en, zh, ru]\noutputs: [html, pdf]\n',
  'content/en/strings.json': '{ "publication": { "name": "Columns" } }\n',
  'content/zh/strings.json': '{ "publication": { "name": "对照" } }\n',
  'content/ru/strings.json': '{ "publication": { "name": "Столбцы" } }\n',
  'content/en/news/trade.md':
    '---\ntitle: Trade\ndate: 2022-01-25\n---\nTrade was US$460 million in 1992.\n\nIt is more than US$50 billion now.\n\nThere were 13 institutes in 2021.\n',
  'content/zh/news/trade.md':
    '---\ntitle: 贸易\ndate: 2022-01-25\n---\n1992年贸易额为4.6亿美元。\n\n现在是500多亿美元。\n',
  'content/ru/news/trade.md':
    '---\ntitle: Торговля\ndate: 2022-01-25\n---\nВ 1992 году товарооборот составил 460 млрд долларов США.\n\nСейчас — более 50 млрд долларов США.\n\nВ 2021 году было 13 институтов.\n',
  'content/en/about.md': '---\ntitle: About\n---\nA journal.\n',
  'content/zh/about.md': '---\ntitle: 关于\n---\n一份刊物。\n',
  'content/ru/about.md': '---\ntitle: О журнале\n---\nЖурнал.\n',
};
