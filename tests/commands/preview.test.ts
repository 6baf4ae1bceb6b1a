/** The command: what it says, and how it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { bin, throwaway, twins } from '../publication.ts';

test('it says its address and nothing else on standard output, and Ctrl-C ends it in order', async () => {
  const { folder, files } = await throwaway(twins);
  const child = spawn(process.execPath, [bin, 'preview', '--port', '0'], { cwd: folder });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  await once(child.stdout, 'data');
  const answer = await fetch(said.trim());
  expect(answer.status).toBe(200);
  // A page that listens does not hold it up.
  const events = await fetch(`${said.trim()}events`);
  expect(events.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const ended = events.text().catch(() => '');
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([0, null]);
  await ended;
  expect(said).toMatch(/^http:\/\/localhost:\d+\/\n$/);
  expect(Object.keys(await files()).sort()).toEqual(Object.keys(twins).sort());
});

test('only this machine reaches it', async () => {
  const { folder } = await throwaway(twins);
  const child = spawn(process.execPath, [bin, 'preview', '--port', '0', '--quiet'], { cwd: folder });
  try {
    const [said] = await once(child.stdout, 'data');
    const port = new URL(String(said).trim()).port;
    // 127.0.0.2 is this machine too, but for who listens at every address of it.
    await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow();
  } finally {
    child.kill('SIGINT');
    await once(child, 'close');
  }
});

test('a port that is in use is said with what to do', async () => {
  const { run } = await throwaway(twins);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  try {
    const { code, stdout, stderr } = await run(['preview', '--port', String(port)]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toBe(`Not done: port ${port} is in use\nWhat to do: Name another: hexapla preview --port 4848\n`);
  } finally {
    other.close();
  }
});

test.each([
  [['--port', 'x'], '--port is “x”; expected a number from 0 to 65535'],
  [['--editor', 'emacs', '--port', '0'], '--editor is “emacs”; expected one of'],
  [['nowhere'], 'nowhere: there is no such folder'],
])('%j', async (words, message) => {
  const { run } = await throwaway(twins);
  const { code, stderr } = await run(['preview', ...words]);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

test.each([
  [[], true],
  [['--no-cache'], false],
])('fonts that were cut are kept for the next run, unless it is told not to: %j', async (words, kept) => {
  const { folder, files } = await throwaway(twins);
  const child = spawn(process.execPath, [bin, 'preview', '--port', '0', ...words], { cwd: folder });
  const [said] = await once(child.stdout, 'data');
  const url = String(said).trim();
  expect((await fetch(`${url}site/en/article/`)).status).toBe(200);
  expect(await (await fetch(`${url}site/en/assets/style.css`)).text()).toContain('@font-face');
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(Object.keys(await files()).some((path) => path.startsWith('.hexapla/fonts/'))).toBe(kept);
});

test.each([['check'], ['figures']])('hexapla %s takes --no-cache as every command does', async (command) => {
  const { run } = await throwaway(twins);
  expect((await run([command, '--no-cache'])).code).toBe(0);
});
