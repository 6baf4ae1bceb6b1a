import type { ReadFigure } from '../../../model.ts';
import { close, previous, type Reader } from '../tokens/reader.ts';
import type { Told } from './leaning.ts';

/** How far behind the figure of a bound another may stand that has it too, in UTF-16 units. */
const REACH = 60;

/** What a bound may be carried to. */
const BOUNDED: ReadonlySet<string> = new Set(['number', 'money', 'percent', 'quantity', 'duration', 'multiple']);
const PARTS: ReadonlySet<string> = new Set(['percent', 'fraction', 'multiple']);

/** Figures whose bound stands before another one, as others may say it again, or not at all there. */
export function withCarried(
  reader: Reader,
  told: readonly Told[],
  figures: readonly ReadFigure[],
): readonly ReadFigure[] {
  if (figures.length < 2) return figures;
  const carried = [...figures];
  for (let n = 1; n < carried.length; n += 1) {
    // "150 minutes a week or 75": what weighs little stands between.
    const last = carried[n - 1]?.soft && n > 1 ? n - 2 : n - 1;
    const [before, figure] = [carried[last], carried[n]];
    if (!before || !figure || figure.bound !== 'exact' || figure.nearby) continue;
    const bound = before.bound === 'exact' ? before.nearby : before.bound;
    if (!bound || bound === 'exact' || figure.start - before.end > REACH) continue;
    if (isOfOther(reader, before, figure)) {
      carried[last] = { ...before, compares: before.bound === 'exact' ? before.compares : true };
      carried[n] = { ...figure, nearby: bound };
    } else if (isJoined(reader, before, figure, told[n])) carried[n] = { ...figure, nearby: bound };
  }
  return carried;
}

/** 不到2023年3月峰值的一半, 超过2600万人口的三分之一: what stands between a bound and a part modifies its noun. */
function isOfOther({ folded, lexicon: { genitive } }: Reader, before: ReadFigure, part: ReadFigure): boolean {
  if (!genitive || !PARTS.has(part.kind) || !folded.startsWith(genitive, part.start - genitive.length)) return false;
  return !CLAUSE.test(folded.slice(before.end, part.start));
}

/** "at least 150 minutes of exercise a week or 75 of the vigorous kind": what is said before both need not be said twice. */
function isJoined(reader: Reader, before: ReadFigure, figure: ReadFigure, told: Told | undefined): boolean {
  if (!told || !BOUNDED.has(before.kind) || !BOUNDED.has(figure.kind)) return false;
  const { from } = told.read;
  const joint = close(reader, from) ? previous(reader.tokens, from) : undefined;
  const joins = joint && (joint.lex.conjunction ?? joint.lex.and ?? joint.lex.or);
  return joins === true && joint.start >= before.end && !CLAUSE.test(reader.folded.slice(before.end, joint.start));
}

/** What ends a clause, or lists. */
const CLAUSE = /[.,;:!?…()—。，；：！？、（）\n]/;
