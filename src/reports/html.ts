import { createHash } from 'node:crypto';
import type { Finding, Report, Severity, Source, Span } from '../model.ts';
import { direction } from '../text/direction.ts';
import { nameOf } from '../text/language.ts';
import { offsetOf } from '../text/mapped.ts';
import { escaped, escapedAttribute } from '../text/markup.ts';
import { placeOf } from '../text/terminal.ts';
import { legal } from '../text/xml.ts';
import type { ReportFormat, View } from '../world.ts';

/** For people without a terminal: one self-contained page. No script, nothing fetched; the filters are style alone. */
export const html: ReportFormat = {
  id: 'html',
  print(report, view) {
    const style = STYLE + filtering(report);
    const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;
    const documents = [...Map.groupBy(report.findings, ({ span }) => placeIn(span).slug)].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    const source = sourcesOf(view);
    const sections = documents.map(([slug, findings]) => section(slug, findings, { report, source }));
    return legal(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Findings</title>
<style>${style}</style>
<main>
<h1>Findings</h1>
<p>${escaped(scopeOf(report))}</p>
${filters(report)}${sections.join('\n')}
</main>
</html>
`);
  },
};

interface Of {
  readonly report: Report;
  /** The same each time, so that where its lines begin is counted once. */
  readonly source: (path: string) => Source | undefined;
}

function sourcesOf(view: View): Of['source'] {
  const known = new Map<string, Source | undefined>();
  return (path) => {
    if (!known.has(path)) {
      const text = view.text(path);
      known.set(path, text === undefined ? undefined : { path, text });
    }
    return known.get(path);
  };
}

const severities: Readonly<Record<Severity, string>> = { error: 'Errors', warning: 'Warnings', note: 'Notes' };

function scopeOf({ findings, summary, unchecked }: Report): string {
  const { figures, documents, locales, known = 0 } = summary;
  const passed = known > 0 ? ` ${counted(known, 'finding')} of the baseline passed over.` : '';
  const none = known > 0 ? 'No new findings: ' : 'No findings: ';
  const texts = `${counted(documents, 'document')}, ${counted(locales.length, 'language')} (${locales.join(', ')})`;
  if (unchecked) return `The texts were not checked: ${texts}.${passed}`;
  return `${findings.length === 0 ? none : ''}${counted(figures, 'figure')} in ${texts}.${passed}`;
}

/** Severities and languages that there is something of, each with how much. */
function kindsOf({ findings, summary }: Report): {
  readonly severities: readonly (readonly [Severity, number])[];
  readonly locales: readonly (readonly [string, number])[];
} {
  const count = (is: (finding: Finding) => boolean) => findings.filter(is).length;
  const known = [...new Set([...summary.locales, ...findings.map(({ locale }) => locale)])];
  return {
    severities: (['error', 'warning', 'note'] as const)
      .map((severity) => [severity, count((finding) => finding.severity === severity)] as const)
      .filter(([, number]) => number > 0),
    locales: known
      .map((locale) => [locale, count((finding) => finding.locale === locale)] as const)
      .filter(([, number]) => number > 0),
  };
}

function filters(report: Report): string {
  if (report.findings.length === 0) return '';
  const { severities: levels, locales } = kindsOf(report);
  const box = (id: string, name: string, number: number) =>
    `<label><input type="checkbox" id="${id}" checked> ${name} <b>${number}</b></label>`;
  return `<fieldset><legend>Severity</legend>${levels.map(([severity, number]) => box(`s-${severity}`, severities[severity], number)).join('\n')}</fieldset>
<fieldset><legend>Language</legend>${locales.map(([locale, number]) => box(idOf(locale), named(locale), number)).join('\n')}</fieldset>
`;
}

/** Which findings a box that is not ticked hides, and which documents have then nothing to show. */
function filtering(report: Report): string {
  const { severities: levels, locales } = kindsOf(report);
  const boxes = [...levels.map(([severity]) => `s-${severity}`), ...locales.map(([locale]) => idOf(locale))];
  const hidden = boxes.map((id) => `body:has(#${id}:not(:checked)) .${id} { display: none; }`);
  const shown = levels.flatMap(([severity]) =>
    locales.map(
      ([locale]) =>
        `body:has(#s-${severity}:checked):has(#${idOf(locale)}:checked) section.has-${severity}-${idOf(locale)} { display: block; }`,
    ),
  );
  return `${hidden.join('\n')}\n@supports selector(:has(*)) {\nsection { display: none; }\n${shown.join('\n')}\n}\n`;
}

/** A name of a class or an id: a tag is letters, digits and hyphens. */
function idOf(locale: string): string {
  return `l-${locale.replaceAll(/[^\w-]/g, '_')}`;
}

function section(slug: string, findings: readonly Finding[], of: Of): string {
  const kinds = new Set(findings.map(({ severity, locale }) => `has-${severity}-${idOf(locale)}`));
  return `<section class="${[...kinds].sort().join(' ')}">
<h2>${escaped(slug)}</h2>
${findings.map((finding) => article(finding, of)).join('\n')}
</section>`;
}

function article(finding: Finding, of: Of): string {
  const { rule, severity, locale, span, message, hint, related = [], fix } = finding;
  const rest = [
    hint !== undefined && `<p class="hint">What to do: ${escaped(hint)}</p>`,
    fix &&
      `<p class="hint"><code>hexapla check --fix</code> writes: <del lang="${escapedAttribute(locale)}">${escaped(fix.was)}</del> → <ins lang="${escapedAttribute(locale)}">${escaped(fix.text)}</ins></p>`,
  ].filter((part) => typeof part === 'string');
  const places = [
    place(span, undefined, of),
    related.length > 0 ? `<div>${related.map((other) => place(other.span, other.message, of)).join('')}</div>` : '',
  ];
  return `<article class="finding s-${severity} ${idOf(locale)}">
<h3><b>${severity}</b> ${escaped(message)}</h3>
<p class="what">${named(locale)} · <code>${escaped(rule)}</code></p>
${[...rest, `<div class="sides">${places.join('')}</div>`].join('\n')}
</article>`;
}

/** One side: whose words, where, and the words. */
function place(span: Span, message: string | undefined, { report, source }: Of): string {
  const { locale } = placeIn(span);
  const isKnown = locale !== undefined && report.summary.locales.includes(locale);
  const tongue = isKnown ? ` lang="${escapedAttribute(locale)}" dir="${direction(locale)}"` : ' dir="auto"';
  const quoted = excerpt(span, source);
  const said = quoted
    ? `<blockquote${tongue}>${quoted}</blockquote>`
    : message
      ? `<p${tongue}>${escaped(message)}</p>`
      : '';
  const whose = isKnown ? `${named(locale)} ` : '';
  return `<div><p class="where">${whose}<code>${escaped(placeOf(span))}</code></p>${said}</div>`;
}

/** UTF-16 units that are quoted of a line before and behind a finding, and of the finding itself. */
const AROUND = 240;
const LONGEST = 800;

/** The line of the finding, which is marked in it; cut where it is long. */
function excerpt({ path, start, end }: Span, source: (path: string) => Source | undefined): string {
  const file = source(path);
  if (file === undefined) return '';
  const [from, to] = [offsetOf(file, start), offsetOf(file, end)];
  const before = file.text.slice(offsetOf(file, { line: start.line, column: 1 }), from);
  const said = file.text.slice(from, to);
  const [after = ''] = file.text.slice(to, to + AROUND + 1).split(/[\r\n]/, 1);
  const marked = said === '' ? '' : `<mark>${escaped(head(said, LONGEST))}</mark>`;
  return `${escaped(tail(before, AROUND))}${marked}${escaped(head(after, AROUND))}`.trim();
}

function head(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
}

function tail(text: string, most: number): string {
  return text.length <= most
    ? text
    : `…${text
        .slice(-most)
        .toWellFormed()
        .replace(/^\ufffd/, '')}`;
}

/** A document goes by its slug in all languages, any other file by its path. */
function placeIn({ path }: Span): { readonly slug: string; readonly locale?: string } {
  const [, locale, slug] = /^content\/([^/]+)\/(.+)\.md$/.exec(path) ?? [];
  if (locale !== undefined && slug !== undefined) return { slug, locale };
  const [, other] = /^content\/([^/]+)\//.exec(path) ?? [];
  return { slug: path, ...(other !== undefined && { locale: other }) };
}

function named(locale: string): string {
  return `<bdi lang="${escapedAttribute(locale)}">${escaped(nameOf(locale))}</bdi>`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const STYLE = `
:root { color-scheme: light dark; --faint: light-dark(#4d4d4d, #b8b8b8); --rule: light-dark(#c4c4c4, #4a4a4a); --mark: light-dark(#ffe58a, #5c4a00); --ink: light-dark(#1b1b1b, #ececec); --error: light-dark(#8c1d18, #ffb4ab); --warning: light-dark(#633f00, #f3c969); --note: light-dark(#0b4a6f, #9fd0f2); --right: light-dark(#14532d, #9ad6a5); }
body { margin: 0; background: light-dark(#fff, #161616); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
fieldset { display: inline-flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 0 1rem .5rem 0; border: 1px solid var(--rule); }
label { padding-block: .2rem; }
input { inline-size: 1.2rem; block-size: 1.2rem; margin: 0 .2rem 0 0; vertical-align: -.2rem; }
h1 { margin: 0; font-size: 1.6rem; }
h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
h3 { margin: 0; font-size: 1rem; font-weight: 600; }
.finding { margin-block: 1rem; padding-inline-start: .8rem; border-inline-start: 4px solid; break-inside: avoid; }
.finding.s-error { border-color: var(--error); }
.finding.s-warning { border-color: var(--warning); }
.finding.s-note { border-color: var(--note); }
.s-error b { color: var(--error); }
.s-warning b { color: var(--warning); }
.s-note b { color: var(--note); }
p { margin: .2rem 0; }
.what, .where { color: var(--faint); font-size: .9rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: .2rem 1.5rem; margin-block: .5rem; }
blockquote { margin: 0 0 .5rem; white-space: pre-wrap; }
mark { background: var(--mark); color: inherit; }
del { color: var(--error); }
ins { color: var(--right); }
`;
