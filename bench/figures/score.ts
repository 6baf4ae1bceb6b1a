import type { Alarm, Checker, Side } from './checker.ts';
import { changed, type ErrorClass, type GoldPair } from './gold.ts';

/** What a checker did with one planted error. */
export interface Planted {
  readonly pair: GoldPair;
  readonly class: ErrorClass;
  readonly target: string;
  /** An error was raised in the passage that was not raised before. */
  readonly found: boolean;
  /** Only a warning was. */
  readonly warned: boolean;
  /** The rules that were raised. */
  readonly rules: readonly string[];
}

/** An alarm where nothing is wrong. */
export interface FalseAlarm {
  readonly pair: GoldPair;
  /** The translation as it stands, or the rewrite. */
  readonly target: string;
  readonly alarm: Alarm;
}

/** One locale under one checker. */
export interface Score {
  readonly locale: string;
  readonly pairs: number;
  readonly rewrites: number;
  readonly planted: readonly Planted[];
  readonly clean: readonly FalseAlarm[];
  readonly rewritten: readonly FalseAlarm[];
  /** With the translations, as they stand, for the source. */
  readonly backwards: readonly FalseAlarm[];
}

/**
 * Plants every error and every rewrite, one at a time, in a document of all pairs of the same field: so that what a
 * checker learns from the rest of an edition, it may use.
 */
export function score(locale: string, pairs: readonly GoldPair[], checker: Checker): Score {
  const parts = [...Map.groupBy(pairs, ({ field }) => field).values()].map((own) => scoreField(locale, own, checker));
  return {
    locale,
    pairs: pairs.length,
    rewrites: pairs.reduce((sum, { rewrites }) => sum + rewrites.length, 0),
    planted: parts.flatMap(({ planted }) => planted),
    clean: parts.flatMap(({ clean }) => clean),
    rewritten: parts.flatMap(({ rewritten }) => rewritten),
    backwards: parts.flatMap(({ backwards }) => backwards),
  };
}

function scoreField(
  locale: string,
  pairs: readonly GoldPair[],
  checker: Checker,
): Pick<Score, 'planted' | 'clean' | 'rewritten' | 'backwards'> {
  const source: Side = { locale: 'en', paragraphs: pairs.map((pair) => pair.source) };
  const clean = pairs.map((pair) => pair.target);
  const check = (number?: number, target?: string) =>
    checker.check(source, {
      locale,
      paragraphs: number === undefined || target === undefined ? clean : clean.with(number, target),
    });
  const before = check();
  const known = new Set(before.map(keyOf));
  const planted: Planted[] = [];
  const rewritten: FalseAlarm[] = [];
  for (const [number, pair] of pairs.entries()) {
    for (const error of pair.errors) {
      const target = changed(pair.target, error);
      const raised = check(number, target).filter(
        (alarm) => Math.abs(alarm.paragraph - number) <= 1 && !known.has(keyOf(alarm)),
      );
      planted.push({
        pair,
        class: error.class,
        target,
        found: raised.some(isError),
        warned: raised.some(({ severity }) => severity === 'warning'),
        rules: [...new Set(raised.filter(isError).map(({ rule }) => rule))],
      });
    }
    for (const target of pair.rewrites) {
      const raised = check(number, target).filter((alarm) => !known.has(keyOf(alarm)));
      rewritten.push(...raised.map((alarm) => ({ pair, target, alarm })));
    }
  }
  const ofPair = (alarm: Alarm): readonly FalseAlarm[] => {
    const pair = pairs[alarm.paragraph];
    return pair ? [{ pair, target: pair.target, alarm }] : [];
  };
  const backwards = checker.check({ locale, paragraphs: clean }, source);
  return { planted, clean: before.flatMap(ofPair), rewritten, backwards: backwards.flatMap(ofPair) };
}

export function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}

function keyOf({ paragraph, rule, message }: Alarm): string {
  return `${paragraph} ${rule} ${message}`;
}
