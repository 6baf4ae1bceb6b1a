import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Blob, Face } from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { readFont } from '../../src/host/fontfile.ts';
import { loadFontPackage } from '../../src/host/fonts.ts';
import { ownSurroundings } from './surroundings.ts';

const here = ownSurroundings();
const root = join(import.meta.dirname, '../..');
const google = '@expo-google-fonts';
const regular = join(root, `node_modules/${google}/noto-serif/400Regular/NotoSerif_400Regular.ttf`);

/** A package of the test's own publication. */
function install(name: string, files: Readonly<Record<string, Uint8Array>>): void {
  for (const [file, bytes] of Object.entries(files)) {
    const path = join(here.folder, 'node_modules', name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

/** A font with a table under another name: enough to be taken for another kind. */
function disguised(table: string, as: string): Buffer {
  const bytes = readFileSync(regular);
  bytes.write(as, bytes.indexOf(table, 12, 'latin1'), 'latin1');
  return bytes;
}

describe('a package', () => {
  test.each([
    ['noto-serif', ['400 normal', '700 normal', '400 italic', '700 italic']],
    ['noto-sans', ['400 normal', '700 normal', '400 italic', '700 italic']],
    ['noto-serif-sc', ['400 normal', '700 normal']],
    ['noto-sans-sc', ['400 normal', '700 normal']],
  ])('%s has %j', async (name, faces) => {
    const fonts = await loadFontPackage(`${google}/${name}`, [root]);
    expect(fonts.map(({ weight, style }) => `${weight} ${style}`)).toEqual(faces);
    expect(new Set(fonts.map((font) => font.package))).toEqual(new Set([`${google}/${name}`]));
  });

  test('without a regular and a bold gives what is next to them', async () => {
    const folder = join(root, `node_modules/${google}/noto-serif`);
    install('light', {
      'a.ttf': readFileSync(join(folder, '300Light/NotoSerif_300Light.ttf')),
      'b.ttf': readFileSync(join(folder, '600SemiBold/NotoSerif_600SemiBold.ttf')),
      'c.ttf': readFileSync(join(folder, '900Black/NotoSerif_900Black.ttf')),
    });
    expect((await loadFontPackage('light', [here.folder])).map(({ weight }) => weight)).toEqual([300, 900]);
  });

  test('is taken from the publication before it is taken from Hexapla', async () => {
    install(`${google}/noto-serif`, { 'only.ttf': readFileSync(regular) });
    const below = join(here.folder, 'books/first');
    mkdirSync(below, { recursive: true });
    expect(await loadFontPackage(`${google}/noto-serif`, [below, root])).toHaveLength(1);
    expect(await loadFontPackage(`${google}/noto-sans`, [below, root])).toHaveLength(4);
  });

  test('that is not installed: how to install it', async () => {
    await expect(loadFontPackage(`${google}/noto-sans-hebrew`, [here.folder])).rejects.toMatchObject({
      code: 3,
      message: `The font package ${google}/noto-sans-hebrew is not installed`,
      hint: `Install it in the folder of the publication: npm install --save-dev ${google}/noto-sans-hebrew`,
    });
  });

  test.each(['../secret', '@a/../../b', '/etc', 'a/b', '', '.', '@a', 'C:\\fonts'])(
    'cannot be called %j',
    async (name) => {
      await expect(loadFontPackage(name, [root])).rejects.toMatchObject({ name: 'UserError', code: 2 });
    },
  );

  test.each([
    ['variable', () => disguised('gasp', 'fvar'), 'a.ttf: it is a variable font'],
    ['PostScript', () => disguised('glyf', 'CFF '), 'a.ttf: its outlines are PostScript (CFF), not TrueType'],
    ['coloured', () => disguised('gasp', 'COLR'), 'a.ttf: its glyphs are coloured'],
    ['no', () => Buffer.from('wOF2 and so on'), 'it has no TrueType files'],
  ])('with %s fonts cannot be embedded', async (_, font, why) => {
    install('odd', { 'a.ttf': font() });
    await expect(loadFontPackage('odd', [here.folder])).rejects.toMatchObject({
      code: 2,
      message: `The font package odd cannot be embedded in a PDF: ${why}`,
    });
  });

  test('with a variable font beside static ones gives these', async () => {
    install('both', { 'a.ttf': disguised('gasp', 'fvar'), 'static/regular.ttf': readFileSync(regular) });
    expect(await loadFontPackage('both', [here.folder])).toHaveLength(1);
  });

  test('that is damaged: install it again', async () => {
    install('torn', { 'a.ttf': readFileSync(regular).subarray(0, 400) });
    const expected = { code: 3, message: 'The font package torn is damaged' };
    await expect(loadFontPackage('torn', [here.folder])).rejects.toMatchObject(expected);
  });
});

test.each(['noto-serif', 'noto-sans', 'noto-serif-sc', 'noto-sans-sc'])(
  'coverage of %s is what HarfBuzz says',
  async (name) => {
    const folder = join(root, `node_modules/${google}/${name}/400Regular`);
    const file = {
      'noto-serif': 'NotoSerif',
      'noto-sans': 'NotoSans',
      'noto-serif-sc': 'NotoSerifSC',
      'noto-sans-sc': 'NotoSansSC',
    }[name];
    const path = join(folder, `${file}_400Regular.ttf`);
    const ours = (await readFont(path))?.ranges.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i),
    );
    const theirs = new Face(new Blob(readFileSync(path)), 0).collectUnicodes();
    expect(ours).toEqual([...theirs]);
  },
);

test('coverage of a font for the first plane alone is read from its older table', async () => {
  const [font] = await loadFontPackage(`${google}/noto-sans-sc`, [root]);
  const path = join(here.folder, 'cut.ttf');
  writeFileSync(path, (await font?.subset('abcxЯя—中文', 'ttf')) ?? '');
  const ranges = (await readFont(path))?.ranges.map(([from, to]) => String.fromCodePoint(from, to));
  expect(ranges).toEqual(['ac', 'xx', 'ЯЯ', 'яя', '——', '中中', '文文']);
});

describe('a cut', () => {
  test('has the characters asked for and no others', async () => {
    const [font] = await loadFontPackage(`${google}/noto-serif-sc`, [root]);
    const cut = (await font?.subset('新华文摘', 'ttf')) ?? new Uint8Array();
    const codes = [...new Face(new Blob(cut), 0).collectUnicodes()].map((code) => String.fromCodePoint(code));
    expect(codes.sort()).toEqual([...'新华文摘'].sort());
    expect(cut.length).toBeLessThan(20_000);
  });

  test('is the same for the same characters in any order, and made once', async () => {
    const [font] = await loadFontPackage(`${google}/noto-serif`, [root]);
    const [other] = await loadFontPackage(`${google}/noto-serif`, [root]);
    const cut = await font?.subset('abcfi', 'ttf');
    expect(await font?.subset('ifcbaabc', 'ttf')).toBe(cut);
    expect(await other?.subset('cabif', 'ttf')).toEqual(cut);
  });

  test.each([
    ['ttf', '\u0000\u0001\u0000\u0000'],
    ['woff2', 'wOF2'],
  ] as const)('comes as %s', async (container, magic) => {
    const [font] = await loadFontPackage(`${google}/noto-serif`, [root]);
    const cut = (await font?.subset('abc', container)) ?? new Uint8Array();
    expect(Buffer.from(cut.subarray(0, 4)).toString('latin1')).toBe(magic);
  });
});

test('a font knows which characters it has', async () => {
  const [font] = await loadFontPackage(`${google}/noto-serif`, [root]);
  const has = [...'aЯé—ﬁ中😀\u0301'].map((character) => [character, font?.has(character.codePointAt(0) ?? 0)]);
  expect(has.filter(([, there]) => there).map(([character]) => character)).toEqual(['a', 'Я', 'é', '—', 'ﬁ', '\u0301']);
});
