import { hash } from 'node:crypto';
import type { Block, Document, Finding, Severity, Span, Work } from '../../model.ts';
import { direction } from '../../text/direction.ts';
import { textAt } from '../../text/mapped.ts';
import { type Joints, jointsOf } from '../joints.ts';
import { piecesOf } from '../pieces.ts';
import { type Row, rowsOf } from '../rows.ts';
import { shownValue } from '../values.ts';
import { findingCard } from './finding.ts';
import { html, type Markup } from './html.ts';
import type { Desk } from './page.ts';

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
interface ShownRow {
  readonly key: string;
  readonly html: string;
}

/** The rows of a work, each with a name for what it says. */
export function shownRows(
  desk: Pick<Desk, 'words' | 'editor'>,
  work: Work,
  { locales, show, within }: Wanted,
  findings: readonly Finding[],
): readonly ShownRow[] {
  const columns = locales.flatMap((locale) => {
    const document = work.documents.find((one) => one.locale === locale);
    return document ? [{ document, direction: direction(locale) }] : [];
  });
  const around = { desk, columns, joints: jointsOf(work), source: work.source, said: sayings(desk) };
  return rowsOf(work, locales, findings).map((row) => {
    const text = rowView(row, around).text;
    const key = hash('sha1', text, 'base64url').slice(0, 10);
    const hidden = isShown(row, show, within) ? '' : ' hidden';
    return { key, html: `<div role="row" class="row" data-key="${key}"${hidden}>${text}</div>` };
  });
}

function isShown({ findings }: Row, show: Show, within: string): boolean {
  const own = findings.filter(({ locale }) => within === '' || locale === within);
  if (show === 'errors') return own.some(({ severity }) => severity === 'error');
  return (show === 'all' && within === '') || own.length > 0;
}

/** A language with its text. */
interface Column {
  readonly document: Document;
  readonly direction: 'ltr' | 'rtl';
}

interface Surroundings {
  readonly desk: Pick<Desk, 'words' | 'editor'>;
  readonly columns: readonly Column[];
  readonly joints: Joints;
  readonly source: string;
  readonly said: Sayings;
}

type CellState = Severity | 'fine' | 'absent' | 'added';

/** What is said again and again in rows, by the thousand: asked for once. */
interface Sayings {
  readonly states: Readonly<Record<CellState, Markup>>;
  line(number: number): string;
}

const SIGNS: Readonly<Record<CellState, string>> = {
  error: '✕',
  warning: '!',
  note: 'i',
  fine: '✓',
  absent: '∅',
  added: '+',
};

function sayings({ words }: Pick<Desk, 'words'>): Sayings {
  const state = (name: CellState) => {
    const said = words.t(`state.${name}`);
    return html`<span class="state" title="${said}"><span aria-hidden="true">${SIGNS[name]}</span><span class="visually-hidden">${said}</span></span>`;
  };
  const line = words.t('review.line', { line: '#' });
  return {
    states: {
      error: state('error'),
      warning: state('warning'),
      note: state('note'),
      fine: state('fine'),
      absent: state('absent'),
      added: state('added'),
    },
    line: (number) => line.replace('#', String(number)),
  };
}

function rowView({ cells, findings }: Row, around: Surroundings): Markup {
  const { desk, columns, source, said, joints } = around;
  const original = columns.findIndex(({ document }) => document.locale === source);
  const isSourceEmpty = original >= 0 && cells[original]?.length === 0;
  const views = columns.map(({ document, direction: dir }, column) => {
    const { locale } = document;
    const blocks = cells[column] ?? [];
    const own = findings.filter((finding) => finding.locale === locale);
    const state = stateOf(own, blocks.length === 0, isSourceEmpty);
    const mark = locale === source && state === 'fine' ? html`` : said.states[state];
    const texts = blocks.map((block) => blockView(block, document, around));
    return html`<div role="cell" class="cell ${state}"><span class="tag" aria-hidden="true">${locale}</span>${mark}<div lang="${locale}" dir="${dir}" class="blocks">${texts}</div></div>`;
  });
  const cards = findings.map((finding) => {
    const of = columns.find(({ document }) => document.source.path === finding.span.path);
    const figures = cells.flat().flatMap((block) => block.figures);
    const figure = figures.find(({ span }) => isAt(span, finding.span));
    const joint = figure && joints.of(figure)?.number;
    return findingCard(finding, desk, { said: of && textAt(of.document.source, finding.span), joint });
  });
  return html`${views}<div role="cell" class="margin">${cards}</div>`;
}

function isAt(a: Span, b: Span): boolean {
  return a.path === b.path && a.start.line === b.start.line && a.start.column === b.start.column;
}

/** How a passage stands to that of the source. */
function stateOf(findings: readonly Finding[], isEmpty: boolean, isSourceEmpty: boolean): CellState {
  if (isEmpty) return isSourceEmpty ? 'fine' : 'absent';
  const found = (['error', 'warning', 'note'] as const).find((one) =>
    findings.some(({ severity }) => severity === one),
  );
  return found ?? (isSourceEmpty ? 'added' : 'fine');
}

/** Text, code, or the mark of a note. */
function plainView({ kind, text }: { readonly kind: 'text' | 'code'; readonly text: string }): Markup {
  if (kind === 'text') return html`${text}`;
  const note = /^\[\^(.+)\]$/.exec(text)?.[1];
  return note === undefined ? html`<code>${text}</code>` : html`<sup>${note}</sup>`;
}

function blockView(block: Block, { source }: Document, { desk, joints, said }: Surroundings): Markup {
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
  return html`<p class="block ${block.kind} ${sort}"><a class="line" tabindex="-1" dir="ltr" href="${desk.editor(path, start.line, start.column)}" aria-label="${said.line(start.line)}">${start.line}</a>${pieces}</p>`;
}
