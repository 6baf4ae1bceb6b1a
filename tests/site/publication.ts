import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Files, hexapla, writeAll } from '../publication.ts';

/** The head of a PNG of 640 × 320. */
const png = Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d494844520000028000000140', 'hex'));

const drawing = (label: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><style>.bar { fill: #8a1f11 }</style><rect class="bar" width="120" height="20"/><text y="50" style="font-size: 14px; fill: currentColor">${label}</text></svg>`;

interface Words {
  readonly title: string;
  readonly heads: readonly [string, string];
  readonly paragraph: (n: number) => string;
  readonly year: string;
  readonly sum: string;
  readonly name: string;
}

/** Enough paragraphs that a place in them is far from the top. */
const article = ({ title, heads, paragraph, year, sum }: Words, more = '') => `---
title: ${title}
author: A. Author
section: ${heads[0]}
date: 2022-03-15
abstract: ${sum}
${more}---

${sum}[^1] [*](../about.md)

## ${heads[0]}

${Array.from({ length: 12 }, (_, n) => paragraph(n + 1)).join('\n\n')}

- **${sum}**
- ${year}

> ${paragraph(13)}

![${title}](chart.svg "${heads[1]}")

![${title}](map.png)

## ${heads[1]}

: ${title}

| ${heads[0]} | % |
|---|--:|
| ${year} | 7.5 |
| ${heads[1]} | 12.25 |

${Array.from({ length: 12 }, (_, n) => paragraph(n + 21)).join('\n\n')}

\`${title}\`

[^1]: ${sum}
`;

const words: Readonly<Record<string, Words>> = {
  en: {
    title: 'Trade and growth',
    heads: ['Thirty years', 'In figures'],
    paragraph: (n) => `Paragraph ${n} of this text says of the trade between two countries what there is to say of it.`,
    year: 'In 1992',
    sum: 'Trade reached more than US$50 billion.',
    name: 'Columns',
  },
  zh: {
    title: '贸易与增长',
    heads: ['三十年', '数字'],
    paragraph: (n) => `本文第${n}段谈的是两国之间的贸易，把该说的都说了，不多也不少，供读者参考。`,
    year: '1992年',
    sum: '贸易额超过500亿美元。',
    name: '对照',
  },
  ru: {
    title: 'Торговля и рост',
    heads: ['Тридцать лет', 'В цифрах'],
    paragraph: (n) => `Абзац ${n} этого текста говорит о торговле двух стран то, что о ней можно сказать.`,
    year: 'В 1992 году',
    sum: 'Торговля превысила 50 млрд долларов США.',
    name: 'Столбцы',
  },
  ar: {
    title: 'التجارة والنمو',
    heads: ['ثلاثون عاما', 'بالأرقام'],
    paragraph: (n) => `تقول الفقرة ${n} من هذا النص عن التجارة بين البلدين ما يمكن أن يقال عنها.`,
    year: 'في عام 1992',
    sum: 'تجاوزت التجارة 50 مليار دولار أمريكي.',
    name: 'أعمدة',
  },
};

export const LOCALES = Object.keys(words);

/** Four languages, one from right to left: a rich text, a short one, and one that only English has. `settings` are YAML. */
function journal(settings: string): Files {
  const files: Record<string, string | Uint8Array> = {
    'hexapla.yaml': `source: en\nlocales: [${LOCALES.join(', ')}]\noutputs: [html]\n${settings}fonts:\n  ar: { text: '@expo-google-fonts/amiri', heads: '@expo-google-fonts/vazirmatn' }\n`,
    'content/en/news/chart.svg': drawing('Growth'),
    'content/en/news/chart.zh.svg': drawing('增长'),
    'content/en/news/map.png': png,
    'content/en/news/only.md': '---\ntitle: Only in English\ndate: 2022-04-01\n---\n\nIt has one paragraph.\n',
  };
  for (const [locale, own] of Object.entries(words)) {
    files[`content/${locale}/strings.json`] = JSON.stringify({ publication: { name: own.name } });
    files[`content/${locale}/news/trade.md`] = article(own, locale === 'en' ? 'revised: 2022-05-01\n' : '');
    files[`content/${locale}/about.md`] = `---\ntitle: ${own.name}\ndate: 2021-01-01\n---\n\n${own.sum}\n`;
  }
  return files;
}

/** The folder of a publication that is built; whoever asks for it removes it. */
export async function builtJournal(settings: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hexapla-site-'));
  await writeAll(folder, journal(settings));
  const { code, stderr } = await hexapla(['build', '--quiet'], folder);
  // The text that only English has is a finding.
  if (code !== 1) throw new Error(`hexapla build ended with ${code}: ${stderr}`);
  return folder;
}

/** The nth paragraph of the rich text. */
export function paragraphOf(locale: string, n: number): string {
  return words[locale]?.paragraph(n) ?? '';
}
