import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { bin, throwaway, twins } from './publication.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Commands of Hexapla in a text, each with the words that follow it on its line. */
function commands(text: string): readonly (readonly string[])[] {
  const lines = text.matchAll(/(?:\bhexapla|\$HEXAPLA) (check|build|status|accept|preview)\b([^\n|>]*)/g);
  return Array.from(lines, ([, command = '', rest = '']) => [command, ...(rest.match(/(?<=[\s+])--[a-z-]+/g) ?? [])]);
}

test.each(['action.yml', 'docs/ci.md'])('every command and option of %s is one', (path) => {
  const all = commands(read(path));
  expect(all.length).toBeGreaterThan(1);
  const wrong = all.flatMap(([command = '', ...options]) => {
    const help = spawnSync(process.execPath, [bin, command, '--help'], { encoding: 'utf8' }).stdout;
    return options.filter((option) => !new RegExp(`^ +${option}\\b`, 'm').test(help)).map((one) => `${command} ${one}`);
  });
  expect(wrong).toEqual([]);
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

test('the action asks for inputs that it has, and lets none of them into a script but by its environment', () => {
  const { inputs, runs } = parse(read('action.yml')) as {
    readonly inputs: Readonly<Record<string, { readonly description: string }>>;
    readonly runs: { readonly steps: readonly Step[] };
  };
  const asked = [...read('action.yml').matchAll(/inputs\.([a-z-]+)/g)].map(([, name = '']) => name);
  expect(asked.filter((name) => inputs[name] === undefined)).toEqual([]);
  expect(Object.keys(inputs).filter((name) => !asked.includes(name))).toEqual([]);
  const scripts = runs.steps.filter(({ run }) => run !== undefined);
  expect(scripts.filter(({ run, shell }) => shell !== 'bash' || run?.includes('${{'))).toEqual([]);
});

test('its build fails where Hexapla does, annotates, sums up, and leaves findings as SARIF; its status is a table', async () => {
  const at = await throwaway({
    ...twins,
    'hexapla.yaml': 'outputs: [html]\n',
    'content/ru/article.md': '---\ntitle: Торговля\n---\nВ 1992 году товарооборот достиг 460 млрд долларов США.\n',
  });
  const { runs } = parse(read('action.yml')) as {
    readonly runs: { readonly steps: readonly (Step & { id?: string })[] };
  };
  const run = (id: string, more: Readonly<Record<string, string>> = {}) => {
    const script = runs.steps.find((step) => step.id === id)?.run ?? 'exit 9';
    const env = {
      ...process.env,
      ...{ HEXAPLA: `${process.execPath} ${bin}`, PUBLICATION: at.folder, FAIL_ON: '', BASELINE: '' },
      ...{
        RUNNER_TEMP: at.folder,
        GITHUB_OUTPUT: join(at.folder, 'out'),
        GITHUB_STEP_SUMMARY: join(at.folder, 'sum.md'),
      },
      ...more,
    };
    // As GitHub runs it.
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { env, encoding: 'utf8' });
  };
  const failed = run('build');
  expect([failed.status, failed.stdout]).toEqual([1, expect.stringContaining('::error file=')]);
  const { out, 'sum.md': sum, 'hexapla.sarif': sarif } = await at.files();
  expect(out).toBe(`sarif=${join(at.folder, 'hexapla.sarif')}\n`);
  expect(JSON.parse(sarif ?? '').runs[0].results).toMatchObject([{ ruleId: 'figures/value' }]);
  expect(sum).toContain('figures/value');
  const old = join(at.folder, 'old.json');
  await at.run(['check', '--write-baseline', 'old.json']);
  expect(run('build', { BASELINE: old, FAIL_ON: 'note' }).status).toBe(0);
  expect(run('status').status).toBe(0);
  expect((await at.files())['hexapla-status.md']).toMatch(/^\| language .*\n\|---.*\n\| ru \| 0% /);
});

test('the workflow of this repository uses the action, with inputs that it has', () => {
  const { jobs } = parse(read('.github/workflows/publication.yml')) as {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  };
  const { inputs } = parse(read('action.yml')) as { readonly inputs: Readonly<Record<string, unknown>> };
  const own = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses === './'));
  expect(own).toHaveLength(1);
  expect(Object.keys(own[0]?.with ?? {}).filter((name) => !(name in inputs))).toEqual([]);
});

test('docs/ci.md links to what is there', () => {
  const targets = [...read('docs/ci.md').matchAll(/\]\(([^)#:]+)/g)].map(([, target = '']) => target);
  expect(targets.filter((target) => !existsSync(join(root, 'docs', target)))).toEqual([]);
});
