import { language } from '../../locales/index.ts';
import type { Block, Figure } from '../../model.ts';
import { remembered } from '../../text/remembered.ts';
import { fold } from '../fold.ts';
import { endsWithWord, startsWithWord } from '../sentences.ts';
import type { Passage } from './associations.ts';
import type { Languages, Two } from './match.ts';

/**
 * "who played her for 27 years, has died at 91": of two numbers of years, one is an age. `kept` where the same one is in
 * both texts, `exchanged` where it is the other one in the translation.
 */
export function agesOf(
  { first, second }: Two,
  { source, target }: Passage,
  languages: Languages,
): 'kept' | 'exchanged' | undefined {
  if (![first.source, second.source].every(isOfYears)) return undefined;
  const [a, b] = [first, second].map((one) => isAged(one.source, source, languages.source));
  const [x, y] = [first, second].map((one) => isAged(one.target, target, languages.target));
  if (a === b || x === y) return undefined;
  return a === x ? 'kept' : 'exchanged';
}

function isOfYears({ kind, unit, value }: Figure): boolean {
  return kind === 'duration' && unit === 'year' && typeof value === 'string';
}

/** Does the figure go without its unit, as ages do, or a word of an age with it? */
function isAged(figure: Figure, blocks: readonly Block[], locale: string): boolean {
  if (isOfYears(figure) && !/\p{L}/u.test(figure.text)) return true;
  const text = blocks.find(({ figures }) => figures.includes(figure))?.text;
  if (text === undefined) return false;
  const before = fold(text.slice(Math.max(0, figure.start - NEAR), figure.start)).trimEnd();
  // ", 58 ans, domicilié à"
  if (/[,(（،、]$/.test(before) && /^\s*[,)）،、]/.test(text.slice(figure.end, figure.end + 2))) return true;
  const own = fold(figure.text);
  const behind = fold(text.slice(figure.end, figure.end + NEAR)).trimStart();
  return agingOf(locale).some(
    (word) => endsWithWord(before, word) || startsWithWord(behind, word) || own.endsWith(word),
  );
}

const agingOf = remembered((locale: string) => language(locale).figures.aging?.split('|').map(fold) ?? []);

/** How far from its number such a word may begin or end, in UTF-16 units. */
const NEAR = 20;
