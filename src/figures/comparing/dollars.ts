import type { Block, Document, Figure } from '../../model.ts';
import { remembered } from '../../text/remembered.ts';
import { boundClass } from './bounds.ts';
import { withoutEnding } from './endings.ts';
import { type Difference, isSameValue, type Match } from './match.ts';

/** Money that goes by the name and the sign of dollars at home, and where that is. */
const HOMES: Readonly<Record<string, string>> = {
  AUD: 'AU',
  CAD: 'CA',
  NZD: 'NZ',
  HKD: 'HK',
  SGD: 'SG',
  TWD: 'TW',
};

/** "$86 million", of which the text does not say whose dollars they are. */
export function isOpenDollar({ kind, unit, text }: Figure): boolean {
  return kind === 'money' && unit === 'USD' && !/(?<!\p{L})u\.?s/iu.test(text);
}

export function isDollar(unit: string | null): boolean {
  return unit !== null && HOMES[unit] !== undefined;
}

/**
 * In a story from Australia, "$86 million" are Australian dollars: a translation that says so agrees. Where it says so of
 * some, those of a third country are wrong, and so are American ones beside them; where it says so of none, it is doubtful
 * whose they are.
 */
export function ofOnePlace(
  all: readonly (readonly Difference[])[],
  matches: readonly (readonly Match[])[],
  { blocks, locale }: Pick<Document, 'blocks' | 'locale'>,
  into: string,
): readonly (readonly Difference[])[] {
  return ofOneHome(withNamed(all, matches, into), matches, { blocks, locale }, into);
}

/**
 * "A$45m … up to A$1,000" and австралийских долларов … до тысячи долларов: whose they are is said once, where American
 * ones are not told of too. A bound is held against the other's all the same.
 */
function withNamed(
  all: readonly (readonly Difference[])[],
  matches: readonly (readonly Match[])[],
  into: string,
): readonly (readonly Difference[])[] {
  if (matches.flat().some(({ source }) => source.unit === 'USD')) return all;
  const named = new Set<string>();
  return all.map((differences, n) => {
    for (const { target } of matches[n] ?? []) if (target.unit && isDollar(target.unit)) named.add(target.unit);
    return differences.flatMap((one) => (isNamedOnce(one, named, into) ? boundOnly(one) : [one]));
  });
}

function isNamedOnce({ slip, source, target }: Difference, named: ReadonlySet<string>, into: string): boolean {
  if (slip !== 'unit' || !source || !target || !isDollar(source.unit) || !isSameValue(source, target)) return false;
  const isPlain = target.unit === 'USD' && !/\p{Sc}/u.test(target.text) && !saysAmerican(target.text, into);
  return isPlain && named.has(source.unit ?? '');
}

function boundOnly({ source, target }: Difference): readonly Difference[] {
  const [a, b] = [source, target].map((one) => boundClass(one?.bound ?? 'exact'));
  const isOpposite = (a === 'over' && b === 'under') || (a === 'under' && b === 'over');
  return isOpposite && source && target ? [{ slip: 'bound', source, target }] : [];
}

function ofOneHome(
  all: readonly (readonly Difference[])[],
  matches: readonly (readonly Match[])[],
  { blocks, locale }: Pick<Document, 'blocks' | 'locale'>,
  into: string,
): readonly (readonly Difference[])[] {
  const yuan = all.flat().filter(isYuan);
  const said = all.flat().filter(isLocal);
  if (yuan.length === 0 && said.length === 0) return all;
  const place = placeOf(blocks, locale);
  if (place && yuan.length >= SEVERAL && !matches.flat().some(isAmerican)) return all.map(withYuan);
  if (said.length === 0) return all;
  const home = place ?? usual(said);
  if (home === undefined) return all;
  const isMixed = said.some((one) => one.target?.unit === home);
  const mend = (one: Difference): readonly Difference[] => {
    // … против прибыли в 11 млн
    if (place && isShared(one)) return [];
    if (!isLocal(one)) return [one];
    // A place that no dollars of the text are of is not whose they are: "Australian tourists" in Queenstown.
    if (one.target?.unit !== home) return [isMixed ? { ...one, doubtful: false } : one];
    return place ? [] : [one];
  };
  const isOther = ({ source: a, target: b }: Match) =>
    isMixed && isOpenDollar(a) && b.unit === 'USD' && saysAmerican(b.text, into);
  return all.map((differences, n) => [
    ...differences.flatMap(mend),
    ...(matches[n] ?? []).filter(isOther).map((match) => ({ slip: 'unit' as const, ...match })),
  ]);
}

