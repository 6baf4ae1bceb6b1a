import { marked } from '../judging/fingerprint.ts';
import type { Finding, Fix, Report, Span } from '../model.ts';
import { familyOf } from '../text/family.ts';
import type { ReportFormat, View } from '../world.ts';

/** For code scanning and editors: SARIF 2.1.0 (OASIS). Nothing in it is of the machine or the hour. */
export const sarif: ReportFormat = {
  id: 'sarif',
  print(report, view) {
    const { findings, unchecked, known } = report;
    const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
    const marks = fingerprints(report, view);
    const run = {
      tool: {
        driver: {
          name: 'Hexapla',
          version: view.version,
          semanticVersion: view.version,
          rules: rules.map((rule) => describe(rule, view)),
        },
      },
      originalUriBaseIds: { [ROOT]: { description: { text: 'The folder that paths are counted from.' } } },
      columnKind: 'utf16CodeUnits',
      ...(unchecked && { properties: { checked: false } }),
      results: findings.map((finding, at) => ({
        ruleId: finding.rule,
        ruleIndex: rules.indexOf(finding.rule),
        level: finding.severity,
        // What a baseline knows is not reported.
        ...(known && { baselineState: 'new' }),
        message: message(withHint(finding)),
        locations: [location(finding.span, view)],
        ...(finding.related?.length && {
          relatedLocations: finding.related.map((other, id) => ({
            id,
            ...location(other.span, view),
            message: message(other.message),
          })),
        }),
        ...(finding.fix && { fixes: [fixOf(finding.fix, view)] }),
        partialFingerprints: { 'hexaplaFinding/v1': marks[at] },
        properties: { locale: finding.locale },
      })),
    };
    return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
  },
};

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** What GitHub and editors take for the root of the repository. */
const ROOT = '%SRCROOT%';

function describe(rule: string, { families }: View): object {
  const family = familyOf(rule, families);
  const promise = family?.promise ?? `A rule of Hexapla’s: ${rule}.`;
  const silencing = `Where the text is right as it is, this comment before its block keeps the rule silent there: <!-- hexapla-ignore ${rule}: the reason -->`;
  const help = [promise, 'Each finding says what to do.', ...(family?.isCheck ? [silencing] : [])].join('\n\n');
  return { id: rule, shortDescription: message(promise), fullDescription: message(promise), help: message(help) };
}

/** Braces and brackets would be placeholders and links (SARIF 2.1.0, 3.11.5 and 3.11.6). */
function message(text: string): { readonly text: string } {
  return { text: text.replaceAll(/[[\]\\]/g, String.raw`\$&`).replaceAll(/[{}]/g, '$&$&') };
}

function withHint({ message, hint }: Finding): string {
  return hint === undefined ? message : `${message}\nWhat to do: ${hint}`;
}

function location(span: Span, view: View): object {
  return { physicalLocation: { artifactLocation: artifact(span.path, view), region: region(span) } };
}

function artifact(path: string, { base }: View): object {
  return { uri: (base + path).split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

/** Both count columns from 1 and end behind the last one (SARIF 2.1.0, 3.30.2). */
function region({ start, end }: Span): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixOf({ span, was, text }: Fix, view: View): object {
  const replacement = { deletedRegion: region(span), insertedContent: { text } };
  return {
    description: message(`${was} → ${text}`),
    artifactChanges: [{ artifactLocation: artifact(span.path, view), replacements: [replacement] }],
  };
}

/** The same thing found again in a file is counted, behind what a baseline knows of it, so that no two are one. */
function fingerprints({ findings, known = [] }: Report, view: View): readonly string[] {
  const counts = new Map<string, number>();
  const marks = marked([...known, ...findings], view.text).map(({ mark }) => {
    const count = (counts.get(mark) ?? 0) + 1;
    counts.set(mark, count);
    return `${mark}:${count}`;
  });
  return marks.slice(known.length);
}
