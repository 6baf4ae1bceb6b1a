import { readsFigures } from '../locales/index.ts';
import type { Draft, Figure } from '../model.ts';
import { phrase, told } from '../text/phrase.ts';
import { remembered } from '../text/remembered.ts';
import type { Check } from '../world.ts';

/** A unit stands behind its number as the language has it. */
export const units: Check = {
  id: 'units',
  promise:
    'A unit of letters is parted from its number where the language parts them (5 km, not 5km); a sign such as % stands in one way throughout a document.',
  examples: [
    {
      title: 'letters without a space, and percent in two ways',
      files: {
        'content/en/a.md': '---\ntitle: Trade\n---\nIt is 3,300km long, and 5 kg heavy; it grew by 5% and by 7 %.\n',
        'content/ru/a.md': '---\ntitle: Торговля\n---\nЕё длина 3300км, вес 5 кг; она выросла на 5% и на 7 %.\n',
      },
      findings: [
        'content/en/a.md:4:7 units',
        'content/en/a.md:4:58 units',
        'content/ru/a.md:4:10 units',
        'content/ru/a.md:4:43 units',
      ],
    },
    {
      title: 'each language in its own way, and a way that a document keeps to',
      files: {
        'content/en/a.md': '---\ntitle: Trade\n---\nIt is 3,300 km long; it grew by 5% and by 7%.\n',
        'content/ru/a.md': '---\ntitle: Торговля\n---\nЕё длина 3300 км; она выросла на 5% и на 7%.\n',
        'content/zh/a.md': '---\ntitle: 贸易\n---\n它长3300公里，增长了5%和7%。\n',
      },
      findings: [],
    },
  ],
  *compare({ documents }) {
    for (const { locale, blocks } of documents) {
      if (!readsFigures(locale)) continue;
      const written = blocks.flatMap(({ figures }) => figures.flatMap((figure) => writtenIn(figure) ?? []));
      for (const [unit, all] of Map.groupBy(written, (one) => one.unit)) {
        const isMixed = new Set(all.map(({ gap }) => gap === '')).size > 1;
        for (const one of all) {
          const parted = isParted(locale, one);
          if (parted === undefined || parted === (one.gap !== '')) continue;
          if (isMixed ? parted || isTight(unit) : parted && isLetters(unit)) yield draftOf(one, parted, locale);
        }
      }
    }
  },
};

/** A number in digits, what stands between it and its unit, and that, to the end of the figure. */
interface Written {
  readonly figure: Figure;
  readonly number: string;
  readonly gap: string;
  readonly unit: string;
}

const WRITTEN = /^(.*\d)([ \u00a0\u2009\u202f]?)([^\d\s\p{P}][^\d\s]*|%|‰)$/su;

function writtenIn(figure: Figure): Written | undefined {
  const { kind, key, text } = figure;
  if (key !== undefined || (kind !== 'quantity' && kind !== 'percent')) return undefined;
  const [, number, gap, unit] = WRITTEN.exec(text) ?? [];
  return number === undefined || gap === undefined || unit === undefined ? undefined : { figure, number, gap, unit };
}

/** Newspapers of many languages do without the space that standards want before a sign; both ways in one text is nobody's. */
function isLetters(unit: string): boolean {
  return /^\p{L}/u.test(unit);
}

/** Of words in other scripts CLDR leaves out the space where it is only short of room. */
function isTight(unit: string): boolean {
  return !isLetters(unit) || /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(unit);
}

/** Whether the language parts a number from a unit that is written so (CLDR, short unit patterns); undefined where it writes another one. */
function isParted(locale: string, { figure: { kind, unit: id }, unit }: Written): boolean | undefined {
  const own = kind === 'percent' ? shortUnit(`${locale} percent`) : shortUnit(`${locale} ${id}`);
  return own?.sign === unit ? own.isParted : undefined;
}

const shortUnit = remembered((key: string) => {
  const [locale = '', unit = ''] = key.split(' ');
  const parts = partsOf(locale, unit);
  const at = parts.findIndex(({ type }) => type === 'unit' || type === 'percentSign');
  const before = parts[at - 1];
  // It stands behind the number, not before it.
  if (at < 1 || !before || parts.length > at + 1) return null;
  const isSpace = before.type === 'literal';
  if (isSpace && !/^\s$/.test(before.value)) return null;
  return { sign: parts[at]?.value ?? '', isParted: isSpace };
});

function partsOf(locale: string, unit: string): readonly Intl.NumberFormatPart[] {
  const style = unit === 'percent' ? { style: 'percent' as const } : { style: 'unit' as const, unit };
  try {
    return new Intl.NumberFormat(locale, { ...style, numberingSystem: 'latn' }).formatToParts(5);
  } catch (error) {
    // Of the units of CLDR it knows those that a calculator has.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function draftOf({ figure, number, gap, unit }: Written, parted: boolean, locale: string): Draft {
  const text = `${number}${parted ? '\u00a0' : ''}${unit}`;
  return {
    severity: 'warning',
    locale,
    span: figure.span,
    ...told(
      parted
        ? phrase`${unit} stands right behind its number; in this language a space parts them`
        : phrase`a space parts ${unit} from its number; in this language none does`,
      phrase`write ${text}`,
    ),
    fix: { span: figure.span, was: figure.text.slice(0, number.length) + gap + unit, text },
  };
}
