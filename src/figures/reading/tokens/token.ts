import type { Exact } from '../../value.ts';
import type { Lexeme } from '../words/lexeme.ts';

/** What a token says besides its word. */
interface Said {
  /** Where its word starts, if a particle is glued before it: בינואר. */
  readonly lead?: number | undefined;
  /** Value of a run of digits. */
  readonly digits?: Exact | undefined;
  /** The run is digits only: no separators, so it may be a year, a day or a part of a date. */
  readonly plain?: string | undefined;
  /** Decimals as written: the precision of a rounded value. */
  readonly decimals?: number | undefined;
  /** A whole numeric date or time: `2022-01-25`, `18:45`. */
  readonly date?: string | undefined;
  readonly time?: string | undefined;
  /** Seconds of a lap or race: `1:53.28`. */
  readonly lap?: Exact | undefined;
  /** A Roman numeral, for centuries and quarters. */
  readonly roman?: number | undefined;
}

/** A known word, sign or run of digits; what is unknown leaves no token, only a gap. */
export interface Token extends Said {
  readonly start: number;
  readonly end: number;
  readonly lex: Lexeme;
}

/** All tokens have the same fields in the same order: reading a field is then one load. */
export function token(start: number, end: number, lex: Lexeme, said?: Said): Token {
  // Most are words and say nothing besides.
  if (!said) return bare(start, end, lex);
  const { lead, digits, plain, decimals, date, time, lap, roman } = said;
  return { start, end, lex, lead, digits, plain, decimals, date, time, lap, roman };
}

function bare(start: number, end: number, lex: Lexeme): Token {
  return {
    start,
    end,
    lex,
    lead: undefined,
    digits: undefined,
    plain: undefined,
    decimals: undefined,
    date: undefined,
    time: undefined,
    lap: undefined,
    roman: undefined,
  };
}

/** Is it more than a word, so that a figure may begin with it whatever the word means? */
export function isWritten({ digits, date, time, lap, roman }: Token): boolean {
  return (digits ?? date ?? time ?? lap ?? roman) !== undefined;
}

/** Does a number end with it, or what is counted: 20℃, 1月? */
export function isCounting({ digits, lex }: Token): boolean {
  const counted = lex.unit ?? lex.share ?? lex.currency ?? lex.classifier;
  const dated = lex.yearAfter ?? lex.monthAfter ?? lex.dayAfter ?? lex.hourAfter ?? lex.month;
  return (digits ?? lex.number ?? lex.scale ?? counted ?? dated) !== undefined;
}
