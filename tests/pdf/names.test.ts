import { expect, test } from 'vitest';
import { renamed } from '../../src/pdf/names.ts';

function read(content: string) {
  const found = { names: [] as string[], codes: [] as number[], unknown: 0 };
  const bytes = renamed(Buffer.from(content, 'latin1'), {
    rename(kind, name) {
      found.names.push(`${kind} ${name}`);
      return `${kind[0]}x`;
    },
    shown: (code) => void found.codes.push(code),
    unknown() {
      found.unknown += 1;
    },
  });
  return { ...found, content: bytes.toString('latin1') };
}

test('resources have other names, and nothing else has', () => {
  const { names, content } = read(
    '/G3 gs\n/Cs1 cs /P7 scn /Pattern cs /DeviceRGB CS\n/X5 Do /S6 sh\n/H1 <</MCID 3 >>BDC\n/F4 -10.5 Tf /F12 8 Tf\n/Span<</ActualText <FEFF00AD> >> BDC EMC',
  );
  expect(names).toEqual([
    'ExtGState G3',
    'ColorSpace Cs1',
    'Pattern P7',
    'XObject X5',
    'Shading S6',
    'Font F4',
    'Font F12',
  ]);
  expect(content).toBe(
    '/Ex gs\n/Cx cs /Px scn /Pattern cs /DeviceRGB CS\n/Xx Do /Sx sh\n/H1 <</MCID 3 >>BDC\n/Fx -10.5 Tf /Fx 8 Tf\n/Span<</ActualText <FEFF00AD> >> BDC EMC',
  );
});

test('text is read code by code, and what stands beside it is not', () => {
  const { codes, unknown } = read(
    '/Span<</ActualText <FEFF00AD> >> BDC\n<00F3ABCD> Tj 0 0 Td <0001>\nTj EMC <</Lang (en) >> BDC',
  );
  expect(codes).toEqual([0x00f3, 0xabcd, 1]);
  expect(unknown).toBe(0);
});

test.each(['(a (b) \\) c) Tj', '[<0001> 3 <0002>] TJ', "(a) '", '1 2 (a) "'])(
  'text that is shown otherwise is told of: %s',
  (content) => {
    expect(read(content).unknown).toBeGreaterThan(0);
  },
);
