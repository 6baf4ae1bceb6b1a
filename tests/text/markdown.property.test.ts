import { decodeHTMLStrict } from 'entities';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Source, TextBlock } from '../../src/model.ts';
import { locate, type Parsed, parseMarkdown } from '../../src/text/markdown.ts';

function parse(text: string): Parsed {
  return parseMarkdown({ path: 'content/en/a.md', text }, { locale: 'en', slug: 'a' });
}

/** What is wrong with the places of a block: nothing, or sentences. */
function faults(block: TextBlock, source: Source): string[] {
  const found: string[] = [];
  const start = offset(source, block.span.start);
  const end = offset(source, block.span.end);
  let at = 0;
  let from = start;
  for (const segment of block.segments) {
    const shown = block.text.slice(segment.at, segment.at + segment.length);
    const place = start + segment.from;
    const written = source.text.slice(place, place + segment.sourceLength);
    const name = `${JSON.stringify(shown)} from ${JSON.stringify(written)}`;
    if (segment.at !== at) found.push(`${name} begins at ${segment.at}, not ${at}`);
    if (segment.length < 1) found.push(`${name} is empty`);
    if (place < from) found.push(`${name} stands before what precedes it or before its block`);
    if (!says(written, shown, segment.length === segment.sourceLength)) found.push(`${name} is not what is written`);
    at = segment.at + segment.length;
    from = place + segment.sourceLength;
  }
  if (at !== block.text.length) found.push(`places for ${at} of ${block.text.length} characters`);
  if (from > end) found.push('the last place lies behind the block');
  return found;
}

function offset({ text }: Source, { line, column }: { line: number; column: number }): number {
  let start = 0;
  for (let i = 1; i < line; i += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

/** Verbatim, or a line's end, a hard break, an escape, an entity, an object. */
function says(written: string, shown: string, isVerbatim: boolean): boolean {
  if (shown === '\ufffc') return written !== '';
  if (/^[ \n\r]+$/.test(shown) && /^\\?\s*(?:\n[\s>]*)?$/.test(written)) return true;
  // A line's end is a space in the text: one character for one.
  if (isVerbatim) return written.replace(/[\n\u2028]/g, ' ') === shown;
  if (written === "''") return shown === "'";
  if (written.startsWith('&')) return decodeHTMLStrict(written.replace(/\\$/, '')).trim() === shown.trim();
  return written.startsWith('\\') && written.slice(1) === shown;
}

function expectSound(text: string): Parsed {
  const parsed = parse(text);
  const { source } = parsed.document;
  for (const block of parsed.blocks)
    expect(faults(block, source), `${block.kind} ${JSON.stringify(block.text)} in ${JSON.stringify(text)}`).toEqual([]);
  return parsed;
}

/** In what is generated, `@` stands for a word that readers see; each is another word. */
const SHAPES = [(n: number) => `w${n}x`, (n: number) => `ёж${n}я`, (n: number) => `中${n}文`, (n: number) => `𝒜${n}𝒵`];

const inLine = fc.constantFrom(
  ...[
    '@',
    '@ @',
    '*@*',
    '**@**',
    '***@***',
    '~~@~~',
    '_@_',
    '`co|de`',
    '`` a`b ``',
    '\\*@',
    '&amp;@',
    '@&#x4e2d;',
    '&nosuch;',
  ],
  ...[
    '[@](b.md)',
    '[@ \\[@\\]](b.md "ti](tle")',
    '[@][ref]',
    '[*@* @](<b c.md>)',
    '<https://a.example/x>',
    'https://b.example',
  ],
  ...[
    '![@](c.png)',
    '![@ *@*](c.png "@ \\"@\\" &amp; @")',
    '**@ *@* @**',
    '<b>@</b>',
    '@<!-- c -->@',
    '[^n]',
    '[^2]',
    '\\\\ @',
  ],
  ...[
    '\u00a0@',
    '@\u3000@',
    '@\t@',
    '$@*',
    'x_@_',
    '[@',
    '@]',
    '!',
    '"@"',
    '@<sup>@</sup>',
    '~@~',
    '[@ ![@](d.png) @](e.md)',
    '&copy',
  ],
);
const line = fc
  .tuple(fc.constant('@'), fc.array(inLine, { maxLength: 5 }))
  .map(([first, rest]) => [first, ...rest].join(' '));
const breaks = fc.constantFrom('\n', '\n', '  \n', '\\\n', '\n  ', ' \n\t');
const paragraph = fc
  .tuple(line, fc.array(fc.tuple(breaks, line), { maxLength: 3 }))
  .map(([first, rest]) => first + rest.flat().join(''));
const cell = line.map((text) => text.replaceAll('|', '\\|'));
const table = fc
  .array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 })
  .map((rows) => rows.map(([a, b]) => `| ${a} |${b} \\| @|`))
  .map(([head, ...rows]) => [head, '|---|--:|', ...rows].join('\n'));
