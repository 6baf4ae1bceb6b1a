import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { deliver } from './host/deliver.ts';
import { readGiven } from './host/given.ts';
import type { KnownFinding } from './judging/baseline.ts';
import type { Report, Source } from './model.ts';
import { rules } from './rules.ts';
import { UserError } from './trouble.ts';

/** How a command is told of a baseline: the findings that were there before and are not to count. */
export interface Baselining {
  /** File that has them. */
  readonly baseline?: string;
  /** File that all that is found now is written to. */
  readonly writeBaseline?: string;
  readonly quiet?: boolean;
}

/** Who asks, and what else was asked. */
interface Asking {
  readonly command: 'check' | 'build';
  /** Whether all of the publication is looked at: of a part, nobody can say what is found no more. */
  readonly whole: boolean;
  /** Files that reports are written to. */
  readonly reports: readonly string[];
  /** The option for which nothing can be written: `--watch`. */
  readonly instead?: string;
}

/** A report and what it was made of. */
interface Reported {
  readonly report: Report;
  text(path: string): string | undefined;
}

/** A baseline that reports are held to. */
export interface Baseline {
  /** The report without what was there before. What became of the baseline is said on standard error. */
  hold(reported: Reported): Promise<Report>;
}

/**
 * Reads the baseline that was asked for. Throws UserError 2 where it cannot be read, or what was asked for cannot be:
 * before anything is done.
 */
export async function openBaseline(asked: Baselining, asking: Asking): Promise<Baseline> {
  const { baseline: file, writeBaseline: to, quiet = false } = asked;
  if (to === undefined && file === undefined) return { hold: async ({ report }) => report };
  // A build without one is to start its browser.
  const { knownIn, passedOver, readBaseline, writtenBaseline } = await import('./judging/baseline.ts');
  const read = async (path: string) => readBaseline(await given(path));
  const say = (text: string) => void (!quiet && process.stderr.write(text));
  if (to !== undefined) {
    refuse(to, file, asking);
    const before = existsSync(to) ? await read(to) : [];
    return {
      async hold({ report, text }) {
        const findings = [...knownIn(report, text), ...before.filter((one) => !isFoundBy(asking.command, one))];
        await deliver(writtenBaseline(findings), to);
        say(`Written to ${to}: ${counted(report.findings.length, 'finding')}; --baseline ${to} passes over them.\n`);
        return passedOver(report, findings, text).report;
      },
    };
  }
  const known = file === undefined ? [] : await read(file);
  return {
    async hold({ report, text }) {
      const { report: left, gone } = passedOver(report, known, text);
      const passed = report.findings.length - left.findings.length;
      if (passed > 0) say(`${counted(passed, 'finding')} passed over that ${file} has.\n`);
      const isTold = asking.whole && !report.unchecked;
      const lost = isTold ? gone.filter((one) => isFoundBy(asking.command, one)).length : 0;
      if (lost > 0)
        say(
          `${counted(lost, 'entry', 'entries')} of ${file} ${lost === 1 ? 'is' : 'are'} no longer found, or not as often; update it: --write-baseline ${file}\n`,
        );
      return left;
    },
  };
}

/** What only a build finds stays where a check writes what it found, and is not missed there. */
function isFoundBy(command: Asking['command'], { rule }: KnownFinding): boolean {
  const only = rules[rule]?.only;
  return only === undefined || only === command;
}

function given(file: string): Promise<Source> {
  return readGiven(file, {
    what: 'a baseline',
    todo: `Check the spelling, or write one: hexapla check --write-baseline ${file}`,
  });
}

function refuse(to: string, file: string | undefined, { whole, reports, instead }: Asking): void {
  if (instead !== undefined)
    throw new UserError(
      `--write-baseline writes all that a check finds; it cannot go together with ${instead}`,
      `Leave out ${instead}, or --write-baseline.`,
    );
  if (!whole)
    throw new UserError(
      '--write-baseline writes all that is found; with --locale or --only, what is known of the rest would be lost',
      'Leave out --locale and --only.',
    );
  if (file !== undefined && resolve(file) !== resolve(to))
    throw new UserError(
      `--baseline is ${file}, and --write-baseline ${to}; what is written there holds all that is found, known or not`,
      'Leave out --baseline.',
    );
  if (reports.some((report) => resolve(report) === resolve(to)))
    throw new UserError(
      `a report and the baseline would both be written to ${relative('', resolve(to))}`,
      'Give each a file of its own.',
    );
}

function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
