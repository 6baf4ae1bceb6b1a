/** SARIF as code scanning reads it, held to its schema. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ajv as AjvOfToday } from 'ajv';
import draft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Finding, Report } from '../../src/model.ts';
import { sarif } from '../../src/reports/sarif.ts';
import type { View } from '../../src/world.ts';
import { clean, HOSTILE, hostile, report, texts, view, wrong } from './sample.ts';

const Ajv = draft4 as unknown as typeof AjvOfToday;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'schemas/sarif-2.1.0.json'), 'utf8'));
const validate = ajv.compile(schema);

const faults = (text: string) => (validate(JSON.parse(text)) ? [] : validate.errors);

const shape = z.object({
  runs: z.tuple([
    z.object({
      tool: z.object({ driver: z.object({ version: z.string(), rules: z.array(z.looseObject({ id: z.string() })) }) }),
      results: z.array(
        z.looseObject({
          ruleId: z.string(),
          ruleIndex: z.number(),
          message: z.object({ text: z.string() }),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ]),
});

function run(of: Report, at: View = view) {
  return shape.parse(JSON.parse(sarif.print(of, at))).runs[0];
}

function marks(findings: readonly Finding[], at: View = view): readonly (string | undefined)[] {
  return run({ ...report, findings }, at).results.map((result) => result.partialFingerprints['hexaplaFinding/v1']);
}

test.each([
  ['findings', report],
  ['none', clean],
  ['what was not checked', { ...clean, unchecked: true as const }],
])('is valid by its schema: %s', (_, of) => {
  expect(faults(sarif.print(of, view))).toEqual([]);
});

test('the schema is one that can fail', () => {
  expect(faults(sarif.print(report, view).replace('"level": "error"', '"level": "fatal"'))).not.toEqual([]);
});

test('a finding, to the letter', () => {
  const [, result] = run(report).results;
  const [zh, en] = ['content/zh/trade.md', 'content/en/trade.md'].map((uri) => ({ uri, uriBaseId: '%SRCROOT%' }));
  expect(result).toEqual({
    ruleId: 'figures/value',
    ruleIndex: 0,
    level: 'error',
    message: { text: '90多亿美元 is too small\nWhat to do: write 900多亿美元' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: zh,
          region: { startLine: 4, startColumn: 14, endLine: 4, endColumn: 20 },
        },
      },
    ],
    relatedLocations: [
      {
        id: 0,
        physicalLocation: {
          artifactLocation: en,
          region: { startLine: 1, startColumn: 23, endLine: 1, endColumn: 46 },
        },
        message: { text: 'more than US$90 billion' },
      },
    ],
    fixes: [
      {
        description: { text: '9 → 90' },
        artifactChanges: [
          {
            artifactLocation: zh,
            replacements: [
              {
                deletedRegion: { startLine: 4, startColumn: 14, endLine: 4, endColumn: 15 },
                insertedContent: { text: '90' },
              },
            ],
          },
        ],
      },
    ],
    partialFingerprints: { 'hexaplaFinding/v1': expect.stringMatching(/^[\da-f]{32}:1$/) },
    properties: { locale: 'zh' },
  });
});

test('a rule says what it holds and how it is silenced; one that no comment silences does not say so', () => {
  const { tool, results } = run(report);
  const { rules } = tool.driver;
  expect(rules.map(({ id }) => id)).toEqual(['figures/value', 'meta/title']);
  expect(results.map(({ ruleId, ruleIndex }) => rules[ruleIndex]?.id === ruleId)).toEqual([true, true]);
  expect(tool.driver.version).toBe('1.2.3');
  expect(rules[0]).toMatchObject({
    shortDescription: { text: 'Every figure says what its source says.' },
    help: { text: expect.stringContaining('<!-- hexapla-ignore figures/value: the reason -->') },
  });
  expect(rules[1]).toMatchObject({
    help: { text: 'Front matter is whole.\n\nEach finding says what to do.' },
  });
});

test('paths are addresses, counted from where the reader counts', () => {
  const printed = sarif.print(report, { ...view, base: 'docs/my journal/' });
  expect(printed).toContain('"uri": "docs/my%20journal/content/zh/a%20b%2C%20100%25.md"');
  expect(faults(printed)).toEqual([]);
});

test('braces and brackets of a message are no placeholders and no links', () => {
  const [result] = run(report).results;
  const said = result?.message.text ?? '';
  expect(said).toContain(String.raw`{{0}} \[a\](1) \\ &`);
  const read = said.replaceAll(/\\(.)/g, '$1').replaceAll(/([{}])\1/g, '$1');
  expect(read).toBe(`${HOSTILE}\nWhat to do: ${HOSTILE}`);
});

test('fingerprints stay when lines move', () => {
  const lower: Finding = {
    ...wrong,
    span: { ...wrong.span, start: { line: 6, column: 14 }, end: { line: 6, column: 20 } },
  };
  const moved: View = { ...view, text: (path) => texts[path]?.replace('---\n2021', '---\n\n\n2021') };
  expect(marks([lower], moved)).toEqual(marks([wrong]));
  const naming = (place: string): Finding => ({ ...wrong, message: `as on line ${place} and in a.md:${place}:4` });
  expect(marks([naming('3')])).toEqual(marks([naming('17')]));
});

test('what a baseline does not know is new, and keeps its fingerprint', () => {
  const again: Finding = { ...wrong, related: [] };
  const whole = marks([wrong, again]);
  const rest: Report = { ...report, findings: [again], known: [wrong] };
  expect(faults(sarif.print(rest, view))).toEqual([]);
  const { results } = run(rest);
  expect(results.map((result) => [result.baselineState, result.partialFingerprints['hexaplaFinding/v1']])).toEqual([
    ['new', whole[1]],
  ]);
  expect(run(report).results[0]).not.toHaveProperty('baselineState');
});

test('fingerprints differ where what is said, the place or the file does', () => {
  const others: readonly Finding[] = [
    wrong,
    { ...wrong, rule: 'figures/unit' },
    { ...wrong, message: 'another' },
    { ...wrong, span: { ...wrong.span, path: 'content/ru/trade.md' } },
    { ...wrong, span: { ...wrong.span, end: { line: 4, column: 19 } } },
    wrong,
  ];
  const found = marks(others);
  expect(new Set(found).size).toBe(others.length);
  expect(found.at(-1)).toBe(found[0]?.replace(/:1$/, ':2'));
});

test('the same input gives the same bytes', () => {
  expect(sarif.print(report, view)).toBe(sarif.print(structuredClone({ ...report, findings: [hostile, wrong] }), view));
});