const leaf = fc.oneof(
  paragraph,
  paragraph,
  line.map((text) => `## ${text}`),
  line.map((text) => `#  ${text} ##`),
  line.map((text) => `${text}\n===`),
  table,
  table.map((text) => `: @ caption\n\n${text}`),
  fc.constantFrom(
    '***',
    '```\ncode\n\n> code\n```',
    '<!-- a\nb -->',
    '[ref]: d.md',
    '[ref]: d.md "again"',
    '    code',
    '<div>\n</div>',
  ),
);
const { blocks } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: leaf, weight: 4 },
    { arbitrary: tie('blocks').map((text) => text.replace(/^/gm, '> ')), weight: 1 },
    { arbitrary: paragraph.map((text) => `> @\n${text}`), weight: 1 },
    { arbitrary: fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }).map((all) => items(all, '- ')), weight: 1 },
    { arbitrary: fc.array(tie('blocks'), { minLength: 1, maxLength: 2 }).map((all) => items(all, '1. ')), weight: 1 },
    { arbitrary: paragraph.map((text) => items([text], '- [x] ', 2)), weight: 1 },
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((all) => all.join('\n\n')),
}));

function items(all: readonly string[], marker: string, indent = marker.length): string {
  return all.map((text) => marker + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`)).join('\n');
}

const fronts = fc.constantFrom(
  ...['', '---\ntitle: @ & @\n---\n', '---\ntitle: "@ \\"@\\" @"\nauthor: x\n---\n', "---\ntitle: '@''@'\n---\n"],
  ...['---\nabstract: >\n  @ @\n  @\n\n  @\ntitle: @\n---\n', '---\ntitle: |\n   @\n   @\n# c\nsection: @\n---\n\n'],
);
const documents = fc
  .tuple(fronts, blocks, fc.constantFrom('\n', '\r\n'), fc.nat(3))
  .map(([front, body, end, shape]) => {
    const notes = '[^n]: @ *@*\n    @\n\n    @\n[^2]: @ [^n]\n';
    const marks = '@ [^n] [^2]';
    const words: string[] = [];
    const text = `${front}${body}\n\n${marks}\n\n${notes}\n[ref]: d.md\n`
      .replaceAll('@', () => {
        const word = SHAPES[(shape + words.length) % SHAPES.length]?.(words.length) ?? '';
        words.push(word);
        return word;
      })
      .replaceAll('\n', end);
    return { text, words };
  });

test('every word of a document is in one block, and located where it stands', () => {
  fc.assert(
    fc.property(documents, ({ text, words }) => {
      const { blocks, document } = expectSound(text);
      for (const word of words) {
        const held = blocks.filter((block) => block.text.includes(word));
        expect(held.length, `blocks with ${word}\n${text}`).toBe(1);
        const [block] = held;
        if (!block) continue;
        const at = block.text.indexOf(word);
        const span = locate(block, document.source, at, at + word.length);
        const true_ = text.indexOf(word);
        expect([offset(document.source, span.start), offset(document.source, span.end)], `${word}\n${text}`).toEqual([
          true_,
          true_ + word.length,
        ]);
      }
    }),
    { numRuns: 600 },
  );
});

const noise = fc
  .array(
    fc.constantFrom(
      ...'# > - * _ ` ~ [ ] ( ) ! \\ < > & ; : | ^ 1. + = \n \r\n \t a 中 я 😀 0'.split(' '),
      ...[
        '\n',
        '\n',
        '    ',
        ' ',
        '  \n',
        '[^a]',
        '[^a]: ',
        '&amp;',
        '&#65;',
        '<b>',
        '</b>',
        '<!--',
        '-->',
        '---\n',
        '```',
      ],
      ...[
        '[a]: b',
        '| a | b |\n|--|--|\n',
        '> ',
        '- [ ] ',
        '\n\n',
        '](',
        '![',
        'http://a.b',
        'www.a.b',
        '\u00a0',
        '\u2028',
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('signs of Markdown in any order are read, with sound places', () => {
  fc.assert(
    fc.property(noise, (text) => {
      // A line of --- at the top begins front matter, whose mistakes are errors.
      expectSound(`\n${text}`);
    }),
    { numRuns: 5000 },
  );
});
