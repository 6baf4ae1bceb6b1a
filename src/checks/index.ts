import type { Check } from '../world.ts';
import { arithmetic } from './arithmetic.ts';
import { declared } from './declared.ts';
import { documents } from './documents.ts';
import { doubled } from './doubled.ts';
import { figures } from './figures.ts';
import { keyed } from './keyed.ts';
import { leftover } from './leftover.ts';
import { links } from './links.ts';
import { literal } from './literal.ts';
import { numbers } from './numbers.ts';
import { quotes } from './quotes.ts';
import { renderings } from './renderings.ts';
import { strings } from './strings.ts';
import { structure } from './structure.ts';
import { terms } from './terms.ts';
import { units } from './units.ts';
import { width } from './width.ts';

/** Every check, in the order of the README. */
export const checks: readonly Check[] = [
  documents,
  structure,
  figures,
  arithmetic,
  declared,
  keyed,
  literal,
  links,
  strings,
  terms,
  renderings,
  leftover,
  quotes,
  numbers,
  units,
  width,
  doubled,
];
