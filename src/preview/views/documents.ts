import type { Finding, Severity, Work } from '../../model.ts';
import { findingCard } from './finding.ts';
import { html, type Markup, type Part } from './html.ts';
import { type Desk, languageName, page, readWay, reviewWay, titleOf } from './page.ts';

/** What was found, by document and language. */
type Found = ReadonlyMap<string, readonly Finding[]>;

/** All documents, and how each of their translations stands. */
export function documentsPage(
  desk: Desk,
  works: readonly Work[],
  findings: readonly Finding[],
  checked: boolean,
): string {
  const { t } = desk.words;
  const heads = desk.locales.map((locale) => html`<th scope="col">${languageName(locale)}</th>`);
  const found = Map.groupBy(findings, ({ span }) => span.path);
  const files = new Set(works.flatMap(({ slug }) => desk.locales.map((locale) => pathOf(locale, slug))));
  const others = findings.filter(({ span }) => !files.has(span.path));
  return page(desk, {
    here: 'documents',
    title: t('ways.documents'),
    slug: works[0]?.slug,
    main: html`<h1>${t('ways.documents')}</h1>
<p class="count" role="status">${checked ? summary(desk, findings) : t('documents.checking')}</p>
<div class="frame" tabindex="0" role="region" aria-label="${t('ways.documents')}"><table class="documents">
<thead><tr><th scope="col">${t('documents.document')}</th>${heads}</tr></thead>
<tbody>${works.map((work) => row(work, desk, found))}</tbody>
</table></div>
${others.length > 0 && html`<section aria-labelledby="others"><h2 id="others">${t('documents.others')}</h2><div class="cards">${others.map((finding) => findingCard(finding, desk))}</div></section>`}`,
  });
}

function pathOf(locale: string, slug: string): string {
  return `content/${locale}/${slug}.md`;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

function summary(desk: Desk, findings: readonly Finding[]): Part {
  if (findings.length === 0) return desk.words.t('documents.clean');
  return counts(desk, findings);
}

function counts({ words }: Desk, findings: readonly Finding[]): readonly Part[] {
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0
      ? []
      : [html`<span class="tally ${severity}">${words.t(`documents.${severity}`, { count })}</span> `];
  });
}

function row(work: Work, desk: Desk, found: Found): Markup {
  const { t } = desk.words;
  const first = work.documents.find(({ locale }) => locale === desk.words.locale) ?? work.documents[0];
  const cells = desk.locales.map((locale) => {
    const document = work.documents.find((one) => one.locale === locale);
    const own = found.get(pathOf(locale, work.slug)) ?? [];
    if (!document) return html`<td class="absent">${t('state.absent')} ${counts(desk, own)}</td>`;
    const tallies = counts(desk, own);
    return html`<td><a href="${readWay(locale, work.slug)}">${t('ways.read')}<span class="visually-hidden"> ${languageName(locale)}</span></a> ${tallies.length > 0 ? tallies : html`<span class="fine">✓<span class="visually-hidden"> ${t('state.fine')}</span></span>`}</td>`;
  });
  return html`<tr><th scope="row"><a href="${reviewWay(work.slug)}"><span lang="${first?.locale ?? ''}">${titleOf(first, work.slug)}</span></a> <small>${work.slug}</small></th>${cells}</tr>`;
}
