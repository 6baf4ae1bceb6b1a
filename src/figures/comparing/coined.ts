import { cldrTable } from '../../locales/index.ts';
import type { Block, Figure } from '../../model.ts';
import { remembered } from '../../text/remembered.ts';
import { fold } from '../fold.ts';
import type { Difference } from './match.ts';

/** How far behind a number the name of its currency may end, in UTF-16 units. */
const NAME = 30;
/** As many letters of a name as no ending changes. */
const STEM = 4;

/**
 * "2,500 soles" and 2500 سول: of currencies with rare names many a language's words know only the whole name, سول بيروفي,
 * or not even that, 콰차. Where the source says which it is, a word of that name behind the number says so too, or behind
 * another number of the passage: 180 квач, … 330.
 */
export function withoutCoined(
  differences: readonly Difference[],
  { target }: { readonly target: readonly Block[] },
  locale: string,
): readonly Difference[] {
  if (!differences.some(({ slip }) => slip === 'unit')) return differences;
  const isNamed = (bare: Figure, unit: string) => {
    const text = target.find(({ figures }) => figures.includes(bare))?.text ?? '';
    const behind = wordsOf(text.slice(bare.end, bare.end + NAME)).slice(0, 2);
    const names = namesOf(unit, locale);
    return behind.some((word) => names.some((name) => word.startsWith(name.slice(0, STEM))));
  };
  const open = differences.flatMap(({ slip, source, target: bare }) => {
    const isBare = bare?.kind === 'number' && bare.unit === null;
    return slip === 'unit' && source?.kind === 'money' && source.unit && isBare ? [{ unit: source.unit, bare }] : [];
  });
  const named = open.filter(({ unit, bare }) => isNamed(bare, unit));
  return differences.flatMap((one) => {
    const { unit } = open.find(({ bare }) => bare === one.target) ?? {};
    if (unit === undefined || !named.some((other) => other.unit === unit)) return [one];
    // What goes without its name an editor may want to see.
    return named.some(({ bare }) => bare === one.target) ? [] : [{ ...one, doubtful: true as const }];
  });
}

function namesOf(unit: string, locale: string): readonly string[] {
  const listed = cldrTable(locale).currencies[unit];
  if (listed !== undefined || !/^[A-Z]{3}$/.test(unit)) return wordsOf(listed ?? '');
  return wordsOf(currencies(locale).of(unit) ?? '');
}

const currencies = remembered(
  (locale: string) => new Intl.DisplayNames(locale, { type: 'currency', fallback: 'none' }),
);

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{sc=Hang}\p{sc=Han}\p{sc=Kana}ー]+|[\p{L}\p{M}]{3,}/gu) ?? [];
}
