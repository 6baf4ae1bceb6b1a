import { isSpacedLetter } from '../../letters.ts';
import { gap, previous, type Reader } from '../tokens/reader.ts';

/** Hours and minutes that are said, up to the token `to`. */
interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly to: number;
}

/**
 * 三点四十, 上午九点十分, 两点零五分: where the mark of the hour is the decimal point too, what follows it in tens, or with a
 * zero before and the mark of minutes behind, is no fraction.
 */
export function pointedHour(reader: Reader, at: number): Clock | undefined {
  // 零点50分
  const hour = reader.tokens[at]?.lex.number === 0 ? { value: 0, to: at + 1 } : smallAt(reader, at);
  const mark = hour && reader.tokens[hour.to]?.lex;
  if (!hour || hour.value > 24 || !mark?.point || !mark.hourAfter || gap(reader, hour.to) !== '') return undefined;
  if (previous(reader.tokens, at)?.lex.ordinalBefore && gap(reader, at) === '') return undefined;
  const first = hour.to + 1;
  if (gap(reader, first) !== '') return undefined;
  const digits = reader.tokens[first]?.plain;
  if (digits !== undefined) {
    const isMinute = reader.tokens[first + 1]?.lex.minuteAfter && gap(reader, first + 1) === '' && Number(digits) < 60;
    return isMinute ? { hour: hour.value, minute: Number(digits), to: first + 2 } : undefined;
  }
  const isZero = reader.tokens[first]?.lex.number === 0;
  const minute = smallAt(reader, isZero ? first + 1 : first);
  if (!minute || minute.value < 1 || minute.value > 59 || !(isZero || minute.tens)) return undefined;
  const next = gap(reader, minute.to) === '' ? reader.tokens[minute.to]?.lex : undefined;
  if (next?.minuteAfter) return { hour: hour.value, minute: minute.value, to: minute.to + 1 };
  const counts = [next?.unit, next?.scale, next?.share, next?.currency, next?.number, next?.inside];
  if (isZero || counts.some((role) => role !== undefined)) return undefined;
  return { hour: hour.value, minute: minute.value, to: minute.to };
}

/** A number below a hundred in Han digits: 五, 十, 二十三. */
function smallAt({ tokens, folded }: Reader, at: number): { value: number; tens: boolean; to: number } | undefined {
  let value = 0;
  let tens = false;
  let to = at;
  for (let digit: number | undefined; to < at + 3; to += 1) {
    const token = tokens[to];
    const { number, scale } = token?.lex ?? {};
    if (!token || token.digits || isSpacedLetter(folded.charCodeAt(token.start))) break;
    if (to > at && token.start !== tokens[to - 1]?.end) break;
    if (scale === 1 && !tens) {
      value = (digit ?? 1) * 10;
      tens = true;
    } else if (number !== undefined && number > 0 && number < 10 && (to === at || tens)) {
      value += number;
      digit = number;
    } else break;
  }
  return to > at ? { value, tens, to } : undefined;
}
