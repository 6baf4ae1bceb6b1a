import type { RuleSets } from '../../src/figures/saying/rbnf.ts';
import type { SayingTable } from '../../src/locales/language.ts';
import { measureIn } from './names.ts';

/** What a language needs to write figures in words and in its cases. */
export function sayingTable(rules: Readonly<Record<string, RuleSets>>, units: Units): SayingTable {
  return { spellout: cardinals(rules['SpelloutRules'] ?? {}), units: declined(units) };
}

type Units = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** The rule sets that write cardinal numbers, and those that they ask. */
function cardinals(sets: RuleSets): RuleSets {
  const wanted = new Set(Object.keys(sets).filter((name) => /^%spellout-(?:cardinal|numbering$)/.test(name)));
  for (const name of wanted) {
    for (const [, rule = ''] of sets[name] ?? [])
      for (const [, asked = ''] of rule.matchAll(/[←→=](%%?[\w-]+)[←→=]/g)) if (sets[asked]) wanted.add(asked);
  }
  const kept = (name: string) => [name, (sets[name] ?? []).filter(([base]) => /^\d/.test(base))] as const;
  return Object.fromEntries([...wanted].filter((name) => !/financial|verbose|alternate/.test(name)).map(kept));
}

/** Long names of units in the cases that CLDR has beside the first (UTS #35, General, 6): `genitive other` → `{0} километров`. */
function declined({ long = {} }: Units): SayingTable['units'] {
  const found = Object.entries(long).flatMap(([key, patterns]) => {
    const id = measureIn(key);
    const forms = Object.entries(patterns).flatMap(([name, pattern]) => {
      const [, grammatical, count] = /^(\w+)-count-(\w+)$/.exec(name) ?? [];
      return grammatical && grammatical !== 'unitPattern' && count
        ? [[`${grammatical} ${count}`, pattern] as const]
        : [];
    });
    const { gender } = patterns;
    if (id === undefined || (forms.length === 0 && gender === undefined)) return [];
    return [[id, { ...(gender && { gender }), ...Object.fromEntries(forms) }] as const];
  });
  return Object.fromEntries(found);
}
