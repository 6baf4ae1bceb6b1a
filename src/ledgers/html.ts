import type { Figure, Ledger, LedgerEntry, Saying, SayingState } from '../model.ts';
import { nameOf } from '../text/language.ts';
import type { LedgerFormat } from '../world.ts';
import { counts, worst } from './state.ts';

/** For whoever signs: one self-contained page, for the screen and for paper; no script, nothing fetched. */
export const html: LedgerFormat = {
  id: 'html',
  print(ledger) {
    const documents = [...Map.groupBy(ledger.entries, ({ slug }) => slug)];
    return page(ledger, documents.map(([slug, entries]) => section(slug, entries, ledger)).join('\n'));
  },
};

function page(ledger: Ledger, body: string): string {
  const { figures, agreeing, differing, missing, extra } = counts(ledger);
  const names = ledger.locales.map((locale) => `<bdi lang="${locale}">${escaped(nameOf(locale))}</bdi>`).join(' · ');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Ledger of figures</title>
<style>${STYLE}</style>
<main>
<header>
<h1>Ledger of figures</h1>
<p>${names}</p>
<dl>
${count('Figures', figures)}
${count('Agree in every edition', agreeing)}
${count('Differ', differing, 'differs')}
${count('Missing', missing, 'missing')}
${count('Not in the source', extra, 'extra')}
</dl>
</header>
${body}
<footer>
<p>Checked by <span class="blank"></span> on <span class="blank short"></span></p>
</footer>
</main>
</html>
`;
}

function count(name: string, number: number, state = ''): string {
  return `<div${state !== '' && number > 0 ? ` class="${state}"` : ''}><dt>${name}</dt><dd>${number}</dd></div>`;
}

function section(slug: string, entries: readonly LedgerEntry[], { locales }: Ledger): string {
  const heads = locales.map((locale) => `<th scope="col" lang="${locale}">${escaped(nameOf(locale))}</th>`).join('');
  const rows = entries.map((entry) => row(entry, locales)).join('\n');
  return `<section>
<h2>${escaped(slug)}</h2>
<div class="frame"><table>
<thead><tr><th scope="col">Value</th>${heads}</tr></thead>
<tbody>
${rows}
</tbody>
</table></div>
</section>`;
}

function row(entry: LedgerEntry, locales: readonly string[]): string {
  const cells = locales.map((locale) =>
    cell(
      entry.says.find((saying) => saying.locale === locale),
      locale,
    ),
  );
  return `<tr class="${worst(entry)}"><th scope="row">${value(entry.figure)}</th>${cells.join('')}</tr>`;
}

/** What a reader has to know of a state besides the words. */
const NOTES: Readonly<Partial<Record<SayingState, string>>> = {
  converted: 'converted',
  differs: 'differs',
  missing: 'missing',
  elsewhere: 'said elsewhere',
  free: '–',
  extra: 'not in the source',
  unread: 'not read',
};

function cell(saying: Saying | undefined, locale: string): string {
  if (!saying) return '<td></td>';
  const { state, figure } = saying;
  const note = NOTES[state];
  const said = figure
    ? `<bdi lang="${locale}">${escaped(figure.text)}</bdi> <small>${figure.span.start.line}:${figure.span.start.column}</small>`
    : '';
  return `<td class="${state}">${said}${note ? ` <em>${note}</em>` : ''}</td>`;
}

const BOUNDS = { exact: '', about: '≈ ', over: '> ', under: '< ', 'at-least': '≥ ', 'at-most': '≤ ' } as const;

function value({ kind, value: said, unit, bound }: Figure): string {
  const number =
    typeof said === 'string' ? grouped(said, kind) : `${grouped(said.from, kind)} – ${grouped(said.to, kind)}`;
  const measure =
    kind === 'percent'
      ? '%'
      : kind === 'percentage-point'
        ? 'percentage points'
        : kind === 'multiple'
          ? '×'
          : (unit ?? '');
  return `${BOUNDS[bound]}${escaped(number)} <small>${escaped(measure)}</small>`;
}

function grouped(text: string, kind: Figure['kind']): string {
  if (kind === 'date' || kind === 'time' || text.includes('/')) return text;
  const [whole = '', rest] = text.split('.');
  const parts = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return rest === undefined ? parts : `${parts}.${rest}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --faint: #595959; --rule: #c9c9c9; --wrong: #8f1414; --wash: #fbeeee; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #161616; --faint: #b0b0b0; --rule: #444; --wrong: #ff9c9c; --wash: #331c1c; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 80rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 1.7rem; font-weight: 600; margin: 0 0 .3rem; }
h2 { font-size: 1.05rem; font-weight: 600; margin: 2.5rem 0 .6rem; }
header p { margin: 0; color: var(--faint); }
dl { display: flex; flex-wrap: wrap; gap: .5rem 2.2rem; margin: 1.2rem 0 0; }
dl div { display: flex; flex-direction: column-reverse; }
dt { color: var(--faint); font-size: .85rem; }
dd { margin: 0; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.frame { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; border-block: 1px solid var(--ink); }
thead th { border-bottom: 1px solid var(--ink); color: var(--faint); font-weight: 500; }
th, td { text-align: start; vertical-align: baseline; padding: .3rem .9rem .3rem 0; font-weight: 400; }
tbody tr + tr > * { border-top: 1px solid var(--rule); }
tbody th { white-space: nowrap; font-variant-numeric: tabular-nums; }
small { color: var(--faint); font-size: .8em; }
em { color: var(--faint); font-style: normal; font-size: .85em; }
tr.differs, tr.missing, tr.extra { background: var(--wash); }
td.differs bdi, td.missing em, td.extra bdi, td.differs em, td.extra em, dl .differs dd, dl .missing dd, dl .extra dd { color: var(--wrong); }
footer { margin-top: 3.5rem; }
.blank { display: inline-block; min-width: 16rem; border-bottom: 1px solid var(--ink); }
.blank.short { min-width: 9rem; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #444; --rule: #bbb; --wrong: #8f1414; --wash: #f4f4f4; }
  @page { size: A4 landscape; margin: 15mm; }
  body { font-size: 8.5pt; } main { padding: 0; max-width: none; } tr { break-inside: avoid; } thead { display: table-header-group; }
}
`;
