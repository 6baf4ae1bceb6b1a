import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { classPath, obstacleTo } from './maven.ts';

const folder = join(import.meta.dirname, 'xliff');
const pom = join(folder, 'pom.xml');

/** Why Okapi's XLIFF Toolkit cannot run here; undefined if it can. */
export function obstacle(): string | undefined {
  return obstacleTo(pom, 'okapi-lib-xliff2');
}

/** What is wrong with each file as XLIFF 2 (schema, and the constraints that no schema has); `valid` where nothing is. */
export function verdicts(files: readonly string[]): readonly string[] {
  const words = ['-cp', classPath(pom) ?? '', join(folder, 'Valid.java'), ...files];
  const { stdout } = spawnSync('java', words, { encoding: 'utf8' });
  return stdout.trim().split('\n');
}
