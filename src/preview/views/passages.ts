import { hash } from 'node:crypto';
import { steady } from '../../figures/former.ts';
import type { Block, Document, Finding, Severity, Span, Work } from '../../model.ts';
import { direction } from '../../text/direction.ts';
import { textAt } from '../../text/mapped.ts';
import { type Joints, jointsOf } from '../joints.ts';
import { type Piece, piecesOf } from '../pieces.ts';
import { type Row, rowsOf } from '../rows.ts';
import { shownValue } from '../values.ts';
import { findingCard } from './finding.ts';
import { html, Markup } from './html.ts';
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

/** A row that can be shown, and a name for what it says, wherever it stands. */
interface ShownRow {
  readonly key: string;
  /** The lines on which its blocks begin. */
  readonly lines: string;
  html(): string;
  /** The mark of the line at each of its blocks, which other blocks before it may move. */
  marks(): readonly string[];
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
  const turns = new Map<string, number>();
  return rowsOf(work, locales, findings).map((row) => {
    const views = row.cells.map((blocks, column) => {
      const document = columns[column]?.document;
      return document ? blocks.map((block) => blockView(block, document, around)) : [];
    });
    const cards = row.findings.map((finding) => cardOf(finding, row, around).text);
    const said = hash('sha1', [views.map((own) => own.map(({ key }) => key).join()).join(), ...cards].join('\n'));
    const turn = (turns.get(said) ?? 0) + 1;
    turns.set(said, turn);
    const key = `${said.slice(0, 12)}${turn > 1 ? `-${turn}` : ''}`;
    const hidden = isShown(row, show, within) ? '' : ' hidden';
    const marks = () => views.flat().map((view) => lineMark(view, around).text);
    return {
      key,
      lines: views.flatMap((own) => own.map(({ block }) => block.span.start.line)).join(),
      html() {
        const text = rowView(row, views, cards, around).text;
        return `<div role="row" class="row" data-key="${key}"${hidden}>${text}</div>`;
      },
      marks,
    };
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

function rowView(
  { cells, findings }: Row,
  views: readonly (readonly BlockView[])[],
  cards: readonly string[],
  around: Surroundings,
): Markup {
  const { columns, source, said } = around;
  const original = columns.findIndex(({ document }) => document.locale === source);
  const isSourceEmpty = original >= 0 && cells[original]?.length === 0;
  const shown = columns.map(({ document, direction: dir }, column) => {
    const { locale } = document;
    const own = findings.filter((finding) => finding.locale === locale);
    const state = stateOf(own, cells[column]?.length === 0, isSourceEmpty);
    const mark = locale === source && state === 'fine' ? html`` : said.states[state];
    const texts = views[column]?.map((view) => written(view, around));
    return html`<div role="cell" class="cell ${state}"><span class="tag" aria-hidden="true">${locale}</span>${mark}<div lang="${locale}" dir="${dir}" class="blocks">${texts}</div></div>`;
  });
  return html`${shown}<div role="cell" class="margin">${cards.map((card) => new Markup(card))}</div>`;
}

function cardOf(finding: Finding, { cells }: Row, { columns, joints, desk }: Surroundings): Markup {
  const of = columns.find(({ document }) => document.source.path === finding.span.path);
  const figures = cells.flat().flatMap((block) => block.figures);
  const figure = figures.find(({ span }) => isAt(span, finding.span));
  const joint = figure && joints.of(figure)?.name;
  return findingCard(finding, desk, { said: of && textAt(of.document.source, finding.span), joint });
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

/** A block with what it reads as, but for its line, and a name for that. */
interface BlockView extends Text {
  readonly block: Block;
}

interface Text {
  readonly key: string;
  readonly sort: string;
  readonly inner: string;
}

/** What a block read as the last time, and the joints of its figures with which it did. */
const texts = new WeakMap<Block, { readonly joints: string } & Text>();

function blockView(block: Block, { source }: Document, { desk, joints }: Surroundings): BlockView {
  const first = steady(block);
  // What stands in place of code is in the file alone.
  let said = `${desk.words.locale} ${block.text.includes('\ufffc') ? textAt(source, block.span) : ''}`;
  for (const figure of block.figures) {
    const joint = joints.of(figure);
    said += joint ? ` ${joint.name} ${joint.state}` : ' -';
  }
  const known = texts.get(first);
  if (known?.joints === said) return { ...known, block };
  const inner = html`${piecesOf(block, source).map((piece) => pieceView(piece, desk, joints))}`.text;
  const sort = `${block.kind} ${block.field ?? (block.level === undefined ? '' : `level-${block.level}`)}`;
  const made = { joints: said, key: hash('sha1', `${sort} ${inner}`, 'base64url').slice(0, 12), sort, inner };
  texts.set(first, made);
  return { ...made, block };
}

function pieceView(piece: Piece, desk: Surroundings['desk'], joints: Joints): Markup {
  if (piece.kind !== 'figure') return plainView(piece);
  const joint = joints.of(piece.figure);
  // A word of small weight that nothing answers to is no figure to anyone.
  if (!joint || (joint.state === 'alone' && piece.figure.soft)) return html`${piece.text}`;
  const value = shownValue(piece.figure, desk.words.locale);
  return html`<span class="fig ${joint.state}" role="button" tabindex="0" aria-pressed="false" aria-describedby="s-${joint.state}" data-j="${joint.name}" data-v="${value}">${piece.text}</span>`;
}

function written(view: BlockView, around: Surroundings): Markup {
  return html`<p class="block ${view.sort}">${lineMark(view, around)}${new Markup(view.inner)}</p>`;
}

function lineMark({ block }: BlockView, { desk, said }: Surroundings): Markup {
  const { path, start } = block.span;
  return html`<a class="line" tabindex="-1" dir="ltr" href="${desk.editor(path, start.line, start.column)}" aria-label="${said.line(start.line)}">${start.line}</a>`;
}
