import { expect, test } from 'vitest';
import { signsOf } from '../../src/text/signs.ts';

test.each([
  ['two words', 'twowords'],
  ['“so”, «so» and „so“', 'so,soandso'],
  ['1992–2022, 1992-2022, 1992—2022', '1992-2022,1992-2022,1992-2022'],
  ['a – – b', 'a-b'],
  ['——end', '-end'],
  ['co\u00adop\u2010er\u2011ation', 'cooperation'],
  ['ﬁne ½ e\u0301', 'fine1⁄2é'],
  ['90多亿美元、“合作”', '90多亿美元、合作'],
  ['😀 –\u{e0001} 𝒜', '😀-A'],
  ['\u00ad \n', ''],
])('%j says %j', (text, signs) => {
  expect(signsOf(text)).toBe(signs);
});

test('each character alone says what it says among others', () => {
  for (let code = 0x20; code < 0x3100; code += 1) {
    const character = String.fromCharCode(code);
    expect(`${code}: ${signsOf(`a${character}b`)}`).toBe(`${code}: ${signsOf(`a${character}b😀`).replace('😀', '')}`);
  }
});
