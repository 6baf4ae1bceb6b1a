import { spawn } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bin, hexapla, throwaway } from './publication.ts';

/** Makes a Node believe that it is another one. */
const pretend = (version: string) => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    `Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`,
  )}`,
});

/** A folder with a `node` package in it, whose program is this script. */
async function beside(version: string, script: string): Promise<string> {
  const { folder } = await throwaway({ 'node_modules/node/package.json': JSON.stringify({ version }) });
  const program = join(folder, 'node_modules/node/bin/node');
  await mkdir(join(folder, 'node_modules/node/bin'));
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o755);
  return folder;
}

test('a Node that is too old says so in one line: which it is, which is needed, how to get it', async () => {
  const { folder } = await throwaway({});
  for (const version of ['18.20.4', '20.11.1', '22.17.9']) {
    expect(await hexapla(['build'], folder, { env: pretend(version) })).toEqual({
      code: 3,
      stdout: '',
      stderr: `hexapla: this is Node ${version}, and Hexapla needs Node 22.18 or newer: npm install --save-dev node@24 brings it, npx hexapla then uses it\n`,
    });
  }
});

test('a newer Node that is installed beside does the work instead', async () => {
  const folder = await beside('24.1.0', 'echo "$@"; cat; echo trouble >&2; exit 7');
  const run = await hexapla(['check', '--format', 'json'], folder, { env: pretend('20.11.1'), stdin: 'passed on\n' });
  expect(run).toEqual({ code: 7, stdout: `${bin} check --format json\npassed on\n`, stderr: 'trouble\n' });
});

test('it is found from a folder below, and passed by if it is too old itself', async () => {
  const folder = await beside('24.1.0', 'exit 7');
  await mkdir(join(folder, 'a/b'), { recursive: true });
  expect((await hexapla(['check'], join(folder, 'a/b'), { env: pretend('20.11.1') })).code).toBe(7);
  const old = await beside('22.17.0', 'exit 7');
  expect((await hexapla(['check'], old, { env: pretend('20.11.1') })).code).toBe(3);
});

test('it hears the signals that the first one gets', async () => {
  // A shell cannot trap SIGINT where it was started with it ignored, as in a job of a script; SIGTERM it can.
  const folder = await beside('24.1.0', "trap 'exit 130' TERM; echo ready; while :; do sleep 0.05; done");
  const child = spawn(process.execPath, [bin, 'build'], {
    cwd: folder,
    env: { ...process.env, ...pretend('20.11.1') },
  });
  child.stdout.once('data', () => child.kill('SIGTERM'));
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
});
