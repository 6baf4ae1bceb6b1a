import type { Finding, Report, Severity } from '../model.ts';
import { clean, placeOf } from '../text/terminal.ts';
import type { ReportFormat, View } from '../world.ts';

/** Annotations in GitHub's pull requests (workflow commands), and tables in Markdown for the summary of the step. */
export const github: ReportFormat = {
  id: 'github',
  print({ findings }, view) {
    return findings.map((finding) => `${annotation(finding, view)}\n`).join('');
  },
  summary(report) {
    const { findings } = report;
    const shown = findings.slice(0, MOST).map(row);
    const rest = findings.length - shown.length;
    const list = [
      '',
      '| | place | finding | rule |',
      '|---|---|---|---|',
      ...shown,
      ...(rest > 0 ? ['', `And ${rest} more.`] : []),
    ];
    return `${['### Hexapla', '', ...totals(report), ...(findings.length === 0 ? [] : list)].join('\n')}\n\n`;
  },
};

/** GitHub takes a mebibyte for a step; so many rows are some hundred kilobytes. */
const MOST = 500;

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

function annotation({ severity, rule, span, message, hint, related = [] }: Finding, { base }: View): string {
  const { path, start, end } = span;
  const properties = {
    file: base + path,
    line: start.line,
    // GitHub takes columns only within one line.
    ...(start.line === end.line && { col: start.column }),
    endLine: end.line,
    ...(start.line === end.line && { endColumn: end.column }),
    title: rule,
  };
  const said = [
    message,
    ...(hint === undefined ? [] : [`What to do: ${hint}`]),
    ...related.map((other) => `See ${placeOf(other.span)}: ${other.message}`),
  ].join('\n');
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${levels[severity]} ${written.join(',')}::${escaped(said)}`;
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** As workflow commands have it: one line, whatever the text holds. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** How many of each severity in each language; what was not looked for is not said to be none. */
function totals({ findings, summary, unchecked }: Report): readonly string[] {
  const locales = [...new Set([...summary.locales, ...findings.map(({ locale }) => locale)])];
  const rows = locales.map((locale) => {
    const own = findings.filter((finding) => finding.locale === locale);
    const count = (severity: Severity) => own.filter((finding) => finding.severity === severity).length;
    return `| ${cell(locale)} | ${count('error')} | ${count('warning')} | ${count('note')} |`;
  });
  const table = ['| language | errors | warnings | notes |', '|---|---:|---:|---:|', ...rows];
  const { known = 0 } = summary;
  const passed = known > 0 ? ['', `Of the baseline, ${known} ${known === 1 ? 'was' : 'were'} passed over.`] : [];
  return [...(unchecked ? ['The texts were not checked.', ''] : []), ...table, ...passed];
}

function row({ severity, rule, span, message, hint }: Finding): string {
  const said = hint === undefined ? cell(message) : `${cell(message)}<br>${cell(hint)}`;
  return `| ${severity} | ${cell(placeOf(span))} | ${said} | ${cell(rule)} |`;
}

/** Text in a cell of GitHub's Markdown: one line, and none of its signs means anything. */
function cell(text: string): string {
  return clean(text).replaceAll(/[\\`*_{}[\]<>()#+!|~&@:$]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
