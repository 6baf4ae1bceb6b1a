import { idOf } from './chapter.ts';
import { alignNumbers } from './columns.ts';
import { type Attributes, escaped, escapedAttribute, openTag, pieces } from './markup.ts';
import { width } from './width.ts';

/** How the body of a document becomes part of a page. */
export interface BodyRules {
  /** Attributes of the element that holds the block of that index; without it no element says which block it holds. */
  block?(index: number): string;
  /** Where a link of the text leads from this page; undefined where it leads nowhere: only its words stay. */
  link(target: string): string | undefined;
  /** The picture at that target, as HTML. */
  picture(target: string, alternative: string): string;
  /** The decimal sign of the language, on which tables align their numbers. */
  readonly decimal: string;
  /** The word over the notes. */
  readonly notes: string;
  /** The way back from a note to its `n`th mention in the text, as HTML. */
  back(href: string, note: number): string;
}

/**
 * Behind every reference within the page the number of the page on which it stands, which the printer writes there;
 * `form` gives the locale's words with § for the number. Mentions of notes have their number already, and ways back none.
 */
export function withPageReferences(html: string, form: () => string): string {
  return html.replace(/<a ([^>]*)>([\s\S]*?)<\/a>/g, (found, rest: string) => {
    const way = /(?:^|\s)href="#([^"]+)"/.exec(rest)?.[1];
    if (way === undefined || /data-footnote|class="back"/.test(rest)) return found;
    return `${found}<span class="at-page" data-page-of="${idOf(way)}" data-page-form="${escapedAttribute(form())}"></span>`;
  });
}

/** Targets of the pictures in a sanitised body, each once, in order. */
export function pictures(html: string): string[] {
  if (!html.includes('<img')) return [];
  const targets = pieces(html).flatMap((piece) =>
    piece.kind === 'open' && piece.name === 'img' ? (piece.attributes.src ?? []) : [],
  );
  return [...new Set(targets)];
}

/** Sets a body for a page. It is sanitised HTML, so a `<` begins a tag and nothing else, and no tag holds a `>`. */
export function setBody(html: string, rules: BodyRules): string {
  const { block } = rules;
  const steps = [setNotes, setLinks, setPictures, setTables, setQuotations, setParagraphs];
  const body = steps.reduce((set, step) => step(set, rules), block ? html : html.replace(/ data-block="\d+"/g, ''));
  return block ? body.replace(/ data-block="(\d+)"/g, (_, index) => block(Number(index))) : body;
}

function setNotes(html: string, { notes, back }: BodyRules): string {
  if (!html.includes('footnote')) return html;
  const headed = html.replace(/(<h2 [^>]*id="footnote-label"[^>]*>)[^<]*/, (_, tag) => tag + escaped(notes));
  let note = 0;
  return headed.replace(/<li id="footnote-|\s*(<a [^>]*data-footnote-backref[^>]*>)[\s\S]*?<\/a>/g, (found, tag) => {
    if (tag === undefined) note += 1;
    return tag === undefined ? found : back(attributesOf(tag).href ?? '', note);
  });
}

function setLinks(html: string, { link }: BodyRules): string {
  return html.replace(/(<a [^>]*>)([\s\S]*?)<\/a>/g, (found, tag, words) => {
    const attributes = attributesOf(tag);
    const target = attributes.href;
    if (target === undefined || target.startsWith('#')) return found;
    const href = link(target);
    return href === undefined ? words : `${openTag('a', { ...attributes, href })}${words}</a>`;
  });
}

/** A picture that stands alone in its paragraph is a figure, its title the caption. */
function setPictures(html: string, { picture }: BodyRules): string {
  return html.replace(/(<p(?: data-block="\d+")?>\s*)?(<img [^>]*>)(\s*<\/p>)?/g, (_, before = '', tag, after = '') => {
    const { src = '', alt = '', title = '' } = attributesOf(tag);
    const shown = picture(src, alt);
    if (before === '' || after === '') return `${before}${shown}${after}`;
    const caption = title === '' ? '' : `<figcaption>${escaped(title)}</figcaption>`;
    return `<figure>${shown}${caption}</figure>`;
  });
}

/** A wide table scrolls in its frame, not the page with it. */
function setTables(html: string, { decimal }: BodyRules): string {
  return html.replace(
    /<table[\s>][\s\S]*?<\/table>/g,
    (table) => `<div class="table">${alignNumbers(table, decimal)}</div>`,
  );
}

/** A paragraph of a quotation that begins with a dash says whose words they are. */
function setQuotations(html: string): string {
  return html.replace(/<blockquote>[\s\S]*?<\/blockquote>/g, (quotation) =>
    quotation.replace(/<p((?: data-block="\d+")?)>(?=[—–―])/g, '<p class="attribution"$1>'),
  );
}

/** In halves of an em: three lines of some 70 letters or 36 ideographs, and some more. */
const shortest = 250;

/**
 * A paragraph of up to three lines or so is marked: one of exactly three is parted 2 to 1 at the end of a page by
 * Chromium, whatever `widows` says, so that a theme had better keep it whole.
 */
function setParagraphs(html: string): string {
  return html.replace(/<p>([\s\S]*?)<\/p>/g, (paragraph, inside) =>
    width(inside.replace(/<[^>]*>|&\w+;/g, '')) > shortest ? paragraph : paragraph.replace('<p>', '<p class="short">'),
  );
}

function attributesOf(tag: string): Attributes {
  const [piece] = pieces(tag);
  return piece?.kind === 'open' ? piece.attributes : {};
}
