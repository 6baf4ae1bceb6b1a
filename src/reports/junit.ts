import type { Finding, Report, Severity } from '../model.ts';
import { familyOf } from '../text/family.ts';
import { clean, placeOf } from '../text/terminal.ts';
import { element, escaped, legal, lines } from '../text/xml.ts';
import type { ReportFormat, View } from '../world.ts';

/**
 * For CI systems: a suite for each document in each language, in it a case for each check, and one for each failure. As
 * Jenkins' schema has it (junit-10.xsd of its xunit plugin). What does not fail is told in the case of its check.
 */
export const junit: ReportFormat = {
  id: 'junit',
  print(report, view) {
    const suites = suitesOf(report, view);
    const sum = { tests: 0, failures: 0 };
    for (const { cases, failures } of suites) {
      sum.tests += cases.length;
      sum.failures += failures;
    }
    const all = lines(
      '',
      'testsuites',
      { name: 'Hexapla', tests: sum.tests, failures: sum.failures, errors: 0, time: 0 },
      suites.map(({ path, cases, failures, skipped }) =>
        lines(
          '  ',
          'testsuite',
          {
            name: legal(path),
            tests: cases.length,
            failures,
            errors: 0,
            skipped,
            time: 0,
            file: legal(view.base + path),
          },
          cases,
        ),
      ),
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n${all}\n`;
  },
};

interface Suite {
  readonly path: string;
  readonly cases: readonly string[];
  readonly failures: number;
  readonly skipped: number;
}

/** Of every document that was looked at, and of every other file in which something was found; sorted by path. */
function suitesOf({ findings, documents = [], unchecked }: Report, view: View): readonly Suite[] {
  const found = Map.groupBy(findings, ({ span }) => span.path);
  const looked = new Set(documents.map(({ path }) => path));
  return [...new Set([...looked, ...found.keys()])].sort().map((path) => {
    const own = found.get(path) ?? [];
    const failed = own.filter(({ severity }) => weights[severity] >= weights[view.failOn]);
    const rest = own.filter((finding) => !failed.includes(finding));
    const isSkipped = unchecked === true && looked.has(path);
    const passed = isSkipped ? [skipped(path)] : looked.has(path) ? passes(path, failed, rest, view) : [];
    // What is of no check has no case of its own to be told in.
    const told = isSkipped ? rest : rest.filter(({ rule }) => !looked.has(path) || !checkOf(rule, view));
    const cases = [...passed, ...told.map((finding) => remark(finding)), ...failed.map((finding) => failure(finding))];
    return { path, cases, failures: failed.length, skipped: isSkipped ? 1 : 0 };
  });
}

const weights: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

function checkOf(rule: string, { families }: View): string | undefined {
  const family = familyOf(rule, families);
  return family?.isCheck ? family.id : undefined;
}

/** A case for each check that nothing fails. */
function passes(path: string, failed: readonly Finding[], rest: readonly Finding[], view: View): readonly string[] {
  const failing = new Set(failed.map(({ rule }) => checkOf(rule, view)));
  return view.families
    .filter(({ id, isCheck }) => isCheck && (!failing.has(id) || rest.some(({ rule }) => checkOf(rule, view) === id)))
    .map(({ id }) => {
      const said = rest.filter(({ rule }) => checkOf(rule, view) === id).map(wording);
      return testcase(
        path,
        id,
        said.length === 0 ? [] : [element('system-out', {}, escaped(legal(said.join('\n\n'))))],
      );
    });
}

function skipped(path: string): string {
  return testcase(path, 'checks', [element('skipped', { message: 'The texts were not checked.' })]);
}

function remark(finding: Finding): string {
  return testcase(finding.span.path, nameOf(finding), [element('system-out', {}, escaped(legal(wording(finding))))]);
}

function failure(finding: Finding): string {
  const said = element(
    'failure',
    { type: finding.severity, message: clean(legal(finding.message)) },
    escaped(legal(wording(finding))),
  );
  return testcase(finding.span.path, nameOf(finding), [said]);
}

/** With its place, as a name is to be that of one case. */
function nameOf({ rule, span: { start } }: Finding): string {
  return `${rule} ${start.line}:${start.column}`;
}

/** The class is the path without its ending: Jenkins would take what stands behind the last dot for the class. */
function testcase(path: string, name: string, children: readonly string[]): string {
  const attributes = { name: legal(name), classname: legal(path.replace(/\.\w+$/, '')), time: 0 };
  return lines(
    '    ',
    'testcase',
    attributes,
    children.map((child) => `      ${child}`),
  );
}

function wording({ severity, rule, span, message, hint, related = [] }: Finding): string {
  return [
    `${placeOf(span)}: ${severity}: ${message} (${rule})`,
    ...(hint === undefined ? [] : [`What to do: ${hint}`]),
    ...related.map((other) => `See ${placeOf(other.span)}: ${other.message}`),
  ].join('\n');
}
