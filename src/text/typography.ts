import { pieces } from './markup.ts';

/** Spaces of a language, as [pattern, replacement] pairs. Each replaces one space by another: the length stays. */
export type Spaces = readonly (readonly [RegExp, string])[];

const code = new Set(['code', 'pre', 'kbd', 'samp', 'script', 'style', 'svg', 'textarea']);
const inline = new Set(
  'a abbr b bdi bdo cite data del dfn em i ins mark q s small span strong sub sup time u var wbr'.split(' '),
);
/** What patterns see in place of code or the edge of a block; no pattern joins across it. */
const edge = '\uFFFC';

/**
 * Sets the spaces of running text in sanitised HTML: code and attributes stay as they are, inline markup does not
 * hide a word from its neighbour, no letter changes, and a second run changes nothing.
 */
export function setSpaces(html: string, spaces: Spaces): string {
  if (spaces.length === 0) return html;
  const runs = running(html);
  const plain = runs.map((run) => (run.text ? run.html : run.sees)).join('');
  const set = setPlainSpaces(plain, spaces);
  let at = 0;
  return runs
    .map((run) => {
      const length = run.text ? run.html.length : run.sees.length;
      at += length;
      return run.text ? set.slice(at - length, at) : run.html;
    })
    .join('');
}

/** The same for plain text: a title, a label. */
export function setPlainSpaces(text: string, spaces: Spaces): string {
  return spaces.reduce((set, [pattern, replacement]) => {
    const next = set.replace(pattern, replacement);
    return next.length === set.length ? next : set;
  }, text);
}

/**
 * Holds on one line what must not be broken though no space is in it: a range of years, a number with its ending.
 * A second run changes nothing.
 */
export function holdTogether(html: string, unbroken: readonly RegExp[]): string {
  if (unbroken.length === 0) return html;
  const whole = new RegExp(unbroken.map(({ source }) => source).join('|'), 'gu');
  const loose = html.replace(/<span class="nobr">([^<]*)<\/span>/g, '$1');
  return running(loose)
    .map((run) => (run.text ? run.html.replace(whole, '<span class="nobr">$&</span>') : run.html))
    .join('');
}

interface Run {
  readonly html: string;
  readonly text: boolean;
  /** What the patterns see of a run that is not text. */
  readonly sees: string;
}

function running(html: string): Run[] {
  let inCode = 0;
  return pieces(html).map((piece) => {
    if (piece.kind === 'text') return { html: piece.html, text: inCode === 0, sees: edge };
    if (code.has(piece.name)) inCode += piece.kind === 'open' ? 1 : -1;
    return { html: piece.html, text: false, sees: inline.has(piece.name) ? '' : edge };
  });
}
