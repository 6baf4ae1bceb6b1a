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

async function print(): Promise<number> {
  const printer = createPrinter({ signal: new AbortController().signal });
  try {
    const { bytes } = await printer.pdf(job);
    return (
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type \/Page\b/g)?.length ?? 0
    );
  } finally {
    await printer.close();
  }
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the embedded browser', () => {
  test('is unpacked whole by two runs at once, and made again when it is damaged', async () => {
    const module = JSON.stringify(join(import.meta.dirname, '../../src/host/browser.ts'));
    const script = `import { createPrinter } from ${module};
      const printer = createPrinter({ signal: new AbortController().signal });
      console.log((await printer.pdf(${JSON.stringify(job)})).pages);
      await printer.close();`;
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    const outputs = await Promise.all([run(), run()]);
    expect(outputs.map(({ stdout }) => stdout)).toEqual(['1\n', '1\n']);
    const folders = readdirSync(cache());
    expect(folders.map((name) => name.replace(/-\d.*/, ''))).toEqual(['chromium', 'fonts']);
    const program = join(cache(), folders[0] ?? '', 'chromium');
    const { size } = statSync(program);

    // Emptied, with the right size: only its failure to start shows it.
    truncateSync(program, 0);
    truncateSync(program, size);
    expect(await print()).toBe(1);
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
