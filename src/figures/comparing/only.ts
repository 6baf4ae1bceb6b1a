import { language } from '../../locales/index.ts';
import type { Block, Figure } from '../../model.ts';
import { remembered } from '../../text/remembered.ts';
import { fold } from '../fold.ts';
import { endsWithWord, startsWithWord } from '../sentences.ts';
import type { Passage } from './associations.ts';
import type { Difference, Languages, Two } from './match.ts';

/**
 * "just two hits in 94 pitches" and in 94 worpen maar twee honkslagen: an "only" that one of two figures has in both
 * texts has moved with it.
 */
export function keepOnly({ first, second }: Two, { source, target }: Passage, languages: Languages): boolean {
  const [a, b] = [first, second].map((one) => hasOnly(one.source, source, languages.source));
  const [x, y] = [first, second].map((one) => hasOnly(one.target, target, languages.target));
  return a !== b && a === x && b === y;
}

/**
 * "the third-fastest ever by a woman" and kun to kvinder har løbet hurtigere: who is third has two before her, and
 * "only" says that there are no more. An editor may want to see it.
 */
export function withOutdone(
  differences: readonly Difference[],
  { source, target }: Passage,
  languages: Languages,
): readonly Difference[] {
  return differences.map((one) => {
    const { slip, source: a, target: b } = one;
    if (slip !== 'value' || one.doubtful || !a || !b) return one;
    const isOutdone =
      (isNextTo(a, b) && hasOnly(b, target, languages.target)) ||
      (isNextTo(b, a) && hasOnly(a, source, languages.source));
    return isOutdone ? { ...one, doubtful: true } : one;
  });
}

function isNextTo(rank: Figure, count: Figure): boolean {
  const isRank = rank.kind === 'ordinal' && /^\d$/.test(String(rank.value));
  return isRank && count.kind === 'number' && count.unit === null && Number(count.value) === Number(rank.value) - 1;
}

/** Does the word stand right before the figure, or behind it? */
function hasOnly(figure: Figure, blocks: readonly Block[], locale: string): boolean {
  const text = blocks.find(({ figures }) => figures.includes(figure))?.text;
  if (text === undefined) return false;
  const before = fold(text.slice(Math.max(0, figure.start - NEAR), figure.start)).trimEnd();
  const behind = fold(text.slice(figure.end, figure.end + NEAR)).trimStart();
  const { leading, trailing } = wordsOf(locale);
  return (
    leading.some((word) => endsWithWord(before, word) || endsWithWord(before.replace(PREPOSITION, ''), word)) ||
    trailing.some((word) => startsWithWord(behind, word) || startsWithWord(behind.replace(NOUN, ''), word))
  );
}

/** всего на 900: between the word and its figure. */
const PREPOSITION = / \p{L}{1,3}$/u;

/** What is counted, before a word that stands behind it: iki vuruş yalnızca. */
const NOUN = /^\p{L}+ /u;

/** How far from its figure the word may stand, in UTF-16 units. */
const NEAR = 24;

const wordsOf = remembered((locale: string) => {
  const { only, onlyBehind } = language(locale).figures;
  const list = (words: string | undefined) => (words ? words.split('|').map(fold) : []);
  return { leading: list(only), trailing: list(onlyBehind) };
});
