import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../src/figures/reading/read.ts';
import en from './extract/en.json' with { type: 'json' };
import ru from './extract/ru.json' with { type: 'json' };
import zh from './extract/zh.json' with { type: 'json' };

/** Short texts and all that is read in them, `kind value unit bound`. */
const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, ru, zh };

for (const [locale, texts] of Object.entries(cases)) {
  describe(locale, () => {
    it.each(Object.entries(texts))('%s', (text, expected) => {
      const said = readFigures(text, locale).map(({ kind, value, unit, bound }) => {
        const number = typeof value === 'string' ? value : `${value.from}..${value.to}`;
        return [kind, number, unit, bound === 'exact' ? undefined : bound].filter(Boolean).join(' ');
      });
      expect(said.join('; ')).toBe(expected);
    });
  });
}
