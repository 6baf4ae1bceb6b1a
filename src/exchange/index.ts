import { UserError } from '../trouble.ts';
import { po } from './po.ts';
import type { ExchangeFormat } from './unit.ts';
import { xliff2 } from './xliff2.ts';
import { xliff12 } from './xliff12.ts';

/** Every form of exchange; the first is the default. */
export const exchangeFormats: readonly ExchangeFormat[] = [xliff2, xliff12, po];

/** The form of that name; throws UserError 2 if there is none. */
export function exchangeFormat(id: string): ExchangeFormat {
  const format = exchangeFormats.find((candidate) => candidate.id === id);
  if (format) return format;
  const names = exchangeFormats.map((candidate) => `${candidate.id} (${candidate.title})`).join(', ');
  throw new UserError(`there is no form of exchange “${id}”; expected one of ${names}`, 'Choose one: --format xliff');
}

/** The form that a text is of; throws UserError 2 if it is of none. */
export function exchangeFormatOf(text: string, path: string): ExchangeFormat {
  const format = exchangeFormats.find((candidate) => candidate.is(text));
  if (format) return format;
  throw new UserError(
    `${path}:1:1: the file is neither XLIFF 1.2 or 2 nor PO; one of these was expected`,
    'Name the file that came back from the translator’s tool, as hexapla exchange export wrote it.',
  );
}
