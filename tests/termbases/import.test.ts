/** Terminologies as other tools write them become a glossary, and what was in it stays as it was written. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Throwaway, throwaway } from '../publication.ts';

const files = { 'content/en/a.md': '---\ntitle: Trade\n---\nOne.\n' };

const v3 = `<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
  <conceptEntry id="c1">
    <descrip type="definition">Founded in
      Shanghai.</descrip>
    <langSec xml:lang="en"><termSec><term>Shanghai Cooperation Organization</term></termSec><termSec><term>SCO</term></termSec></langSec>
    <langSec xml:lang="ru"><termSec><term>Шанхайская организация сотрудничества</term></termSec>
      <termSec><term>Шанхайская кооперация</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
  </conceptEntry>
</body></text></tbx>`;
const v2 = `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body><termEntry id="c1"><langSet xml:lang="en"><ntig><termGrp><term>Silk Road</term></termGrp></ntig></langSet><langSet xml:lang="zh-CN"><tig><term>丝绸之路</term></tig></langSet></termEntry></body></text></martif>`;

async function imported(publication: Throwaway, name: string, text: string) {
  await publication.write({ [name]: text });
  const { code, stdout, stderr } = await publication.run(['terms', 'import', name]);
  const glossary = await readFile(join(publication.folder, 'content/terms.yaml'), 'utf8').catch(() => undefined);
  return { code, said: stdout || stderr.split('\n')[0], glossary };
}

test.each([
  [
    'TBX 3',
    'a.tbx',
    v3,
    'c1:\n  definition: Founded in Shanghai.\n  terms:\n    en: [ Shanghai Cooperation Organization, SCO ]\n    ru: [ Шанхайская организация сотрудничества ]\n  forbidden:\n    ru: [ Шанхайская кооперация ]\n',
  ],
  ['TBX 2', 'a.tbx', v2, 'c1:\n  terms:\n    en: [ Silk Road ]\n    zh-CN: [ 丝绸之路 ]\n'],
  [
    'CSV',
    'a.csv',
    'id,en,zh,ru,ru forbidden,note\nsr,Silk Road,丝绸之路|丝路,"Шёлковый, путь",Шелк,x\n,Port,,порт,,\n',
    'sr:\n  terms:\n    en: [ Silk Road ]\n    zh: [ 丝绸之路, 丝路 ]\n    ru: [ "Шёлковый, путь" ]\n  forbidden:\n    ru: [ Шелк ]\nport:\n  terms:\n    en: [ Port ]\n    ru: [ порт ]\n',
  ],
  [
    'CSV of a spreadsheet',
    'a.csv',
    '\ufeffEN;RU\r\nSilk Road;Шёлковый путь\r\n',
    'silk-road:\n  terms:\n    en: [ Silk Road ]\n    ru: [ Шёлковый путь ]\n',
  ],
])('%s', async (_, name, text, expected) => {
  const publication = await throwaway(files);
  const { code, glossary } = await imported(publication, name, text);
  expect({ code, glossary }).toEqual({ code: 0, glossary: expected });
  expect((await imported(publication, name, text)).glossary).toBe(glossary);
});

test('what is there stays as it is written, and gets the terms that it lacks', async () => {
  const before = '# Ours.\n\n# The old one.\nsilk-road:\n  terms: { en: [Silk Road], ru: Шёлковый путь }\n';
  const publication = await throwaway({ ...files, 'content/terms.yaml': before });
  const { said, glossary } = await imported(
    publication,
    'a.csv',
    'en,ru,zh\nSilk Road,Великий шёлковый путь,丝绸之路\nBelt,пояс,带\n',
  );
  expect(said).toBe('content/terms.yaml: 1 concept added, 1 with new terms, 0 as they were.\n');
  expect(glossary).toBe(
    '# Ours.\n\n# The old one.\nsilk-road:\n  terms: { en: [ Silk Road ], ru: [ Шёлковый путь, Великий шёлковый путь ], zh: [ 丝绸之路 ] }\nbelt:\n  terms:\n    en: [ Belt ]\n    ru: [ пояс ]\n    zh: [ 带 ]\n',
  );
  const list = await throwaway({ ...files, 'content/terms.yaml': '- id: silk-road\n  terms: { en: [ Silk Road ] }\n' });
  expect((await imported(list, 'a.csv', 'en,ru\nSilk Road,Шёлковый путь\nBelt,пояс\n')).glossary).toBe(
    '- id: silk-road\n  terms: { en: [ Silk Road ], ru: [ Шёлковый путь ] }\n- id: belt\n  terms:\n    en: [ Belt ]\n    ru: [ пояс ]\n',
  );
});

test.each([
  [
    'Dear colleague\n',
    'Not done: a.csv:1:1: the file is neither TBX nor a table (CSV) with a head; one of these was expected',
  ],
  [
    'term;meaning\na;b\n',
    'Not done: a.csv:1:1: no column is named by a language; a head such as “id,definition,en,zh,ru,ru forbidden” was expected',
  ],
  ['en,ru\n"a,b\n', 'Not done: a.csv:'],
  ['<tbx><text>', 'Not done: a.csv:1:'],
  [v3.replace('<tbx', '<!DOCTYPE tbx [<!ENTITY x "y">]><tbx').replace('SCO', '&x;'), 'Not done: a.csv:'],
])('%j is refused', async (text, expected) => {
  const publication = await throwaway(files);
  const { code, said, glossary } = await imported(publication, 'a.csv', text);
  expect({ code, glossary }).toEqual({ code: 2, glossary: undefined });
  expect(said).toContain(expected);
});
