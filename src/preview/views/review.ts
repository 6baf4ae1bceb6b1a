import { createHash } from 'node:crypto';
import type { Block, Document, Finding, Severity, Work } from '../../model.ts';
import { direction } from '../../text/direction.ts';
import { textAt } from '../../text/mapped.ts';
import { type Joints, jointsOf } from '../joints.ts';
import { piecesOf } from '../pieces.ts';
import { type Row, rowsOf } from '../rows.ts';
import { shownValue } from '../values.ts';
import { findingCard } from './finding.ts';
import { html, Markup } from './html.ts';
import { type Desk, languageName, nameOf, page, titleOf } from './page.ts';

/** What of a work is shown, and how. */
export interface Wanted {
  /** Two or three, from left to right. */
  readonly locales: readonly string[];
  readonly show: Show;
  /** Only findings of this language. */
  readonly within: string;
}

export type Show = (typeof shows)[number];

export const shows = ['all', 'findings', 'errors'] as const;

/** A row, ready to be shown, and a name for what it says. */
export interface ShownRow {
  readonly key: string;
  readonly html: string;
}

/** The page on which languages stand side by side. */
export function reviewPage(desk: Desk, work: Work, wanted: Wanted, findings: readonly Finding[]): string {
  const { words } = desk;
  const { t } = words;
  const rows = shownRows(desk, work, wanted, findings);
  const title = titleOf(work.documents[0], work.slug);
  const heads = wanted.locales.map(
    (locale) => html`<div role="columnheader" class="head">${languageName(locale)}</div>`,
  );
  const states = ['agrees', 'converted', 'differs', 'missing', 'extra', 'alone'].map(
    (state) => html`<span id="s-${state}">${t(`figure.${state}`)}</span>`,
  );
  return page(desk, {
    here: 'review',
    title,
    slug: work.slug,
    script: 'review.js',
    tools: tools(desk, work, wanted),
    main: html`<h1 class="visually-hidden">${t('review.title', { title })}</h1>
<div hidden>${states}</div>
<div role="table" aria-label="${t('review.table')}" class="rows cols-${wanted.locales.length}" id="rows" data-slug="${work.slug}" data-show="${wanted.show}" data-in="${wanted.within}">
<div role="row" class="heads">${heads}<div role="columnheader" class="head">${t('review.findings')}</div></div>
${rows.map((row) => new Markup(row.html))}
</div>
<p class="nothing" id="nothing" hidden>${t('review.nothing')}</p>`,
    foot: html`<aside class="said" id="said" aria-label="${t('review.figure')}" data-agrees="${t('figure.agrees')}"></aside>${help(desk)}`,
  });
}

function tools({ words, locales }: Desk, work: Work, { locales: shown, show, within }: Wanted): Markup {
  const { t } = words;
  const there = locales.filter((locale) => work.documents.some((document) => document.locale === locale));
  const columns = there.map(
    (locale) =>
      html`<label class="chip"><input type="checkbox" name="with" value="${locale}"${shown.includes(locale) && html` checked`}>${languageName(locale)}</label>`,
  );
  const filters = shows.map(
    (one) =>
      html`<label class="chip"><input type="radio" name="show" value="${one}"${one === show && html` checked`}>${t(`review.show.${one}`)}</label>`,
  );
  const options = ['', ...shown.filter((locale) => locale !== work.source)].map(
    (locale) =>
      html`<option value="${locale}"${locale !== '' && html` lang="${locale}"`}${locale === within && html` selected`}>${locale === '' ? t('review.everywhere') : nameOf(locale)}</option>`,
  );
  return html`<form class="tools" id="tools" aria-label="${t('review.tools')}" data-three="${t('review.three')}">
<fieldset><legend>${t('review.columns')}</legend>${columns}</fieldset>
<fieldset><legend>${t('review.filter')}</legend>${filters}</fieldset>
<label>${t('review.in')} <select name="in">${options}</select></label>
<noscript><button>${t('review.apply')}</button></noscript>
<span class="steps"><button type="button" id="previous" title="${t('review.previous')} (p)"><span aria-hidden="true">↑</span><span class="visually-hidden">${t('review.previous')}</span></button>
<output id="count"></output>
<button type="button" id="next" title="${t('review.next')} (n)"><span aria-hidden="true">↓</span><span class="visually-hidden">${t('review.next')}</span></button>
<button type="button" id="keys" title="${t('help.title')} (?)"><span aria-hidden="true">?</span><span class="visually-hidden">${t('help.title')}</span></button></span>
</form>`;
}

const KEYS: readonly (readonly [string, string])[] = [
  ['n j', 'next'],
  ['p k', 'previous'],
  ['a', 'fix'],
  ['o', 'open'],
  ['x', 'errors'],
  ['f b', 'figure'],
  ['?', 'help'],
  ['Esc', 'close'],
];

function help({ words }: Desk): Markup {
  const { t } = words;
  const rows = KEYS.map(
    ([keys, name]) =>
      html`<div><dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${t(`help.${name}`)}</dd></div>`,
  );
  return html`<dialog id="help" aria-labelledby="help-title"><h2 id="help-title">${t('help.title')}</h2>
<dl>${rows}</dl>
<label class="chip"><input type="checkbox" id="single" checked>${t('help.single')}</label>
<form method="dialog"><button>${t('help.done')}</button></form></dialog>`;
}

