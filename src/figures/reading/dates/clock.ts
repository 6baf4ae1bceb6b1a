import type { Amount } from '../tokens/reader.ts';
import { exactly, type Read } from '../tokens/said.ts';

/** A time of day as a figure, from token to token. */
export function timeOf(time: string, from: number, to: number): Read {
  return { ...exactly('time', time), from, to };
}

/** Hours and minutes as they are written in values. */
export function written(hour: number, minute = 0): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}

/** The same of an hour that was read. */
export function clock(hour: Amount, minute = 0): string {
  return written(Number(hour.value.n), minute);
}

/** "3 o'clock", 14 Uhr: adds nothing. */
export const AS_SAID = 24;

/** … and says no half of the day. */
export const TWELVE = { twelve: true } as const;

/** রাত ২টা, रात 11 बजे: the night goes on behind midnight. */
const NIGHT = 18;

/** Adds the hours of p.m. or 下午; twelve o'clock is the start of its half. */
export function shift(time: string, half: number): string {
  if (half === AS_SAID) return time;
  const number = Number(time.slice(0, 2));
  if (half === NIGHT) return shift(time, number % 12 < 6 ? 0 : 12);
  const shifted = number > 12 ? number : (number % 12) + half;
  return twoDigits(shifted) + time.slice(2);
}
