import { output } from '../text/place.ts';
import { editionPage } from './edition.ts';
import { paperPage } from './paper.ts';
import { parallelPages } from './parallel.ts';
import { web } from './web.ts';
import { isWanted, type Layout } from './work.ts';

/** What a PDF is made of: each document, all of them, and each beside its source. */
const paper: Layout = async function* (work) {
  const { outputs } = work.publication.settings;
  const { locale, documents } = work.edition;
  const alone = outputs.includes('pdf') ? documents.filter(({ slug }) => isWanted(work, output.pdf(locale, slug))) : [];
  for (const document of alone) yield await paperPage(document, work);
  if (outputs.includes('edition') && isWanted(work, output.edition(locale))) yield await editionPage(work);
  if (outputs.includes('parallel')) yield* parallelPages(work);
};

/** The pages of an edition, by format. PDFs come first: the site says how large they are. */
export const layouts: Readonly<Record<string, Layout>> = { pdf: paper, html: web };
