import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { readFigures } from '../../src/figures/reading/read.ts';
import { speller } from '../../src/figures/saying/rbnf.ts';

/** Locales whose spelled numbers are read back whole, with the file of their rules. */
const RULES: Readonly<Record<string, string>> = Object.fromEntries(
  'ru zh zh-Hant de fr pt nl da nb fi pl cs uk be bg sr el tr az kk id hi fa'
    .split(' ')
    .map((tag) => [tag, tag === 'nb' ? 'no' : tag]),
);

const folder = join(dirname(createRequire(import.meta.url).resolve('cldr-rbnf/package.json')), 'rbnf');

/** Round numbers as texts have them, and any at all. */
const numbers = fc.oneof(
  fc.integer({ min: 2, max: 9999 }),
  fc.tuple(fc.integer({ min: 2, max: 999 }), fc.constantFrom(3, 6, 9)).map(([n, power]) => n * 10 ** power),
  fc.integer({ min: 10_000, max: 999_999_999 }),
);

describe.each(Object.entries(RULES))('%s', (tag, file) => {
  const rules = JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'))['rbnf']['rbnf']['SpelloutRules'];
  const spell = speller(tag, rules);
  const [set = ''] = spell.sets.filter((name) => /cardinal|numbering$/.test(name));

  it('reads back what the rules spell', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        const text = spell.spell(set, value)?.replace(/[\u00ad\u200b]/g, '') ?? '';
        const said = readFigures(text, tag).map((figure) => figure.value);
        if (said.join(' ') !== String(value))
          throw new Error(`${value} is spelled “${text}” and read as ${said.join(' and ')}`);
      }),
      { numRuns: 200 },
    );
  });
});
