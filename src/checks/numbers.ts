import { readsFigures } from '../locales/index.ts';
import type { ReadFigure } from '../model.ts';
import { phrase, told } from '../text/phrase.ts';
import { remembered } from '../text/remembered.ts';
import type { Check } from '../world.ts';

/** Numbers are written with the signs of their language. */
export const numbers: Check = {
  id: 'numbers',
  promise:
    'Decimals and thousands are parted by the signs of the language: 12.5 and 3,300 in English, 12,5 and 3 300 in Russian.',
  examples: [
    {
      title: 'a decimal point, and thousands as in English',
      files: {
        'content/en/a.md': '---\ntitle: Trade\n---\nIt grew by 12.5% to US$1,234.5 million.\n',
        'content/ru/a.md': '---\ntitle: Торговля\n---\nОна выросла на 12.5 % до 1,234.5 млн долларов США.\n',
      },
      findings: ['content/ru/a.md:4:16 numbers', 'content/ru/a.md:4:23 numbers'],
    },
    {
      title: 'each region in its own way',
      files: {
        'content/es-ES/a.md': '---\ntitle: Comercio\n---\nCreció un 12,5 %, no un 12.5 %.\n',
        'content/es-MX/a.md': '---\ntitle: Comercio\n---\nCreció un 12.5 %, no un 12.5 %.\n',
      },
      findings: ['content/es-ES/a.md:4:25 numbers'],
    },
    {
      title: 'dates, times, versions and numbers of sections',
      files: {
        'content/en/a.md': '---\ntitle: Trade\n---\nVersion 1.2 of 25 January 2022, section 3.4, at 10:30.\n',
        'content/ru/a.md': '---\ntitle: Торговля\n---\nВерсия 1.2 от 25.01.2022, раздел 3.4, в 10.30.\n',
      },
      findings: [],
    },
  ],
  *compare({ documents }) {
    for (const { locale, blocks } of documents) {
      if (!readsFigures(locale)) continue;
      const { decimal, group } = signsOf(locale);
      if (!SIGNS.includes(decimal)) continue;
      for (const { figures } of blocks)
        for (const figure of figures) {
          if (figure.key !== undefined || !isMeasured(figure)) continue;
          const number = foreignNumber(figure, decimal);
          if (number === undefined) continue;
          const gap = /[\s\u202f]/.test(group) || group === '' ? '\u00a0' : group;
          const text = figure.text.replace(number, written(number, decimal, gap));
          yield {
            severity: 'warning',
            locale,
            span: figure.span,
            ...told(
              phrase`${number} is not how numbers are written here: decimals stand behind “${decimal}”`,
              phrase`write ${text}`,
            ),
            fix: { span: figure.span, was: figure.text, text },
          };
        }
    }
  },
};

const SIGNS = ['.', ','];

/** Those of the region: 12.5 in Mexico, 12,5 in Spain (CLDR). */
const signsOf = remembered((locale: string) => {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(-12_345.5);
  const sign = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: sign('decimal'), group: sign('group') };
});

/** A version and the number of a section have no unit and no scale. */
function isMeasured({ kind, unit, value, text }: ReadFigure): boolean {
  if (typeof value !== 'string') return false;
  return (
    kind === 'percent' ||
    kind === 'percentage-point' ||
    unit !== null ||
    (kind === 'number' && /\d\s*\p{L}/u.test(text))
  );
}

/** The digits of a figure, where their decimals stand behind the other sign: only then is it the figure that was read. */
function foreignNumber({ value, text }: ReadFigure, decimal: string): string | undefined {
  const other = decimal === ',' ? '.' : ',';
  const [number, ...more] = text.match(/\d[\d.,]*\d/g) ?? [];
  if (number === undefined || more.length > 0) return undefined;
  const at = number.lastIndexOf(other);
  const decimals = number.slice(at + 1);
  if (at < 0 || decimals.includes(decimal) || number.indexOf(other) !== at) return undefined;
  const isGrouped = number.slice(0, at).includes(decimal);
  // 3,300 and 3.300 are thousands somewhere.
  if (decimals.length === 3 && !isGrouped) return undefined;
  const digits = number.replace(/[.,]/g, '');
  return typeof value === 'string' &&
    value
      .replace('.', '')
      .replace(/0+$/, '')
      .startsWith(digits.replace(/^0+|0+$/g, ''))
    ? number
    : undefined;
}

function written(number: string, decimal: string, group: string): string {
  const other = decimal === ',' ? '.' : ',';
  const at = number.lastIndexOf(other);
  return `${number.slice(0, at).replaceAll(decimal, group)}${decimal}${number.slice(at + 1)}`;
}
