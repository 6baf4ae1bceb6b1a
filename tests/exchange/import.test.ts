/** What comes back from translators: good units are written, damaged ones are findings, hostile files are refused. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Throwaway, throwaway } from '../publication.ts';

const files = {
  'content/en/a.md':
    '---\ntitle: Trade\n---\n\n## Ports\n\nTrade **grew** to US$50 million in [2021](b.md).\n\nThe *harbor* is open.\n\n- one\n- two\n\n| Port | Ships |\n|---|---|\n| Aktau | 12 |\n\nMore follows.\n',
  'content/ru/a.md':
    '---\ntitle: Торговля\n---\n\n## Порты\n\nТорговля **выросла** до 50 млн долларов США в [2021](b.md) году.\n\nГавань открыта.\n\n- раз\n- два\n\n| Порт | Суда |\n|---|---|\n| Актау | 12 |\n\nПродолжение следует.\n',
  'content/en/strings.json':
    '{\n  "next": "Next",\n  "pages_one": "{{count}} page",\n  "pages_other": "{{count}} pages"\n}\n',
};

const exportAs = async ({ run }: Throwaway, format: string, ...more: readonly string[]) => {
  const { code, stdout, stderr } = await run(['exchange', 'export', '--locale', 'ru', '--format', format, ...more]);
  if (code !== 0) throw new Error(stderr);
  return stdout;
};

/** `line rule message`, and what was said at the end. */
async function importText(
  publication: Throwaway,
  text: string | Uint8Array,
  name = 'back.xlf',
  ...more: readonly string[]
) {
  await publication.write({ [name]: text });
  const { code, stdout, stderr } = await publication.run([
    'exchange',
    'import',
    name,
    '--format',
    'json',
    '--quiet',
    ...more,
  ]);
  if (stdout === '') return { code, stderr, findings: [] };
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; line: number; message: string }[] };
  return {
    code,
    stderr,
    findings: findings.map(({ rule, message }) => `${rule}: ${message.replace(/ [us][\w-]{12}(?:\.\w+)?/g, ' …')}`),
  };
}

const target = ({ folder }: Throwaway) => readFile(join(folder, 'content/ru/a.md'), 'utf8');

test.each(['xliff', 'xliff12', 'po'])(
  'translations of every kind of block are written in their places: %s',
  async (format) => {
    const publication = await throwaway(files);
    const out = await exportAs(publication, format);
    const text = out
      .replace('Торговля', 'Товарооборот')
      .replace(
        'Гавань открыта.',
        format === 'po'
          ? '<1>Порт</1> открыт.'
          : format === 'xliff'
            ? '<pc id="1">Порт</pc> открыт.'
            : '<bpt id="1"/>Порт<ept id="1"/> открыт.',
      )
      .replace('раз<', 'первое<')
      .replace('"раз"', '"первое"')
      .replace('Актау', 'Актау | порт')
      .replace('Суда', 'Корабли');
    const { code, findings, stderr } = await importText(publication, text);
    expect({ code, findings, stderr }).toEqual({ code: 0, findings: [], stderr: '' });
    expect(await target(publication)).toBe(
      files['content/ru/a.md']
        .replace('title: Торговля', 'title: Товарооборот')
        .replace('Гавань открыта.', '*Порт* открыт.')
        .replace('раз', 'первое')
        .replace('Актау', 'Актау \\| порт')
        .replace('Суда', 'Корабли'),
    );
  },
);

