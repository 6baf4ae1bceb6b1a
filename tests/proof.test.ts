import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('who prints does not load pdf.js, which would replace its base64 by a slow one', () => {
  const pipeline = new URL('../src/pipeline.ts', import.meta.url).href;
  const script = `const was = Uint8Array.fromBase64;
    await import('${pipeline}');
    process.stdout.write(String(was === Uint8Array.fromBase64));`;
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })).toBe('true');
});
