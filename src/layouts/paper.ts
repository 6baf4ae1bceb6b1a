import { language } from '../locales/index.ts';
import type { Page } from '../made.ts';
import type { Document } from '../model.ts';
import { withPageReferences } from '../text/body.ts';
import { setParts } from '../text/borrowed.ts';
import { asChapter, idIn, idOf } from '../text/chapter.ts';
import { output, targetOf } from '../text/place.ts';
import { documentScope, pageScope } from '../text/scope.ts';
import { setPlain, setText, type Typesetting } from '../text/typography.ts';
import { width } from '../text/width.ts';
import { bodyOf, outlineOf, standingOf, typesetting, type Work } from './work.ts';

/** One document on paper. */
export async function paperPage(document: Document, work: Work): Promise<Page> {
  const { publication, voice, theme } = work;
  const { locale, slug } = document;
  const path = output.pdf(locale, slug);
  const { text, assets, references } = await onPaper(document, work);
  const contents = mayBeLong([document], publication.settings.contents);
  const scope = { ...pageScope(publication, voice, path, slug), document: { ...text, contents } };
  const html = await theme.render('print.liquid', voice, scope);
  const { title, date, author, abstract: subject } = document.meta;
  return {
    ...{ format: 'pdf', path, locale, title, html, assets, shows: { documents: [document.source.path], references } },
    ...(date && { date }),
    ...(author && { author }),
    ...(subject && { subject }),
  };
}

/** A document among others in one PDF: its own id, and the ids of all by their slugs. */
interface Chapter {
  readonly id: string;
  readonly all: ReadonlyMap<string, string>;
}

/** Several documents in one PDF, with all that they need and show. */
export async function onOnePaper(parts: readonly { document: Document; work: Work; chapter: Chapter }[]) {
  const papers = [];
  for (const { document, work, chapter } of parts) papers.push(await onPaper(document, work, chapter));
  return {
    texts: papers.map(({ text }) => text),
    assets: Object.assign({}, ...papers.map(({ assets }) => assets)) as Page['assets'],
    shows: {
      documents: parts.map(({ document }) => document.source.path),
      references: [...new Set(papers.flatMap(({ references }) => references))],
    },
  };
}

/** What a template knows of a document on paper, and the pictures that it shows, path → path. */
async function onPaper(document: Document, work: Work, chapter?: Chapter) {
  const { voice, targets } = work;
  const { locale, meta, source } = document;
  const assets: Record<string, string> = {};
  const copy = (file: string): string => {
    assets[file] = file;
    return file;
  };
  // On paper a link to a file beside this one leads nowhere, unless that is in the same PDF: its words stay.
  const link = (target: string): string | undefined => {
    const to = targetOf(target, source.path);
    if (to.kind === 'outside') return /^[a-z][a-z\d+.-]*:/i.test(target) ? target : undefined;
    const other = chapter?.all.get(targets.document(to.path, locale)?.slug ?? '');
    return other && `#${to.rest.startsWith('#') ? idIn(other, idOf(to.rest.slice(1))) : other}`;
  };
  const raw = await bodyOf(document, work, { link, source: copy, network: false });
  const paper = onPaperIn(locale);
  const kept = figureWords(document);
  // Nobody can unfold paper.
  const set = setParts(raw, locale, (part, tag) => setText(part, onPaperIn(tag), kept)).replace(
    /<details(?=[ >])/g,
    '<details open',
  );
  // Asked for only where a text refers to a place of its own.
  let reference: string | undefined;
  const body = withPageReferences(set, () => {
    reference ??= voice.set(voice.t('print.at', { page: '§' }));
    return reference;
  });
  const outline = outlineOf(document, voice);
  const text = {
    ...documentScope(document, voice),
    abstract: meta.abstract === undefined ? null : setPlain(meta.abstract, paper, kept),
    body: chapter ? asChapter(body, chapter.id) : body,
    outline: chapter ? outline.map((entry) => ({ ...entry, id: idIn(chapter.id, entry.id) })) : outline,
    pdf: null,
    ...standingOf(document, work.publication.settings),
    source: work.publication.source,
  };
  return { text, assets, references: reference === undefined ? [] : [reference] };
}

function onPaperIn(locale: string): Typesetting {
  return { ...typesetting(locale), ...hyphenation(locale) };
}

/** On paper only: whoever copies from a screen would take the soft hyphens along. */
function hyphenation(locale: string): Pick<Typesetting, 'hyphenation'> | undefined {
  const { hyphenation: how } = language(locale).typography;
  return (
    how && { hyphenation: { ...how, patterns: how.regions?.[new Intl.Locale(locale).region ?? ''] ?? how.patterns } }
  );
}

/** The words of the figures: a figure is read as one, also by whoever holds the printed page against the source. */
function figureWords({ blocks }: Document): ReadonlySet<string> {
  const said = blocks.flatMap(({ figures }) => figures.map(({ text }) => text.toLowerCase()));
  return new Set(said.flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? []));
}

/**
 * From how many pages on a PDF of these begins with its contents, if it may have so many: the printer counts them, and takes
 * out of the document what asks for more (`data-from-pages`). False where there are fewer by any reckoning: such a document
 * is printed once.
 */
export function mayBeLong(documents: readonly Document[], pages: number): number | false {
  const lengths = documents.map(({ source, blocks, links }) => {
    const texts = blocks.reduce((sum, { text }) => sum + width(text) + LINE, 0);
    // Code is no text, but stands on paper line by line.
    const lines = source.text.split('\n').length * LINE;
    return Math.max(texts, lines) + links.filter(({ kind }) => kind === 'image').length * PICTURE;
  });
  return Math.max(...lengths) >= (pages * PAGE * 2) / 3 && pages;
}

/**
 * In halves of an em, of which a letter is about one and an ideograph two: what a page holds, a line, with which a block ends
 * or which keeps it from the next one, and a picture.
 */
const [PAGE, LINE, PICTURE] = [2500, 66, 600];