test('each kind of damage is a finding, nothing is lost, and the good units are written', async () => {
  const publication = await throwaway(files);
  const out = await exportAs(publication, 'xliff');
  const unit = /<unit(?:(?!<\/unit>)[\s\S])*Продолжение(?:(?!<\/unit>)[\s\S])*<\/unit>/.exec(out)?.[0] ?? '';
  const damaged = (change: (text: string) => string) => importText(publication, change(out));
  const pair = (inner: string) => new RegExp(`<pc id="1"[^>]*>${inner}</pc>`);
  expect(out).toMatch(pair('выросла'));
  const cases: readonly [string, (text: string) => string, readonly string[]][] = [
    ['a code lost', (text) => text.replace(pair('выросла'), 'выросла'), ['the code 1 (**…**) is lost']],
    [
      'a code doubled',
      (text) => text.replace(/(<target[^>]*>Торговля )(<pc id="1"[^>]*>)выросла<\/pc>/, '$1$2вы</pc>$2росла</pc>'),
      ['the code 1 (**…**) is there 2 times'],
    ],
    [
      'codes crossed',
      (text) =>
        text.replace(
          /(<target[^>]*>Торговля )<pc id="1"[^>]*>выросла<\/pc>(.*?)<pc id="2"[^>]*>2021<\/pc>/,
          '$1<sc id="1"/>выросла$2<sc id="2"/>20<ec startRef="1"/>21<ec startRef="2"/>',
        ),
      ['the code 1 (**…**) ends while 2 ([…](b.md)) is open: they cross'],
    ],
    [
      'a code that never was',
      (text) => text.replace('Гавань', '<ph id="9"/>Гавань'),
      ['the code 9 was never part of this unit'],
    ],
    [
      'a half of a code',
      (text) => text.replace(/(<target[^>]*>Торговля )<pc id="1"[^>]*>выросла<\/pc>/, '$1<sc id="1"/>выросла'),
      ['the code 1 (**…**) begins and does not end'],
    ],
  ];
  for (const [name, change, messages] of cases) {
    const text = change(out).replace('Гавань открыта.', `Гавань открыта: ${name}.`);
    expect(text, name).not.toBe(out);
    const { code, findings } = await importText(publication, text);
    expect({ code, findings }, name).toEqual({
      code: 1,
      findings: messages.map((message) => `exchange/code: ${message}; nothing was written for this unit`),
    });
    const now = await target(publication);
    expect(now, name).toContain('Торговля **выросла** до 50 млн долларов США в [2021](b.md) году.');
    if (!name.includes('never')) expect(now, name).toContain(`Гавань открыта: ${name}.`);
    await publication.write({ 'content/ru/a.md': files['content/ru/a.md'] });
  }
  const twice = await damaged((text) => text.replace(unit, unit + unit.replace('Продолжение', 'Дальше')));
  expect(twice.findings).toEqual([
    'exchange/unit: the unit … is in this file twice, with two translations; the first one was taken',
  ]);
  const stranger = await damaged((text) => text.replaceAll('content/en/a.md', 'content/en/z.md'));
  expect(stranger.findings).toEqual([
    'exchange/file: this publication has no content/en/z.md; its units were left alone',
  ]);
  await publication.write({ 'content/en/a.md': files['content/en/a.md'].replace('More follows', 'Much more follows') });
  const old = await damaged((text) => text.replace('Продолжение', 'Дальше'));
  expect(old.findings).toEqual([
    'exchange/unit: the unit … is none of content/en/a.md as it is now: its source has changed since it was exported',
  ]);
  expect(await target(publication)).toBe(files['content/ru/a.md']);
  // Whoever left it as it was has nothing to take over.
  expect(await importText(publication, out)).toEqual({ code: 0, findings: [], stderr: '' });
});

test('what a translation does without need not come back', async () => {
  const publication = await throwaway(files);
  const out = await exportAs(publication, 'xliff');
  expect(out).toMatch(
    /<source[^>]*>The <pc id="1" type="fmt" subType="xlf:i" dataRefStart="d1" dataRefEnd="d1">harbor/,
  );
  expect(out).toMatch(/<target[^>]*>Торговля <pc id="1" type="fmt" subType="xlf:b" canDelete="no"/);
  const { findings } = await importText(publication, out.replace('Гавань открыта.', 'Гавань открыта настежь.'));
  expect(findings).toEqual([]);
});

