import type { ReadFigure } from '../../../model.ts';
import { divide, format, order, parseExact } from '../../value.ts';
import { close, type Reader } from '../tokens/reader.ts';
import { exactly, type Read } from '../tokens/said.ts';

/**
 * "$4 of every $10 is spent online, up from $3": a share that is said in money, and behind it another one of the same
 * whole. `before` is the figure before.
 */
export function readPortion(reader: Reader, at: number, before: ReadFigure | undefined): Read | undefined {
  const part = moneyAt(reader, at);
  if (!part) return before?.kind === 'fraction' ? readNext(reader, at, before.text) : undefined;
  const whole = isSpokenShare(reader, at + 2) ? moneyAt(reader, at + 3) : undefined;
  if (whole?.currency === part.currency && order(part.value, whole.value) < 0)
    return { ...exactly('fraction', format(divide(part.value, whole.value))), from: at, to: at + 5 };
  return undefined;
}

/** "up from $3", behind "$4 of every $10". */
function readNext(reader: Reader, at: number, text: string): Read | undefined {
  const leads = reader.tokens[at]?.lex;
  const whole = /\p{Sc}.*\p{Sc}(\d+)$/u.exec(text)?.[1];
  const part = whole && (leads?.from || leads?.fromTo) ? moneyAt(reader, at + 1) : undefined;
  if (!whole || !part || order(part.value, parseExact(whole)) >= 0) return undefined;
  if (reader.tokens[at + 3]?.lex.scale !== undefined) return undefined;
  return { ...exactly('fraction', format(divide(part.value, parseExact(whole)))), from: at + 1, to: at + 3 };
}

/** "of every", "out of": more than one word says that it is a share, of whatever follows. */
export function isSpokenShare(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return token?.lex.outOf === true && close(reader, at) && reader.folded.slice(token.start, token.end).includes(' ');
}

/** A sign of a currency right before a whole number. */
function moneyAt({ tokens }: Reader, at: number) {
  const sign = tokens[at];
  if (!sign?.lex.leads || !sign.lex.currency) return undefined;
  const token = tokens[at + 1];
  if (!token?.plain || token.start !== sign.end) return undefined;
  return { currency: sign.lex.currency, value: parseExact(token.plain) };
}
