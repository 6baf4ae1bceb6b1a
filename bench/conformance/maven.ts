import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why what a project of Maven names cannot run here; undefined if it can. Maven fetches it once, into its own repository. */
export function obstacleTo(pom: string, name: string): string | undefined {
  for (const [program, argument] of [
    ['java', '-version'],
    ['mvn', '--version'],
  ] as const) {
    if (spawnSync(program, [argument]).status !== 0) return `no ${program === 'java' ? 'Java' : 'Maven'}`;
  }
  return classPath(pom) === undefined ? `Maven cannot fetch ${name}` : undefined;
}

const known = new Map<string, string>();

export function classPath(pom: string): string | undefined {
  const found = known.get(pom) ?? resolved(pom);
  if (found !== undefined) known.set(pom, found);
  return found;
}

function resolved(pom: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-maven-'));
  try {
    const file = join(folder, 'classpath');
    const words = ['-q', '-B', '-f', pom, 'dependency:build-classpath', `-Dmdep.outputFile=${file}`];
    return spawnSync('mvn', words, { timeout: 240_000 }).status === 0 ? readFileSync(file, 'utf8').trim() : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
