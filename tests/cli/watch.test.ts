/** `build --watch`: what it says and does while somebody writes, and how it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bin, type Files, type Throwaway, throwaway, twins } from '../publication.ts';

const html: Files = { ...twins, 'hexapla.yaml': 'outputs: [html]\n' };
const ru = String(twins['content/ru/article.md']);

interface Watching extends Throwaway {
  /** What it has said since it was asked the last time, once that has this in it. */
  said(what: string | RegExp): Promise<string>;
  /** Its exit code after a keystroke. */
  end(signal?: NodeJS.Signals): Promise<unknown>;
}

async function watching(files: Files, words: readonly string[] = []): Promise<Watching> {
  const publication = await throwaway(files);
  const child = spawn(process.execPath, [bin, 'build', '--watch', ...words], { cwd: publication.folder });
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = once(child, 'close');
  let [text, at] = ['', 0];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return {
    ...publication,
    async said(what) {
      const found = () => (typeof what === 'string' ? text.slice(at).includes(what) : what.test(text.slice(at)));
      while (!found() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
      const all = text.slice(at);
      at = text.length;
      expect(all).toMatch(what);
      return all;
    },
    async end(signal = 'SIGINT') {
      child.kill(signal);
      return (await closed)[0];
    },
  };
}

test('it builds, and again what is saved, however it is saved, with a report each time; Ctrl-C ends it in order', async () => {
  const { folder, said, files, run, end } = await watching(html);
  const article = join(folder, 'content/ru/article.md');
  await said('No findings');
  const first = await files('dist');
  await writeFile(article, ru.replace('млн', 'млрд'));
  const wrong = await said('1 error');
  expect(wrong).toContain('content/ru/article.md:4:');
  expect(wrong).toMatch(/Written to dist\/: 1 file, in \d+\.\d\d s\n/);
  // As editors do: emptied first, or written beside it and put in its place.
  await writeFile(article, '');
  await writeFile(article, ru);
  await said('No findings');
  expect(await files('dist')).toEqual(first);
  await writeFile(join(folder, 'content/ru/.article.md.swp'), 'x');
  await writeFile(join(folder, 'content/ru/article.md~1'), ru.replace('достиг', 'был'));
  await rename(join(folder, 'content/ru/article.md~1'), article);
  await said('No findings');
  expect(String((await files('dist'))['dist/ru/article/index.html'])).not.toBe(first['dist/ru/article/index.html']);
  // A text comes, and goes.
  await writeFile(join(folder, 'content/en/more.md'), '---\ntitle: More\n---\nTwo.\n');
  await said('content/ru/more.md');
  await rm(join(folder, 'content/en/more.md'));
  await said('No findings');
  const last = await files('dist');
  expect(await end()).toBe(0);
  expect(await files('dist')).toEqual(last);
  await rm(join(folder, 'dist'), { recursive: true });
  expect((await run(['build', '--quiet'])).code).toBe(0);
  expect(await files('dist')).toEqual(last);
});

test('what cannot be read is said with its place, and it goes on', async () => {
  const { folder, said, write, files, end } = await watching({
    ...html,
    'content/ru/article.md': '---\ntitle: [\n---\n',
  });
  const first = await said('What to do:');
  expect(first).toMatch(/^Not done: content\/ru\/article\.md:\d+:\d+: /m);
  await write({ 'content/ru/article.md': ru });
  await said('No findings');
  const before = await files('dist');
  await write({ 'templates/article.liquid': '{{ nothing }}\n' });
  expect(await said('What to do:')).toContain('Not done: templates/article.liquid:1:4: there is no variable nothing');
  await write({ 'hexapla.yaml': 'outputs: [htm]\n' });
  await said('hexapla.yaml:1');
  expect(await files('dist')).toEqual(before);
  await write(html);
  await said('templates/article.liquid:1:4');
  // At once: what is emptied first may be built twice.
  await write({ 'aside.liquid': '<p>{{ document.title }}</p>' });
  await rename(join(folder, 'aside.liquid'), join(folder, 'templates/article.liquid'));
  await said('No findings');
  expect((await files('dist'))['dist/en/article/index.html']).toContain('<p>Trade</p>');
  // What was written in several steps may be in the making once more.
  expect([0, 130]).toContain(await end('SIGTERM'));
});

test('Ctrl-C in the middle of a build leaves what was there, and says so', async () => {
  const texts = Array.from({ length: 60 }, (_, n) => [
    `content/en/t${n}.md`,
    `---\ntitle: T\n---\n${'A text.\n\n'.repeat(300)}`,
  ]);
  const { said, end, files } = await watching({ ...Object.fromEntries(texts), 'dist/mine.txt': 'mine' });
  await said('Watching');
  expect(await end()).toBe(130);
  expect(await said('Interrupted')).toContain('What was there before is there still.');
  expect(await files('dist')).toEqual({ 'dist/mine.txt': 'mine' });
});

test.each([
  [['--format', 'x'], 'there is no report of the form “x”'],
  [['nowhere'], 'nowhere: there is no such folder'],
])('what is wrong before anything is built ends it: %j', async (words, message) => {
  const { run } = await throwaway(html);
  const { code, stderr } = await run(['build', '--watch', ...words]);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

test('reports for programs come one after the other', async () => {
  const { said, write, end } = await watching(html, ['--format', 'json', '--quiet']);
  const found = (text: string) => JSON.parse(text).findings.length;
  expect(found(await said(/\n}\n$/))).toBe(0);
  await write({ 'content/ru/article.md': ru.replace('млн', 'млрд') });
  expect(found(await said(/\n}\n$/))).toBe(1);
  expect(await end()).toBe(0);
});

test('PDFs are printed again too', { timeout: 60_000 }, async () => {
  const { said, write, files, end } = await watching({ ...html, 'hexapla.yaml': 'outputs: [html, pdf]\n' });
  await said('No findings');
  const before = await files('dist');
  await write({ 'content/ru/article.md': ru.replace('достиг', 'был') });
  expect(await said('No findings')).toMatch(/Written to dist\/: 2 files, 1 printed page, in/);
  const after = await files('dist');
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(changed).toEqual(['dist/figures.json', 'dist/ru/article.pdf', 'dist/ru/article/index.html']);
  expect(await end()).toBe(0);
});
