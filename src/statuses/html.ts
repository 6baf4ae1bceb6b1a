import type { Run } from '../freshness/changes.ts';
import type { DocumentStanding, Open, Standing } from '../standing.ts';
import { nameOf } from '../text/language.ts';
import { escaped } from '../text/markup.ts';
import { counted, matter, percent, type StatusFormat, totals } from './said.ts';

/** One self-contained page: no script, nothing fetched. */
export const html: StatusFormat = {
  id: 'html',
  print(standing) {
    const open = standing.documents.filter(({ state }) => state !== 'fresh');
    return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Status of translations</title>
<style>${STYLE}</style>
<main>
<h1>Status of translations</h1>
${summary(standing)}
${open.map(section).join('\n')}
</main>
</html>
`;
  },
};

function summary(standing: Standing): string {
  const rows = totals(standing).map((total) => {
    const rest = counted(total.open) || 'nothing';
    return `<tr><th scope="row" lang="${total.locale}">${escaped(nameOf(total.locale))}</th><td>${percent(total)}%</td><td>${total.fresh} of ${total.words}</td><td>${rest}</td></tr>`;
  });
  return `<table>
<thead><tr><th scope="col">Language</th><th scope="col">Up to date</th><th scope="col">Words</th><th scope="col">Open</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function section({ slug, locale, state, words, fresh, open }: DocumentStanding): string {
  const items =
    state === 'missing' || state === 'extra'
      ? [`<li>${state === 'missing' ? 'There is no translation.' : 'The source has no such document.'}</li>`]
      : open.map(item);
  return `<section>
<h2>${escaped(slug)} <small lang="${locale}">${escaped(nameOf(locale))}, ${percent({ words, fresh })}%</small></h2>
<ul>
${items.join('\n')}
</ul>
</section>`;
}

function item(open: Open): string {
  const { span, source, changes, by } = open;
  const who = by ? ` <small>${escaped(`${by.commit}, ${by.author}, ${by.date}: ${by.subject}`)}</small>` : '';
  const text = changes ? changes.map(run).join('') : escaped(source?.text ?? '');
  const place = `${span.path}:${span.start.line}:${span.start.column}`;
  return `<li><p class="${open.state}">${escaped(matter(open))}${who} <code>${escaped(place)}</code></p>${text && `<blockquote>${text}</blockquote>`}</li>`;
}

function run({ sign, text }: Run): string {
  if (sign === '=') return escaped(text);
  return sign === '+' ? `<ins>${escaped(text)}</ins>` : `<del>${escaped(text)}</del>`;
}

const STYLE = `
:root { color-scheme: light dark; --wrong: light-dark(#8c1d18, #ffb4ab); --right: light-dark(#14532d, #9ad6a5); }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .8rem; border-block-end: 1px solid; text-align: start; }
h2 { margin-block: 2rem .5rem; font-size: 1.1rem; }
small { font-weight: 400; }
ul { padding: 0; list-style: none; }
li { margin-block: .8rem; }
p { margin: 0; font-weight: 600; }
blockquote { margin: .3rem 0 0; padding-inline-start: .8rem; border-inline-start: 3px solid; white-space: pre-line; }
del { color: var(--wrong); }
ins { color: var(--right); }
`;
