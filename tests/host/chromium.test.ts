import { execFile } from 'node:child_process';
import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createPrinter } from '../../src/host/browser.ts';
import { embeddedChromium } from '../../src/host/chromium.ts';
import { Interrupted } from '../../src/trouble.ts';
import { ownSurroundings } from './surroundings.ts';

const here = ownSurroundings({ XDG_CACHE_HOME: 'cache', TMPDIR: '' });
const cache = () => join(here.folder, 'cache/hexapla');
const job = { html: '<p>x</p>', title: 'x', locale: 'en' };

/** How the PDF begins. */
async function print(): Promise<string> {
  const printer = createPrinter({ signal: new AbortController().signal });
  try {
    return Buffer.from((await printer.pdf(job)).bytes).toString('latin1', 0, 5);
  } finally {
    await printer.close();
  }
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the embedded browser', () => {
  test('is unpacked whole by two runs at once, and made again when it is damaged', async () => {
    const module = JSON.stringify(join(import.meta.dirname, '../../src/host/browser.ts'));
    const script = `import { createPrinter } from ${module};
      const printer = createPrinter({ signal: new AbortController().signal });
      console.log(Buffer.from((await printer.pdf(${JSON.stringify(job)})).bytes).toString('latin1', 0, 5));
      await printer.close();`;
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    const outputs = await Promise.all([run(), run()]);
    expect(outputs.map(({ stdout }) => stdout)).toEqual(['%PDF-\n', '%PDF-\n']);
    const folders = readdirSync(cache());
    expect(folders.map((name) => name.replace(/-\d.*/, ''))).toEqual(['chromium', 'fonts']);
    const program = join(cache(), folders[0] ?? '', 'chromium');
    const { size } = statSync(program);

    // Emptied, with the right size: only its failure to start shows it.
    truncateSync(program, 0);
    truncateSync(program, size);
    expect(await print()).toBe('%PDF-');
    expect(readdirSync(cache())).toEqual(folders);
  }, 180_000);

  test('is not left half unpacked by an interrupt', async () => {
    const abort = new AbortController();
    const unpacking = embeddedChromium(abort.signal);
    setTimeout(() => abort.abort(), 300);
    await expect(unpacking).rejects.toBeInstanceOf(Interrupted);
    expect(readdirSync(cache())).toEqual([]);
  });
});
