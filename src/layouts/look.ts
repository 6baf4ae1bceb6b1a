import type { Look } from '../locales/language.ts';

/** A look as declarations of CSS variables, for the `style` of a page's root; empty where all is as in English. */
export function lookStyle({
  size,
  leading,
  screen,
  measure,
  indent,
  always,
  justified,
  upright,
  bullet,
}: Look): string {
  const variables: Readonly<Record<string, string | number | undefined>> = {
    'paper-size': size && `${size}pt`,
    'paper-line': leading && `${leading}pt`,
    leading: screen,
    measure,
    indent: indent && `${indent}em`,
    'first-indent': always && 'var(--indent)',
    align: justified && 'justify',
    // A short last line would be filled from the one before it, and that stretched to the full measure.
    wrap: justified && 'wrap',
    slant: upright && 'normal',
    stress: upright && 700,
    tracking: upright && 0,
    bullet,
  };
  const set = Object.entries(variables).filter(([, value]) => value !== undefined);
  return set.map(([name, value]) => `--${name}:${value}`).join(';');
}
