import type { Figure } from '../../model.ts';
import { add, type Exact, equal, exact, multiply, order, parseExact } from '../value.ts';
import { numberOf } from './agree.ts';
import type { Difference, Match } from './match.ts';
import { isInScore, scoreOf, setsIn, tallyOf } from './scores.ts';

/** A figure of the source that the translation leaves out. */
export function missing(source: Figure, others: Iterable<Figure> = [], own: readonly Figure[] = []): Difference {
  return (isSmall(source) && !isMeant(source)) ||
    isManifold(source) ||
    isYouthTeam(source, others) ||
    isOneMore(source, own)
    ? { slip: 'missing', source, doubtful: true }
    : { slip: 'missing', source };
}

/** "three shots and then a fourth": one more, which others may say so. */
export function isOneMore({ kind, value, start }: Figure, own: readonly Figure[]): boolean {
  if (kind !== 'ordinal' || typeof value !== 'string' || !/^\d$/.test(value)) return false;
  const before = String(Number(value) - 1);
  return own.some((other) => other.kind === 'number' && !other.soft && other.value === before && other.end <= start);
}

/** "the under-21s": national teams of that age have names of their own in many languages. */
function isYouthTeam({ bound, unit, value, text }: Figure, others: Iterable<Figure>): boolean {
  // die U23
  if ([...others].some((other) => TEAMS.has(String(other.value)))) return false;
  return bound === 'under' && (unit === 'year' || unit === null) && TEAMS.has(String(value)) && text.includes('-');
}

const TEAMS: ReadonlySet<string> = new Set(['17', '19', '20', '21', '23']);

/** A figure that the translation adds. */
export function extra(target: Figure, own: readonly Figure[]): Difference {
  return (isSmall(target) && !isCounted(target) && !isBounded(target)) ||
    isManifold(target) ||
    isTotal(target, own) ||
    isYear(target) ||
    isExchanged(target, own)
    ? { slip: 'extra', target, doubtful: true }
    : { slip: 'extra', target };
}

/** 八位候选人: where a number stands with what counts, nobody adds five to nine who does not count them. */
function isCounted({ kind, value, unit, bound, text }: Figure): boolean {
  return kind === 'number' && unit === null && bound === 'exact' && /^[5-9]$/.test(String(value)) && HAN.test(text);
}

/** 1年余り: of one that goes without saying nobody says in digits that it is more. */
function isBounded({ kind, value, bound, text }: Figure): boolean {
  const isMeasured = kind === 'duration' || kind === 'quantity' || kind === 'money';
  return isMeasured && value === '1' && bound === 'over' && /\p{Nd}/u.test(text);
}

const HAN = /^\p{sc=Han}/u;

/** "headed in a second" and köpfte zum 0:2: a reporter may say the score where the other says the goal. */
export function extraScore(
  target: Figure,
  source: readonly Figure[],
  own: readonly Figure[],
  matches: readonly Match[],
): Difference {
  const isOfItsOwn = !source.some((other) => isInScore(other, source));
  // "tied the game at 107" and 107:107, "two games apiece" and 2:2
  const isEven = new Set(scoreOf(target, own)?.map(({ value }) => value)).size === 1;
  const isTied = isEven && source.some((one) => one.value === target.value && !isInScore(one, source));
  const isWrong = tallyOf(target, own, source) === 'wrong';
  const isHalved = source.some(({ kind, value }) => kind === 'multiple' && value === '0.5');
  if (isHalved && lead(target, own) !== 1) return { slip: 'extra', target };
  const doubtful = !isWrong && (isOfItsOwn || isTied || (isListed(target, own, matches) && hasMore(own, source)));
  return { slip: 'extra', target, ...(doubtful && { doubtful }) };
}

/** Where both texts list as many scores, one that only the translation has stands for one of the source. */
function hasMore(own: readonly Figure[], source: readonly Figure[]): boolean {
  return setsIn(own) > setsIn(source) || setsIn(source) < LISTED;
}

/** So many scores are a list. */
const LISTED = 3;

/** By how much who leads is ahead: of goals, as good as always by two before the deficit is halved, and by one behind it. */
function lead(figure: Figure, own: readonly Figure[]): number {
  const { value } = figure;
  const said = typeof value === 'string' ? scoreOf(figure, own)?.map((one) => one.value) : [value.from, value.to];
  const [a = 0, b = 0] = said?.map(Number) ?? [];
  // Of points there are more.
  return Math.max(a, b) > GOALS ? 1 : Math.abs(a - b);
}

const GOALS = 9;

/** How far apart the scores of one match may stand, in UTF-16 units. */
const SCORES = 16;

/** "led by a set and 5-2" and lag mit 6:4 und 5:2 vorn: one more beside a score that both say. */
function isListed(figure: Figure, own: readonly Figure[], matches: readonly Match[]): boolean {
  const isTaken = (one: Figure) => matches.some(({ target }) => target === one);
  if (isLead(figure, own, matches)) return true;
  if (scoreOf(figure, own)?.some(isTaken)) return false;
  return matches.some(
    ({ target }) => Math.max(target.start - figure.end, figure.start - target.end) <= SCORES && isInScore(target, own),
  );
}

/** "two goals down" and 2-0 geriye düşen: the nought of a score that says by how much. */
function isLead(figure: Figure, own: readonly Figure[], matches: readonly Match[]): boolean {
  const other = figure.value === '0' ? scoreOf(figure, own)?.find((one) => one !== figure) : undefined;
  const said = matches.find(({ target }) => target === other)?.source.text;
  return said !== undefined && !/\p{Nd}/u.test(said);
}

