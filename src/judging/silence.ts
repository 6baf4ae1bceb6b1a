import type { Entry, Silencer } from '../catalogue.ts';
import type { Finding, Levels, Span } from '../model.ts';
import { phrase, told } from '../text/phrase.ts';
import { levelOf } from './severity.ts';

/** What silences must know of a document. */
export type Silenced = Pick<Entry, 'source' | 'locale' | 'silencers'>;

/** What texts are held to: what the settings make of each rule, and which day it is (`2027-03-31`). */
export interface Standard {
  readonly rules: Levels;
  readonly today: string;
}

/**
 * Without what the texts suppress (`loud`), and the suppressions that were not needed or are over (`idle`): of a rule that
 * is off, nobody can say whether there was something to suppress.
 */
export function silence(
  documents: readonly Silenced[],
  found: readonly Finding[],
  { rules, today }: Standard,
): { readonly loud: readonly Finding[]; readonly idle: readonly Finding[] } {
  const isOver = ({ suppression: { until } }: Silencer) => until !== undefined && today > until;
  const byPath = new Map(
    documents.map(({ source, silencers }) => [source.path, silencers.filter((one) => !isOver(one))]),
  );
  const used = new Set<Silencer>();
  const loud = found.filter((finding) => {
    const silencer = byPath.get(finding.span.path)?.find((candidate) => isSilenced(finding, candidate));
    if (silencer) used.add(silencer);
    return silencer === undefined;
  });
  const idle = documents.flatMap(({ silencers, locale }) =>
    silencers
      .filter((silencer) => !used.has(silencer) && levelOf(silencer.suppression.rule, rules) !== 'off')
      .map((silencer) => (isOver(silencer) ? expired(silencer, locale) : unused(silencer, locale))),
  );
  return { loud, idle };
}

function isSilenced({ rule, span }: Finding, { suppression, blocks }: Silencer): boolean {
  return rule === suppression.rule && blocks.some((block) => isAt(span, block));
}

function isAt(place: Span, block: Span): boolean {
  return place.path === block.path && !isBefore(place.start, block.start) && !isBefore(block.end, place.start);
}

function isBefore(a: Span['start'], b: Span['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

function unused({ suppression }: Silencer, locale: string): Finding {
  return {
    rule: 'suppress/unused',
    severity: 'warning',
    locale,
    span: suppression.span,
    ...told(
      phrase`nothing to suppress: there is no finding ${suppression.rule} in the block that follows`,
      phrase`remove the comment, or correct the name of the rule`,
    ),
  };
}

function expired({ suppression: { rule, reason, until = '', span } }: Silencer, locale: string): Finding {
  return {
    rule: 'suppress/expired',
    severity: 'warning',
    locale,
    span,
    ...told(
      phrase`this suppresses ${rule} no more: it did until ${{ date: until }} (“${reason}”)`,
      phrase`correct what is found there and remove the comment, or give it a later day`,
    ),
  };
}
