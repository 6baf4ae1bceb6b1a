import type { Source } from '../model.ts';
import { UserError } from '../trouble.ts';

/** Reads JSON (RFC 8259); a mistake is a UserError with file:line:column and what was expected there. */
export function parseJson(source: Source): unknown {
  try {
    return JSON.parse(source.text);
  } catch {
    // The engine's own message has no place for half of the mistakes, so the place is found here.
    const { at, expected } = mistake(source.text);
    throw new UserError(
      `${source.path}:${place(source.text, at)}: ${found(source.text, at)}; expected ${expected}`,
      'This file is JSON: names and texts stand in "double quotes", a comma between two entries and none after the last.',
    );
  }
}

type State = 'value' | 'first item' | 'name' | 'first name' | 'colon' | 'more' | 'end';

const blank = /[ \t\r\n]*/y;
const token =
  /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null|[{}[\],:]/iuy;

const expectations: Readonly<Record<State, string>> = {
  value: 'a text in double quotes or a group in braces',
  'first item': 'a text in double quotes or a closing bracket ]',
  name: 'a name in double quotes',
  'first name': 'a name in double quotes or a closing brace }',
  colon: 'a colon between a name and its text',
  more: 'a comma, or the brace or bracket that closes the group',
  end: 'nothing more after the last brace',
};

/** Where the first thing stands that JSON does not allow. */
function mistake(text: string): { at: number; expected: string } {
  const open: string[] = [];
  let state: State = 'value';
  let at = 0;
  for (;;) {
    at += matchAt(blank, text, at).length;
    const word = matchAt(token, text, at);
    const next: State | undefined = word === '' ? undefined : step(state, word, open);
    if (next === undefined) return { at, expected: expectations[state] };
    state = next;
    at += word.length;
  }
}

/** The state after `word`, or undefined if it may not stand here; keeps the stack of open groups. */
function step(state: State, word: string, open: string[]): State | undefined {
  const group = open.at(-1);
  if (word === '}' || word === ']') {
    const allowed = state === 'more' || state === (word === '}' ? 'first name' : 'first item');
    if (!allowed || group !== (word === '}' ? '{' : '[')) return undefined;
    open.pop();
    return open.length === 0 ? 'end' : 'more';
  }
  if (word === ',') return state === 'more' ? (group === '{' ? 'name' : 'value') : undefined;
  if (word === ':') return state === 'colon' ? 'value' : undefined;
  if (state === 'name' || state === 'first name') return word.startsWith('"') ? 'colon' : undefined;
  if (state !== 'value' && state !== 'first item') return undefined;
  if (word !== '{' && word !== '[') return open.length === 0 ? 'end' : 'more';
  open.push(word);
  return word === '{' ? 'first name' : 'first item';
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function found(text: string, at: number): string {
  const rest = text.slice(at).match(/^\S{1,20}/)?.[0];
  return rest === undefined ? 'the file ends too early' : `${rest} cannot stand here`;
}

function place(text: string, at: number): string {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