test('what a translation lacks is written where the source has it, and a new translation has its shape', async () => {
  const { 'content/ru/a.md': _, ...without } = files;
  const whole = await throwaway({
    ...without,
    'content/ru/b.md': '---\ntitle: Б\n---\nБ.\n',
    'content/en/b.md': '---\ntitle: B\n---\nB.\n',
  });
  const words: Readonly<Record<string, string>> = {
    Trade: 'Торговля',
    Ports: 'Порты',
    one: 'раз',
    two: 'два',
    Aktau: 'Актау',
    Port: 'Порт',
    Ships: 'Суда',
    '12': '12',
    'More follows.': 'Дальше.',
  };
  const fill = (text: string) =>
    text.replace(/<source>([^<]*)<\/source>/g, (source, said: string) =>
      words[said] ? `${source}<target>${words[said]}</target>` : source,
    );
  const { code, findings } = await importText(whole, fill(await exportAs(whole, 'xliff12')));
  expect({ code, findings }).toEqual({ code: 0, findings: [] });
  expect(await target(whole)).toBe(
    '---\ntitle: Торговля\n---\n\n## Порты\n\nTrade **grew** to US$50 million in [2021](b.md).\n\nThe *harbor* is open.\n\n- раз\n- два\n\n| Порт | Суда |\n|---|---|\n| Актау | 12 |\n\nДальше.\n',
  );
  const part = await throwaway({
    ...files,
    'content/ru/a.md': files['content/ru/a.md'].replace(/- раз[\s\S]*12 \|\n\n/, ''),
  });
  const again = await importText(part, fill(await exportAs(part, 'xliff12')));
  expect(again.findings).toEqual([]);
  expect(await target(part)).toBe(files['content/ru/a.md'].replace('Продолжение следует', 'Дальше'));
});

test('a language that is not there yet goes out whole, and its folder is made when it comes back', async () => {
  const publication = await throwaway({ 'content/en/news/a.md': '---\ntitle: Trade\n---\nTrade **grew**.\n' });
  const { stdout } = await publication.run(['exchange', 'export', '--locale', 'de', '--quiet']);
  expect(stdout).not.toContain('<target');
  const text = stdout
    .replace(/(<source[^>]*>Trade<\/source>)/, '$1<target>Handel</target>')
    .replace(
      /(<source[^>]*>Trade <pc[^>]*>grew<\/pc>\.<\/source>)/,
      '$1<target>Der Handel <pc id="1">wuchs</pc>.</target>',
    )
    .replaceAll('state="initial"', 'state="translated"');
  expect(await importText(publication, text)).toEqual({ code: 0, findings: [], stderr: '' });
  expect(await publication.files('content/de')).toEqual({
    'content/de/news/a.md': '---\ntitle: Handel\n---\nDer Handel **wuchs**.\n',
    'content/de/translations.lock': expect.stringContaining('news/a'),
  });
  const { code, stderr } = await publication.run(['exchange', 'export', '--locale', 'xx', '--quiet']);
  expect([code, stderr.split('\n')[0]]).toEqual([
    2,
    'Not done: --locale is “xx”; this publication has no such language',
  ]);
});

test('line ends and a byte order mark stay what they are', async () => {
  const bom = '\ufeff';
  const before = files['content/ru/a.md'].replace(/\| Порт[\s\S]*12 \|\n\n/, '').replaceAll('\n', '\r\n');
  const publication = await throwaway({ ...files, 'content/ru/a.md': bom + before });
  const out = await exportAs(publication, 'xliff12');
  const text = out
    .replace('Гавань открыта.', 'Гавань открыта настежь.')
    .replace('<source>Aktau</source>', '<source>Aktau</source><target>Актау</target>');
  expect(await importText(publication, text)).toEqual({ code: 0, findings: [], stderr: '' });
  const table = '| Port | Ships |\r\n|---|---|\r\n| Актау | 12 |\r\n\r\n';
  expect(await target(publication)).toBe(
    bom + before.replace('открыта.', 'открыта настежь.').replace('Продолжение', `${table}Продолжение`),
  );
});

test('strings go along, each with the forms that the language needs', async () => {
  const publication = await throwaway(files);
  const out = await exportAs(publication, 'po');
  expect(out).toContain('nplurals=3;');
  const text = out
    .replace('msgid "Next"\nmsgstr ""', 'msgid "Next"\nmsgstr "Далее"')
    .replace('msgstr[0] ""', 'msgstr[0] "<1/> страница"')
    .replace('msgstr[1] ""', 'msgstr[1] "<1/> страницы"')
    .replace('msgstr[2] ""', 'msgstr[2] "<1/> страниц"')
    .replace(/(pages_other[\s\S]*?msgstr) ""/, '$1 "<1/> страницы"');
  expect(await importText(publication, text, 'back.po')).toEqual({ code: 0, findings: [], stderr: '' });
  const strings = JSON.parse(await readFile(join(publication.folder, 'content/ru/strings.json'), 'utf8'));
  expect(strings).toEqual({
    ...{ next: 'Далее', pages_one: '{{count}} страница', pages_few: '{{count}} страницы' },
    ...{ pages_many: '{{count}} страниц', pages_other: '{{count}} страницы' },
  });
});

