/** Texts in which both directions meet: each is printed, read back and found whole, wherever it stands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Files, throwaway } from '../publication.ts';

const arabic = `---
title: أرقام (2022) و English «نص»
---
## القسم الأول: 12 مدينة (و3 موانئ)

بلغت قيمة التجارة 460 مليون دولار (US$460 million) في عام 1992، أي بزيادة 12.5% [بحسب التقرير](https://example.org/a) و\`npm ci\` و«أعلى» من ذلك.[^1]

من 2010 إلى 2020، تراوحت بين 20–25% و-7 درجات، و+86 10 6596-1114، و(أ) ثم [ب]. هل 3 < 5؟ نعم: 5 > 3، و 10°C، و€15، و1,250.5 كم/ساعة.

**غامق 15** ثم *مائل 16 (Latin)* Mixed English text with عربي 18 inside **and bold** more, then عربي.

English paragraph in an Arabic document, with (parentheses) and 25% and «عربي 12» and more.

| العام | القيمة (مليون) |
|---|--:|
| 1992 | 460 (تقديري) |
| 2021 | -3% |

مُحَمَّدٌ رَسُولٌ ـــ لَا إِلَٰهَ.

${'نمت التجارة بين الشعوب (12 دولة) بنسبة 5% منذ 1992 وحتى Trade Report 2021. '.repeat(60)}

[^1]: الحاشية 1: أُعدّت عام 2019 (انظر ISO 9001).
`;
const persian = `---
title: گزارش ۲۰۲۲ (English)
---
ارزش تجارت ۴۶۰ میلیون دلار (US$460 million) بود؛ یعنی ۱۲٫۵٪ بیشتر. می‌خواهیم «بیش از ۳» و (۴) و [ه] ببینیم.

از ۲۰۱۰ تا ۲۰۲۰، ۲۰–۲۵٪ و ۱٬۲۵۰٫۵ کیلومتر. Version 2.0 نسخهٔ ۲.
`;
const english = `---
title: Numbers with عربي in them
---
## Heading with عربي 12 كلمة inside

English with عربي (12) نص and then (عربي 15 نص 16) and «كلمة». Plain 5% end.
`;
const settings = (outputs: string) => `source: en
outputs: [${outputs}]
fonts:
  ar: { text: '@expo-google-fonts/amiri', heads: '@expo-google-fonts/vazirmatn' }
  fa: { text: '@expo-google-fonts/vazirmatn', heads: '@expo-google-fonts/vazirmatn' }
`;
const files: Files = {
  'hexapla.yaml': settings('pdf, edition, parallel'),
  'content/en/a.md': english,
  'content/ar/a.md': arabic,
  'content/fa/a.md': persian,
};

/** What the proofs of a build find, but not its comparisons: the texts do not say the same. */
async function proved(more: Files = {}, options: readonly string[] = []): Promise<string[]> {
  const { run } = await throwaway({ ...files, ...more });
  const { stdout } = await run(['build', '--format', 'json', ...options]);
  const { findings }: { findings: { file: string; line: number; rule: string; message: string }[] } =
    JSON.parse(stdout);
  return findings.flatMap(({ file, line, rule, message }) =>
    rule.startsWith('prove/') ? [`${file}:${line} ${rule} ${message}`] : [],
  );
}

test('nothing is missed', { timeout: 90_000 }, async () => {
  expect(await proved()).toEqual([]);
});

test('a word that is not there is missed', { timeout: 90_000 }, async () => {
  const css = readFileSync(join(import.meta.dirname, '../../templates/styles/print.css'), 'utf8');
  const style = `${css} .text strong { display: none }`;
  const files = { 'templates/styles/print.css': style, 'hexapla.yaml': settings('pdf') };
  expect(await proved(files, ['--locale', 'ar'])).toEqual([
    expect.stringMatching(/^content\/ar\/a\.md:10 prove\/(?:lost|cut) /),
  ]);
});

test('nor is a letter that no font has', { timeout: 90_000 }, async () => {
  const found = await proved({ 'hexapla.yaml': settings('pdf') }, ['--locale', 'en']);
  expect(found).toContain(
    'content/en/a.md:2 prove/glyph en/a.pdf shows signs for which no font has a glyph, on page 1',
  );
});