/** 十男六女共16名: a translator may say what two that stand together make. */
function isTotal(figure: Figure, own: readonly Figure[]): boolean {
  const others = own.filter((other) => other !== figure && other.kind === figure.kind && other.unit === figure.unit);
  const total = numberOf(figure);
  return others.some((one, i) => {
    const [a, b] = [one, others[i + 1]].map((other) => other && numberOf(other));
    return total !== undefined && a !== undefined && b !== undefined && equal(add(a, b), total);
  });
}

/** How far behind a sum what it is in other money may stand, in UTF-16 units. */
const EXCHANGED = 3;

/** 14億ユーロ（約2500億円）: what a sum is at home, which the translation may add in brackets; by no rate it is exact. */
function isExchanged({ kind, unit, start, bound }: Figure, own: readonly Figure[]): boolean {
  if (bound !== 'about') return false;
  const sum = own.findLast(({ end }) => end <= start);
  return kind === 'money' && sum?.kind === 'money' && sum.unit !== unit && start - sum.end <= EXCHANGED;
}

/** "in the year to September" and in den zwölf Monaten bis September. */
function isYear({ kind, unit, value }: Figure): boolean {
  return kind === 'duration' && unit === 'month' && value === '12';
}

/** A small number in words, with no unit, may be idiom: an editor should look, but it is not surely wrong. */
function isSmall(figure: Figure): boolean {
  // A batsman's first century is a hundred.
  // "the middle of the century" is 21世紀半ば to some, and the end of the decade that of the 2020s.
  if (figure.kind === 'date' && /^(?:--\d\d|[HQ]\d|C\d|C21|2020s)$/.test(String(figure.value))) return true;
  // "for every pound spent" says one pound, and of £1 many a language says "a pound": libru, за рубль, par litre.
  if (figure.value === '1' && (figure.kind === 'money' || figure.kind === 'quantity')) return true;
  // "in their 50s" is an age; "1 person" is an article in many languages.
  if (figure.kind === 'date' && /^\d\ds$/.test(figure.text)) return true;
  if (figure.kind === 'date' && typeof figure.value !== 'string' && /^--\d\d$/.test(figure.value.from)) return true;
  const isShare = figure.kind === 'percent' || figure.kind === 'percentage-point';
  if (figure.value === '1' && ((!figure.unit && !isShare) || figure.kind === 'duration')) return true;
  // "went 0 for 5" says that there was none.
  if (figure.value === '0' && figure.kind === 'number' && !figure.unit) return true;
  if (/\p{Nd}/u.test(figure.text) || figure.unit) return false;
  // "two to three" is said of a few.
  if (typeof figure.value !== 'string') return [figure.value.from, figure.value.to].every((end) => end.length < 2);
  return (
    ['number', 'ordinal', 'fraction', 'multiple'].includes(figure.kind) &&
    (figure.value.length < 2 || figure.kind !== 'number')
  );
}

/** "a thousand arrows", mille excuses, bin bir: in words, a hundred and a thousand may say no more than many. */
function isManifold({ kind, value, unit, bound, text }: Figure): boolean {
  return (
    kind === 'number' && unit === null && bound === 'exact' && /^100?0$/.test(String(value)) && !/\p{Nd}/u.test(text)
  );
}

/** "Both", "a third", "one of two" may go without saying; what the source counts to five and farther may not. */
function isMeant({ kind, value, bound }: Figure): boolean {
  if (typeof value !== 'string' || !['number', 'ordinal', 'fraction', 'multiple'].includes(kind)) return false;
  if (kind === 'fraction' && bound !== 'exact') return true;
  const { n, d } = parseExact(value);
  // Ordinals beyond twenty are composed in more ways than are read.
  if (kind === 'ordinal') return n > 3n && n <= 20n;
  return kind === 'fraction' ? d > 2n : n > 4n * d;
}

/** "highs in the low 80s" and 28 °C: tens of degrees that go without their name, in Fahrenheit, or as the source has them. */
export function isWarmth(
  { kind, value, unit }: Pick<Figure, 'kind' | 'value' | 'unit'>,
  source: readonly Figure[],
): boolean {
  if (kind !== 'quantity' || (unit !== 'celsius' && unit !== 'fahrenheit')) return false;
  if (typeof value !== 'string')
    return [value.from, value.to].every((end) => isWarmth({ kind, value: end, unit }, source));
  const said = parseExact(value);
  const degrees = unit === 'celsius' ? add(multiply(said, exact(9, 5)), exact(32)) : said;
  return source.some(({ text }) => {
    const tens = /^(\d0)s$/.exec(text)?.[1];
    // 4 °C are 39.2 °F.
    const isIn = (value: Exact) =>
      order(value, exact(Number(tens) - 1)) >= 0 && order(value, exact(Number(tens) + 11)) <= 0;
    return tens !== undefined && (isIn(degrees) || isIn(said));
  });
}

/** "in their 50s and 60s" and de 50 a 70 años: two tens of ages that follow each other. */
export function areDecades({ kind, value, unit }: Figure, source: readonly Figure[]): boolean {
  if (typeof value === 'string' || kind === 'date' || (unit !== null && unit !== 'year')) return false;
  const [from, to] = [Number(value.from), Number(value.to)];
  const isThere = (tens: number) =>
    source.some((age) => age.text === `${tens}s` || (age.soft && age.unit === 'year' && age.value === String(tens)));
  return isThere(from) && [from + 10, from + 20].some((last) => isThere(last) && (to === last + 10 || to === last + 9));
}