test('what is stale goes out with what it was, and comes back up to date', async () => {
  const publication = await throwaway(files);
  await publication.run(['accept']);
  await publication.write({ 'content/en/a.md': files['content/en/a.md'].replace('is open', 'is wide open') });
  const out = await exportAs(publication, 'xliff', '--only-stale', '--only', 'a');
  expect(out.match(/<unit /g)).toHaveLength(1);
  expect(out).toMatch(
    /<mtc:match [^>]*>\s*<source xml:space="preserve">The harbor is open\.<\/source>\s*<target xml:space="preserve">Гавань открыта\.</,
  );
  expect(out).toContain('state="initial" subState="hexapla:stale"');
  const po = await exportAs(publication, 'po', '--only-stale', '--only', 'a');
  expect(po).toContain('#, fuzzy\n#| msgid "The harbor is open."');
  // As it was sent: nothing to do, and nothing was looked at.
  const { stdout } = await publication.run(['status', '--locale', 'ru', '--format', 'json']);
  expect(await importText(publication, out)).toEqual({ code: 0, findings: [], stderr: '' });
  expect((await publication.run(['status', '--locale', 'ru', '--format', 'json'])).stdout).toBe(stdout);
  expect(await importText(publication, po, 'back.po')).toEqual({ code: 0, findings: [], stderr: '' });
  expect((await publication.run(['status', '--locale', 'ru', '--format', 'json'])).stdout).toBe(stdout);
  // Nor was it by a tool that drops what it does not know.
  const old = await exportAs(publication, 'xliff12', '--only-stale', '--only', 'a');
  for (const dropped of [
    out.replace(' subState="hexapla:stale"', ''),
    out.replace(/ state="initial"[^>]*/, ''),
    old,
    old.replace(/ state="[^"]*"/, ''),
  ]) {
    expect(await importText(publication, dropped)).toEqual({ code: 0, findings: [], stderr: '' });
    expect((await publication.run(['status', '--locale', 'ru', '--format', 'json'])).stdout).toBe(stdout);
  }
  const text = out
    .replace(/(<target[^>]*>)Гавань открыта\.(<\/target>\s*<\/segment>)/, '$1Гавань широко открыта.$2')
    .replace('state="initial" subState="hexapla:stale"', 'state="translated"');
  expect((await importText(publication, text)).findings).toEqual([]);
  expect((await publication.run(['status', '--locale', 'ru', '--fail-on', 'warning'])).code).toBe(0);
  expect(await exportAs(publication, 'xliff', '--only-stale', '--only', 'a')).toBe('');
  // Whoever says that it is good as it is has looked at it.
  await publication.write({ 'content/en/a.md': files['content/en/a.md'].replace('is open', 'is quite open') });
  const again = await exportAs(publication, 'xliff', '--only-stale', '--only', 'a');
  await importText(publication, again.replace('state="initial" subState="hexapla:stale"', 'state="reviewed"'));
  expect((await publication.run(['status', '--locale', 'ru', '--fail-on', 'warning'])).code).toBe(0);
});

test.each<[string, (text: string) => string | Uint8Array]>([
  [
    'a byte order mark, CDATA, another order of attributes',
    (text) =>
      `\ufeff${text.replace(/<unit id="([^"]*)" name="([^"]*)"/g, '<unit name="$2"\n   id="$1"').replace('Гавань открыта.', '<![CDATA[Гавань открыта настежь.]]>')}`,
  ],
  [
    'a prefix, lines wrapped, a marked word',
    (text) =>
      text
        .replace('xmlns=', 'xmlns:x=')
        .replace(/<(\/?)(xliff|file|unit|notes|note|originalData|data|segment|source|target|pc|ph)\b/g, '<$1x:$2')
        .replace('Гавань открыта.', 'Гавань\n          <x:mrk id="m1" type="term">открыта</x:mrk>\n          настежь.'),
  ],
  [
    'segments, and white space between them',
    (text) =>
      text.replace(
        /<segment id="s"([^>]*)>\s*<source[^>]*>(The <pc[^>]*>harbor<\/pc> is open\.)<\/source>\s*<target[^>]*>Гавань открыта\.<\/target>/,
        '<segment id="a"$1><source>$2</source><target>Гавань открыта</target></segment><ignorable><source> </source></ignorable><segment id="b"$1><source/><target>настежь.</target>',
      ),
  ],
  [
    'UTF-16',
    (text) =>
      Buffer.from(
        `\ufeff${text.replace('encoding="UTF-8"', 'encoding="UTF-16"').replace('открыта.', 'открыта настежь.')}`,
        'utf16le',
      ),
  ],
])('a file as tools write it: %s', async (_, change) => {
  const publication = await throwaway(files);
  const text = change(await exportAs(publication, 'xliff'));
  expect(await importText(publication, text)).toEqual({ code: 0, findings: [], stderr: '' });
  expect(await target(publication)).toBe(files['content/ru/a.md'].replace('открыта.', 'открыта настежь.'));
});

