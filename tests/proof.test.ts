import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('whoever proves a PDF reads none of what finishes it, and no template', () => {
  const module = new URL('../src/proof.ts', import.meta.url).href;
  const script = `import { registerHooks } from 'node:module';
    const seen = [];
    registerHooks({ load(url, context, next) { seen.push(url); return next(url, context); } });
    const { proving } = await import('${module}');
    await proving.load();
    process.stdout.write(seen.join('\\n'));`;
  const loaded = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).split(
    '\n',
  );
  expect(loaded.filter((url) => url.includes('/src/pdf/reading/')).length).toBeGreaterThan(5);
  expect(loaded.filter((url) => /pdf-lib|pdfjs|liquid|src\/pdf\/(?!read)/.test(url))).toEqual([]);
});