/**
 * 罚款4500元: Chinese papers of Singapore call dollars yuan, as those of every place do with its own money. Where all plain
 * dollars of a text from there are called so, it is doubtful whose they are; one of several is wrong, and so are those of
 * a text from nowhere.
 */
function withYuan(differences: readonly Difference[]): readonly Difference[] {
  return differences.map((one) => (isYuan(one) ? { ...one, doubtful: true } : one));
}

function isYuan({ slip, source, target }: Difference): boolean {
  const isMoney = slip === 'unit' && source !== undefined && isOpenDollar(source);
  return isMoney && target?.unit === 'CNY' && target.text.includes('元');
}

function isAmerican({ source, target }: Match): boolean {
  return isOpenDollar(source) && target.unit === 'USD';
}

/** How often dollars must be called yuan, so that it was meant. */
const SEVERAL = 2;

function isShared({ slip, source, target, doubtful }: Difference): boolean {
  return slip === 'unit' && doubtful === true && source !== undefined && isOpenDollar(source) && target?.unit === null;
}

function isLocal({ slip, source, target }: Difference): boolean {
  if (slip !== 'unit' || !source || !target || !isSameValue(source, target)) return false;
  return isOpenDollar(source) && isDollar(target.unit);
}

/** Where nothing tells the place: what most of them were called, if more than one was. */
function usual(said: readonly Difference[]): string | undefined {
  const counts = Map.groupBy(said, ({ target }) => target?.unit ?? '');
  const [first, second] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  return first && first[1].length > Math.max(1, second?.[1].length ?? 0) ? first[0] : undefined;
}

/** The country of dollars that a text is about, if it is one, and nothing tells that plain dollars are others than its own: C$. */
function placeOf(blocks: readonly Block[], locale: string): string | undefined {
  const isNamed = blocks.some(({ figures }) => figures.some(({ unit }) => isDollar(unit)));
  if (isNamed) return undefined;
  const names = namesOf(locale);
  const [unit, more] = Object.keys(HOMES).filter((home) => blocks.some(({ text }) => names[home]?.test(text)));
  return more === undefined ? unit : undefined;
}

/** 美元, долларов США, and not долларов. */
function saysAmerican(text: string, locale: string): boolean {
  const name = new Intl.DisplayNames(locale, { type: 'region', style: 'short' }).of('US') ?? '';
  const stem = /^\p{sc=Han}/u.test(name) ? name.slice(0, 1) : name;
  return /\bU\.?S/.test(text) || (stem !== '' && text.includes(stem));
}

/**
 * The countries as `Intl` names them, without their last vowels: Canada, Canadian; and their cities that name a time zone:
 * Toronto, Sydney.
 */
const namesOf = remembered(readNames);

function readNames(locale: string): Readonly<Record<string, RegExp>> {
  const names = new Intl.DisplayNames(locale, { type: 'region', style: 'short' });
  const all = Object.entries(HOMES).map(([unit, region]) => {
    const stem = withoutEnding(names.of(region) ?? region);
    const said = [escaped(stem), ...citiesOf(region).map((city) => `${escaped(city)}(?!\\p{L})`)];
    return [unit, new RegExp(`(?<!\\p{L})(?:${said.join('|')})`, 'u')] as const;
  });
  return Object.fromEntries(all);
}

/** Those that name a time zone of a country, in Latin letters. V8 tells them from 13.0 on; before that the countries alone are known. */
function citiesOf(region: string): readonly string[] {
  const place: Intl.Locale & { getTimeZones?(): readonly string[] } = new Intl.Locale('und', { region });
  const zones = place.getTimeZones?.() ?? [];
  return zones.map((zone) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
