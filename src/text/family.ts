/** The family that a rule is of: `figures/key` rather than `figures`, if there are both. */
export function familyOf<Known extends { readonly id: string }>(
  rule: string,
  families: readonly Known[],
): Known | undefined {
  return families
    .filter(({ id }) => rule === id || rule.startsWith(`${id}/`))
    .reduce<Known | undefined>((best, one) => (best && best.id.length >= one.id.length ? best : one), undefined);
}
