/**
 * CLDR's plural rules for whole numbers as GNU gettext writes them (`Plural-Forms`): of a whole number `n`, `i` is `n`, there
 * are no fraction digits (`v`, `w`, `f`, `t` are 0) and no exponent (`c`, `e`) (LDML, part 3, 5.1.1).
 */
export function gettextPlurals(rules: Readonly<Record<string, string>>): string {
  const given = ORDER.flatMap((category) => {
    const rule = rules[`pluralRule-count-${category}`];
    return rule === undefined
      ? []
      : [{ category, condition: rule.split('@')[0]?.trim() ?? '', isWhole: /@integer/.test(rule) }];
  }).filter(({ isWhole }) => isWhole);
  const conditions = given.slice(0, -1).map(({ condition }) => disjunction(condition));
  // The last one is what is left.
  const expression = conditions.reduceRight(
    (rest, condition, n) => `${condition} ? ${n} : ${rest}`,
    String(given.length - 1),
  );
  return `nplurals=${given.length}; plural=${given.length === 1 ? '0' : `(${expression})`};`;
}

const ORDER = ['zero', 'one', 'two', 'few', 'many', 'other'];

function disjunction(rule: string): string {
  const parts = rule
    .split(' or ')
    .map(conjunction)
    .filter((part) => part !== 'false');
  return parts.includes('true') ? '1' : parts.length === 0 ? '0' : parts.join(' || ');
}

function conjunction(rule: string): string {
  const parts = rule.split(' and ').map(relation);
  if (parts.includes('false')) return 'false';
  const left = parts.filter((part) => part !== 'true');
  return left.length === 0 ? 'true' : left.join(' && ');
}

/** `i % 10 = 2..4`, `n != 12,14`. */
function relation(rule: string): string {
  const match = /^([nivwftce])(?: % (\d+))? (!?=) (.+)$/.exec(rule);
  if (!match) throw new Error(`a plural rule that is not understood: ${rule}`);
  const [, operand = '', modulus, sign, list = ''] = match;
  const ranges = list.split(',').map((one) => one.split('..').map(Number) as [number, number?]);
  if (!/[ni]/.test(operand)) {
    const holdsZero = ranges.some(([from, to = from]) => from <= 0 && 0 <= to);
    return String(holdsZero === (sign === '='));
  }
  const value = modulus === undefined ? 'n' : `n%${modulus}`;
  const tests = ranges.map(([from, to]) => {
    if (to === undefined) return `${value}${sign === '=' ? '==' : '!='}${from}`;
    return sign === '=' ? `${value}>=${from} && ${value}<=${to}` : `(${value}<${from} || ${value}>${to})`;
  });
  if (tests.length === 1) return tests[0] ?? '';
  return sign === '='
    ? `(${tests.map((test) => (test.includes('&&') ? `(${test})` : test)).join(' || ')})`
    : tests.join(' && ');
}
