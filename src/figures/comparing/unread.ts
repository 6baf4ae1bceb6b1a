import type { Block, Bound, Figure } from '../../model.ts';
import { onceFor } from '../../text/remembered.ts';
import { endsWithinWord, hasUnreadBound, unreadNumbers } from '../reading/unread.ts';
import type { Passage } from './associations.ts';
import type { Difference, Languages } from './match.ts';

/**
 * "six counties" and 六郡, "another hundred quid" and 100英镑: where the other text says the same number, though not as a
 * figure that could be read, it is rather read badly than missing there. An editor may want to see it.
 */
export function withUnread(
  differences: readonly Difference[],
  { source, target }: Passage,
  languages: Languages,
): readonly Difference[] {
  return differences.map((one) => {
    const { slip, source: a, target: b } = one;
    if (one.doubtful) return one;
    const isThere =
      (slip === 'missing' && a && isSaid(a, target, languages.target)) ||
      (slip === 'extra' && b && isSaid(b, source, languages.source)) ||
      (slip === 'bound' &&
        a &&
        b &&
        (isBoundedAsWell(b, a.bound, target, languages.target) ||
          isBoundedAsWell(a, b.bound, source, languages.source)));
    const isHalfRead = !isThere && b && isPartOfWord(b, target, languages.target);
    return isThere || isHalfRead ? { ...one, doubtful: true } : one;
  });
}

/** "two small children" and 两个年幼的孩子: no two years. */
function isPartOfWord(figure: Figure, blocks: readonly Block[], locale: string): boolean {
  const block = blocks.find(({ figures }) => figures.includes(figure));
  return block !== undefined && endsWithinWord(block.text, figure, locale);
}

/** … and 还不到2023年3月峰值的一半: of two figures, one without a bound beside which a word of it stands that bounds no other. */
function isBoundedAsWell(figure: Figure, bound: Bound, blocks: readonly Block[], locale: string): boolean {
  if (figure.bound !== 'exact' || figure.nearby !== undefined) return false;
  const block = blocks.find(({ figures }) => figures.includes(figure));
  const alike = ALIKE.find((bounds) => bounds.has(bound));
  return block !== undefined && alike !== undefined && hasUnreadBound(block.text, block.figures, figure, alike, locale);
}

const ALIKE: readonly ReadonlySet<Bound>[] = [new Set(['over', 'at-least']), new Set(['under', 'at-most'])];

function isSaid({ value }: Figure, blocks: readonly Block[], locale: string): boolean {
  return typeof value === 'string' && blocks.some((block) => numbersOf(block, locale).has(value));
}

const numbersOf = onceFor((block: Block, locale: string) => unreadNumbers(block.text, block.figures, locale));
