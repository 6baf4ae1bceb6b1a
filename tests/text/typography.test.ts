import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures } from '../../src/figures/reading/read.ts';
import { typesetting as screen } from '../../src/layouts/work.ts';
import { language, languages } from '../../src/locales/index.ts';
import { setPlain, setText, type Typesetting } from '../../src/text/typography.ts';
import { growth, LINEAR } from '../growth.ts';

const locales = ['en', 'ru', 'zh'];

/** How a language is set on paper, where words are parted. */
function paper(locale: string): Typesetting {
  const { hyphenation } = language(locale).typography;
  return { ...screen(locale), ...(hyphenation && { hyphenation }) };
}

/** `_` stands for a no-break space and `|` for a soft hyphen, so that a reader sees them; `[…]` stays on one line. */
function seen(set: string): string {
  return set
    .replaceAll('\u00a0', '_')
    .replaceAll('\u00ad', '|')
    .replace(/<span class="nobr">([^<]*)<\/span>/g, '[$1]');
}

function set(locale: string, html: string): string {
  const { ending, ...how } = screen(locale);
  return seen(setText(html, { ...how, unbroken: [] }));
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
  ['a dash from a typewriter', 'Москва - столица, год -- 2022', 'Москва_— столица, год_— 2022'],
  ['a hyphen is no dash, nor is a minus', 'кто-то, 5 - 3, -7', 'кто-то, 5 - 3, -7'],
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
  ['dashes', 'trade -- and more---or less — grows', 'trade—and more—or less—grows'],
  ['hyphens that are none', 'use --help, 10--20, a well-known x, 5 -- 3', 'use --help, 10--20, a well-known x, 5 -- 3'],
])('en: %s', (_, html, expected) => {
  expect(set('en', html)).toBe(expected);
});

describe('quotation marks', () => {
  test.each([
    ['en', '"We agree," he said.', '“We agree,” he said.'],
    ['en', "\"He said 'no' twice\", and 'yes'", '“He said ‘no’ twice”, and “yes”'],
    ['en', '"\'No,\' he said"', '“‘No,’ he said”'],
    ['en', '"He said \'no\'"', '“He said ‘no’”'],
    ['en', '<p>("steel <em>caravan</em>")—"x"</p>', '<p>(“steel <em>caravan</em>”)—“x”</p>'],
    ['en', '<p><em>"One"</em></p><p>"Two</p><p>"three"</p>', '<p><em>“One”</em></p><p>“Two</p><p>“three”</p>'],
    ['en', "don't, China's, the dogs' tails, '90s, ’tis, 'tis", 'don’t, China’s, the dogs’ tails, ’90s, ’tis, ’tis'],
    ['en', '“He said "no"”', '“He said ‘no’”'],
    ['en', '"quoted"<sup>1</sup>', '“quoted”<sup>1</sup>'],
    ['en', 'a 6" pipe, 5\' 10", 40° 26\' 46"', 'a 6" pipe, 5\' 10", 40° 26\' 46"'],
    ['en', '<code>"a"</code> is "<code>a</code>"', '<code>"a"</code> is “<code>a</code>”'],
    ['en', '<a href="/x?a=\'b\'" title="&quot;">it\'s</a>', '<a href="/x?a=\'b\'" title="&quot;">it’s</a>'],
    ['ru', 'Речь "Рука об руку", газета "Вестник "Азии""', 'Речь «Рука об_руку», газета «Вестник „Азии“»'],
    ['ru', '«Вестник "Азии"»', '«Вестник „Азии“»'],
    ['zh', '他说"我们"，又说"要\'合作\'吧"。', '他说“我们”，又说“要‘合作’吧”。'],
    ['zh-Hant', '他說"我們"。', '他說「我們」。'],
    ['ja', '彼は"はい"と言った。', '彼は「はい」と言った。'],
    ['de', '"Er sagte \'nein\'."', '„Er sagte ‚nein‘.“'],
    ['fr', '"Non", dit-il : l\'ami "dit \'oui\'"', '«_Non_», dit-il_: l’ami «_dit “oui”_»'],
    ['he', 'הוא אמר "כן" לצה"ל', 'הוא אמר ”כן” לצה״ל'],
    ['ar', 'قال "نعم" و"لا"', 'قال ”نعم“ و”لا“'],
    ['fi', '"Niin"', '”Niin”'],
    ['uz', "o'zbek \"so'z\", ma'no", 'oʻzbek “soʻz”, maʼno'],
    ['uk', 'п\'ять "слів"', 'п’ять «слів»'],
    ['ko', '그는 "네"라고 했다', '그는 “네”라고 했다'],
    ['tr', '"Zaman"ın, Ankara\'da', '“Zaman”ın, Ankara’da'],
  ])('%s: %s', (locale, html, expected) => {
    expect(set(locale, html)).toBe(expected);
    expect(set(locale, set(locale, html).replaceAll('_', '\u00a0'))).toBe(expected);
  });

  test('a title is set as its text is', () => {
    expect(setPlain('The "Belt" & \'Road\'', screen('en'))).toBe('The “Belt” & “Road”');
  });
});

