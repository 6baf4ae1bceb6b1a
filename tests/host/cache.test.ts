import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cutOnce, openCache } from '../../src/host/cache.ts';
import type { Cut } from '../../src/host/cut.ts';
import { throwaway } from '../publication.ts';

/** A cache in a folder of its own, and a cutter that counts. */
async function cutter() {
  const { folder } = await throwaway({ 'a.ttf': 'AAAA', 'b.ttf': 'BBBB' });
  const cuts: string[] = [];
  const cut = async ({ text }: Cut) => {
    cuts.push(text);
    return new TextEncoder().encode(`cut ${text}`);
  };
  const share = (text: string, part: Partial<Cut> = {}): Cut => ({
    name: 'a',
    path: join(folder, 'a.ttf'),
    text,
    container: 'ttf',
    ...part,
  });
  return { folder, cuts, share, ask: () => cutOnce(openCache(join(folder, '.hexapla/fonts'), 1e6), cut) };
}

test('a font that was cut to the same characters is not cut again, by the next build either', async () => {
  const { cuts, share, ask } = await cutter();
  const first = await ask()(share('xyz'));
  expect(new TextDecoder().decode(await ask()(share('xyz')))).toBe(new TextDecoder().decode(first));
  expect(cuts).toEqual(['xyz']);
});

test('other characters, another container, another font or a newer one are cut', async () => {
  const { folder, cuts, share, ask } = await cutter();
  const cut = ask();
  await cut(share('x'));
  await cut(share('xy'));
  await cut(share('x', { container: 'woff2' }));
  await cut(share('x', { path: join(folder, 'b.ttf') }));
  await utimes(join(folder, 'a.ttf'), new Date(0), new Date(0));
  await cut(share('x'));
  expect(cuts).toHaveLength(5);
});

test('one that is damaged is cut again, and a folder that cannot be written to is no failure', async () => {
  const { folder, cuts, share, ask } = await cutter();
  await ask()(share('x'));
  const [name = ''] = await readdir(join(folder, '.hexapla/fonts'));
  await writeFile(join(folder, '.hexapla/fonts', name), '');
  await ask()(share('x'));
  expect(cuts).toHaveLength(2);
  const other = await cutter();
  await writeFile(join(other.folder, '.hexapla'), 'a file where a folder would be');
  await other.ask()(other.share('x'));
  expect(other.cuts).toEqual(['x']);
});
