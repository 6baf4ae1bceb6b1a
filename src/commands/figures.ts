import { addAbortSignal } from 'node:stream';
import { publicFigure } from '../figures/public.ts';
import { readFigures } from '../figures/reading/read.ts';
import { decode } from '../host/decode.ts';
import { deliver } from '../host/deliver.ts';
import { withHost } from '../host/index.ts';
import { ledgerFormat } from '../ledgers/index.ts';
import { ledgerOf } from '../pipeline.ts';
import type { Selection } from '../scope.ts';
import { UserError } from '../trouble.ts';

/** How the ledger is asked for. */
interface Options extends Selection {
  readonly format: string;
  readonly output?: string;
  readonly quiet?: boolean;
  /** `false`: nothing that an earlier run has kept. */
  readonly cache?: boolean;
}

/** `hexapla figures`: every figure of the publication, and how each edition says it. */
export async function figures(folder: string, options: Options, signal: AbortSignal): Promise<0> {
  const form = ledgerFormat(options.format);
  const { quiet = false, cache = true } = options;
  const found = await withHost(folder, { signal, quiet, fresh: !cache }, (host) => ledgerOf(host, options));
  await deliver(form.print(found), options.output);
  return 0;
}

/** `hexapla figures --text`: the figures of the text on standard input, one JSON object a line. */
export async function figuresOfText(locale: string, signal: AbortSignal): Promise<void> {
  const language = canonical(locale);
  if (process.stdin.isTTY)
    process.stderr.write('Reading from the keyboard; Ctrl-D on a line of its own ends the text.\n');
  const { text } = decode('standard input', await readAll(signal));
  for (const figure of readFigures(text, language)) process.stdout.write(`${JSON.stringify(publicFigure(figure))}\n`);
}

function canonical(locale: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(locale);
    if (tag !== undefined) return tag;
  } catch {
    // Said below.
  }
  throw new UserError(
    `--locale is “${locale}”; expected a language tag (BCP 47)`,
    'Write it as in: hexapla figures --text --locale pt-BR',
  );
}

async function readAll(signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of addAbortSignal(signal, process.stdin)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
