/** What a page says itself, in the order in which a walk through its scope comes to it. */
type Values = readonly unknown[];
type Scope = Readonly<Record<string, unknown>>;
export type Render = (scope: Scope) => string;

/** A page as its kind has it: texts, and between each two of them what each page says itself. */
interface Pattern {
  readonly texts: readonly string[];
  readonly gaps: readonly Gap[];
}

type Gap = (values: Values) => string;

/**
 * Renders pages as `plainly` would, those of one kind by a pattern that is made once. To interpret a template takes longer
 * than all else that is done for a page, and most of what it does, it does alike for all. So it is first given stand-ins for
 * the texts, numbers and lists of a scope, which leave a gap where they are written. Where it looks at one in any other way,
 * the value itself is part of what the kind is, and is given from then on.
 */
export function openPattern(plainly: Render): Render {
  const looked = new Path();
  const patterns = new Map<string, Pattern>();
  let isFirst = true;
  return (scope) => {
    // What comes up but once needs none.
    if (isFirst) {
      const text = plainly(scope);
      isFirst = false;
      return text;
    }
    for (;;) {
      const values: unknown[] = [];
      const kind = kindOf(scope, looked, values);
      const known = patterns.get(kind);
      if (known) return filled(known, values) ?? plainly(scope);
      const made = patterns.size < MOST ? patternOf(scope, looked, plainly) : 'none';
      if (made === 'none') return plainly(scope);
      if (made !== 'looked') patterns.set(kind, made);
    }
  };
}

/** So many are kept: pages that all differ have nothing in common. */
const MOST = 200;
/** Noncharacters, which no text has: what stands for a gap in a kind; before and behind its number in a page; and for a list. */
const [GAP, BEGIN, END, LIST] = ['\ufdd0', '\ufdd1', '\ufdd2', '\ufdd3'];

/** A place in a scope, and those below it; all items of a list have one. Told by the scope itself, since to write it as a text takes long. */
class Path {
  /** A template looks at what stands here. */
  isLooked = false;
  readonly #below = new Map<string, Path>();

  to(name: string): Path {
    const known = this.#below.get(name) ?? new Path();
    this.#below.set(name, known);
    return known;
  }
}

/** Its name among the places below a list. */
const ITEM = '[]';

/** A value that no template looks at. Whether it is empty one may ask without looking at it. */
function isClosed(value: unknown, { isLooked }: Path): value is string | number | readonly unknown[] {
  if (isLooked || value === '') return false;
  return typeof value === 'string' || typeof value === 'number' || (Array.isArray(value) && value.length > 0);
}

function isGroup(value: unknown): value is Scope {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The same, with what `close` makes of each value that no template looks at. */
function opened(value: unknown, path: Path, close: (value: unknown, path: Path) => unknown): unknown {
  if (isClosed(value, path)) return close(value, path);
  if (Array.isArray(value)) return value.map((item) => opened(item, path.to(ITEM), close));
  if (!isGroup(value)) return value;
  const all: Record<string, unknown> = {};
  for (const key of Object.keys(value)) all[key] = opened(value[key], path.to(key), close);
  return all;
}

/** What a scope is besides the values that no template looks at, which join `values`. */
function kindOf(value: unknown, path: Path, values: unknown[]): string {
  if (isClosed(value, path)) {
    values.push(value);
    return Array.isArray(value) ? LIST : GAP;
  }
  if (Array.isArray(value)) return `[${value.map((item) => kindOf(item, path.to(ITEM), values)).join()}]`;
  if (!isGroup(value)) return JSON.stringify(value) ?? '';
  let kind = '{';
  for (const key of Object.keys(value)) kind += `${key}:${kindOf(value[key], path.to(key), values)},`;
  return `${kind}}`;
}

/** 'looked' where the template looked at what it had not before, 'none' where it cannot do with stand-ins. */
function patternOf(scope: Scope, root: Path, plainly: Render): Pattern | 'looked' | 'none' {
  let looked = false;
  const gaps: Gap[] = [];
  let count = 0;
  const close = (value: unknown, path: Path) => {
    const at = count;
    count += 1;
    return standIn({
      gaps,
      isText: !Array.isArray(value),
      value: (values) => values[at],
      look() {
        path.isLooked = true;
        looked = true;
      },
    });
  };
  making += 1;
  try {
    const html = plainly(opened(scope, root, close) as Scope);
    if (looked) return 'looked';
    const [first = '', ...rest] = html.split(BEGIN);
    const pieces = rest.map((piece) => piece.split(END) as [string, string]);
    return {
      texts: [first, ...pieces.map(([, text]) => text)],
      gaps: pieces.flatMap(([number]) => gaps[Number(number)] ?? []),
    };
  } catch {
    // What is wrong is told of the page itself.
    return looked ? 'looked' : 'none';
  } finally {
    making -= 1;
  }
}

let making = 0;

/** Whether a scope may hold stand-ins now. */
export function isMaking(): boolean {
  return making > 0;
}

/** Undefined where something is wrong with a value: the template tells what, and where. */
function filled({ texts, gaps }: Pattern, values: Values): string | undefined {
  try {
    let html = texts[0] ?? '';
    for (const [at, gap] of gaps.entries()) html += gap(values) + texts[at + 1];
    return html;
  } catch {
    return undefined;
  }
}

/** A value that is not known yet. */
interface Open {
  /** Those of the page that is being rendered, by their numbers. */
  readonly gaps: Gap[];
  /** A list cannot be written. */
  readonly isText: boolean;
  value(values: Values): unknown;
  /** Notes that somebody looks at it. */
  look(): void;
}

const standIns = new WeakMap<object, Open>();

function standIn(open: Open): object {
  const one = new Proxy(
    {},
    {
      get(_, key) {
        if (HARMLESS.has(key)) return undefined;
        open.look();
        return key === Symbol.toPrimitive ? () => '' : undefined;
      },
      has() {
        open.look();
        return false;
      },
      ownKeys() {
        open.look();
        return [];
      },
      getOwnPropertyDescriptor() {
        open.look();
        return undefined;
      },
    },
  );
  standIns.set(one, open);
  return one;
}

/** By these liquidjs asks of every value whether it has to wait for it. */
const HARMLESS: ReadonlySet<string | symbol> = new Set(['next', 'then', 'toLiquid']);

function openOf(value: unknown): Open | undefined {
  return typeof value === 'object' && value !== null ? standIns.get(value) : undefined;
}

/** What `make` makes of these values: at once, or for each page if a stand-in is among them. */
export function madeOf(given: readonly unknown[], make: (given: readonly unknown[]) => string): unknown {
  const open = given.flat().flatMap((value) => openOf(value) ?? []);
  const [first] = open;
  if (!first) return make(given);
  const known = (value: unknown, values: Values): unknown =>
    Array.isArray(value) ? value.map((item) => known(item, values)) : (openOf(value)?.value(values) ?? value);
  return standIn({
    gaps: first.gaps,
    isText: true,
    value: (values) => make(given.map((value) => known(value, values))),
    look() {
      for (const one of open) one.look();
    },
  });
}

/** `write` of a text; of a stand-in a gap that is filled by it; undefined of anything else. */
export function writtenOf(value: unknown, write: (text: string) => string): string | undefined {
  if (typeof value === 'string') return write(value);
  const open = openOf(value);
  if (!open) return undefined;
  if (!open.isText) open.look();
  open.gaps.push((values) => write(String(open.value(values))));
  return `${BEGIN}${open.gaps.length - 1}${END}`;
}