test('PO as Poedit and Weblate write it: wrapped lines, comments, other headers, CRLF, what is obsolete', async () => {
  const publication = await throwaway(files);
  const out = await exportAs(publication, 'po');
  const context = /msgctxt "([^"]*)"\nmsgid "The <1>harbor<\/1> is open\."/.exec(out)?.[1] ?? '';
  const text = [
    '# Translators:\n#, fuzzy\nmsgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Generator: Poedit 3.4\\n"\n',
    `#. a comment\n#: content/en/a.md:9\n#, no-wrap\nmsgctxt ""\n"${context.slice(0, 12)}"\n"${context.slice(12)}"\nmsgid "The <1>harbor</1> is open."\nmsgstr ""\n"Гавань "\n"открыта настежь."\n`,
    '#~ msgid "gone"\n#~ msgstr "нет"\n',
  ].join('\n');
  expect(await importText(publication, text.replaceAll('\n', '\r\n'), 'back.po')).toEqual({
    code: 0,
    findings: [],
    stderr: '',
  });
  expect(await target(publication)).toContain('Гавань открыта настежь.');
});

const bomb = `<!DOCTYPE xliff [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<xliff version="2.1" srcLang="en" trgLang="ru"><file id="f" original="content/en/a.md"><unit id="u"><segment><source>&b;</source><target>&b;</target></segment></unit></file></xliff>`;

test.each<[string, string | Uint8Array, string]>([
  ['entities of its own', bomb, 'back.xlf:2:'],
  [
    'another file as an entity',
    bomb.replace('<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/passwd">').replaceAll('&b;', '&a;'),
    'back.xlf:2:',
  ],
  [
    'nested without end',
    `<xliff version="2.1">${'<group>'.repeat(100_000)}${'</group>'.repeat(100_000)}</xliff>`,
    'nested',
  ],
  [
    'another encoding',
    Buffer.from('<?xml version="1.0" encoding="windows-1251"?><xliff version="1.2"><file/>\xcf\xf0</xliff>', 'latin1'),
    'back.xlf:1:',
  ],
  [
    'another encoding than it says',
    '<?xml version="1.0" encoding="windows-1251"?><xliff version="1.2"/>',
    'back.xlf:1:1: the file says that its encoding is windows-1251',
  ],
  ['not whole', '<xliff version="2.1" srcLang="en" trgLang="ru"><file id="f1">', 'back.xlf:1:'],
  ['no file of ours', 'Dear colleague,\n', 'back.xlf:1:1: the file is neither XLIFF 1.2 or 2 nor PO'],
  [
    'a unit without a name',
    '<xliff version="2.1" srcLang="en" trgLang="ru"><file id="f"><unit><segment/></unit></file></xliff>',
    'this unit has no id',
  ],
  ['another language', '<xliff version="2.1" srcLang="en" trgLang="xx"><file id="f"/></xliff>', '“xx”'],
  [
    'another source',
    '<xliff version="2.1" srcLang="de" trgLang="ru"><file id="f"/></xliff>',
    'back.xlf translates from de; en was expected',
  ],
  ['no PO', 'msgid "a"\nmsgstr "b\n"\n', 'back.xlf:'],
])('a file that is refused: %s', async (_, text, said) => {
  const publication = await throwaway(files);
  const { code, stderr, findings } = await importText(publication, text);
  expect({ code, findings }).toEqual({ code: 2, findings: [] });
  expect(stderr).toContain(said);
  expect(stderr).toMatch(/^Not done: .*\nWhat to do: .*\n$/);
  expect(await target(publication)).toBe(files['content/ru/a.md']);
});

