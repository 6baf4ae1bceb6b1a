/** A file's text before and after; as many lines in both. */
interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Unchanged lines around a change, as diff and git give them. */
const CONTEXT = 3;

/**
 * What changed, as unified diffs (POSIX, diff -u) that `git apply` and `patch -p1` take; '' where nothing did. Byte
 * order marks, carriage returns and a missing last line end are kept as they are.
 */
export function patch(changes: readonly Change[]): string {
  return changes.map(({ path, before, after }) => diff(path, linesOf(before), linesOf(after))).join('');
}

function diff(path: string, old: readonly string[], now: readonly string[]): string {
  if (old.length !== now.length) throw new RangeError('a correction does not add or remove lines');
  const changed = old.flatMap((line, at) => (line === now[at] ? [] : [at]));
  if (changed.length === 0) return '';
  const hunks = together(changed).map((lines) => hunk(lines, old, now));
  return `--- ${named('a', path)}\n+++ ${named('b', path)}\n${hunks.join('')}`;
}

/** Lines with their ends; the last one may have none. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Changes whose contexts touch stand in one hunk. */
function together(changed: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const line of changed) {
    const last = groups.at(-1);
    if (last && line - (last.at(-1) ?? 0) <= 2 * CONTEXT) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function hunk(changed: readonly number[], old: readonly string[], now: readonly string[]): string {
  const from = Math.max(0, (changed[0] ?? 0) - CONTEXT);
  const to = Math.min(old.length, (changed.at(-1) ?? 0) + CONTEXT + 1);
  const range = `${from + 1},${to - from}`;
  const lines: string[] = [];
  for (let at = from; at < to; ) {
    let end = at;
    while (end < to && old[end] !== now[end]) end += 1;
    if (end === at) lines.push(marked(' ', old[at++]));
    else {
      lines.push(...old.slice(at, end).map((line) => marked('-', line)));
      lines.push(...now.slice(at, end).map((line) => marked('+', line)));
      at = end;
    }
  }
  return `@@ -${range} +${range} @@\n${lines.join('')}`;
}

function marked(mark: string, line = ''): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}

/** A name with a blank ends in a tab, so that it is not taken for a date; one with signs of its own is quoted as git does. */
function named(side: string, path: string): string {
  const name = `${side}/${path}`;
  if (!/["\\\p{Cc}]/u.test(name)) return name.includes(' ') ? `${name}\t` : name;
  const quoted = name.replace(/["\\\p{Cc}]/gu, (sign) => {
    if (sign === '"' || sign === '\\') return `\\${sign}`;
    return Array.from(new TextEncoder().encode(sign), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  });
  return `"${quoted}"`;
}
