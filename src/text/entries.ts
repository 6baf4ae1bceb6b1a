import type { Position, Source, Span } from '../model.ts';

/** One text of a `strings.json`: its key as i18next writes it (`article.pages_one`), and where the key stands. */
export interface Entry {
  readonly key: string;
  readonly text: string;
  readonly span: Span;
  /** The names that lead to it. */
  readonly path: readonly string[];
  /** Where the text stands with its quotation marks: UTF-16 units of the file. */
  readonly at: readonly [from: number, to: number];
}

/** A group that is open while reading: its own key, and the name or index of what is being read in it. */
interface Group {
  readonly path: readonly string[];
  readonly kind: '{' | '[';
  name: string;
  index: number;
  place: Span | undefined;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Every text of a JSON file that has been read without mistakes, in order; groups and lists are flattened into the keys. */
export function entriesOf(source: Source): Entry[] {
  const entries: Entry[] = [];
  const open: Group[] = [];
  const spanOf = places(source);
  for (const { 0: word, index: at } of source.text.matchAll(token)) {
    const group = open.at(-1);
    if (word === '{' || word === '[')
      open.push({ path: pathIn(group), kind: word, name: '', index: 0, place: undefined });
    else if (word === '}' || word === ']') open.pop();
    else if (word === ',' && group !== undefined) next(group);
    else if (word === ':' || word === ',' || group === undefined) continue;
    else if (group.kind === '{' && group.place === undefined) {
      group.name = unquoted(word);
      group.place = spanOf(at, at + word.length);
    } else {
      const path = pathIn(group);
      entries.push({
        key: path.join('.'),
        path,
        at: [at, at + word.length],
        text: unquoted(word),
        span: group.place ?? spanOf(at, at + word.length),
      });
    }
  }
  return entries;
}

function pathIn(group: Group | undefined): string[] {
  if (group === undefined) return [];
  return [...group.path, group.kind === '{' ? group.name : String(group.index)];
}

function next(group: Group): void {
  group.place = undefined;
  group.index += 1;
}

function unquoted(word: string): string {
  return word.startsWith('"') ? String(JSON.parse(word)) : word;
}

/** Offsets of a file as places in it. */
function places({ path, text }: Source): (start: number, end: number) => Span {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
  const position = (offset: number): Position => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  return (start, end) => ({ path, start: position(start), end: position(end) });
}
