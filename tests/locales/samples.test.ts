import { describe, expect, test } from 'vitest';
import { readFigures } from '../../src/figures/reading/read.ts';
import { languages } from '../../src/locales/index.ts';
import type { ReadFigure } from '../../src/model.ts';

/** `money 460000000 USD over`: kind, value, unit, bound, soft, direction; what is usual is left out. */
function say(figure: ReadFigure): string {
  const value = typeof figure.value === 'string' ? figure.value : `${figure.value.from}..${figure.value.to}`;
  const bound = figure.bound === 'exact' ? undefined : figure.bound;
  return [figure.kind, value, figure.unit, bound, figure.soft ? 'soft' : undefined, figure.direction]
    .filter((part) => part !== undefined && part !== null)
    .join(' ');
}

describe.each(languages().map((language) => [language.tag, language] as const))('%s', (tag, language) => {
  test.each(Object.entries(language.samples))('%s', (text, expected) => {
    const figures = readFigures(text, tag);
    expect(figures.map(say)).toEqual(expected.map((figure) => figure.replace(/ exact$/, '')));
    for (const figure of figures) expect(text.slice(figure.start, figure.end)).toBe(figure.text);
  });
});
