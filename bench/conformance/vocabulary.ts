import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MODULES = join(import.meta.dirname, '../../node_modules');

/**
 * What of these articles, as JSON-LD, is not in schema.org's vocabulary or is no value that it allows. The vocabulary is
 * that of `schema-dts`, its types as TypeScript has them; TypeScript looks at each article as if somebody had written it.
 */
export function strangers(articles: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-vocabulary-'));
  try {
    const written = articles.map((json, n) => `export const a${n}: WithContext<Article> = ${json};`);
    writeFileSync(
      join(folder, 'articles.ts'),
      `import type { Article, WithContext } from 'schema-dts';\n${written.join('\n')}\n`,
    );
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      module: 'esnext',
      moduleResolution: 'bundler',
      paths: { 'schema-dts': [join(MODULES, 'schema-dts')], 'schema-dts-lib': [join(MODULES, 'schema-dts-lib')] },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['articles.ts'] }));
    const run = spawnSync(process.execPath, [join(MODULES, 'typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    return run.stdout.split('\n').filter((line) => /^\S.*error TS\d+/.test(line));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
