import type { Finding, Levels, Severity } from '../model.ts';

/** What the settings make of a rule; undefined where they leave it as it is. The more exact name wins: `figures/value` over `figures`. */
export function levelOf(rule: string, levels: Levels): Severity | 'off' | undefined {
  let name = rule;
  for (;;) {
    const level = Object.hasOwn(levels, name) ? levels[name] : undefined;
    if (level !== undefined) return level;
    const end = name.lastIndexOf('/');
    if (end < 0) return undefined;
    name = name.slice(0, end);
  }
}

/** The findings as the settings have them: without those of rules that are off. */
export function levelled(findings: readonly Finding[], levels: Levels): readonly Finding[] {
  if (Object.keys(levels).length === 0) return findings;
  return findings.flatMap((finding) => {
    const level = levelOf(finding.rule, levels);
    if (level === 'off') return [];
    return level === undefined || level === finding.severity ? [finding] : [{ ...finding, severity: level }];
  });
}
