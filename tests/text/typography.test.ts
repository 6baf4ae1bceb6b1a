import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { language } from '../../src/locales/index.ts';
import { holdTogether, setPlainSpaces, setSpaces } from '../../src/text/typography.ts';

const locales = ['en', 'ru', 'zh'];

/** `_` stands for a no-break space, so that a reader sees it. */
function set(locale: string, html: string): string {
  return setSpaces(html, language(locale).typography.spaces).replaceAll('\u00a0', '_');
}

test.each([
  ['prepositions and conjunctions', 'И в доме, и у реки, но не за ней', 'И_в_доме, и_у_реки, но_не_за_ней'],
  [
    'a preposition before markup',
    'Он был в <em>Алматы</em> в <strong>1992</strong> году',
    'Он был в_<em>Алматы</em> в_<strong>1992</strong>_году',
  ],
  ['a preposition inside markup', 'жил <em>в</em> доме', 'жил <em>в</em>_доме'],
  ['a preposition at the end of a source line', 'торговля с\nпятью странами', 'торговля с_пятью странами'],
  ['part of a word is not a preposition', 'кто-то из-за угла; США и', 'кто-то из-за угла; США и'],
  ['the dash', 'Москва — столица; слово —', 'Москва_— столица; слово_—'],
  ['particles', 'так ли это, он же', 'так_ли это, он_же'],
  [
    'numbers and units',
    '25 000 рейсов, 70 млрд долл. США, 3300 км, 5 %',
    '25_000 рейсов, 70_млрд_долл. США, 3300_км, 5_%',
  ],
  ['dates', '25 января 2022 года; в 2021 г.; XXI век', '25_января 2022_года; в_2021_г.; XXI_век'],
  ['№ and references', '№ 5, § 3, рис. 2, с. 15', '№_5, §_3, рис._2, с._15'],
  ['initials and abbreviations', 'А. С. Пушкин и т. д.', 'А._С._Пушкин и_т._д.'],
])('ru: %s', (_, html, expected) => {
  expect(set('ru', html)).toBe(expected);
});

test.each([
  [
    'scales and units',
    'more than 3,300 km and US$50 billion, 7 percent',
    'more than 3,300_km and US$50_billion, 7_percent',
  ],
  ['dates', 'On January 25, 2022, and on 4 February', 'On January_25, 2022, and on 4_February'],
  ['a month before a year', 'in January 2022', 'in January 2022'],
  ['names', 'Dr. A. B. Smith, No. 5', 'Dr._A._B._Smith, No._5'],
])('en: %s', (_, html, expected) => {
  expect(set('en', html)).toBe(expected);
});

describe('what is not running text', () => {
  test.each([
    ['code', '<p>в <code>в доме</code> в <pre>и в</pre></p>'],
    ['attributes', '<img alt="в доме"><a title="и в саду">x</a>'],
    ['drawings', '<svg viewBox="0 0 1 1"><text>в доме</text></svg>'],
    ['the edge of a block', '<p>слово в</p> <p>доме</p>'],
  ])('%s stays as it is', (_, html) => {
    const before = html.replace(/^<p>в /, '<p>');
    expect(set('ru', before)).toBe(before);
  });
});

describe('what stays on one line', () => {
  test.each([
    ['en', 'in 1992–2022, COVID-19 and ISO 9001', 'in [1992–2022], [COVID-19] and ISO 9001'],
    ['ru', '30-летие, 1992–2022 годы, 5-й, 20-тонный', '[30-летие], [1992–2022] годы, [5-й], 20-тонный'],
    [
      'zh',
      '<p>1992—2022年</p><p>意味着什么<sup>2</sup>。</p><p>树立了典范。</p>',
      '<p>[1992—2022]年</p><p>意味着[什么]<sup>2</sup>。</p><p>树立了[典范。]</p>',
    ],
    ['en', '<code>1992–2022</code> <img alt="1992–2022">', '<code>1992–2022</code> <img alt="1992–2022">'],
  ])('%s: %s', (locale, html, expected) => {
    const { unbroken } = language(locale).typography;
    const held = holdTogether(html, unbroken);
    expect(held.replace(/<span class="nobr">([^<]*)<\/span>/g, '[$1]')).toBe(expected);
    expect(holdTogether(held, unbroken)).toBe(held);
  });
});

const words = fc.constantFrom(
  ...'в и на не 30-летие 1992–2022 典范。 25 000 млн — Дом «дом» км % № т. е. А. January 5 billion a.m. 中亚 —— …… 3 km , . ( )'.split(
    ' ',
  ),
);
const gaps = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '\n',
  '\u00a0',
  '',
  '  ',
  '<em>',
  '</em>',
  '</p><p>',
  '<code>и в</code>',
  '&amp;',
);
const texts = fc.array(fc.tuple(words, gaps), { maxLength: 30 }).map((pairs) => pairs.flat().join(''));

test.each(locales)('%s: only spaces change, and a second run changes nothing', (locale) => {
  const { spaces, unbroken } = language(locale).typography;
  fc.assert(
    fc.property(texts, (html) => {
      const once = setSpaces(html, spaces);
      expect(once.replace(/[ \n\u00a0]/g, ' ')).toBe(html.replace(/[ \n\u00a0]/g, ' '));
      expect(setSpaces(once, spaces)).toBe(once);
      const held = holdTogether(once, unbroken);
      expect(held.replace(/<span class="nobr">([^<]*)<\/span>/g, '$1')).toBe(once);
      expect(holdTogether(held, unbroken)).toBe(held);
    }),
    { numRuns: 2000 },
  );
});

test.each(locales)('%s: the patterns say nothing that the fonts lack and change no length', (locale) => {
  for (const [pattern, replacement] of language(locale).typography.spaces) {
    expect(pattern.flags).toContain('g');
    expect(replacement.replace('$1', '')).toBe('\u00a0');
  }
});

test('a pattern that would change the length is not applied', () => {
  expect(setPlainSpaces('a b', [[/ /g, '  ']])).toBe('a b');
});
