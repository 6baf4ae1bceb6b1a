import type { ReadFigure } from '../../../model.ts';
import { add, format, ONE, parseExact } from '../../value.ts';

/** 增长3倍 to the letter: what is added is three times the old value, so the new one is four times as much. */
export function countingAll(figure: ReadFigure): ReadFigure {
  if (!figure.adds || typeof figure.value !== 'string') return figure;
  const { adds, ...whole } = figure;
  return { ...whole, value: format(add(parseExact(figure.value), ONE)) };
}
