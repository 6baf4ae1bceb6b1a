/** In a language that only CLDR tells of, what rests on bounds and on words of numbers is doubted, and digits are not. */
import { expect, test } from 'vitest';
import { checked } from '../../checks/checked.ts';

test.each([
  ['a word that is an everyday word too', 'The road must be closed.', 'La carretera deu estar tallada.', 'warning'],
  ['a bound that is not read', 'At least 40 people came.', 'Van venir almenys 40 persones.', 'warning'],
  ['another number in digits', 'The road is 40 km long.', 'La carretera fa 60 km.', 'error'],
])('%s', async (_, english, translation, severity) => {
  const found = await checked({
    'content/en/a.md': `---\ntitle: x\n---\n${english}\n`,
    'content/ca/a.md': `---\ntitle: x\n---\n${translation}\n`,
  });
  const figures = found.filter(({ rule }) => rule.startsWith('figures/'));
  expect(figures.map((finding) => finding.severity)).toEqual([severity]);
});