test('key figures are codes that show what they say, and terms are notes', async () => {
  const publication = await throwaway({
    'content/figures.yaml': 'trade: { value: 50000000000, unit: USD, bound: over }\n',
    'content/terms.yaml':
      'trade: { terms: { en: [mutual trade], ru: [взаимная торговля] }, forbidden: { ru: [торг] } }\n',
    'content/en/a.md': '---\ntitle: Trade\n---\nMutual trade came to {fig:trade}.\n',
    'content/ru/a.md': '---\ntitle: Торговля\n---\nВзаимная торговля составила {fig:trade}.\n',
  });
  const out = await exportAs(publication, 'xliff');
  expect(out).toMatch(/<data id="d1"[^>]*>\{fig:trade\}<\/data>/);
  expect(out).toMatch(/<source[^>]*>Mutual trade came to <ph id="1" [^>]*disp="more than US\$50 billion"/);
  expect(out).toMatch(/<target[^>]*>Взаимная торговля составила <ph id="1" [^>]*disp="более 50 млрд долларов США"/);
  expect(out).toContain('<note category="term">Mutual trade = взаимная торговля (not: торг)</note>');
  expect(await exportAs(publication, 'po')).toContain('#. <1/> {fig:trade}');
  const { findings } = await importText(publication, out.replace('Взаимная торговля составила', 'Объём торговли —'));
  expect(findings).toEqual([]);
  expect(await target(publication)).toContain('Объём торговли — {fig:trade}.');
});

test('lengths that the theme sets go along, and are kept', async () => {
  const lengths = { fields: { title: 10 }, strings: { next: 5 } };
  const publication = await throwaway({ ...files, 'templates/lengths.json': JSON.stringify(lengths) });
  expect(await exportAs(publication, 'po')).toMatch(/#, max-length:10\nmsgctxt[^\n]*\nmsgid "Trade"/);
  expect(await exportAs(publication, 'xliff12')).toMatch(/maxwidth="5" size-unit="char"[^>]*>\s*<source>Next</);
  const out = await exportAs(publication, 'xliff');
  expect(out).toContain('<slr:profiles generalProfile="xliff:codepoints"/>');
  expect(out).toMatch(/slr:sizeRestriction="10">/);
  const { code, findings } = await importText(publication, out.replace('Торговля<', 'Внешняя торговля<'));
  expect({ code, findings }).toEqual({
    code: 1,
    findings: [
      'exchange/length: the translation has 16 characters; there is room for 10; nothing was written for this unit',
    ],
  });
  expect(await target(publication)).toBe(files['content/ru/a.md']);
  await publication.write({ 'templates/lengths.json': '{ "fields": { "title": "long" } }' });
  const { code: refused, stderr } = await publication.run(['exchange', 'export', '--locale', 'ru', '--quiet']);
  expect([refused, stderr.split(';')[0]]).toEqual([
    2,
    expect.stringContaining('templates/lengths.json:1:1: fields.title: '),
  ]);
});

test('what is asked for wrongly is said', async () => {
  const publication = await throwaway({ ...files, 'content/zh/a.md': '---\ntitle: 贸易\n---\n贸易。\n' });
  const said = async (...words: readonly string[]) => {
    const { code, stderr } = await publication.run([
      'exchange',
      ...words,
      ...(words[0] === 'exports' ? [] : ['--quiet']),
    ]);
    return `${code} ${stderr.split('\n')[0]}`;
  };
  expect(await said('export')).toBe('2 Not done: which language? This publication is translated into ru, zh');
  expect(await said('export', '--locale', 'en')).toBe(
    '2 Not done: there is nothing to translate into but the source language itself (en)',
  );
  expect(await said('export', '--locale', 'ru', '--format', 'tmx')).toBe(
    '2 Not done: there is no form of exchange “tmx”; expected one of xliff (XLIFF 2.1), xliff12 (XLIFF 1.2), po (PO)',
  );
  expect(await said('exports')).toBe(
    '2 Not done: there is no command “exchange exports”; expected one of export, import',
  );
  expect(await said('import', 'none.xlf')).toBe(
    '2 Not done: none.xlf: there is no such file; one that came back from a translator was expected',
  );
});