test.each([
  ['تغير -3.2 نقطة', 'تغير <ltr>-3.2</ltr> نقطة'],
  ['هاتف +86 10 6596-1114، بين 1992–2022', 'هاتف <ltr>+86 10 6596-1114</ltr>، بين 1992–2022'],
  ['<code>-1</code> COVID-19', '<code>-1</code> COVID-19'],
  [
    'نسبة \u221212%، ثم 38%، وهي 1,250.5 % أو 4.',
    'نسبة <ltr>\u221212%</ltr>، ثم <ltr>38%</ltr>، وهي <ltr>1,250.5_%</ltr> أو 4.',
  ],
  ['في 2012 19% و38%', 'في 2012 <ltr>19%</ltr> و<ltr>38%</ltr>'],
  ['نسبة \u2212١٢٪ ثم ٣٨٪', 'نسبة \u2212١٢٪ ثم ٣٨٪'],
])('ar: a number with a sign keeps its direction: %s', (html, expected) => {
  expect(set('ar', html).replace(/<(\/?)bdi[^>]*>/g, '<$1ltr>')).toBe(expected);
});

describe('what is not running text', () => {
  test.each([
    ['code', '<p>в <code>в доме</code> в <pre>и в</pre></p>'],
    ['attributes', '<img alt="в доме"><a title="и в саду">x</a>'],
    ['drawings', '<svg viewBox="0 0 1 1"><text>в доме "x"</text></svg>'],
    ['the edge of a block', '<p>слово в</p> <p>доме</p>'],
  ])('%s stays as it is', (_, html) => {
    const before = html.replace(/^<p>в /, '<p>');
    expect(set('ru', before)).toBe(before);
  });
});

test.each([
  ['en', 'in 1992–2022, COVID-19 and ISO 9001', 'in [1992–2022], [COVID-19] and ISO 9001'],
  ['ru', '30-летие, 1992–2022 годы, 5-й, 20-тонный', '[30-летие], [1992–2022]_годы, [5-й], 20-тонный'],
  [
    'zh',
    '<p>1992—2022年</p><p>意味着什么<sup>2</sup>。</p><p>树立了典范。</p>',
    '<p>[1992—2022]年</p><p>意味着[什么]<sup>2</sup>。</p><p>树立了[典范。]</p>',
  ],
  ['en', '<code>1992–2022</code> <img alt="1992–2022">', '<code>1992–2022</code> <img alt="1992–2022">'],
])('%s: %s stays on one line where it should', (locale, html, expected) => {
  const held = setText(html, screen(locale));
  expect(seen(held)).toBe(expected);
  expect(setText(held, screen(locale))).toBe(held);
});

describe('words are parted', () => {
  const parted = (locale: string, html: string, kept?: ReadonlySet<string>) => seen(setText(html, paper(locale), kept));

  test.each([
    ['en', '<p>The cooperation of neighbors.</p>', '<p>The coop|er|a|tion of neigh|bors.</p>'],
    ['ru', '<p>Всеобъемлющее сотрудничество.</p>', '<p>Все|объ|ем|лю|щее сотруд|ни|че|ство.</p>'],
    ['de', '<p>Die Zusammenarbeit.</p>', '<p>Die Zusam|men|ar|beit.</p>'],
    ['zh', '<p>合作 cooperation</p>', '<p>合作 cooperation</p>'],
    ['hu', '<p>együttműködés</p>', '<p>együttműködés</p>'],
  ])('%s', (locale, html, expected) => {
    expect(parted(locale, html)).toBe(expected);
  });

  test.each([
    ['heads and captions', '<h2>cooperation</h2><figcaption>cooperation</figcaption>'],
    ['links and addresses', '<p><a href="x">cooperation</a> example.cooperation.org/cooperation a@cooperation</p>'],
    ['code', '<p><code>cooperation</code><kbd>cooperation</kbd></p>'],
    ['what is written with a hyphen, a digit or an apostrophe', '<p>anti-cooperation cooperation2 cooperation’s</p>'],
    ['abbreviations and firms', '<p>COOPERATION eCooperation</p>'],
    ['a foreign passage', '<p><span lang="fr">communication <em>internationale</em></span></p>'],
    ['short words', '<p>about every orders</p>'],
    ['entities', '<p>&thetasymbol; &amp;</p>'],
  ])('but not %s', (_, html) => {
    expect(parted('en', html)).toBe(html);
  });

  test('names are not, also where they begin a sentence', () => {
    expect(parted('en', '<p>Kazakhstan and Uzbekistan. Uzbekistan agrees. Development goes on.</p>')).toBe(
      '<p>Kaza|khstan and Uzbekistan. Uzbekistan agrees. Devel|op|ment goes on.</p>',
    );
    expect(parted('en', '<p>Mr. Richardson</p>')).toBe('<p>Mr._Richardson</p>');
    expect(parted('en', '<p>He said: "Development!"</p><p>“Development”</p>')).toBe(
      '<p>He said: “Development!”</p><p>“Development”</p>',
    );
  });

  test('the words of figures are not, in capitals or small letters', () => {
    const kept = new Set(['million', 'thirteen']);
    expect(parted('en', '<p>Thirteen million cooperations, thirteen.</p>', kept)).toBe(
      '<p>Thirteen million coop|er|a|tions, thirteen.</p>',
    );
  });

  test('a word over markup, and the text behind it', () => {
    expect(parted('en', '<p>co<b>oper</b>ation &amp; <i>development</i></p>')).toBe(
      '<p>co<b>op|er</b>|a|tion &amp; <i>devel|op|ment</i></p>',
    );
  });
});

