/** What goes out is valid for the tools that others validate with: Okapi for XLIFF 2, gettext for PO. Skipped, saying so, where they are not. */
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { obstacle, verdicts } from '../../bench/conformance/xliff.ts';
import { throwaway } from '../publication.ts';

const root = join(import.meta.dirname, '../..');
const noOkapi = obstacle();
const noGettext = spawnSync('msgfmt', ['--version']).status === 0 ? undefined : 'no gettext';

async function exportsAs(format: string): Promise<readonly string[]> {
  const publication = await throwaway({ 'templates/lengths.json': '{ "fields": { "title": 120 } }' });
  cpSync(join(root, 'content'), join(publication.folder, 'content'), { recursive: true });
  // One passage of which the source has changed, and a language that is not there yet.
  const path = 'content/en/about.md';
  const text = (await publication.files('content/en'))[path] ?? '';
  await publication.write({ [path]: text.replace('founded in 2019', 'founded in the year 2019') });
  const files = ['zh', 'ru', 'de'].map((locale) => [locale, join(publication.folder, `${locale}.${format}`)] as const);
  for (const [locale, file] of files) {
    const { code, stderr } = await publication.run([
      'exchange',
      'export',
      '--locale',
      locale,
      '--format',
      format,
      '--output',
      file,
    ]);
    expect(code, stderr).toBe(0);
  }
  return files.map(([, file]) => file);
}

test.skipIf(noOkapi !== undefined)(
  `XLIFF 2.1 is valid by its schema and constraints${noOkapi ? ` (skipped: ${noOkapi})` : ''}`,
  async () => {
    expect(verdicts(await exportsAs('xliff'))).toEqual(['valid', 'valid', 'valid']);
  },
);

test.skipIf(noGettext !== undefined)(
  `PO is what gettext compiles${noGettext ? ` (skipped: ${noGettext})` : ''}`,
  async () => {
    for (const file of await exportsAs('po')) {
      const { status, stderr } = spawnSync('msgfmt', ['--check-format', '-o', '/dev/null', file], { encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
  },
);
