import { type Command, Option } from 'commander';
import { UserError } from './trouble.ts';

/** What every command that looks at a publication may be told. */
export interface Common {
  readonly locale?: readonly string[];
  readonly only?: string;
  readonly format: string;
  readonly output?: string;
  readonly report?: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly failOn?: 'error' | 'warning' | 'note';
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly cache: boolean;
}

/** The forms of reports, for help. */
export const REPORTS = 'pretty, json, sarif, junit, github or html';

/** What most commands take. */
export function addCommon(command: Command, form = `the report: ${REPORTS}`): Command {
  return command
    .argument('[publication]', 'folder of the publication', '.')
    .addOption(locales('only this language; repeatable'))
    .option('--only <glob>', 'only these documents, by their path below the language: "news/*"')
    .option('--format <name>', `form of ${form}`, 'pretty')
    .option('--output <file>', 'write the report to a file instead of standard output')
    .addOption(failOn())
    .option('--quiet', 'no progress, and no report when there are no findings')
    .option('--no-color', 'no colours, also not on a terminal')
    .addOption(uncached());
}

/** A report into a file, beside the one of `--format`, as often as there are some. */
export function reportTo(): Option {
  return new Option(
    '--report <form=file>',
    'write a report of this form to a file besides: sarif=out.sarif; repeatable',
  ).argParser<readonly string[]>(collect);
}

/** Findings that were there before: what is read of them, and where they are written. */
export function addBaseline(command: Command): Command {
  return command
    .option('--baseline <file>', 'pass over the findings that this file has: only new ones are reported and count')
    .option('--write-baseline <file>', 'write all findings to this file, for --baseline');
}

function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}

/** The severity that makes the exit code 1. */
export function failOn(): Option {
  return new Option(
    '--fail-on <severity>',
    'findings of this severity or above make the exit code 1 (default: error)',
  ).choices(['error', 'warning', 'note']);
}

/** The same for all: what keeps nothing yet takes it, too, so that a script may say it of any command. */
export function uncached(): Option {
  return new Option('--no-cache', 'use nothing that earlier runs have kept, such as printed PDFs, and keep nothing');
}

/** A language, as often as there are some. */
export function locales(description: string): Option {
  return new Option('--locale <tag>', description).argParser<readonly string[]>(collect);
}

/** What stands below the help of a command. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** The language of a text; it has one. */
export function oneLocale({ locale = [] }: Pick<Common, 'locale'>): string {
  const [tag, second] = locale;
  if (tag !== undefined && second === undefined) return tag;
  throw new UserError(
    tag === undefined ? '--text needs the language of the text' : 'a text has one language; --locale names several',
    'Write it as in: hexapla figures --text --locale ru < article.txt',
  );
}

/** A whole number of pages; more than some dozens is a slip of the finger. */
export function positive(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= 64) return number;
  throw new UserError(
    `--jobs is “${value}”; expected a whole number from 1 to 64`,
    'Write it as in: hexapla build --jobs 4',
  );
}

/** A port; 0 is any that is free. */
export function portOf(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new UserError(
    `--port is “${value}”; expected a number from 0 to 65535`,
    'Write it as in: hexapla preview --port 4848',
  );
}
