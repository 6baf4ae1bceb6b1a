import { cldrTable } from '../../locales/index.ts';
import type { Block } from '../../model.ts';
import { fold } from '../fold.ts';
import type { Difference } from './match.ts';

/** How far behind a number the name of its currency may end, in UTF-16 units. */
const NAME = 30;
/** As many letters of a name as no ending changes. */
const STEM = 4;

/**
 * "2,500 soles" and 2500 سول: of currencies with rare names many a language's words know only the whole name, سول بيروفي.
 * Where the source says which it is, a word of that name behind the number says so too.
 */
export function withoutCoined(
  differences: readonly Difference[],
  { target }: { readonly target: readonly Block[] },
  locale: string,
): readonly Difference[] {
  if (!differences.some(({ slip }) => slip === 'unit')) return differences;
  return differences.filter(({ slip, source, target: bare }) => {
    if (slip !== 'unit' || source?.kind !== 'money' || bare?.kind !== 'number' || bare.unit !== null) return true;
    const text = target.find(({ figures }) => figures.includes(bare))?.text ?? '';
    const behind = wordsOf(text.slice(bare.end, bare.end + NAME)).slice(0, 2);
    const names = wordsOf(cldrTable(locale).currencies[source.unit ?? ''] ?? '');
    return !behind.some((word) => names.some((name) => word.startsWith(name.slice(0, STEM))));
  });
}

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{sc=Hang}\p{sc=Han}\p{sc=Kana}ー]+|[\p{L}\p{M}]{3,}/gu) ?? [];
}
