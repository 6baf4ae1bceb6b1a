import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { classPath, obstacleTo } from './maven.ts';

/** A rule that a file does not keep, with how often and an example of where. */
export interface Failure {
  readonly file: string;
  readonly rule: string;
  readonly checks: number;
  readonly what: string;
  readonly where: string;
}

/** Which standard a file is held to, by veraPDF's names: `ua1`, `2a` … */
export type Flavour = 'ua1' | '2a' | '2u';

const POM = join(import.meta.dirname, 'pom.xml');

/** Why veraPDF cannot run here; undefined if it can. */
export function prepared(): string | undefined {
  return obstacleTo(POM, 'veraPDF');
}

/** Holds files to a standard; none failed is an empty list. Throws where veraPDF itself fails. */
export function failures(flavour: Flavour, files: readonly string[]): readonly Failure[] {
  const java = ['-cp', classPath(POM) ?? '', 'org.verapdf.apps.GreenfieldCliWrapper'];
  const how = ['-f', flavour, '--format', 'json', '--loglevel', '0', '--maxfailuresdisplayed', '1'];
  const run = spawnSync('java', [...java, ...how, ...files], { encoding: 'utf8', maxBuffer: 1e9 });
  const { report }: Output = JSON.parse(run.stdout);
  if (report.jobs.length !== files.length) throw new Error(`veraPDF looked at ${report.jobs.length} files`);
  return report.jobs.flatMap(({ itemDetails: { name }, validationResult }) => {
    if (!validationResult) throw new Error(`veraPDF could not read ${name}`);
    return validationResult.flatMap(({ details }) =>
      details.ruleSummaries.map(({ clause, testNumber, failedChecks, description, checks }) => ({
        file: name,
        rule: `${clause}-${testNumber}`,
        checks: failedChecks,
        what: description,
        where: checks[0]?.context ?? '',
      })),
    );
  });
}

/** What of veraPDF's JSON is read here. */
interface Output {
  readonly report: {
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string };
      readonly validationResult?: readonly {
        readonly details: {
          readonly ruleSummaries: readonly {
            readonly clause: string;
            readonly testNumber: number;
            readonly failedChecks: number;
            readonly description: string;
            readonly checks: readonly { readonly context: string }[];
          }[];
        };
      }[];
    }[];
  };
}
