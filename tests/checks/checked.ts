import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withHost } from '../../src/host/index.ts';
import type { Finding } from '../../src/model.ts';
import { checkPublication } from '../../src/pipeline.ts';

/** Writes a publication into a temporary folder and gives what `hexapla check` finds in it. */
export async function checked(files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-check-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const surroundings = { signal: new AbortController().signal, quiet: true };
    const { report } = await withHost(folder, surroundings, (host) => checkPublication(host, {}));
    return report.findings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `file:line:column rule`, as in the examples of the checks. */
export function briefly({ span, rule }: Finding): string {
  return `${span.path}:${span.start.line}:${span.start.column} ${rule}`;
}

/** What is found in the figures of a paragraph and its translation: `value` for an error, `value?` for a warning. */
export async function slipsIn(
  said: string,
  locale: string,
  translation: string,
  source = 'en',
): Promise<readonly string[]> {
  const found = await checked({
    'hexapla.yaml': `source: ${source}\nlocales: [${source}, ${locale}]\n`,
    [`content/${source}/a.md`]: `---\ntitle: x\n---\n${said}\n`,
    [`content/${locale}/a.md`]: `---\ntitle: x\n---\n${translation}\n`,
  });
  const figures = found.filter(({ rule, severity }) => rule.startsWith('figures/') && severity !== 'note');
  return figures.map(({ rule, severity }) => rule.slice('figures/'.length) + (severity === 'error' ? '' : '?'));
}
