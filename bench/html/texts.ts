import { denseParagraphs, LOCALES } from '../check/dense.ts';

export { LOCALES };

type Locale = (typeof LOCALES)[number];

/** Where all sites are said to stand. */
export const SITE = 'https://example.org/';
export const NAMES: Readonly<Record<Locale, string>> = { en: 'The Journal', ru: 'Журнал', zh: '期刊' };
/** What a language calls itself. */
export const LANGUAGES: Readonly<Record<Locale, string>> = { en: 'English', ru: 'Русский', zh: '中文' };
const TITLES: Readonly<Record<Locale, string>> = { en: 'Document', ru: 'Документ', zh: '文件' };
const HEADS: Readonly<Record<Locale, readonly string[]>> = {
  en: ['What was said', 'What came of it', 'The next season', 'Beyond the mountains', 'A longer view'],
  ru: ['Что было сказано', 'Что из этого вышло', 'Следующий сезон', 'За горами', 'Взгляд вперёд'],
  zh: ['说了什么', '结果如何', '下一个季节', '山的那一边', '长远来看'],
};
/** Of a document in English. */
const WORDS = 600;

/** A document in one language, and what stands before and behind it: newest first, of one day by name. */
export interface Text {
  readonly slug: string;
  readonly locale: Locale;
  readonly title: string;
  readonly date: string;
  readonly body: string;
}

/** So many documents in each of the languages, one after the other; the same in every run, and no paragraph twice. */
export function* textsOf(documents: number): Generator<Text> {
  const next = denseParagraphs();
  for (let n = 0; n < documents; n += 1) {
    const paragraphs: (readonly string[])[] = [];
    for (let words = 0; words < WORDS; ) {
      const paragraph = next();
      paragraphs.push(paragraph);
      words += paragraph[0]?.split(/\s+/).length ?? 0;
    }
    const date = new Date(Date.UTC(2015, 0, 1 + (n % 3650))).toISOString().slice(0, 10);
    for (const [at, locale] of LOCALES.entries()) {
      const own = paragraphs.map((paragraph) => paragraph[at] ?? '');
      yield { slug: `d${n}`, locale, title: `${TITLES[locale]} ${n}`, date, body: bodyOf(own, locale, n) };
    }
  }
}

/** Heads, a list with emphasis and a link, a table with numbers, and for the rest paragraphs. */
function bodyOf(paragraphs: readonly string[], locale: Locale, n: number): string {
  const heads = HEADS[locale];
  const third = Math.ceil(paragraphs.length / 3);
  const head = (k: number) => `## ${heads[(n + k) % heads.length]}`;
  return [
    ...paragraphs.slice(0, third),
    head(0),
    ...paragraphs.slice(third, 2 * third),
    `- **${heads[0]}**\n- *${heads[1]}*\n- [${TITLES[locale]} ${Math.max(0, n - 1)}](d${Math.max(0, n - 1)}.md)`,
    head(1),
    ...paragraphs.slice(2 * third),
    `### ${heads[(n + 2) % heads.length]}`,
    '| 2020 | 2021 |\n|---:|---:|\n| 12.5 | 17.25 |\n| 8 | 9.1 |',
  ].join('\n\n');
}