/** The rows of a work, each with a name for what it says. */
export function shownRows(
  desk: Pick<Desk, 'words' | 'editor'>,
  work: Work,
  { locales, show, within }: Wanted,
  findings: readonly Finding[],
): readonly ShownRow[] {
  const joints = jointsOf(work);
  const documents = locales.flatMap((locale) => work.documents.find((one) => one.locale === locale) ?? []);
  return rowsOf(work, locales, findings).map((row) => {
    const text = rowView(row, { desk, documents, joints, source: work.source }).text;
    const key = createHash('sha1').update(text).digest('base64url').slice(0, 10);
    const hidden = isShown(row, show, within) ? '' : ' hidden';
    return { key, html: `<div role="row" class="row" data-key="${key}"${hidden}>${text}</div>` };
  });
}

function isShown({ findings }: Row, show: Show, within: string): boolean {
  const own = findings.filter(({ locale }) => within === '' || locale === within);
  if (show === 'errors') return own.some(({ severity }) => severity === 'error');
  return show === 'all' ? within === '' || own.length > 0 : own.length > 0;
}

interface Surroundings {
  readonly desk: Pick<Desk, 'words' | 'editor'>;
  readonly documents: readonly Document[];
  readonly joints: Joints;
  readonly source: string;
}

function rowView({ cells, findings }: Row, around: Surroundings): Markup {
  const { desk, documents, source } = around;
  const isEmpty = cells.map((blocks) => blocks.length === 0);
  const original = documents.findIndex(({ locale }) => locale === source);
  const views = documents.map((document, column) => {
    const { locale } = document;
    const own = findings.filter((finding) => finding.locale === locale);
    const state = stateOf(own, isEmpty[column] === true, original >= 0 && isEmpty[original] === true);
    const blocks = (cells[column] ?? []).map((block) => blockView(block, document, around));
    const mark = locale === source && state === 'fine' ? html`` : stateView(state, desk);
    return html`<div role="cell" class="cell ${state}"><span class="tag" aria-hidden="true">${locale}</span>${mark}<div lang="${locale}" dir="${direction(locale)}" class="blocks">${blocks}</div></div>`;
  });
  const cards = findings.map((finding) => {
    const document = documents.find(({ source: { path } }) => path === finding.span.path);
    return findingCard(finding, desk, document && textAt(document.source, finding.span));
  });
  return html`${views}<div role="cell" class="margin">${cards}</div>`;
}

type CellState = Severity | 'fine' | 'absent' | 'added';

/** How a passage stands to that of the source. */
function stateOf(findings: readonly Finding[], isEmpty: boolean, isSourceEmpty: boolean): CellState {
  if (isEmpty) return isSourceEmpty ? 'fine' : 'absent';
  const found = (['error', 'warning', 'note'] as const).find((one) =>
    findings.some(({ severity }) => severity === one),
  );
  return found ?? (isSourceEmpty ? 'added' : 'fine');
}

const SIGNS: Readonly<Record<CellState, string>> = {
  error: '✕',
  warning: '!',
  note: 'i',
  fine: '✓',
  absent: '∅',
  added: '+',
};

function stateView(state: CellState, { words }: Pick<Desk, 'words'>): Markup {
  const said = words.t(`state.${state}`);
  return html`<span class="state" title="${said}"><span aria-hidden="true">${SIGNS[state]}</span><span class="visually-hidden">${said}</span></span>`;
}

/** Text, code, or the mark of a note. */
function plainView({ kind, text }: { readonly kind: 'text' | 'code'; readonly text: string }): Markup {
  if (kind === 'text') return html`${text}`;
  const note = /^\[\^(.+)\]$/.exec(text)?.[1];
  return note === undefined ? html`<code>${text}</code>` : html`<sup>${note}</sup>`;
}

function blockView(block: Block, { source }: Document, { desk, joints }: Surroundings): Markup {
  const { path, start } = block.span;
  const pieces = piecesOf(block, source).map((piece) => {
    if (piece.kind !== 'figure') return plainView(piece);
    const joint = joints.of(piece.figure);
    // A word of small weight that nothing answers to is no figure to anyone.
    if (!joint || (joint.state === 'alone' && piece.figure.soft)) return html`${piece.text}`;
    const value = shownValue(piece.figure, desk.words.locale);
    return html`<span class="fig ${joint.state}" role="button" tabindex="0" aria-pressed="false" aria-describedby="s-${joint.state}" data-j="${joint.number}" data-v="${value}">${piece.text}</span>`;
  });
  const sort = block.field ?? (block.level === undefined ? '' : `level-${block.level}`);
  const label = desk.words.t('review.line', { line: start.line });
  return html`<p class="block ${block.kind} ${sort}"><a class="line" tabindex="-1" dir="ltr" href="${desk.editor(path, start.line, start.column)}" aria-label="${label}">${start.line}</a>${pieces}</p>`;
}
