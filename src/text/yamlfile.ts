import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type Document as Yaml,
} from 'yaml';
import type { Source, Span } from '../model.ts';
import { UserError } from '../trouble.ts';
import { nearest } from './nearest.ts';

/** One of what a file declares. */
export interface Thing {
  readonly id: string;
  readonly fields: ReadonlyMap<string, Node | null>;
  /** Where it begins, an offset. */
  readonly start: number;
  readonly span: Span;
}

/** A file of YAML that says where what is in it stands. `example` shows what is expected there. */
export class YamlFile {
  readonly document: Yaml;
  readonly #source: Source;
  readonly #lines = new LineCounter();
  readonly #example: string;

  /** Throws UserError 2 with the place where it is no YAML. */
  constructor(source: Source, example: string) {
    this.#source = source;
    this.#example = example;
    this.document = parseDocument(source.text, { lineCounter: this.#lines, prettyErrors: false });
    const [error] = this.document.errors;
    if (error) throw this.refusal(error.pos[0], `it is not YAML: ${error.message.split('\n')[0]}`, 'correct the line');
  }

  /**
   * What a file declares, a list, or a mapping of ids: each a mapping of some of `fields`, `id` among them, no id twice.
   * `noun` is what one is called.
   */
  *things(noun: string, fields: readonly string[]): Generator<Thing> {
    const { contents } = this.document;
    if (contents === null) return;
    const pairs: readonly (readonly [Node | null, Scalar?])[] | undefined = isSeq(contents)
      ? contents.items.map((item) => [item as Node])
      : isMap(contents)
        ? contents.items.map(({ key, value }) => [value as Node, key as Scalar])
        : undefined;
    if (!pairs) throw this.refusal(contents.range?.[0] ?? 0, `it is no list of ${noun}s`, this.#example);
    const lines = new Map<string, number>();
    for (const [node, key] of pairs) {
      const thing = this.#thing(node, key, noun, fields);
      const { line, column } = thing.span.start;
      const before = lines.get(thing.id);
      if (before !== undefined)
        throw new UserError(
          `${this.#source.path}:${line}:${column}: the id ${thing.id} is that of the ${noun} in line ${before} too`,
          'give one of them another id',
        );
      lines.set(thing.id, line);
      yield thing;
    }
  }

  #thing(node: Node | null, key: Scalar | undefined, noun: string, names: readonly string[]): Thing {
    if (!isMap(node))
      throw this.refusal(key?.range?.[0] ?? node?.range?.[0] ?? 0, `a ${noun} has no fields`, this.#example);
    const start = key?.range?.[0] ?? node.range?.[0] ?? 0;
    const fields = new Map<string, Node | null>();
    for (const { key: name, value } of node.items) {
      const field = String((name as Scalar).value);
      if (!names.includes(field)) {
        const near = nearest(field, names);
        const hint = near ? `write ${near}` : `write one of ${names.join(', ')}`;
        throw this.refusal((name as Scalar).range?.[0] ?? start, `a ${noun} has no field ${field}`, hint);
      }
      fields.set(field, value as Node | null);
    }
    const id = this.text(fields.get('id'), 'id') ?? (key && String(key.value));
    if (id === undefined) throw this.refusal(start, `a ${noun} has no id`, this.#example);
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id))
      throw this.refusal(start, `the id ${id} has signs that an id has not`, 'write letters, digits, - and _');
    return { id, fields, start, span: this.#span(start, node.range?.[1] ?? start) };
  }

  /** As it is written: a number of YAML's would be a float. */
  text(node: Node | null | undefined, field: string): string | undefined {
    if (node === undefined || node === null) return undefined;
    if (!isScalar(node)) throw this.refusal(node.range?.[0] ?? 0, `${field} is no single value`, this.#example);
    if (node.value === null) return undefined;
    return typeof node.value === 'string' ? node.value.trim() : (node.source ?? String(node.value));
  }

  lists(node: Node | null | undefined, field: string): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(
      this.entries(node, field).map(([locale, value]) => {
        const all = isSeq(value)
          ? value.items.map((item) => this.text(item as Node, field))
          : [this.text(value, field)];
        return [locale, all.filter((one) => one !== undefined && one !== '') as string[]];
      }),
    );
  }

  entries(node: Node | null | undefined, field: string): readonly (readonly [string, Node])[] {
    if (node === undefined || node === null) return [];
    if (!isMap(node))
      throw this.refusal(node.range?.[0] ?? 0, `${field} names no languages`, `write ${field}: { en: … }`);
    return node.items.map(({ key, value }) => [String((key as Scalar).value), value as Node]);
  }

  refusal(offset: number, is: string, hint: string): UserError {
    const { line, col } = this.#lines.linePos(offset);
    return new UserError(`${this.#source.path}:${line}:${col}: ${is}`, hint);
  }

  #span(from: number, to: number): Span {
    const [start, end] = [from, to].map((offset) => this.#lines.linePos(offset));
    const place = (at = { line: 1, col: 1 }) => ({ line: at.line, column: at.col });
    return { path: this.#source.path, start: place(start), end: place(end) };
  }
}
