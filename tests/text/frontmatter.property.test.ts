import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontMatter } from '../../src/text/frontmatter.ts';

const name = fc.constantFrom('title', 'date', 'revised', 'author', 'section', 'abstract', 'doi', 'x-y', 'constructor');
const text = fc.oneof(
  fc.constantFrom(
    'Trade',
    'yes',
    'No',
    'true',
    'null',
    'a: b',
    'a:b',
    'a #b',
    'a# b',
    'a  b',
    'a ',
    "it's",
    'é\u0301',
    '中文 标题',
  ),
  fc.constantFrom(
    '2022-03-15',
    '2022-02-30',
    '12',
    '1e3',
    '-x',
    '[a]',
    '{a: b}',
    '"q"',
    "'q'",
    '*a',
    '&a b',
    '!t x',
    '|',
    '~',
    '',
    'a\u00a0b',
  ),
  fc.string({
    unit: fc.constantFrom('a', 'Я', '中', ' ', ',', '.', '!', '(', '-', ':', '#', '"', "'", '\u2028'),
    maxLength: 8,
  }),
);
const line = fc.tuple(name, fc.constantFrom(': ', ':  ', ':'), text).map((parts) => parts.join(''));
const lines = fc.array(line, { minLength: 1, maxLength: 4 });

const COMMENT = '# a comment\n';

/** What is read, or what is said against it; with a comment in the first line, which changes nothing, and is not plain. */
function told(lines: string, comment: string): unknown {
  const text = `---\n${comment}${lines}`;
  try {
    const { meta, blocks, body } = readFrontMatter({ path: 'a.md', text });
    const down = comment === '' ? 0 : 1;
    const at = (place: { line: number; column: number }) => `${place.line - down}:${place.column}`;
    const placed = blocks.map(({ span, segments, ...block }) => ({
      ...block,
      span: [at(span.start), at(span.end)],
      segments: segments.map((segment) => ({ ...segment, from: segment.from - comment.length })),
    }));
    return { meta, blocks: placed, body: text.slice(body) };
  } catch (error) {
    return String(error).replace(/:\d+:\d+:/, ':');
  }
}

test('front matter without anything to it is read as the parser of YAML reads it, to the column', () => {
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\nbody\n', ''), (all, rest) => {
      const text = `${all.join('\n')}\n---${rest}`;
      expect(told(text, '')).toEqual(told(text, COMMENT));
    }),
    { numRuns: 3000 },
  );
});
