import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Finding, Report, Severity, Source } from '../model.ts';
import { parseJson } from '../text/json.ts';
import { UserError } from '../trouble.ts';
import { marked, type TextOf } from './fingerprint.ts';

const entry = z.object({
  file: z.string(),
  rule: z.string(),
  locale: z.string(),
  text: z.string(),
  fingerprint: z.string().regex(/^[\da-f]{32}$/),
  count: z.number().int().min(1).optional(),
});

const schema = z.object({ version: z.literal(1), findings: z.array(entry) });

/** A finding that was there before: `text` is what stands at its place, for people; `count`, how often it is there, if not once. */
export type KnownFinding = Readonly<z.infer<typeof entry>>;

/** What belongs there, in the words of a message. */
const expected: Readonly<Record<string, string>> = {
  version: 'the number 1',
  findings: 'a list of findings',
  fingerprint: '32 hexadecimal digits',
  count: 'a whole number, 1 or more',
};

/** Reads a baseline. Throws UserError 2 with the place of what is wrong in it. */
export function readBaseline(source: Source): readonly KnownFinding[] {
  const read = schema.safeParse(parseJson(source));
  if (read.success) return read.data.findings;
  const [issue] = read.error.issues;
  const path = issue?.path ?? [];
  throw new UserError(
    `${source.path}:${placeOf(path, source)}: ${faultAt(path)}`,
    'Take the file as git has it, or write it to another one with --write-baseline.',
  );
}

function faultAt(path: readonly PropertyKey[]): string {
  const [list, number, field = list] = path;
  const which = typeof number === 'number' ? `finding ${number + 1}` : undefined;
  if (which !== undefined && path.length === 2)
    return `${which} is none; expected what --write-baseline writes, such as "file", "rule" and "fingerprint"`;
  if (field === undefined) return 'this is no baseline; expected { "version": 1, "findings": [ … ] }';
  const name = `“${String(field)}”${which === undefined ? '' : ` of ${which}`}`;
  return `${name} is missing or wrong; expected ${expected[String(field)] ?? 'a text'}`;
}

/** JSON is YAML (YAML 1.2, 1.2), whose parser knows where things stand; of what is missing, the closest thing around it. */
function placeOf(path: readonly PropertyKey[], { text }: Source): string {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const range = path
    .map((_, n) => document.getIn(path.slice(0, path.length - n), true))
    .concat(document.contents)
    .map((node) => z.object({ range: z.tuple([z.number()], z.number()) }).safeParse(node).data?.range)
    .find((found) => found !== undefined);
  const { line, col } = lines.linePos(range?.[0] ?? 0);
  return `${line}:${col}`;
}

/** All findings of a report as a baseline has them: each once, sorted, so that the same findings give the same bytes. */
export function knownIn({ findings, known = [] }: Report, text: TextOf): readonly KnownFinding[] {
  const all = new Map<string, KnownFinding>();
  for (const { finding, mark, place } of marked([...known, ...findings], text)) {
    const { rule, locale, span } = finding;
    const key = keyOf({ locale, fingerprint: mark });
    const count = (all.get(key)?.count ?? (all.has(key) ? 1 : 0)) + 1;
    all.set(key, {
      ...{ file: span.path, rule, locale, text: excerpt(place), fingerprint: mark },
      ...(count > 1 && { count }),
    });
  }
  return sorted([...all.values()]);
}

/** One finding a line, the same order everywhere: whoever adds one and whoever takes another out seldom meet in git. */
export function writtenBaseline(findings: readonly KnownFinding[]): string {
  const lines = sorted(findings).map((one) => `    ${JSON.stringify(one)}`);
  return `{\n  "version": 1,\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

/** A report without what was there before. */
export interface Judged {
  readonly report: Report;
  /** What was there before, and is there no more, or not as often. */
  readonly gone: readonly KnownFinding[];
}

/** Passes over what a baseline knows, as often as it knows it. */
export function passedOver(report: Report, baseline: readonly KnownFinding[], text: TextOf): Judged {
  const left = new Map<string, number>();
  // A finding that stands there twice came together when two branches were merged, and was there once in each.
  for (const one of baseline) left.set(keyOf(one), Math.max(left.get(keyOf(one)) ?? 0, one.count ?? 1));
  const known: Finding[] = [];
  const findings: Finding[] = [];
  for (const { finding, mark } of marked(report.findings, text)) {
    const key = keyOf({ locale: finding.locale, fingerprint: mark });
    const count = left.get(key) ?? 0;
    (count > 0 ? known : findings).push(finding);
    left.set(key, count - 1);
  }
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const counts = { error: count('error'), warning: count('warning'), note: count('note') };
  return {
    report: { ...report, findings, known, summary: { ...report.summary, ...counts, known: known.length } },
    gone: [...new Map(baseline.map((one) => [keyOf(one), one])).values()].filter(
      (one) => Number(left.get(keyOf(one))) > 0,
    ),
  };
}

/** File, rule and text are in the fingerprint. */
function keyOf({ locale, fingerprint }: Pick<KnownFinding, 'locale' | 'fingerprint'>): string {
  return `${locale} ${fingerprint}`;
}

/** So many characters say which passage is meant. */
const SHOWN = 60;

function excerpt(place: string): string {
  const signs = [...place.replaceAll(/\s+/g, ' ').trim()];
  return signs.length > SHOWN ? `${signs.slice(0, SHOWN).join('')}…` : signs.join('');
}

function sorted(findings: readonly KnownFinding[]): readonly KnownFinding[] {
  const key = ({ file, rule, text, locale, fingerprint }: KnownFinding) => [file, rule, text, locale, fingerprint];
  return findings
    .map((one) => [key(one).join('\0'), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, one]) => one);
}
