import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { classPath, obstacleTo } from './maven.ts';

const FOLDER = join(import.meta.dirname, 'xml');
const POM = join(FOLDER, 'pom.xml');

/** A schema, of which `xml/` says where it comes from. */
export type Schema = 'atom.rnc' | 'sitemap-links.xsd' | 'siteindex.xsd';

/** Why XML cannot be held to its schemas here; undefined if it can. */
export function xmlPrepared(): string | undefined {
  return obstacleTo(POM, 'Jing');
}

/** What of these files a schema does not allow, `file:line: why`; nothing is an empty list. Throws where they cannot be read. */
export function complaints(schema: Schema, files: readonly string[]): readonly string[] {
  const java = ['-cp', classPath(POM) ?? '', join(FOLDER, 'Validate.java')];
  const run = spawnSync('java', [...java, join(FOLDER, schema), ...files], { encoding: 'utf8' });
  const said = run.stdout.split('\n').filter((line) => line !== '');
  if (run.status !== 0 && said.length === 0) throw new Error(`${schema}: ${run.stderr}`);
  return said;
}
