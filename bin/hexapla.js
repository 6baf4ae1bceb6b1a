#!/usr/bin/env node
// Runs before anything of Hexapla is loaded, on whatever Node there is: so only what every Node of today knows.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import * as modules from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
// The repository has src/, which Node reads as it is; the package has lib/, which is compiled from it.
const inRepository = existsSync(join(here, '../src/cli.ts'));
const needed = JSON.parse(readFileSync(join(here, '../package.json'), 'utf8')).engines.node.replace(/[^\d.]/g, '');
const current = process.versions.node;
// `init` brings a Node of its own, so it runs on an older one; there is no need for another command to.
const beginning = process.argv[2] === 'init' && !inRepository && isAtLeast(current, '20');

if (isAtLeast(current, needed) || beginning) {
  // What Node compiles it keeps for the next run, in the folder for temporary files; half a start is compiling.
  modules.enableCompileCache?.();
  import(inRepository ? '../src/cli.ts' : '../lib/cli.js').catch(notLoaded);
} else {
  const installed = installedNode([process.cwd(), here]);
  if (installed) handOver(installed);
  else complain();
}

function isAtLeast(version, least) {
  const parts = version.split('.').map(Number);
  const wanted = least.split('.').map(Number);
  const at = wanted.findIndex((part, index) => part !== (parts[index] || 0));
  return at < 0 || (parts[at] || 0) > wanted[at];
}

/** The `node` package, new enough, in a node_modules/ of these folders or above them. */
function installedNode(folders) {
  for (const start of folders) {
    for (let folder = start; ; folder = dirname(folder)) {
      const home = join(folder, 'node_modules/node');
      const program = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
      if (isAnother(program) && isAtLeast(versionOf(home), needed)) return program;
      if (folder === dirname(folder)) break;
    }
  }
  return undefined;
}

/** Not this very program under another name: it would hand over to itself without end. */
function isAnother(program) {
  return existsSync(program) && realpathSync(program) !== realpathSync(process.execPath);
}

function versionOf(home) {
  try {
    return JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
  } catch {
    return '0';
  }
}

/** The other Node does the work; what this process is told, it passes on, and ends as the other does. */
function handOver(program) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  let child;
  // Before the other starts: a signal that came between would end this one and leave the other alone.
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child = spawn(program, [fileURLToPath(import.meta.url)].concat(process.argv.slice(2)), { stdio: 'inherit' });
  child.on('error', complain);
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code;
      return;
    }
    for (const name of signals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

function complain() {
  process.exitCode = 3;
  say(
    `this is Node ${current}, and Hexapla needs Node ${needed} or newer: npm install --save-dev node@24 brings it, npx hexapla then uses it`,
  );
}

/** A clone before `npm ci` lacks what it needs; anything else is a mistake of ours. */
function notLoaded(error) {
  process.exitCode = 3;
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  say(`a part is not installed (${error.message.split('\n')[0]}): npm install brings it`);
}

function say(text) {
  process.stderr.write(`hexapla: ${text}\n`);
}
