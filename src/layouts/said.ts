import type { KeyFigure, ReadFigure } from '../model.ts';
import type { Element } from '../text/data.ts';

/**
 * A figure for programs: `<time>` where HTML has a form for it (a date, a month, a year, a time of day), else `<data>`, with
 * its exact value, unit (ISO 4217, CLDR) and bound, and of a key figure its id and where it is from. A range has two points
 * between its ends.
 */
export function sayer(keys: readonly KeyFigure[] = []): Element {
  return (figure) =>
    said(
      figure,
      keys.find(({ id }) => id === figure.key),
    );
}

function said({ kind, value, unit, bound, soft }: ReadFigure, key: KeyFigure | undefined): ReturnType<Element> {
  if (soft && !key) return undefined;
  const origin = { 'data-figure': key?.id, 'data-source': key?.source };
  const isMoment = typeof value === 'string' && MOMENT.test(value) && (kind === 'date' || kind === 'time');
  if (isMoment) return { name: 'time', attributes: { datetime: value, ...origin } };
  return {
    name: 'data',
    attributes: {
      value: typeof value === 'string' ? value : `${value.from}..${value.to}`,
      'data-kind': kind,
      'data-unit': unit ?? undefined,
      'data-bound': bound === 'exact' ? undefined : bound,
      ...origin,
    },
  };
}

/** Of HTML's dates and times (HTML, 2.3.5) those that figures have. */
const MOMENT = /^(?:\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d-\d\d|\d\d:\d\d(?::\d\d)?)$/;
