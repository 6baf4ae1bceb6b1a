import type { Finding, Report, Severity, Span, Summary } from '../model.ts';
import { clean, type Paint, placeOf, sgr, unpainted } from '../text/terminal.ts';
import type { ReportFormat, View } from '../world.ts';

/** For people at a terminal: each finding with its line, what to do, and the other place. */
export const pretty: ReportFormat = {
  id: 'pretty',
  print(report, view) {
    const ink = view.color ? colors : plain;
    return [...groups(report).map((group) => printGroup(group, view, ink)), summaryLine(report, ink)].join('\n');
  },
};

type Ink = Readonly<Record<Severity | 'faint' | 'strong', Paint>>;

const plain: Ink = { error: unpainted, warning: unpainted, note: unpainted, faint: unpainted, strong: unpainted };
const colors: Ink = { error: sgr(31), warning: sgr(33), note: sgr(36), faint: sgr(2), strong: sgr(1) };

/** Findings come sorted, so those of a file stand together. */
function groups({ findings }: Report): (readonly Finding[])[] {
  return [...Map.groupBy(findings, ({ span }) => span.path).values()];
}

function printGroup(findings: readonly Finding[], view: View, ink: Ink): string {
  return findings.map((finding) => printFinding(finding, view, ink)).join('');
}

function printFinding(finding: Finding, view: View, ink: Ink): string {
  const { span, severity, message, rule, hint, related = [] } = finding;
  const lines = [
    `${ink.strong(placeOf(span))}  ${ink[severity](severity)}  ${clean(message)}  ${ink.faint(`(${rule})`)}`,
    ...excerpt(span, view, ink[severity]),
    ...(hint === undefined ? [] : [`hint: ${clean(hint)}`]),
    ...related.map((other) => `see ${placeOf(other.span)}  ${clean(other.message)}`),
  ];
  return `${lines.join('\n    ')}\n`;
}

/** Cells of a terminal that an excerpt may take. */
const room = 84;

/** The line of the finding, cut around it, and a line that underlines it; nothing for a finding without length. */
function excerpt({ path, start, end }: Span, view: View, paint: Paint): string[] {
  const line = view
    .text(path)
    ?.split(/\r\n|\n|\r/)
    [start.line - 1]?.replaceAll(/\p{Cc}/gu, ' ');
  const until = end.line === start.line ? end.column : (line?.length ?? 0) + 1;
  if (line === undefined || until <= start.column) return [];
  const said = cut(line.slice(start.column - 1, until - 1), room - 20, 'end');
  const [head, tail] = [line.slice(0, start.column - 1), line.slice(until - 1)];
  const rest = room - width(said);
  // Half to each side, and what one side does not need to the other.
  const before = cut(head, Math.max(Math.floor(rest / 2), rest - width(tail)), 'start');
  const after = cut(tail, rest - width(before), 'end');
  return [
    `${before}${said}${after}`.trimEnd(),
    ' '.repeat(width(before)) + paint('^'.repeat(Math.max(1, width(said)))),
  ];
}

/** As much of a text as fits into so many cells, with an ellipsis where something was taken away. */
function cut(text: string, cells: number, at: 'start' | 'end'): string {
  if (width(text) <= cells) return text;
  const characters = [...text];
  if (at === 'start') characters.reverse();
  let taken = '';
  for (const character of characters) {
    if (width(taken) + width(character) > cells - 1) break;
    taken = at === 'start' ? character + taken : taken + character;
  }
  return at === 'start' ? `…${taken}` : `${taken}…`;
}

/** Cells of a terminal: ideographs and their like take two, marks none (Unicode Standard Annex 11). */
function width(text: string): number {
  let cells = 0;
  for (const character of text) cells += wide.test(character) ? 2 : unseen.test(character) ? 0 : 1;
  return cells;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const unseen = /[\p{Mn}\p{Me}\p{Cf}]/u;

function summaryLine({ summary, unchecked }: Report, ink: Ink): string {
  const found = (['error', 'warning', 'note'] as const)
    .filter((severity) => summary[severity] > 0)
    .map((severity) => ink[severity](counted(summary[severity], severity)));
  const texts = `${counted(summary.documents, 'document')}, ${languages(summary)}`;
  const seen = unchecked ? texts : `${counted(summary.figures, 'figure')} in ${texts}`;
  const none = unchecked ? 'Not checked' : summary.known ? 'No new findings' : 'No findings';
  const rest = unchecked && found.length > 0 ? '; the texts were not checked' : '';
  return `${found.length === 0 ? none : found.join(', ')}: ${seen}${rest}\n`;
}

function languages({ locales }: Summary): string {
  return `${counted(locales.length, 'language')} (${locales.join(', ')})`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
