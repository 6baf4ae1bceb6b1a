/** The plural that a number asks of its noun; behind a scale word, what that asks of it. */
export function plural(digits: string, power: number | undefined, locale: string, isOrdinal: boolean): string {
  const decimals = digits.split('.')[1]?.length ?? 0;
  return rulesOf(locale, isOrdinal ? 'ordinal' : 'cardinal', decimals).select(power ? 10 ** power : Number(digits));
}

/** Where one form of a noun may stand for all of its cases: few plurals, or the one behind large numbers. */
export function isSteady(digits: string, locale: string): boolean {
  const rules = rulesOf(locale, 'cardinal', 0);
  return rules.resolvedOptions().pluralCategories.length <= 2 || rules.select(Number(digits)) === rules.select(1e6);
}

const known = new Map<string, Intl.PluralRules>();

/** They are slow to make. */
function rulesOf(locale: string, type: Intl.PluralRuleType, decimals: number): Intl.PluralRules {
  const key = `${locale} ${type} ${decimals}`;
  const found = known.get(key) ?? new Intl.PluralRules(locale, { type, minimumFractionDigits: decimals });
  known.set(key, found);
  return found;
}
