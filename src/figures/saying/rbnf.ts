/**
 * Rule-based number format: writes integers by CLDR's spell-out rules (UTS #35 part 3, "Rule-Based Number
 * Formatting"). Only what integers need: base values, radix, ←←, →→, =%set=, optional brackets, plural forms.
 */
export type RuleSets = Readonly<Record<string, readonly (readonly [string, string])[]>>;

interface Rule {
  readonly base: number;
  readonly divisor: number;
  readonly text: string;
}

export interface Speller {
  /** Names of the public rule sets, `%spellout-cardinal` … */
  readonly sets: readonly string[];
  /** The number in words, or undefined where the rules fall back to digits. */
  spell(set: string, value: number): string | undefined;
}

export function speller(locale: string, sets: RuleSets): Speller {
  const parsed = new Map(Object.entries(sets).map(([name, rules]) => [name, parse(rules)]));
  const plural = new Intl.PluralRules(locale);
  const ordinal = new Intl.PluralRules(locale, { type: 'ordinal' });

  function spell(set: string, value: number, depth: number): string | undefined {
    const rules = parsed.get(set);
    const rule = rules && ruleFor(rules, value);
    if (!rules || !rule || depth > 20) return undefined;
    const quotient = Math.floor(value / rule.divisor);
    const rest = value % rule.divisor;
    let failed = false;
    const text = rule.text
      .replace(/\[([^\]]*)\]/g, rest === 0 ? '' : '$1')
      .replace(/\$\((cardinal|ordinal),([^$]*)\)\$/g, (_, type: string, forms: string) => {
        const category = (type === 'cardinal' ? plural : ordinal).select(quotient);
        const found = Object.fromEntries([...forms.matchAll(/(\w+)\{([^}]*)\}/g)].map((m) => [m[1], m[2]]));
        return found[category] ?? found['other'] ?? '';
      })
      .replace(/(←|→|=)([^←→=]*)\1/g, (_, sign: string, target: string) => {
        const next = sign === '←' ? quotient : sign === '→' ? rest : value;
        const spelled = /[#0]/.test(target) ? undefined : spell(target || set, next, depth + 1);
        if (spelled === undefined) failed = true;
        return spelled ?? '';
      });
    return failed || /[←→=#]/.test(text) ? undefined : text;
  }

  return {
    sets: Object.keys(sets).filter((name) => name.startsWith('%') && !name.startsWith('%%')),
    spell: (set, value) => spell(set, value, 0)?.trim(),
  };
}

function parse(rules: readonly (readonly [string, string])[]): readonly Rule[] {
  if (!Array.isArray(rules)) return [];
  return rules
    .filter(([name]) => /^\d+(\/\d+)?>*$/.test(name))
    .map(([name, text]) => {
      const [base = 0, radix = 10] = name.replace(/>/g, '').split('/').map(Number);
      let divisor = 1;
      while (base > 0 && divisor * radix <= base) divisor *= radix;
      return { base, divisor, text: text.replace(/;$/, '').replace(/^'/, '') };
    })
    .sort((a, b) => a.base - b.base);
}

/** The rule with the highest base not above the value; one back where it has two substitutions and nothing is left (UTS #35). */
function ruleFor(rules: readonly Rule[], value: number): Rule | undefined {
  const index = rules.findLastIndex((rule) => rule.base <= value);
  const rule = rules[index];
  if (!rule || index === 0) return rule;
  const both = rule.text.includes('←') && /→/.test(rule.text.replace(/\[[^\]]*\]/g, ''));
  return both && value % rule.divisor === 0 && rule.base % rule.divisor !== 0 ? rules[index - 1] : rule;
}
