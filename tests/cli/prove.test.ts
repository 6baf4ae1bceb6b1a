/** Each PDF that a build makes is read back; what a theme spoils is found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Files, throwaway } from '../publication.ts';

const css = readFileSync(join(import.meta.dirname, '../../templates/styles/print.css'), 'utf8');
const text = `---
title: Trade
---

## The record

Trade was US$460 million at first,[^a] and is more than US$50 billion now; see [the table](#in-figures) and \`npm ci\`.

- One thing of 25,000 trips
- Another thing

## In figures

| Year | US$ |
|---|---:|
| 1992 | 460 million |
| 2021 | 50 billion |

[^a]: In 1992, that is.
`;
const files: Files = { 'hexapla.yaml': 'outputs: [pdf]\n', 'content/en/a.md': text };

/** \`line rule\` of what a build finds with this at the end of the print style. */
async function found(style: string): Promise<string[]> {
  const { run } = await throwaway({ ...files, 'templates/styles/print.css': css + style });
  const { stdout } = await run(['build', '--format', 'json']);
  const { findings }: { findings: { line: number; rule: string }[] } = JSON.parse(stdout);
  return findings.map(({ line, rule }) => `${line} ${rule}`);
}

// Where the mention of a note is gone, so is the place to which the note leads back.
test.each([
  ['nothing', '', []],
  ['a row that is hidden', 'tbody tr:last-child { display: none }', ['17 prove/lost', '17 prove/lost']],
  ['a list that is cut off in the middle', '.text ul { max-height: 15pt; overflow: clip }', ['10 prove/lost']],
  ['a paragraph that is hidden', '.text > p { display: none }', ['2 prove/link', '7 prove/lost']],
  ['a paragraph that runs over the edge', '.text > p { position: relative; left: 45mm }', ['7 prove/cut']],
  [
    'headings that are none',
    'h2 { display: none }',
    ['2 prove/link', '5 prove/lost', '5 prove/outline', '12 prove/lost', '12 prove/outline'],
  ],
])('%s', async (_, style, expected) => {
  expect(await found(style)).toEqual(expected);
});
