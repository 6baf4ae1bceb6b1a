/** JUnit as CI systems read it, held to Jenkins' schema. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Report } from '../../src/model.ts';
import { junit } from '../../src/reports/junit.ts';
import { below, elements, readXml } from '../../src/text/xml.ts';
import { clean, hostile, report, view, wrong } from './sample.ts';

const schema = readFileSync(join(import.meta.dirname, 'schemas/junit-10.xsd'), 'utf8');

async function faults(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'report.xml', contents: xml },
    schema: { fileName: 'junit-10.xsd', contents: schema },
  });
  return errors.map(({ message }) => message);
}

test.each<[string, Report]>([
  ['findings', report],
  ['none', clean],
  ['what was not checked', { ...report, unchecked: true }],
  ['nothing to look at', { ...clean, documents: [] }],
])('is valid by its schema: %s', async (_, of) => {
  expect(await faults(junit.print(of, view))).toEqual([]);
});

test('the schema is one that can fail', async () => {
  expect(
    await faults(junit.print(report, view).replace('<failure ', '<fault ').replace('</failure>', '</fault>')),
  ).not.toEqual([]);
});

test('a suite for each text, a case for each check and each failure, to the letter', () => {
  const documents = [
    { path: 'content/en/trade.md', locale: 'en' },
    { path: 'content/zh/trade.md', locale: 'zh' },
  ];
  expect(junit.print({ ...report, findings: [wrong], documents }, view)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Hexapla" tests="6" failures="1" errors="0" time="0">
  <testsuite name="content/en/trade.md" tests="3" failures="0" errors="0" skipped="0" time="0" file="content/en/trade.md">
    <testcase name="structure" classname="content/en/trade" time="0"/>
    <testcase name="figures" classname="content/en/trade" time="0"/>
    <testcase name="figures/key" classname="content/en/trade" time="0"/>
  </testsuite>
  <testsuite name="content/zh/trade.md" tests="3" failures="1" errors="0" skipped="0" time="0" file="content/zh/trade.md">
    <testcase name="structure" classname="content/zh/trade" time="0"/>
    <testcase name="figures/key" classname="content/zh/trade" time="0"/>
    <testcase name="figures/value 4:14" classname="content/zh/trade" time="0">
      <failure type="error" message="90多亿美元 is too small">content/zh/trade.md:4:14: error: 90多亿美元 is too small (figures/value)
What to do: write 900多亿美元
See content/en/trade.md:1:23: more than US$90 billion</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('what is below the fail level is told and fails nothing, until it is at it', () => {
  const soft = { ...report, findings: [{ ...wrong, severity: 'warning' as const }, hostile] };
  expect(junit.print(soft, view)).not.toContain('<failure');
  expect(junit.print(soft, view)).toMatch(
    /name="figures" [^>]*>\n *<system-out>content\/zh\/trade\.md:4:14: warning: /,
  );
  expect(junit.print(soft, { ...view, failOn: 'warning' }).match(/<failure /g)).toHaveLength(2);
});

test('nobody is told that a text passed that was not checked', () => {
  const xml = junit.print({ ...clean, unchecked: true }, view);
  expect(xml).toContain('<skipped message="The texts were not checked."/>');
  expect(xml).toContain('tests="1" failures="0" errors="0" skipped="1"');
});

test('a finding in a file that is no document has a suite of its own', () => {
  const strings = { ...wrong, span: { ...wrong.span, path: 'content/zh/strings.json' } };
  const xml = junit.print({ ...clean, findings: [strings] }, view);
  expect(xml).toContain('<testsuite name="content/zh/strings.json" tests="1" failures="1"');
});

test('hostile texts are read as they were, but for what no XML may hold', () => {
  const root = readXml(junit.print({ ...report, findings: [{ ...hostile, severity: 'error' }] }, view), 'report.xml');
  const [failure] = [...below(root, 'failure')];
  const illegal = ['\u0000', '\u001b', '\ufffe', '\ud800'];
  const read = (text: string) => illegal.reduce((rest, sign) => rest.replaceAll(sign, '\ufffd'), text);
  const said = failure?.children.join('') ?? '';
  expect(said).toContain(read(`error: ${hostile.message} (meta/title)\nWhat to do: ${hostile.hint}`));
  expect(failure?.attributes['message']).toBe(read(hostile.message).replaceAll(/\s+/g, ' '));
  expect(elements(root, 'testsuite').map(({ attributes }) => attributes['file'])).toContain('content/zh/a b, 100%.md');
});