const words = fc.constantFrom(
  ..."в и на не 30-летие 1992–2022 典范。 25 000 млн — Дом «дом» км % № т. е. А. January 5 billion a.m. 中亚 —— …… 3 km , . ( ) -- \" ' “ ” don't сотрудничество cooperation Development пятьдесят".split(
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
  '<code>и "в"</code>',
  '&amp;',
);
const texts = fc.array(fc.tuple(words, gaps), { maxLength: 30 }).map((pairs) => pairs.flat().join(''));

test.each([
  ['zh', '意味着什么', '意味着<span class="held"><span class="nobr">什么</span>', '</span>'],
  ['zh', '见“说明”', '见“说明<span class="held">”', '</span>'],
  ['en', 'for trade', 'for trade', ''],
])('%s: the mark of a note does not begin a line: %s', (locale, text, before, after) => {
  const sign = '<sup><a id="footnote-ref-2" href="#footnote-2" data-footnote-ref>2</a></sup>';
  const once = setText(`<p>${text}${sign}。</p>`, screen(locale));
  expect(once.replaceAll('\u00a0', ' ')).toBe(`<p>${before}${sign}${after}。</p>`);
  expect(setText(once, screen(locale)), 'set twice').toBe(once);
});

/** The text without what setting it may have added or changed. */
function bare(html: string): string {
  return html
    .replace(/<span class="nobr">([^<]*)<\/span>/g, '$1')
    .replace(/\u00ad/g, '')
    .replace(/[“”‘’«»„"']/g, '"')
    .replace(/[ \n\u00a0]/g, ' ')
    .replace(/ ?(?:—+|-{2,3}) ?/g, '—');
}

test.each(locales)('%s: without what was added it is the text again, and a second run changes nothing', (locale) => {
  fc.assert(
    fc.property(texts, (html) => {
      expect(bare(setText(html, paper(locale)))).toBe(bare(html));
      const once = setText(html, screen(locale));
      expect(setText(once, screen(locale))).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

/** Figures are read from what a reader has before him: soft hyphens do not show. */
function figuresOf(text: string, locale: string): string[] {
  return readFigures(text.replace(/\u00ad/g, ''), locale).map(
    ({ kind, value, unit, bound }) => `${kind} ${JSON.stringify(value)} ${unit} ${bound}`,
  );
}

/** Letters, digits and soft hyphens only. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}\u00ad]|[\u02bb\u02bc]/gu, '');
}

describe.each(languages().map((known) => [known.tag, known] as const))('%s', (tag, { samples, typography }) => {
  test('the figures of the set text are those of the text', () => {
    for (const text of Object.keys(samples)) {
      expect(figuresOf(setPlain(text, paper(tag)), tag), text).toEqual(figuresOf(text, tag));
    }
  });

  test('its words of figures are kept whole', () => {
    for (const text of Object.keys(samples)) {
      const said = readFigures(text, tag).map((figure) => figure.text);
      const kept = new Set(said.flatMap((figure) => figure.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []));
      const parted = letters(setPlain(text, paper(tag), kept));
      for (const figure of said) expect(parted, text).toContain(letters(figure));
    }
  });

  test('its spaces replace one by another, and its signs are no longer than what they replace', () => {
    for (const [pattern, replacement] of typography.spaces) {
      expect(pattern.flags).toContain('g');
      expect(replacement.replace('$1', '')).toBe('\u00a0');
    }
    for (const [pattern, sign] of typography.signs ?? []) {
      expect(pattern.flags).toContain('g');
      expect(sign).not.toContain('$');
    }
  });
});

test.each([
  ['one word', 'a'],
  ['one number', '1'],
  ['quotations that never end', '("'],
  ['apostrophes between ideographs', "字'"],
  ['elements that never end', '<em>'],
  ['blocks', '<p>a "b"</p>'],
  ['hyphens', '- '],
])('twice the text takes no more than some twice the time: %s', (_, unit) => {
  const setting = (times: number) => () => locales.map((locale) => setText(unit.repeat(times), paper(locale)));
  expect(growth(setting, 4000)).toBeLessThan(LINEAR);
});

test('a pattern that would change the length is not applied', () => {
  expect(setPlain('a b', { ...screen('en'), spaces: [[/(a) /g, '$1  ']] })).toBe('a b');
});
