import type { Block, Figure, KeyFigure } from '../../model.ts';
import { agreement } from '../comparing/agree.ts';
import { fold } from '../fold.ts';
import { holdsStem, type Sentence, sentences } from '../sentences.ts';
import { FORMS, figureOf, say } from './say.ts';

/** A figure that is written out though it is declared; `mark` is what asks for it, `same` if that says the same words. */
export interface Literal {
  readonly figure: Figure;
  readonly key: KeyFigure;
  readonly mark: string;
  readonly text: string;
  readonly isSame: boolean;
}

/** The figures of a block that repeat a key figure: of the same value, unit and bound, and large or of a unit. */
export function literals(block: Block, locale: string, keys: readonly KeyFigure[]): readonly Literal[] {
  return block.figures.flatMap((figure) => {
    if (figure.key !== undefined || figure.soft) return [];
    const key = keys.find((one) => isTelling(one) && isOf(one, figure));
    return key ? (asked(figure, key, locale) ?? []) : [];
  });
}

/** Of so small a number without a unit nobody knows what it counts. */
function isTelling({ kind, value }: KeyFigure): boolean {
  return kind !== 'number' || value.replace(/\D/g, '').length > 3;
}

function isOf(key: KeyFigure, { kind, unit, value, bound }: Figure): boolean {
  return key.kind === kind && key.unit === unit && key.value === value && key.bound === bound;
}

/** In the form that says what stands there, if there is one, else in the language’s own. */
function asked(figure: Figure, key: KeyFigure, locale: string): Literal | undefined {
  let own: Literal | undefined;
  for (const form of [undefined, ...FORMS]) {
    const said = say(key, locale, form === undefined ? {} : { form });
    if ('fault' in said) continue;
    const mark = `{fig:${key.id}${form === undefined ? '' : ` form=${form}`}}`;
    const isSame = flat(said.text) === flat(figure.text);
    if (isSame) return { figure, key, mark, text: said.text, isSame };
    own ??= { figure, key, mark, text: said.text, isSame };
  }
  return own;
}

/** Spaces of every kind are one to a reader, and the first letter is as large as its place wants it. */
function flat(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/[\s\u00a0\u202f]+/g, ' ');
}

/** A figure that is said where a key figure belongs, and is another one. */
export interface Contradiction {
  readonly figure: Figure;
  readonly key: KeyFigure;
}

/**
 * The figures of a block that are said of what a key figure is of: in a sentence with one of its terms and its date, the
 * only one of its kind and unit there, and of another value.
 */
export function contradictions(block: Block, locale: string, keys: readonly KeyFigure[]): readonly Contradiction[] {
  const termed = keys.filter(({ terms }) => (terms[locale]?.length ?? 0) > 0);
  if (termed.length === 0) return [];
  return sentences(block, locale).flatMap((sentence) => {
    const folded = fold(sentence.text);
    return termed.flatMap((key) => {
      if (!key.terms[locale]?.some((term) => holdsStem(folded, fold(term))) || !isDated(sentence, key)) return [];
      const own = sentence.figures.filter(({ kind, unit }) => kind === key.kind && unit === key.unit);
      const [figure] = own;
      if (own.length !== 1 || !figure || figure.key !== undefined || figure.soft) return [];
      return agreement(figureOf(key), figure) === undefined ? [{ figure, key }] : [];
    });
  });
}

function isDated({ figures }: Sentence, { date }: KeyFigure): boolean {
  if (date === undefined) return true;
  return figures.some(({ kind, value }) => kind === 'date' && typeof value === 'string' && value.startsWith(date));
}
