import type { Figure } from '../../model.ts';
import { add, negate, parseExact } from '../value.ts';
import { saidBound } from './bounds.ts';

/** "in the single digits" and ниже 10 %, "in double digits" and more than ten of whatever it is. */
export function isOfDigits({ value, soft }: Figure, end: Figure): boolean {
  if (!soft || typeof value === 'string' || end.value !== '10') return false;
  const said = saidBound(end);
  return (value.from === '1' && value.to === '9' && said === 'under') || (value.to === '99' && said === 'over');
}

/** "twenty-odd years" and बीस-पच्चीस साल */
export function isOdd({ compares, bound, value, unit }: Figure, range: Figure): boolean {
  if (!compares || bound !== 'over' || typeof range.value === 'string') return false;
  return value === range.value.from && (unit === null || unit === range.unit);
}

/** "from 0 to 60 mph", до 60 миль в час; "two goals down" and από το 0-2. */
export function isFromNought(range: Figure, { value, unit, bound }: Figure): boolean {
  if (typeof range.value === 'string') return false;
  // "one to two cups" and כוס עד שתיים
  if (range.value.from === '1' && bound === 'at-most' && !/\p{Nd}/u.test(range.text))
    return value === range.value.to && unit === range.unit;
  if (range.value.from !== '0') return false;
  // "the sprint to 62mph"
  const isSprint = unit?.endsWith('-per-hour') && bound === 'exact';
  if (bound !== 'at-most' && !isSprint && !/^0[-–:]\p{Nd}$/u.test(range.text)) return false;
  return value === range.value.to && unit === range.unit;
}

/** "in their twenties": from 20 to 30 years old, or to 29; "in his sixties" is साठ-पैंसठ साल to many. */
export function isTwenties(age: Figure, { value, unit }: Figure): boolean {
  if (!age.soft || age.kind !== 'duration' || age.unit !== 'year' || typeof value === 'string') return false;
  if ((unit !== null && unit !== 'year') || age.value !== value.from) return false;
  const span = add(parseExact(value.to), negate(parseExact(value.from)));
  return span.d === 1n && (span.n === 5n || span.n === 9n || span.n === 10n);
}
