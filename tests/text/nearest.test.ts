import { expect, test } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

test.each([
  ['abuot.md', ['a.md', 'about.md', 'abort.md'], 'about.md'],
  ['Source', ['source', 'locales'], 'source'],
  ['htps', ['http', 'https'], 'https'],
  ['贸易', ['外交', '贸'], '贸'],
  ['outputs', ['fonts', 'browser'], undefined],
  ['x', [], undefined],
])('%s among %j is nearest to %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
