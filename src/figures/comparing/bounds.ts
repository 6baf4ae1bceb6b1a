import type { Bound, Figure } from '../../model.ts';
import type { Difference } from './match.ts';

/** Near-synonyms are one bound: "more than", "or more", 多, 以上, свыше, не менее. */
export function boundClass(bound: Bound): 'exact' | 'about' | 'over' | 'under' {
  if (bound === 'over' || bound === 'at-least') return 'over';
  if (bound === 'under' || bound === 'at-most') return 'under';
  return bound;
}

/** What a figure's own bound says, or where it has none the one that stands near it. */
export function saidBound({ bound, nearby }: Figure): 'exact' | 'about' | 'over' | 'under' {
  return boundClass(bound === 'exact' ? (nearby ?? bound) : bound);
}

/** "over a tonne" and менее тонны: even what weighs little can't be both. */
export function isOpposite(a: string, b: string): boolean {
  return (a === 'over' && b === 'under') || (a === 'under' && b === 'over');
}

/** "at least one" and 最多有一个: the bound that stands before the verb is the contrary. */
export function isUpset({ soft, bound }: Figure, { nearby }: Figure): boolean {
  if (soft) return false;
  return (bound === 'at-least' && nearby === 'at-most') || (bound === 'at-most' && nearby === 'at-least');
}

/** Over against under is a reversal; "about" or "up to" dropped or added is doubtful, since to 5 may be up to 5. */
export function boundDifference(source: Figure, target: Figure, a: string, b: string): Difference {
  if ((source.nearly && b === 'over') || (target.nearly && a === 'over')) return { slip: 'bound', source, target };
  if (isOpposite(a, b)) {
    return isBackward(target) || isOfMoney(source, target)
      ? { slip: 'direction', source, target, doubtful: true }
      : { slip: 'direction', source, target };
  }
  const vague = b === 'about' || (a === 'about' && !isPlainlyOver(target));
  const few = [source, target].some((figure) => isHandful(figure) || isCourse(figure));
  // "at least another three years" and حداکثر سه سال
  if (isUpset(target, source) || isUpset(source, target)) return { slip: 'direction', source, target };
  // "a good 40 minutes" and 40 דקות
  const isLeft = source.amply && b === 'exact';
  const mild = vague || few || isLeft || ([a, b].includes('exact') && [source.bound, target.bound].includes('at-most'));
  return mild ? { slip: 'bound', source, target, doubtful: true } : { slip: 'bound', source, target };
}

/** "not less than six months and at most ten years" is "from six months to ten years". */
export function pairedBounds(differences: readonly Difference[]): readonly Difference[] {
  const sorts = differences.map(({ slip, source, target }) =>
    slip === 'bound' && source && target ? `${source.bound} ${target.bound}` : '',
  );
  const ends = (n: number, least: string, most: string) => sorts[n] === least && sorts[n + 1] === most;
  const isPair = (n: number) =>
    ends(n, 'exact at-least', 'exact at-most') || ends(n, 'at-least exact', 'at-most exact');
  return differences.filter((_, n) => !isPair(n) && !isPair(n - 1));
}

/** 여 and 余 behind a number say "some" and "more than" alike, and so do translators; a word before it says what it says. */
function isPlainlyOver({ bound, text }: Figure): boolean {
  return bound === 'over' && /^(?![一二三四五六七八九十百千万亿两])\p{L}/u.test(text);
}

/** "less lethal than the other two", en plus de quatre Polonais: few in words are compared more often than bounded. */
function isHandful({ kind, value, unit, text, bound }: Figure): boolean {
  if (bound !== 'over' && bound !== 'under') return false;
  return kind === 'number' && unit === null && /^[2-4]$/.test(String(value)) && !/\p{Nd}/u.test(text);
}

/** "gold over 400 metres": the courses that are raced over (World Athletics, technical rules, part III) are seldom bounded. */
function isCourse({ unit, value, bound }: Figure): boolean {
  return bound === 'over' && unit === 'meter' && COURSES.has(String(value));
}

const COURSES: ReadonlySet<string> = new Set('50 60 100 200 400 500 800 1000 1500 3000 5000 10000'.split(' '));

/** Right to left, "<" is typed by its look by some and by its meaning by others. */
function isBackward({ text }: Figure): boolean {
  return /[<>]/.test(text) && /[\p{sc=Arab}\p{sc=Hebr}]/u.test(text);
}

/** "weakened beyond 100 to the dollar" and ниже 100 за доллар: the more of it a dollar buys, the lower money has gone. */
function isOfMoney(...rates: readonly Figure[]): boolean {
  return rates.every(({ unit, per }) => unit === null && per?.some((money) => /^[A-Z]{3}$/.test(money)));
}

/** "beating forecasts of 2.5%" and 高于2.5%的预期; "no fewer than 30" and 多达30, which mean so many as much. */
export function isComparing({ compares, bound }: Figure, other: Figure): boolean {
  if (compares && other.compares && bound === 'at-least') return other.bound === 'at-most';
  if (!compares || other.bound !== 'exact') return false;
  return other.nearby === undefined || boundClass(other.nearby) === boundClass(bound);
}

/** "just under 30" and knapp 30. */
export function isNearly(source: Figure, target: Figure): boolean {
  const under = [source, target].some(({ bound }) => bound === 'under' || bound === 'at-most');
  return under && [source, target].some(({ nearly }) => nearly);
}

/** "less than half of", inférieure de plus de moitié, более чем вдвое меньше: smaller by more than half is less than half. */
export function isShrunk(left: Figure, by: Figure): boolean {
  if (left.value !== '0.5' || by.value !== '0.5' || left.unit !== null || left.direction) return false;
  const isBy = by.direction === 'down' || (by.kind === 'multiple' && left.kind !== 'multiple');
  return isBy && [by.bound, by.nearby].includes('over') && [left.bound, left.nearby].includes('under');
}

/** "before their fifth birthday" and 活不到5岁 */
export function isBirthday({ kind, unit }: Figure, { unit: other, bound }: Figure): boolean {
  return kind === 'ordinal' && unit === null && other === 'year' && bound === 'under';
}
