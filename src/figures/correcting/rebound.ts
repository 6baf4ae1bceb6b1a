import { language } from '../../locales/index.ts';
import type { Bound, Figure } from '../../model.ts';
import { boundClass } from '../comparing/bounds.ts';
import { fold } from '../fold.ts';
import { runsOf } from '../runs.ts';
import { format } from '../value.ts';
import { isSteady } from './plural.ts';
import type { Rewording } from './rewording.ts';
import { scaleBehind } from './scales.ts';
import { bounded } from './written.ts';

/** The words of a bound taken out, put in, or exchanged: 3300公里 → 3300多公里. */
export function* withBound(worded: Rewording, target: Figure, source: Figure, locale: string): Iterable<Rewording> {
  if (boundClass(target.bound) === boundClass(source.bound)) {
    yield worded;
    return;
  }
  // "Up to 5" may be "to 5": which it is only the translator knows.
  if (isMild(target.bound, source.bound)) yield { ...worded, natural: false };
  const bare = target.bound === 'exact' ? [worded.text] : stripped(worded.text, target.bound, locale);
  const hasDigits = /\p{Nd}/u.test(worded.text);
  for (const text of bare) {
    const [run] = runsOf(text, locale);
    const scale = run && scaleBehind(text, run, locale);
    const steady = run !== undefined && (scale !== undefined || isSteady(format(run.value), locale));
    const said = bounded(text, source.bound, locale);
    const inWords = source.bound === 'exact' || /\p{L}/u.test(said.replace(text, ''));
    yield { text: said, natural: worded.natural && hasDigits && steady && inWords };
  }
}

function isMild(a: Bound, b: Bound): boolean {
  return [a, b].includes('exact') && ['about', 'at-most'].some((bound) => a === bound || b === bound);
}

/** The text without the words of this bound, wherever the language puts them. */
function* stripped(text: string, bound: Bound, locale: string): Iterable<string> {
  const { boundBefore, boundAfter, boundInside, fillers = '' } = language(locale).figures;
  const lists = [boundBefore, boundAfter, boundInside].flatMap((table) => table?.[bound]?.split('|') ?? []);
  const folded = fold(text);
  for (const form of lists.filter(Boolean).sort((a, b) => b.length - a.length)) {
    const at = folded.indexOf(fold(form));
    if (at < 0) continue;
    const tail = text.slice(at + form.length);
    const left = at === 0 ? tail.trimStart() : text.slice(0, at).trimEnd() + tail;
    yield left;
    const filler = fillers.split('|').find((word) => word !== '' && fold(left).startsWith(`${fold(word)} `));
    if (at === 0 && filler !== undefined) yield left.slice(filler.length + 1);
  }
}
