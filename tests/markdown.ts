/** Whole documents of Markdown, of every kind of block and of inline markup, in several scripts: for properties. */
import fc from 'fast-check';

const word = fc.constantFrom(
  ...[
    'trade',
    'US$320 million',
    'Almaty',
    'a_b',
    '2.5%',
    'x < y',
    'R&D',
    '5*3',
    '[sic]',
    'C:\\dir',
    '~10',
    'e.g.',
    '#1',
  ],
  ...[
    '贸易',
    '3.2亿美元',
    '“增长”',
    '《报告》',
    '—',
    'товарооборот',
    '«рост»',
    'млн',
    'سنة',
    '1990s',
    '–',
    "it's",
    '"so"',
  ],
);
const words = fc.array(word, { minLength: 1, maxLength: 8 });
/** Spaces between words, but often none, as in Chinese. */
const plain = fc.tuple(words, fc.constantFrom(' ', ' ', '')).map(([all, gap]) => all.join(gap).trim());
/** What means itself within Markdown. */
const safe = plain.map((text) => text.replace(/[\\`*_[\]<>&#~|{}]/g, '\\$&'));

const inline: fc.Arbitrary<string> = fc.letrec<{ run: string; piece: string }>((tie) => ({
  run: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' ')),
  piece: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 6, arbitrary: safe },
    { weight: 1, arbitrary: tie('run').map((text) => `**${text}**`) },
    { weight: 1, arbitrary: tie('run').map((text) => `*${text}*`) },
    { weight: 1, arbitrary: tie('run').map((text) => `[${text}](https://example.org/a_(b)?c=1&d=2 "Title")`) },
    { weight: 1, arbitrary: tie('run').map((text) => `<mark>${text}</mark>`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('`code *x*`', '<https://example.org>', '[^1]', '{fig:trade}', '&nbsp;', '&lt;b&gt;'),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(safe, safe).map(([alt, title]) => `![${alt}](a.svg "${title.replace(/"/g, '')}")`),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'line\\\nbreak',
        'soft\nbreak',
        'https://example.org/x',
        '~~gone~~',
        '<br>',
        'H<sub>2</sub>O',
      ),
    },
  ),
})).run;
const oneLine = inline.map((text) => text.replace(/\\?\n/g, ' '));

const indented = (text: string, by: string) => text.replace(/\n/g, `\n${by}`);
const block: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: inline },
  fc.tuple(fc.integer({ min: 1, max: 4 }), oneLine).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  fc
    .array(inline, { minLength: 1, maxLength: 4 })
    .map((items) => items.map((item) => `- ${indented(item, '  ')}`).join('\n')),
  fc
    .array(inline, { minLength: 1, maxLength: 3 })
    .map((items) =>
      items.map((item, n) => `${n + 1}. ${indented(item, '   ')}\n   - ${indented(item, '     ')}`).join('\n'),
    ),
  inline.map((text) => `> ${indented(text, '> ')}`),
  fc.array(fc.tuple(oneLine, oneLine), { minLength: 2, maxLength: 4 }).map((rows) => {
    const [head = '', ...body] = rows.map(
      (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\\\\\|/g, '\\|')).join(' | ')} |`,
    );
    return [head, '|---|---:|', ...body].join('\n');
  }),
  fc.constantFrom('```\ncode & *more*\n```', '<!-- a comment -->', '---', '<div>\n\nraw\n\n</div>'),
);

/** A document with front matter and one note. */
export const markdown: fc.Arbitrary<string> = fc
  .tuple(plain, fc.option(plain), fc.array(block, { minLength: 1, maxLength: 8 }), safe)
  .map(([title, abstract, blocks, note]) => {
    const fields = [`title: ${JSON.stringify(title)}`, ...(abstract === null ? [] : [`abstract: >\n  ${abstract}`])];
    return `---\n${fields.join('\n')}\n---\n\n${blocks.join('\n\n')}\n\nEnd.[^1]\n\n[^1]: ${note}\n`;
  });

/** Text with whatever signs a translator may type. */
export const typed: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: word },
      fc.constantFrom(
        ...[
          '*',
          '**',
          '_',
          '`',
          '[',
          ']',
          '](',
          '![',
          '<',
          '>',
          '<b>',
          '</b>',
          '<!--',
          '&amp;',
          '&',
          '\\',
          '|',
          '~~',
          '#',
          '1.',
          '- ',
          '+ ',
        ],
        ...[
          '> ',
          ': ',
          '{fig:x}',
          '[^2]',
          'http://a.b',
          'a@b.cc',
          'www.a.org',
          '=',
          '---',
          '"',
          "'",
          '（',
          '）',
          '\u00a0',
          '😀',
        ],
      ),
      fc.string({ minLength: 1, maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .chain((parts) => fc.constantFrom(' ', '').map((gap) => parts.join(gap)));
