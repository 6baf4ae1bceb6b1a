import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markArtifacts } from '../../src/pdf/artifacts.ts';

const marked = (content: string) => Buffer.from(markArtifacts(Buffer.from(content, 'latin1'))).toString('latin1');
const pagination = (content: string) => `/Artifact <</Type /Pagination>> BDC\n${content}\nEMC`;
const layout = (content: string) => `/Artifact <</Type /Layout>> BDC\n${content}\nEMC`;

describe('what no element claims is an artifact', () => {
  const head = 'BT\n/F4 10.66 Tf\n1 0 0 -1 386.5 1058 Tm\n<0012> Tj\nET';
  const text = '/P <</MCID 0 >>BDC\nBT\n/F4 11 Tf\n<0031> Tj\nET\nEMC';

  test.each([
    ['text', `q\n${head}\nQ`, `q\n${pagination(head)}\nQ`],
    ['a rule', '.1 g\n0 23 583 1 re\nf\n', `.1 g\n${layout('0 23 583 1 re\nf')}\n`],
    ['a drawing of lines', '1 w 0 0 m 5 5 l S', `1 w ${layout('0 0 m 5 5 l S')}`],
    ['a picture', 'q 1 0 0 1 0 0 cm /X5 Do Q', `q 1 0 0 1 0 0 cm ${layout('/X5 Do')} Q`],
    [
      'text that says beside how it reads',
      'BT\n/ReversedChars BMC\n/Span<</ActualText <FEFF0646> >> BDC <61> Tj EMC EMC\nET',
      pagination('BT\n/ReversedChars BMC\n/Span<</ActualText <FEFF0646> >> BDC <61> Tj EMC EMC\nET'),
    ],
    [
      'both, around what is claimed',
      `${head}\n${text}\n0 0 1 1 re f`,
      `${pagination(head)}\n${text}\n${layout('0 0 1 1 re f')}`,
    ],
  ])('%s', (_, content, expected) => {
    expect(marked(content)).toBe(expected);
  });

  test.each([
    ['what an element claims', text],
    ['what says within how it reads', '/P <</MCID 0>>BDC BT /ReversedChars BMC <61> Tj EMC ET EMC'],
    ['what is within marks within marks', `/Sect <</MCID 1>>BDC /Span BMC ${head} EMC 0 0 1 1 re f EMC`],
    ['a clipping path, which draws nothing', 'q 0 0 9 9 re W* n Q'],
    ['a string that looks like operators', '/P <</MCID 0>>BDC BT (BT \\) f (S) Do) Tj ET EMC'],
    ['a comment that does', '/P <</MCID 0>>BDC % EMC\nBT <00> Tj ET EMC'],
    ['a name that ends like a mark', '/P <</MCID 0>>BDC /F4EMC 1 Tf BT <00> Tj ET EMC'],
    ['a name that does', '/BT /re /f gs'],
    ['an empty stream', ''],
  ])('but not %s', (_, content) => {
    expect(marked(content)).toBe(content);
  });
});

test('nothing of a stream is lost, and marks are balanced', () => {
  const piece = fc.constantFrom(
    'BT (a\\)b) Tj ET',
    '1 0 0 1 0 0 cm',
    '0 0 1 1 re f',
    '/X1 Do',
    '/P <</MCID 3>>BDC BT <00> Tj ET EMC',
    '% f S\n',
    'q',
    'Q',
    '[(x) 3 (f)] TJ',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const content = pieces.join('\n');
      const result = marked(content);
      expect(
        result.replace(/\/Artifact <<[^>]*>> BDC\n/g, '').length - 4 * (result.split('/Artifact').length - 1),
      ).toBe(content.length);
      expect(result.split('BDC').length).toBe(result.split('EMC').length);
      expect(marked(result), 'marked twice').toBe(result);
    }),
  );
});
