/** The phrases that the source code has: what the languages of the desk need words for. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The form of every phrase`…` in `src/`, with the files that have it. */
export function formsInSource(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of globSync('src/**/*.ts', { cwd: root }).sort()) {
    for (const form of formsIn(readFileSync(join(root, path), 'utf8'))) {
      const files = found.get(form);
      if (files) files.push(path);
      else found.set(form, [path]);
    }
  }
  return found;
}

export function formsIn(code: string): readonly string[] {
  const forms: string[] = [];
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/\S/g, ' '));
  for (const { index } of bare.matchAll(/\bphrase`/g)) {
    const { form, inner } = readTemplate(bare, index + 'phrase`'.length);
    forms.push(form, ...inner.flatMap(formsIn));
  }
  return forms;
}

/** Reads a template from behind its first backtick; `inner` is the code between its braces. */
function readTemplate(code: string, from: number): { form: string; inner: readonly string[]; end: number } {
  let form = '';
  const inner: string[] = [];
  let at = from;
  while (code[at] !== '`') {
    if (code[at] === '\\') {
      form += JSON.parse(
        `"${code
          .slice(at, at + 2)
          .replace('\\`', '`')
          .replace('\\$', '$')}"`,
      );
      at += 2;
    } else if (code.startsWith('${', at)) {
      const end = closing(code, at + 2);
      form += `{{${inner.length}}}`;
      // What stands in a phrase within it is found by itself.
      inner.push(code.slice(at + 2, end).replaceAll('phrase`', '`'));
      at = end + 1;
    } else {
      form += code[at];
      at += 1;
    }
    if (at > code.length) throw new Error('a template without its end');
  }
  return { form, inner, end: at };
}

/** Where the brace closes that was opened before `from`; braces, quotations and templates may stand in between. */
function closing(code: string, from: number): number {
  let at = from;
  for (let depth = 0; ; at += 1) {
    const sign = code[at];
    if (sign === undefined) throw new Error('a brace without its end');
    if (sign === '`') at = readTemplate(code, at + 1).end;
    else if (sign === "'" || sign === '"') at = code.indexOf(sign, at + 1);
    else if (sign === '{') depth += 1;
    else if (sign === '}' && depth === 0) return at;
    else if (sign === '}') depth -= 1;
  }
}
